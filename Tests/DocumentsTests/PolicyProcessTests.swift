import ReleaseScope
import Testing

@testable import Documents

/// What a policy says of the steps around the comparison.
struct PolicyProcessTests {
  private func policy(_ text: String) throws -> Policy {
    try PolicyFile(parsing: text.bytes, name: ".relscope.yml").policy
  }

  @Test func `reads production, mail and notes`() throws {
    let policy = try policy(
      """
      production: {tag: "v{version}"}
      qa: [qa@example.com, Quinn]
      mail: {qa: [qa@example.com], stakeholders: [client@example.com], from: release@example.com}
      notes: {headings: {Story: Added, Bug: Fixed}, leave-out: {types: [Task], labels: [internal]}}
      """)
    #expect(try policy.production == .tag(VersionTemplate(parsing: "v{version}")))
    #expect(policy.qa == ["qa@example.com", "Quinn"])
    #expect(policy.mail.qa == ["qa@example.com"])
    #expect(policy.mail.stakeholders == ["client@example.com"])
    #expect(policy.mail.from == "release@example.com")
    #expect(policy.notes.headings.map(\.type) == ["Story", "Bug"])
    #expect(policy.notes.headings.map(\.heading) == ["Added", "Fixed"])
    #expect(policy.notes.internalTypes == ["Task"])
    #expect(policy.notes.internalLabels == ["internal"])
  }

  @Test(arguments: [
    ("{branch: production}", ProductionSign.branch("production")), ("{environment: live}", .environment("live")),
  ])
  func `reads what production is`(text: String, place: ProductionSign) throws {
    #expect(try policy("production: \(text)").production == place)
  }

  @Test(arguments: [
    ("production: {}", "'production' names nothing"),
    ("production: {tag: v, branch: b}", "'production' names more than one thing"),
    ("production: {tags: v}", "unknown key 'tags'"), ("production: {tag: ''}", "'tag' is blank"),
    ("mail: {qa: [qa]}", "'qa' is no mail address"), ("mail: {qa: ['a@b@c']}", "'a@b@c' is no mail address"),
    ("mail: {from: \"a@b\\nBcc: c@d\"}", "'a@b\nBcc: c@d' is no mail address"),
    ("mail: {from: 'QA <qa@example.com>'}", "'QA <qa@example.com>' is no mail address"),
    ("notes: {leave-out: {type: [Task]}}", "unknown key 'type'"),
  ])
  func `says what is wrong with it`(text: String, message: String) throws {
    let error = try #require(throws: DocumentError.self) { try policy(text) }
    #expect(error.message == message)
    #expect(error.line == 1)
  }

  @Test(
    arguments: [
      (
        "{kind: gitlab, url: \"https://git.example.com/gitlab\"}",
        .init(kind: .gitlab, url: "https://git.example.com/gitlab")
      ),
      ("{kind: bitbucket-data-center}", .init(kind: .bitbucketDataCenter)),
      ("{url: \"http://127.0.0.1:80\", kind: github}", .init(kind: .github, url: "http://127.0.0.1:80")),
    ] as [(String, ForgePolicy)])
  func `reads where pull requests are`(text: String, forge: ForgePolicy) throws {
    #expect(try policy("forge: \(text)").forge == forge)
  }

  @Test(arguments: [
    ("{url: \"https://git.example.com\"}", "'forge' does not say its kind"), ("{kind: svn}", "unknown forge 'svn'"),
    ("{kind: gitlab, url: \"http://git.example.com\"}", "'http://git.example.com' is no address of a forge"),
    (
      "{kind: gitlab, url: \"https://me:pw@git.example.com\"}",
      "'https://me:pw@git.example.com' is no address of a forge"
    ),
    ("{kind: gitlab, token: x}", "unknown key 'token'"),
  ])
  func `says what is wrong with the forge`(text: String, message: String) throws {
    let error = try #require(throws: DocumentError.self) { try policy("forge: \(text)") }
    #expect(error.message == message)
  }
}
