import Foundation
import TestSupport
import Testing

/// Drafts of mails, as programs that others wrote read them.
struct MailTests {
  private static func isThere(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// The drafts of a release whose texts are not plain, in the folder of its repository.
  private func drafts() async throws -> (repository: GitRepository, files: [(name: String, path: String)]) {
    let policy =
      ReleaseFixture.policy
      + "mail: {qa: [qa@example.com], stakeholders: [client@example.com], from: release@example.com}\n"
    let repository = try await GitRepository.planning(["SHOP-1"], policy: policy)
    let path = repository.path + "/releases/2.4.0.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "Work on SHOP-1", with: "Größere Körbe: <b>€</b> & \\\"mehr\\\" 🛒")
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Name it", files: ["releases/2.4.0.json": text])
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "1\n"])
    let files = try await ["notify", "notes", "results"].asyncMap { command in
      let file = "\(repository.folder.path)/\(command).eml"
      let drafted = try await Relscope(for: repository).run([
        command, "2.4.0", "--repo", repository.path, "--output", file,
      ])
      try #require(drafted.status == 0, "\(drafted)")
      return (name: command, path: file)
    }
    return (repository, files)
  }

  private struct Seen: Decodable {
    let subject: String
    let to: [String]
    let from: String
    let types: [String]
    let plain: String
    let html: String
    let defects: [String]
    let unsent: String
  }

  private static let reader = """
    import email, email.policy, json, sys
    with open(sys.argv[1], "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    defects = [repr(d) for part in mail.walk() for d in part.defects]
    defects += [repr(d) for part in mail.walk() for header in part.values() for d in header.defects]
    print(json.dumps({
        "subject": mail["subject"], "from": mail["from"].addresses[0].addr_spec,
        "to": [a.addr_spec for a in mail["to"].addresses], "types": [p.get_content_type() for p in mail.iter_parts()],
        "plain": mail.get_body(("plain",)).get_content(), "html": mail.get_body(("html",)).get_content(),
        "defects": defects, "unsent": mail["x-unsent"]}))
    """

  @Test(.enabled(if: isThere("python3"), "install python3"))
  func `are read by Python's email package`() async throws {
    let (repository, files) = try await drafts()
    defer { withExtendedLifetime(repository) {} }
    for (name, path) in files {
      let home = try TemporaryFolder()
      let result = try await Program("python3", environment: CleanEnvironment(home: home.path))
        .run(["-c", Self.reader, path])
      try #require(result.status == 0, "\(result)")
      let seen = try JSONDecoder().decode(Seen.self, from: Data(result.outputBytes))
      #expect(seen.defects == [], "\(name)")
      #expect(seen.types == ["text/plain", "text/html"])
      #expect(seen.from == "release@example.com")
      #expect(seen.to.contains(name == "notes" ? "client@example.com" : "qa@example.com"), "\(name): \(seen.to)")
      #expect(seen.subject.contains("2.4.0"))
      #expect(seen.unsent == "1")
      #expect(seen.plain.contains("SHOP-1 Größere Körbe: <b>€</b> & \"mehr\" 🛒"), "\(seen.plain)")
      #expect(seen.html.contains("Größere Körbe: &lt;b&gt;€&lt;/b&gt; &amp; &quot;mehr&quot; 🛒"), "\(seen.html)")
    }
  }

  @Test(.enabled(if: isThere("s-nail"), "install s-nail"))
  func `are shown by a mail program`() async throws {
    let (repository, files) = try await drafts()
    defer { withExtendedLifetime(repository) {} }
    for (name, path) in files {
      let mail = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "\r\n", with: "\n")
      let box = path + ".mbox"
      try "From release@example.com Thu Nov 26 00:00:00 2026\n\(mail)\n".write(
        toFile: box, atomically: true, encoding: .utf8)
      let home = try TemporaryFolder()
      let shown = try await Program(
        "s-nail", environment: CleanEnvironment(home: home.path).setting(["LC_ALL": "C.UTF-8"])
      ).run(
        ["-:/", "-#", "-S", "v15-compat=yes", "-S", "ttycharset=utf-8", "-R", "-f", box],
        input: Array("type 1\nxit\n".utf8))
      #expect(shown.status == 0, "\(shown)")
      #expect(shown.output.contains("From: release@example.com"), "\(name): \(shown)")
      #expect(shown.output.contains("SHOP-1 Größere Körbe: <b>€</b> & \"mehr\""), "\(name): \(shown)")
      #expect(!shown.output.contains("=C3"), "\(name): \(shown)")
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
