import Gate
import ReleaseScope
import Testing

struct RefUpdateTests {
  private static let (one, two) = (String(repeating: "1", count: 40), String(repeating: "2", count: 40))
  private static let zeros = String(repeating: "0", count: 40)

  @Test func `reads what a symbolic ref is made to point to`() throws {
    let lines = [
      "\(Self.zeros) ref:refs/heads/release/2.4.0 refs/heads/main", "ref:refs/heads/x \(Self.one) HEAD",
      "\(Self.one) \(Self.two) refs/heads/main", "\(Self.one) \(String(repeating: "0", count: 64)) refs/heads/gone",
    ]
    let updates = try RefUpdate.parse(Array(lines.joined(separator: "\n").utf8))
    let (one, two) = (ObjectID(Self.one), ObjectID(Self.two))
    #expect(
      updates == [
        RefUpdate(name: .branch("main"), old: nil, new: nil, target: .branch("release/2.4.0")),
        RefUpdate(name: .head, old: nil, new: one), RefUpdate(name: .branch("main"), old: one, new: two),
        RefUpdate(name: .branch("gone"), old: one, new: nil),
      ])
  }

  @Test(arguments: ["", "\(one) refs/heads/main", "x y refs/heads/main"])
  func `refuses lines of another form, but for none`(line: String) {
    if line.isEmpty {
      #expect(throws: Never.self) { try RefUpdate.parse(Array(line.utf8)) }
    } else {
      #expect(throws: Problem.self) { try RefUpdate.parse(Array(line.utf8)) }
    }
  }
}
