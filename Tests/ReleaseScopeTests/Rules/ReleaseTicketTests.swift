import ReleaseScope
import Testing

struct ReleaseTicketTests {
  private static func release(_ key: String? = "SHOP-900") -> RuleStory {
    var release = RuleStory(planned: "SHOP-1")
    release.manifest?.releaseTicket = key.map(RuleStory.key)
    return release
  }

  @Test func `finds a version without a release ticket`() {
    #expect(
      Self.release(nil).found(by: .releaseTicket) == [
        .init(
          severity: .warning, ticket: nil, commits: [], message: "version '2.4.0' has no release ticket",
          help: RuleStory.advice(.releaseTicket))
      ])
  }

  @Test(arguments: [("jira", nil, true), ("jira", "labels = release", false), ("file", nil, false)])
  func `says how to let Jira find it, where nobody has said so`(kind: String, query: String?, isSaid: Bool) {
    var release = Self.release(nil)
    release.manifest?.source = .init(kind: kind)
    release.policy.releaseTicketQuery = query
    let own = "say how to find it, with 'jira: {release-ticket: ...}' in the policy"
    #expect(release.found(by: .releaseTicket).map(\.help) == [isSaid ? own : RuleStory.advice(.releaseTicket)])
  }

  @Test(arguments: [true, false]) func `finds a release ticket that nobody is assigned to`(isPlanned: Bool) {
    var release = Self.release()
    let ticket = RuleStory.ticket("SHOP-900") { $0.assignee = .empty }
    if isPlanned { release.manifest?.tickets.append(ticket) } else { release.manifest?.others.append(ticket) }
    #expect(
      release.found(by: .releaseTicket) == [
        .init(
          severity: .warning, ticket: "SHOP-900", commits: [],
          message: "the release ticket SHOP-900 has no assignee", help: RuleStory.advice(.releaseTicket))
      ])
  }

  @Test func `passes over one that is assigned, and over one that the file does not describe`() {
    var release = Self.release()
    #expect(release.found(by: .releaseTicket).isEmpty)
    release.manifest?.others = [RuleStory.ticket("SHOP-900"), RuleStory.ticket("SHOP-7") { $0.assignee = .empty }]
    #expect(release.found(by: .releaseTicket).isEmpty)
    release.manifest = nil
    #expect(release.found(by: .releaseTicket).isEmpty)
  }
}
