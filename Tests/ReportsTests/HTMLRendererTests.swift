import ReleaseScope
import TestSupport
import Testing

@testable import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct HTMLRendererTests {
  /// The page without its style and script, which are files of their own.
  private func page(_ sample: SampleReport) throws -> String {
    var text = HTMLRenderer().text(of: try sample.report())
    for (name, ending) in [("style", "css"), ("script", "js")] {
      let source = try PageFile.text("page.\(ending)")
      let parts = try #require(text.firstRange(of: "<\(name)>\(source)</\(name)>"), "the \(name) is that of the file")
      text.replaceSubrange(parts, with: "<\(name)></\(name)>")
    }
    return text
  }

  @Test(arguments: SampleReport.allCases)
  func `draws the golden file`(sample: SampleReport) throws {
    expectGolden(try page(sample), named: "html-\(sample.rawValue).html")
  }

  @Test func `is made from the files; if not, run scripts/embed-page`() throws {
    #expect(try PageStyle.source.text == PageFile.text("page.css"))
    #expect(try PageScript.source.text == PageFile.text("page.js"))
  }

  @Test(arguments: [
    ("a & b", "a &amp; b"), ("</td><script>", "&lt;/td&gt;&lt;script&gt;"), ("&amp;", "&amp;amp;"),
    ("\" onload='x'", "&quot; onload=&#39;x&#39;"), ("<\u{301}", "&lt;\u{301}"), ("é 👩 \u{301}", "é 👩 \u{301}"),
    ("", ""),
  ])
  func `escapes what is put into HTML, and nothing that is HTML already`(text: String, escaped: String) {
    let inner: HTML = "<b title=\"\(text)\">\(text)</b>"
    let outer: HTML = "<p>\(markup: inner)\(each: [text], { "\($0)" })\(text, { "\($0)" })</p>"
    #expect(outer.text == "<p><b title=\"\(escaped)\">\(escaped)</b>\(escaped)\(escaped)</p>")
  }

  @Test func `lets only its own script and style act`() throws {
    let text = try page(.hostile)
    #expect(text.ranges(of: "<script").count == 1)
    #expect(text.ranges(of: "<style").count == 1)
    #expect(text.contains("default-src 'none'; script-src 'sha256-"))
    let attributes = text.ranges(of: /\son[a-z]+=/).filter { !text[..<$0.lowerBound].hasSuffix("&quot;") }
    #expect(attributes.isEmpty)
  }
}

/// The files from which the page is made.
enum PageFile {
  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
    let file = folder.appendingPathComponent("Sources/Reports/HTML/Page/\(name)")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
