extension HTMLPage {
  func findingSection(_ findings: [Findings]) -> HTML {
    """
    <section aria-labelledby="findings-title" id="findings">
    <h2 id="findings-title">What to look at</h2>
    \(each: findings, \.html)</section>

    """
  }
}

extension HTMLPage.Findings {
  fileprivate var html: HTML {
    """
    <details class="finding \(tone)" id="rule-\(rule)"\(markup: isOpen ? " open" : "")>
    <summary><span class="severity">\(severity)</span> <span class="what">\(title)</span> \
    <span class="number">\(number)</span> <code>\(rule)</code></summary>
    <ul>
    \(each: items, \.html)</ul>
    \(left > 0 ? left : nil, rest)\(help, Self.paragraph)</details>

    """
  }

  private func rest(_ left: Int) -> HTML {
    """
    <p class="rest"><a href="#tickets" data-rule="\(rule)">and \(left) more, with their tickets below</a></p>

    """
  }

  private static func paragraph(_ help: String) -> HTML {
    """
    <p class="help">\(help)</p>

    """
  }
}

extension HTMLPage.Findings.Item {
  fileprivate var html: HTML {
    """
    <li>\(ticket, linked)\(commit, \.line)\(message, Self.said)\(advice, HTMLPage.help)\(waiver, HTMLPage.help)</li>

    """
  }

  private func linked(_ ticket: String) -> HTML { "<a href=\"#\(ticket)\">\(ticket)</a>\(title, Self.words)" }

  private static func words(_ text: String) -> HTML { " \(text)" }

  private static func said(_ message: String) -> HTML { "<span class=\"said\">\(message)</span>" }
}
