import JSON
import ReleaseScope
import Testing

@testable import Documents

struct SealTests {
  private let sample = ManifestFileTests.sample

  private func file(_ text: String, _ name: String = "m.json") throws -> ManifestFile {
    try ManifestFile(parsing: text.bytes, name: name)
  }

  private func sealed() throws -> String { ManifestFile.text(of: try file(sample).sealed()) }

  @Test func `is none until a manifest is sealed, then intact`() throws {
    #expect(try file(sample).seal == .none)
    let result = try file(try sealed())
    #expect(result.seal == .intact(Seal.digest(of: try file(sample).document)))
    #expect(result.manifest == (try file(sample).manifest))
  }

  @Test func `keeps unknown members and numbers as they are written`() throws {
    let text = try sealed()
    #expect(text.contains(#""weight": 1.0"#))
    #expect(text.contains(#""points": 3.50"#))
    #expect(text.hasSuffix("}\n"))
  }

  @Test func `is the digest of the canonical form`() {
    // printf '%s' '{"a":1.0,"b":"é"}' | sha256sum
    let document = JSONValue.object(["b": .string("é"), "seal": .null, "a": JSONValue(.number("1.0"))])
    #expect(Seal.digest(of: document) == "8b9ee6fbf89ff8f032f7ecbe0b3a8b4a986dee66de298995f99434b9a2e6def9")
  }

  @Test(arguments: [
    (#""weight": 1.0"#, #""weight": 1.00"#), ("SHOP-101", "SHOP-102"), (#""dana""#, "null"),
    (#""complete": true"#, #""complete": false"#), (#""sprint": null"#, #""sprint": """#),
    (#""by": "qa""#, #""By": "qa""#),
  ])
  func `is broken by a change of meaning`(before: String, after: String) throws {
    let text = try sealed()
    let changed = text.replacing(before, with: after)
    #expect(changed != text)
    guard case .broken(let expected, let actual) = try file(changed).seal else {
      Issue.record("not broken")
      return
    }
    #expect(expected == Seal.digest(of: try file(sample).document))
    #expect(actual == Seal.digest(of: try file(changed).document))
  }

  @Test func `does not depend on blanks, order, escapes or language`() throws {
    let text = try sealed()
    let dense = JSONWriter.canonical(try file(text).document)
    #expect(try file(dense).seal == file(text).seal)
    #expect(try file(text.replacing("Guest", with: #"\u0047uest"#)).seal == file(text).seal)
    #expect(try file(text, "m.yml").seal == file(text).seal)
  }

  @Test func `is replaced when a manifest is sealed again`() throws {
    let broken = try file(try sealed().replacing("dana", with: "kim"))
    let result = try file(ManifestFile.text(of: broken.sealed()))
    #expect(result.seal == .intact(Seal.digest(of: broken.document)))
  }

  @Test(arguments: [
    ("{}", "m.json:1: a seal without 'algorithm' and 'digest'"),
    ("1", "m.json:1: expected an object for 'seal', found a number"),
    (
      #"{"algorithm": "md5", "digest": "00"}"#, "m.json:1: unknown algorithm 'md5' of the seal, expected 'sha256'"
    ),
    (#"{"algorithm": "sha256", "digest": "00"}"#, "m.json:1: the seal's digest is not 64 hexadecimal digits"),
  ])
  func `is an error when it is no seal`(seal: String, message: String) {
    let result = failure {
      try file(#"{"schema":"relscope.manifest/1","version":{"name":"1"},"tickets":[],"seal":\#(seal)}"#)
    }
    #expect(result == message)
  }
}
