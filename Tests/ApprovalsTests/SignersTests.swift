import Approvals
import ReleaseScope
import TestSupport
import Testing

struct SignersTests {
  private static let day = Instant(seconds: 1_795_600_000)

  /// A line that is right, of the vectors.
  private static func line() throws -> String {
    let text = String(decoding: try VectorFiles.bytes("signers"), as: UTF8.self)
    return text.split(separator: "\n").first { $0.hasPrefix("ed25519@") }.map(String.init) ?? ""
  }

  private static func key() throws -> String {
    try line().split(separator: " ").suffix(2).joined(separator: " ")
  }

  private static func offCurve() -> String {
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBPFHJpaGF6ekqgMucOQjOmHKP4z4zPB+NC42Yc4n"
      + "S1gvyCfU/DGiZx/gNAI5oWLFWr/3+CN9yRtjLPVjoKo2NJs="
  }

  @Test(
    arguments: [
      ("a@b KEY", nil), ("  a@b\tKEY a comment with \"", nil), ("a@b,c@d KEY\r", nil), ("# a@b", nil), ("", nil),
      ("\t", nil),
      ("a@b NAMESPACES=\"git,file\",valid-after=\"20261101Z\",valid-before=\"202612312359Z\" KEY", nil),
      ("a@b cert-authority KEY", nil), ("a@b ssh-dss AAAA", nil),
      ("a@b", .noKey), ("a@b ssh-ed25519", .noKey), ("a@b namespaces=\"git\"", .noKey),
      ("a@b,,c@d KEY", .principals("a@b,,c@d")), ("a@b,! KEY", .principals("a@b,!")),
      ("\"a@b\" KEY", .principals("\"a@b\"")),
      ("a@b role=\"lead\" KEY", .option("role=")), ("a@b no-touch-required KEY", .option("no-touch-required")),
      ("a@b namespaces=git KEY", .option("namespaces=git")), ("a@b namespaces=\"\" KEY", .option("namespaces=\"\"")),
      ("a@b cert-authority=\"x\" KEY", .option("cert-authority=")), ("a@b valid-after KEY", .option("valid-after")),
      ("a@b cert-authority, KEY", .option("cert-authority,")),
      ("a@b namespaces=\"git\"x KEY", .option("namespaces=\"git\"x")),
      ("a@b namespaces=\"a\",namespaces=\"b\" KEY", .twice("namespaces")),
      ("a@b valid-before=\"20270101Z\",valid-before=\"20280101Z\" KEY", .twice("valid-before")),
      ("a@b namespaces=\"git KEY", .openQuotation),
      ("a@b valid-before=\"20261231\" KEY", .localTime("20261231")),
      ("a@b valid-before=\"2026-12-31Z\" KEY", .time("2026-12-31Z")),
      ("a@b valid-before=\"20261331Z\" KEY", .time("20261331Z")),
      ("a@b valid-after=\"20261201Z\",valid-before=\"20261201Z\" KEY", .emptyTime),
      ("a@b ssh-ed25519 AAAA!", .base64), ("a@b ssh-ed25519 AAAA", .key(.truncated)),
      ("a@b ssh-new-kind AAAAC3NzaA==", .keyType("ssh-new-kind")),
      ("a@b cert-authority ssh-new AAAA", .keyType("ssh-new")),
      ("a@b ssh-rsa BLOB", .otherType("ssh-rsa", "ssh-ed25519")), ("a@b POINT", .key(.brokenKey)),
      ("a@b\u{0} KEY", .notText), ("\u{FEFF}a@b KEY", .byteOrderMark),
    ] as [(String, SignersError.Reason?)])
  func `reads a line, or says what ssh-keygen would not`(text: String, reason: SignersError.Reason?) throws {
    let key = try Self.key()
    let blob = key.split(separator: " ").last.map(String.init) ?? ""
    let line = text.replacing("KEY", with: key).replacing("BLOB", with: blob).replacing("POINT", with: Self.offCurve())
    // A byte order mark is one only at the start of a file.
    let lines = reason == .byteOrderMark ? line : "# comment\n\(line)\n"
    var found: SignersError?
    do { _ = try AllowedSigners(parsing: Array(lines.utf8)) } catch { found = error }
    #expect(found?.reason == reason)
    #expect(found == nil || found?.line == (reason == .byteOrderMark ? 1 : 2))
    #expect(found?.problem.help?.isEmpty != true)
  }

  @Test(arguments: [
    ("lead@example.com", "lead@example.com", true), ("lead@example.com", "Lead@example.com", false),
    ("a@b,lead@example.com", "lead@example.com", true), ("*@example.com", "lead@example.com", true),
    ("*@example.com,!lead@example.com", "lead@example.com", false), ("l?ad@*", "lead@example.com", true),
    ("*", "lead@example.com", false), ("**,?*,*@*.*", "lead@example.com", false),
    ("*,lead@*", "lead@example.com", true),
    ("!a@b", "lead@example.com", false),
  ])
  func `knows people by name and by patterns that name somebody`(
    principals: String, person: String, isKnown: Bool
  ) throws {
    let signers = try AllowedSigners(parsing: Array("\(principals) \(try Self.key())".utf8))
    let key = try #require(signers.signers.first?.key)
    let line = try? signers.signer(person, key, at: Self.day).get().line
    #expect(line == (isKnown ? 1 : nil))
  }

  @Test(arguments: [
    ("", nil), ("namespaces=\"approval@relscope\"", nil), ("namespaces=\"git,approval@*\"", nil),
    ("namespaces=\"git\"", "may not sign for 'approval@relscope'"),
    ("namespaces=\"*,!approval@relscope\"", "may not sign for 'approval@relscope'"),
    ("valid-before=\"20261125Z\"", "was valid until 2026-11-25T00:00:00Z"),
    ("valid-after=\"20261125Z\"", nil), ("valid-after=\"20261126Z\"", "is valid from 2026-11-26T00:00:00Z on"),
    ("cert-authority", "signs certificates, which are not supported"),
  ])
  func `lets a key sign for what and when its line says`(options: String, refusal: String?) throws {
    let line = "lead@example.com \(options) \(try Self.key())"
    let signers = try AllowedSigners(parsing: Array(line.utf8))
    let key = try #require(signers.signers.first?.key)
    var message: String?
    if case .failure(let error) = signers.signer("lead@example.com", key, at: Self.day) { message = error.message }
    #expect(message == refusal)
  }

  @Test func `finds the line that counts among several of one key`() throws {
    let key = try Self.key()
    let text = "lead@example.com valid-before=\"20200101Z\" \(key)\ndev@example.com \(key)\nlead@example.com \(key)\n"
    let signers = try AllowedSigners(parsing: Array(text.utf8))
    let signing = try #require(signers.signers.first?.key)
    let lead = try signers.signer("lead@example.com", signing, at: Self.day).get().line
    #expect(lead == 3)
    let names = signers.principals(
      of: signing, among: ["lead@example.com", "qa@example.com", "dev@example.com"], at: Self.day)
    #expect(names == ["lead@example.com", "dev@example.com"])
  }
}
