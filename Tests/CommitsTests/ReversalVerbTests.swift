import Testing

@testable import Commits

/// The verbs of taking back: what looks for them first by a letter or a part of a word misses none.
struct ReversalVerbTests {
  static let forms = ReversalVerb.allCases.flatMap { verb in verb.forms.map { ($0.description, verb) } }

  @Test(arguments: forms)
  func `is seen in a message before that is read`(form: String, verb: ReversalVerb) throws {
    let first = try #require(form.utf8.first)
    #expect(ReversalVerb.mayBegin(first))
    #expect(ClaimSigns(in: Array("the cart is \(form) here".utf8).span).contains(.revert))
  }

  @Test(arguments: forms.filter { $0.1 != .takeOut })
  func `is found in a subject`(form: String, verb: ReversalVerb) {
    for line in ["\(form) SHOP-12", "SHOP-12: \(form.uppercased()) \"the cart\""] {
      let found = RevertingVerb.all(in: Array(line.utf8).span, from: 0)
      #expect(found.map(\.isPlain) == [verb.isPlain], "\(line)")
      #expect(found.first?.ruins == true, "\(line)")
    }
  }

  @Test(arguments: forms)
  func `opens a title in quotation marks`(form: String, verb: ReversalVerb) {
    let title = TitleText.normalised("\(form) \"Cart\"".utf8)
    #expect(title.text == "cart" && title.depth == (verb.action == .revert ? 1 : 2), "\(title)")
  }
}
