extension HTMLPage {
  /// The whole file.
  var html: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '\(PageSources.scriptHash)'; \
    style-src '\(PageSources.styleHash)'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(title)</title>
    <style>\(markup: PageSources.style)</style>
    </head>
    <body>
    <header class="\(verdictClass)">
    <p class="badge"><span aria-hidden="true">\(verdictSign)</span> \(verdict)</p>
    <h1>\(sentence)</h1>
    <dl class="counts">
    \(each: counts, \.html)</dl>
    </header>
    <main>
    \(unlessEmpty: unseen, unseenSection)\(unlessEmpty: findings, Self.section)\(picture, \.html)\
    \(unlessEmpty: tickets, ticketSection)\(each: lists, \.html)</main>
    <footer>
    <h2>What was compared</h2>
    <dl>
    \(each: facts, \.html)</dl>
    </footer>
    <script>\(markup: PageSources.script)</script>
    </body>
    </html>

    """
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

extension HTMLPage.Count {
  fileprivate var html: HTML {
    """
    <div class="\(tone)"><dt>\(label)</dt><dd>\(number)</dd></div>

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

extension HTMLPage.Reference {
  var html: HTML { "\(markup: linked) \(subject)\n" }

  private var linked: HTML {
    if let link {
      "<a class=\"id\" href=\"\(link)\" rel=\"noreferrer noopener\">\(short)</a>"
    } else {
      "<code class=\"id\">\(short)</code>"
    }
  }
}

extension HTMLPage.List {
  fileprivate var html: HTML {
    """
    <section class="list">
    <details>
    <summary>\(title) <span class="number">\(number)</span></summary>
    <ul class="evidence">
    \(each: items, \.html)</ul>
    </details>
    </section>

    """
  }
}

extension HTMLPage.List.Item {
  fileprivate var html: HTML {
    """
    <li>\(commit, \.html)\(note, HTMLPage.note)</li>

    """
  }
}

extension HTMLPage {
  static func note(_ text: String) -> HTML { " <span class=\"note\">\(text)</span>" }

  static func help(_ text: String) -> HTML { "<span class=\"help\">\(text)</span>" }
}
