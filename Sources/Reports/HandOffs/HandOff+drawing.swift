package import ReleaseProcess
import ReleaseScope

extension HandOff {
  /// The text for people without any mark-up, as a mail has it beside its HTML.
  package var plainText: String {
    var text = ""
    for block in blocks {
      if !text.isEmpty { text += "\n" }
      switch block {
      case .heading(let heading): text += "\(BriefText.cleaned(heading))\n"
      case .paragraph(let words): text += "\(BriefText.cleaned(words))\n"
      case .items(let items):
        for item in items { text += "- \(BriefText.cleaned(item.line))\n" }
      }
    }
    return text
  }

  /// GitHub-flavoured Markdown: nothing in it mentions a person or refers to an issue.
  package var markdown: String {
    var text = ""
    for (place, block) in blocks.enumerated() {
      if !text.isEmpty { text += "\n" }
      switch block {
      case .heading(let heading): text += "\(place == 0 ? "#" : "##") \(MarkdownText.escaped(heading))\n"
      case .paragraph(let words): text += "\(MarkdownText.escaped(words))\n"
      case .items(let items):
        for item in items { text += "- \(markdownLine(item))\n" }
      }
    }
    return text
  }

  /// HTML without scripts, styles from elsewhere or pictures, as mail programs show it.
  package var html: String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(BriefText.cleaned(subject))</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 44em; margin: 1em auto; padding: 0 1em">
      \(each: Array(blocks.enumerated()), drawn)</body>
      </html>

      """
    return page.text
  }

  private func drawn(_ place: Int, _ block: Block) -> HTML {
    switch block {
    case .heading(let words) where place == 0:
      "<h1 style=\"font-size: 1.5em; margin: 1em 0 0.3em\">\(BriefText.cleaned(words))</h1>\n"
    case .heading(let words):
      "<h2 style=\"font-size: 1.15em; margin: 1em 0 0.3em\">\(BriefText.cleaned(words))</h2>\n"
    case .paragraph(let words): "<p>\(BriefText.cleaned(words))</p>\n"
    case .items(let items): "<ul>\n\(each: items, line)</ul>\n"
    }
  }

  private func line(_ item: Item) -> HTML { "<li>\(markup: drawn(item))</li>\n" }

  private func drawn(_ item: Item) -> HTML {
    var name: HTML = ""
    if let key = item.ticket {
      name = links.address(of: key).map { "<a href=\"\($0)\">\(key.description)</a>" } ?? "\(key.description)"
    }
    var words = item
    words.ticket = nil
    let rest = BriefText.cleaned(words.line)
    return "\(markup: name)\(item.ticket == nil || rest.isEmpty ? "" : " ")\(rest)"
  }

  private func markdownLine(_ item: Item) -> String {
    var parts: [String] = []
    if let key = item.ticket {
      let name = MarkdownText.escaped(key.description)
      parts.append(links.address(of: key).map { "[\(name)](\($0))" } ?? name)
    }
    if !item.text.isEmpty { parts.append(MarkdownText.escaped(item.text, limit: MarkdownText.briefLimit)) }
    if let note = item.note { parts.append(MarkdownText.escaped("(\(note))", limit: MarkdownText.briefLimit)) }
    return parts.joined(separator: " ")
  }
}

extension HandOff.Item {
  fileprivate var line: String {
    [ticket?.description, text.isEmpty ? nil : text, note.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
  }
}
