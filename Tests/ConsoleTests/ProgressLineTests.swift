import Console
import Testing

struct ProgressLineTests {
  @Test func `says nothing in the first second`() {
    var line = ProgressLine(isTerminal: true)
    #expect(line.text("fetching tickets: 100", after: .milliseconds(999)) == nil)
    #expect(line.end() == nil)
  }

  @Test func `is one line that changes on a terminal, and is gone at the end`() {
    var line = ProgressLine(isTerminal: true)
    let first = line.text("fetching tickets: 100 of 1200", after: .seconds(1))
    #expect(first == "\r\u{1B}[Kfetching tickets: 100 of 1200")
    #expect(line.text("fetching tickets: 200 of 1200", after: .milliseconds(1_050)) == nil)
    let later = line.text("reading histories: 7 of 9", after: .milliseconds(1_100))
    #expect(later == "\r\u{1B}[Kreading histories: 7 of 9")
    #expect(line.end() == "\r\u{1B}[K")
    #expect(line.end() == nil)
  }

  @Test func `is a line now and then in a log`() {
    var line = ProgressLine(isTerminal: false)
    let first = line.text("fetching tickets: 100", after: .seconds(2))
    #expect(first == "relscope: fetching tickets: 100\n")
    #expect(line.text("fetching tickets: 200", after: .seconds(11)) == nil)
    let later = line.text("asking for tickets of the commits: 3 of 4", after: .seconds(12))
    #expect(later == "relscope: asking for tickets of the commits: 3 of 4\n")
    #expect(line.end() == nil)
  }
}
