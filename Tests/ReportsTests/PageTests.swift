import ReleaseScope
import Reports
import Testing

/// What holds for each text on a terminal, whatever the report.
@Suite struct PageTests {
  private static func texts(_ sample: SampleReport, width: Int, colour: Bool, unicode: Bool) throws -> [String] {
    let report = try sample.report()
    let subjects =
      report.tickets.prefix(12).map { WhyRenderer.Subject.ticket($0.key) }
      + report.commits.prefix(12).map { .commit($0.id) }
    return [
      TerminalRenderer(width: width, colour: colour, unicode: unicode).text(of: report),
      DiffRenderer(width: width, colour: colour, unicode: unicode).text(of: report),
    ] + subjects.map { WhyRenderer($0, width: width, colour: colour, unicode: unicode).text(of: report) }
  }

  /// The columns of a line, counted apart from the code under test: wide scripts and pictures take two.
  private static func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: sum
      default: sum + (scalar.value >= 0x1100 && (0x2E80...0xFF60 ~= scalar.value || scalar.value >= 0x1F300) ? 2 : 1)
      }
    }
  }

  @Test(arguments: SampleReport.allCases, [40, 80, 120])
  func `writes no line that is wider than the terminal`(sample: SampleReport, width: Int) throws {
    for unicode in [false, true] {
      for text in try Self.texts(sample, width: width, colour: false, unicode: unicode) {
        let wide = text.split(separator: "\n").filter { Self.columns($0) > width }
        #expect(wide.isEmpty)
      }
    }
  }

  @Test(arguments: SampleReport.allCases)
  func `writes nothing that acts on the terminal but its own colours`(sample: SampleReport) throws {
    for text in try Self.texts(sample, width: 80, colour: true, unicode: true) {
      let rest = text.replacing(/\u{1B}\[[0-9;]+m/, with: "")
      let acting = rest.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar != "\n"
        case .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
      }
      #expect(acting.isEmpty)
    }
  }

  @Test(arguments: SampleReport.allCases)
  func `ends each line without colour`(sample: SampleReport) throws {
    for text in try Self.texts(sample, width: 80, colour: true, unicode: true) {
      for line in text.split(separator: "\n") {
        let last = line.matches(of: /\u{1B}\[[0-9;]+m/).last.map { String($0.output) }
        #expect(last == nil || last == "\u{1B}[0m")
      }
    }
  }

  @Test(arguments: SampleReport.allCases)
  func `says the same with and without colour`(sample: SampleReport) throws {
    let coloured = try Self.texts(sample, width: 80, colour: true, unicode: true).dropFirst()
    let plain = try Self.texts(sample, width: 80, colour: false, unicode: true).dropFirst()
    for (left, right) in zip(coloured, plain) {
      #expect(left.replacing(/\u{1B}\[[0-9;]+m/, with: "") == right)
    }
  }

  @Test(arguments: SampleReport.allCases)
  func `writes ASCII only where the terminal has no Unicode`(sample: SampleReport) throws {
    for text in try Self.texts(sample, width: 80, colour: false, unicode: false) {
      let isASCII = text.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || 0x20...0x7E ~= $0 }
      #expect(isASCII)
    }
  }

  @Test(arguments: SampleReport.allCases, [false, true])
  func `writes no line that a CI service obeys`(sample: SampleReport, unicode: Bool) throws {
    for width in [40, 80] {
      for text in try Self.texts(sample, width: width, colour: false, unicode: unicode) {
        let obeyed = text.split(separator: "\n").filter { line in
          line.drop { $0 == " " }.hasPrefix("::") || line.contains("##")
        }
        #expect(obeyed.isEmpty)
      }
    }
  }

  @Test(arguments: [40, 80, 120])
  func `names each of 500 tickets`(width: Int) throws {
    let report = try SampleReport.many.report()
    let text = TerminalRenderer(width: width, colour: false, unicode: false).text(of: report)
    let words = Set(text.split { " ,\n".contains($0) })
    let missing = report.tickets.map(\.key.description).filter { !words.contains(Substring($0)) }
    #expect(missing.isEmpty)
  }

  @Test(arguments: SampleReport.allCases)
  func `writes the same text each time`(sample: SampleReport) throws {
    let first = try Self.texts(sample, width: 80, colour: true, unicode: true)
    let second = try Self.texts(sample, width: 80, colour: true, unicode: true)
    #expect(first == second)
  }
}
