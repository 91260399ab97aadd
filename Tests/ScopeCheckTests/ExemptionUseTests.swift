import InMemoryRepository
import ReleaseScope
import ScopeCheck
import Testing

struct ExemptionUseTests {
  private func unused(_ release: CheckedRelease) throws -> [Finding] {
    var request = CheckRequest(now: Instant(seconds: 1_790_000_000))
    request.base = "main"
    request.release = "release/2.4.0"
    request.looksForUnusedExemptions = true
    return try ScopeCheck(release.repository, request).run().findings.filter { $0.rule == .exemptionUnused }
  }

  private func release(_ exemption: String) -> CheckedRelease {
    var release = CheckedRelease(policy: "exempt: [{\(exemption), reason: r}]")
    release.commitPlanned()
    return release
  }

  @Test(arguments: [#"subject: "Bump *""#, #"author: "Dana <*>", subject: "Bump *""#, #"paths: ["CHANGES"]"#])
  func `says nothing of an exemption that covers a commit of the range`(exemption: String) throws {
    var release = release(exemption)
    release.commit("Bump left-pad", file: "CHANGES")
    #expect(try unused(release).isEmpty)
  }

  @Test(arguments: [#"subject: "Star*""#, #"paths: [".relscope.yml", "releases/*"]"#])
  func `says nothing of one that covers a commit below the range`(exemption: String) throws {
    #expect(try unused(release(exemption)).isEmpty)
  }

  @Test func `notes one that never matched anything`() throws {
    let found = try unused(release(#"author: "*bot*""#))
    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.message) == ["the exemption by author '*bot*' has matched nothing yet"])
  }

  @Test func `proposes the stars that were forgotten`() throws {
    var release = release("subject: Bump")
    release.commit("Bump left-pad")
    let found = try unused(release)
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.help) == ["did you mean subject: \"*Bump*\"?"])
  }

  @Test func `looks for none where nobody asks`() throws {
    let found = try release(#"author: "*bot*""#).report().findings.filter { $0.rule == .exemptionUnused }
    #expect(found.isEmpty)
  }
}
