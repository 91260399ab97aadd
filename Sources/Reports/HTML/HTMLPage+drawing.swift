extension HTMLPage {
  /// The whole file.
  var html: HTML {
    """
    \(markup: Self.start(title))<body>
    <div class="running" aria-hidden="true"><p>\(verdict) \u{2013} \(sentence)</p></div>
    <div class="page">
    <header class="\(verdictClass)">
    <p class="badge"><span aria-hidden="true">\(verdictSign)</span> \(verdict)</p>
    <h1>\(sentence)</h1>
    <p class="about">\(markup: Self.pieces(about))</p>
    \(markup: numbers.html)\(process, ProcessHTML.summary)</header>
    <main>
    \(unlessEmpty: unseen, unseenSection)\(unlessEmpty: findings, findingSection)\(process, ProcessHTML.section)\
    \(unlessEmpty: groups, ticketSection)\(picture, \.html)\(each: lists, \.html)</main>
    <footer>
    <h2>What was compared</h2>
    <dl>
    \(each: facts, \.html)</dl>
    <details class="terms">
    <summary>What the words mean</summary>
    <dl>
    \(each: terms, \.html)</dl>
    </details>
    </footer>
    </div>
    <script>\(markup: PageScript.source)</script>
    </body>
    </html>

    """
  }

  /// What comes before the body: nothing runs or is loaded but the page's own script and style.
  static func start(_ title: String) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '\(PageScript.hash)'; \
    style-src '\(PageStyle.hash)'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>\(markup: PageStyle.source)</style>
    </head>

    """
  }

  private static func pieces(_ texts: [String]) -> HTML {
    texts.dropFirst().reduce(piece(texts.first ?? "")) { "\(markup: $0) \u{B7} \(markup: piece($1))" }
  }

  /// A text whose days and names stay on one line.
  private static func piece(_ text: String) -> HTML {
    "<span>\(each: text.split(separator: " ", omittingEmptySubsequences: false).map(String.init), word)</span>"
  }

  private static func word(_ word: String) -> HTML {
    word.utf8.count <= 24 && word.contains("-") ? "<span class=\"whole\">\(word)</span> " : "\(word) "
  }

  private func unseenSection(_ unseen: [Unseen]) -> HTML {
    """
    <section aria-labelledby="unseen-title" class="unseen">
    <h2 id="unseen-title">Not seen</h2>
    <p>\(unseenMeans)</p>
    <ul>
    \(each: unseen, \.html)</ul>
    </section>

    """
  }
}

extension HTMLPage.Numbers {
  fileprivate var html: HTML {
    """
    <dl class="counts">
    \(planned, \.sum)\(each: parts, \.html)\(each: others, \.other)</dl>
    \(found.isEmpty ? nil : found, Self.sentence)
    """
  }

  private static func sentence(_ found: String) -> HTML {
    """
    <p class="about">Found: <a href="#findings">\(found)</a></p>

    """
  }
}

extension HTMLPage.Number {
  fileprivate var html: HTML { drawn("part") }

  fileprivate var sum: HTML { drawn("sum") }

  fileprivate var other: HTML { drawn("other") }

  private func drawn(_ kind: String) -> HTML {
    """
    <div class="\(kind) \(tone)"><dt>\(label)</dt><dd><a href="#\(target)"\(markup: isGroup ? " data-show=\"\(target)\"" : "")>\(number)</a></dd></div>

    """
  }
}

extension HTMLPage.Fact {
  fileprivate var html: HTML {
    """
    <div><dt>\(label)</dt><dd>\(text)</dd></div>

    """
  }
}

extension HTMLPage.Unseen {
  fileprivate var html: HTML {
    """
    <li>\(message)<span class="help">\(advice)</span></li>

    """
  }
}

extension HTMLPage.Choice {
  var html: HTML { "<option value=\"\(value)\">\(label) (\(number))</option>" }
}

extension HTMLPage.List {
  fileprivate var html: HTML {
    """
    <section class="list">
    <details\(id, Self.named)>
    <summary>\(title) <span class="number">\(number)</span></summary>
    <ul class="evidence">
    \(each: items, \.html)</ul>
    </details>
    </section>

    """
  }

  private static func named(_ id: String) -> HTML { " id=\"\(id)\"" }
}

extension HTMLPage.List.Item {
  fileprivate var html: HTML {
    """
    <li>\(commit, \.line)\(note, HTMLPage.note)</li>

    """
  }
}

extension HTMLPage {
  static func note(_ text: String) -> HTML { " <span class=\"note\">\(text)</span>" }

  static func help(_ text: String) -> HTML { "<span class=\"help\">\(text)</span>" }
}
