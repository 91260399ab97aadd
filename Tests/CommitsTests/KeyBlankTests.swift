import Commits
import Testing

/// Blanks and marks that are not ASCII's are read like those that are.
struct KeyBlankTests {
  static let blanks =
    ([0xA0, 0x202F, 0x205F, 0x3000] + Array(0x2000...0x200A)).compactMap(Unicode.Scalar.init).map(String.init)
  static let commas = ["\u{3001}", "\u{FF0C}", ",\u{A0}", "\u{3001}\u{3000}"]

  @Test(arguments: blanks + commas)
  func `stand between keys`(mark: String) {
    for message in [
      "SHOP-1\(mark)SHOP-2: text", "Text\n\nTicket: SHOP-1\(mark)SHOP-2", "Text\n\nCloses SHOP-1\(mark)SHOP-2",
    ] {
      #expect(facts(message).implements.map(\.key.description) == ["SHOP-1", "SHOP-2"], "\(message)")
    }
  }

  @Test(arguments: blanks)
  func `stand where a blank may`(blank: String) {
    for line in [
      "*\(blank)SHOP-2 Cart", "-\(blank)SHOP-2 Cart", "Ticket:\(blank)SHOP-2", "Also\(blank)closes\(blank)SHOP-2",
      "Jira\(blank)Issue:\(blank)SHOP-2", "Text.\n\(blank)\nSHOP-2: text",
    ] {
      #expect(facts("PAY-9 Text\n\n\(line)").implements.map(\.key.description) == ["PAY-9", "SHOP-2"], "\(line)")
    }
    #expect(facts("PAY-9 Text\n\nSHOP-2\(blank)is slow").uses == ["PAY-9 subject"])
    #expect(facts("PAY-9 Text\(blank)fixes\(blank)SHOP-2").uses == ["PAY-9 subject", "SHOP-2 subject"])
  }

  @Test(arguments: blanks)
  func `stand in what a message takes back`(blank: String) throws {
    let plain = facts("Revert \"SHOP-1 the cart\"")
    let found = facts("Revert\(blank)\"SHOP-1\(blank)the cart\"")
    #expect(found.uses.isEmpty)
    #expect(found.reverts == plain.reverts)
    #expect(facts("Back\(blank)out\(blank)SHOP-1").uses.isEmpty)
    #expect(found.subject == plain.subject)
  }

  @Test(arguments: [
    ("SHOP-1：text", ["SHOP-1"]), ("SHOP-1；SHOP-2：text", ["SHOP-1", "SHOP-2"]),
    ("［SHOP-1］［SHOP-2］text", ["SHOP-1", "SHOP-2"]), ("SHOP-1（SHOP-2）", ["SHOP-1", "SHOP-2"]),
    ("Text\n\nTicket：SHOP-1", ["SHOP-1"]), ("SHOP－1 text", []), ("SHOP-１ text", []),
  ])
  func `of full width are read, letters, digits and hyphens are not`(message: String, keys: [String]) {
    #expect(facts(message).implements.map(\.key.description) == keys)
  }

  @Test func `tell of a near miss as it is written`() {
    let found = facts("Fix\u{A0}the\u{3000}cart, SHOP\u{A0}12\u{3001}SHOP-1", planned: ["SHOP-12"])
    #expect(found.nearMisses.map(\.text) == ["SHOP\u{A0}12"])
  }

  @Test func `leave the places of keys in the message as they are`() {
    let message = Array("A\u{3000}é\u{A0}\u{FF}SHOP-1\u{3001}SHOP-2".utf8)
    let rules = MessageReader.made().rules(ofMessage: message.span, isMerge: false)
    #expect(rules.map { String(decoding: message[$0.key.range], as: UTF8.self) } == ["SHOP-1", "SHOP-2"])
  }
}
