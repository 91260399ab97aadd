import JSON
import ReleaseScope

/// The seal is SHA-256 over the canonical JSON form of everything in the document but the member `seal`; numbers count
/// as they are written, lines and blanks do not count.
extension Seal {
  /// - Throws: ``DocumentError`` for a seal that is not `{"algorithm": "sha256", "digest": "<64 hexadecimal digits>"}`.
  init(of document: JSONValue, reader: TypedReader) throws(DocumentError) {
    guard let seal = document["seal"], seal.content != .null else {
      self = .none
      return
    }
    let source = reader.source
    let help = "run: relscope manifest seal \(ShellWord.quoted(source.name))"
    _ = try reader.members(seal, "seal", known: ["algorithm", "digest"])
    guard let algorithm = seal["algorithm"], let digest = seal["digest"] else {
      throw source.error(seal.line, "a seal without 'algorithm' and 'digest'", help: help)
    }
    let name = try reader.text(algorithm, "algorithm")
    guard name == "sha256" else {
      throw source.error(algorithm.line, "unknown algorithm '\(name)' of the seal, expected 'sha256'", help: help)
    }
    let expected = try reader.text(digest, "digest").lowercased()
    guard expected.utf8.count == 64, expected.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else {
      throw source.error(digest.line, "the seal's digest is not 64 hexadecimal digits", help: help)
    }
    let actual = Self.digest(of: document)
    self = expected == actual ? .intact(actual) : .broken(expected: expected, actual: actual)
  }

  static func digest(of document: JSONValue) -> String {
    sha256(JSONWriter.canonical(document.without("seal")).utf8)
  }
}

extension JSONValue {
  /// The same document with a seal as its last member.
  func sealed() -> JSONValue {
    let open = without("seal")
    guard case .object(var members) = open.content else { return self }
    let digest = Seal.digest(of: open)
    members.append(Member("seal", .object(["algorithm": .string("sha256"), "digest": .string(digest)])))
    return JSONValue(.object(members), line: line)
  }

  fileprivate func without(_ name: String) -> JSONValue {
    guard case .object(let members) = content else { return self }
    return JSONValue(.object(members.filter { $0.name != name }), line: line)
  }
}
