import ReleaseScope
import Testing

struct ExemptionUnusedTests {
  private func found(_ state: UnusedExemption.State, set severity: Severity? = nil) -> [RuleStory.Found] {
    var release = RuleStory()
    if let severity { release.policy.severities[.exemptionUnused] = severity }
    release.gather = { $0.unusedExemptions = [UnusedExemption(Exemption(author: "dependabot", reason: "r"), state)] }
    return release.found(by: .exemptionUnused)
  }

  @Test func `is a note for what never matched, and a warning for what matches no more or is a slip`() {
    #expect(found(.never).map(\.severity) == [.note])
    #expect(found(.past(looked: 500)).map(\.severity) == [.warning])
    let near = found(.near(correction: "author: \"*dependabot*\"", commits: 3))
    #expect(near.map(\.severity) == [.warning])
    #expect(near.map(\.help) == ["did you mean author: \"*dependabot*\"?"])
    #expect(near.first?.message.contains("is near to 3 commits without a ticket") == true)
  }

  @Test(
    arguments: [
      (Exemption(author: "dependabot", reason: "r"), "author 'dependabot'"),
      (Exemption(committer: "weblate", subject: "Bump *", reason: "r"), "committer 'weblate', subject 'Bump *'"),
      (Exemption(paths: ["docs/**", "*.md"], reason: "r"), "paths 'docs/**', '*.md'"),
      (Exemption(author: "bot", paths: ["docs/**"], reason: "r"), "author 'bot', paths 'docs/**'"),
    ])
  func `names all that an exemption goes by, and nothing else`(exemption: Exemption, condition: String) {
    var release = RuleStory()
    release.gather = { $0.unusedExemptions = [UnusedExemption(exemption, .never)] }
    let messages = release.found(by: .exemptionUnused).map(\.message)
    #expect(messages == ["the exemption by \(condition) has matched nothing yet"])
  }

  @Test func `weighs what the policy says`() {
    #expect(found(.never, set: .error).map(\.severity) == [.error])
    #expect(found(.past(looked: 500), set: .off).isEmpty)
  }

  @Test(
    arguments: [
      (Exemption(author: "dependabot", reason: "r"), "author: \"*dependabot*\""),
      (Exemption(committer: "weblate", reason: "r"), "committer: \"*weblate*\""),
      (Exemption(subject: "Bump", reason: "r"), "subject: \"*Bump*\""),
      (Exemption(paths: ["docs/"], reason: "r"), "paths: [\"docs/**\"]"),
      (Exemption(paths: ["docs"], reason: "r"), "paths: [\"docs/**\"]"),
      (Exemption(author: "*bot*", reason: "r"), nil), (Exemption(author: "dependa?ot", reason: "r"), nil),
      (Exemption(committer: "weblate*", reason: "r"), nil), (Exemption(subject: "Bump *", reason: "r"), nil),
      (Exemption(paths: ["docs/**"], reason: "r"), nil),
      (Exemption(author: "bot", paths: ["docs"], reason: "r"), nil),
    ] as [(Exemption, String?)])
  func `knows the stars that people forget`(exemption: Exemption, correction: String?) {
    let text = exemption.loosened?.text
    #expect(text == correction)
  }
}
