import ReleaseScope
import TestSupport
import Testing

@testable import Reports

/// The comment on a pull request.
@Suite struct CommentRendererTests {
  private func text(
    _ sample: SampleReport, _ dialect: CommentDialect = .html, limit: Int = 64_536, after earlier: String? = nil
  ) throws -> String {
    try CommentRenderer(dialect, page: "https://ci.example.com/a(1)/scope.html")
      .text(of: sample.report(), upTo: limit, after: earlier)
  }

  @Test(arguments: SampleReport.allCases, [CommentDialect.html, .plain])
  func `draws the golden file`(sample: SampleReport, dialect: CommentDialect) throws {
    expectGolden(try text(sample, dialect), named: "comment-\(sample.rawValue)-\(dialect).md")
  }

  @Test(arguments: SampleReport.allCases, [CommentDialect.html, .plain])
  func `begins with a line by which it is found again`(sample: SampleReport, dialect: CommentDialect) throws {
    let text = try text(sample, dialect)
    let marker = CommentRenderer(dialect).marker(of: try sample.report().version)
    #expect(text.hasPrefix(marker + "\n"))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).first?.isEmpty == true)
  }

  @Test(arguments: ["-->", "2.4 --> <b>", "a--b", "]: x", "\n", "é", "\"", String(repeating: "x", count: 255)])
  func `keeps any version inside its marker`(name: String) throws {
    let version = try? VersionName(parsing: name)
    for dialect in [CommentDialect.html, .plain] {
      let marker = CommentRenderer(dialect).marker(of: version)
      let inner = marker.replacing("<!-- ", with: "").replacing(" -->", with: "").dropFirst("[relscope:".count - 1)
      #expect(!inner.contains("--") && !inner.contains("\n") && !inner.contains(">") && !inner.contains("\""))
    }
  }

  @Test(arguments: [64_536, 31_767, 10_000, 5_000], [CommentDialect.html, .plain])
  func `stays within its limit, and says so in its first lines`(limit: Int, dialect: CommentDialect) throws {
    let text = try text(.many, dialect, limit: limit)
    #expect(text.utf16.count <= limit)
    let isCut = text.contains("**Left out for length: ")
    let start = text.split(separator: "\n").prefix(4).joined(separator: "\n")
    #expect(start.contains("Too long for a comment") == isCut)
    #expect(start.contains("FAIL"))
  }

  @Test func `tells what is new and what is gone since the comment before`() throws {
    let first = try text(.pass)
    #expect(!first.contains("Since `"))
    let second = try text(.fail, after: first)
    #expect(second.contains("**Since `"))
    #expect(second.contains("- new: SHOP-131") && second.contains("- gone: SHOP-102: "))
    let third = try text(.pass, after: second.replacing("\n", with: "\r\n"))
    #expect(third.contains("- gone: SHOP-131") && third.contains("- new: SHOP-102: "))
    // The same report again is the same comment.
    #expect(try text(.pass, after: third) == third)
    #expect(try text(.fail, after: second) == second)
  }

  @Test(arguments: [
    "", "<!-- relscope:2.4.0 -->", "<!-- relscope:2.4.0 -->\n<!-- relscope-state 2|x|? -->\n",
    "x\n<!-- relscope-state 1|abc|no-such-rule=X -->", "x\n<!-- relscope-state 1|a b|? -->",
    "x\n<!-- relscope-state 1|abc|unplanned-ticket=@all -->", "x\n<!-- relscope-state 1|abc|unplanned-ticket -->",
    "x\n<!-- relscope-state 1|abc||def|[x](y)| -->",
  ])
  func `is not led astray by a comment that somebody has edited`(earlier: String) throws {
    #expect(try text(.fail, after: earlier) == text(.fail))
  }

  @Test(arguments: SampleReport.allCases)
  func `reads back what it says of itself`(sample: SampleReport) throws {
    let state = CommentState(try sample.report(), after: nil, room: 16_000)
    #expect(CommentState(parsing: state.text) == state)
    #expect(!state.text.contains("--") && !state.text.contains("\"") && state.text.utf8.allSatisfy { $0 < 0x7F })
  }

  @Test func `gives up comparing what takes too much room`() throws {
    let state = CommentState(try SampleReport.many.report(), after: nil, room: 500)
    #expect(state.entries == nil && state.text.utf8.count < 100)
    #expect(CommentState(parsing: state.text) == state)
  }

  /// GitLab takes it for an order.
  @Test func `begins no line with a slash`() throws {
    for sample in SampleReport.allCases {
      let lines = try text(sample).split(separator: "\n")
      #expect(!lines.contains { $0.drop { $0 == " " }.hasPrefix("/") })
    }
  }

  @Test func `writes no tag where tags are not drawn`() throws {
    for sample in SampleReport.allCases {
      let text = try text(sample, .plain)
      for tag in ["<br>", "<details>", "</details>", "<summary>", "<!--", "&#8203;"] {
        #expect(!text.contains(tag), "\(tag)")
      }
    }
  }
}
