import ReleaseScope
import Testing

struct ScopeDriftTests {
  private static func release(frozen: [String], now: [String]) -> RuleStory {
    var release = RuleStory()
    let older = Manifest(
      version: .init(name: RuleStory.version("2.4.0")),
      tickets: frozen.map { RuleStory.ticket($0) { $0.status = "Open" } })
    let newer = Manifest(version: older.version, tickets: now.map { RuleStory.ticket($0) })
    release.gather = { $0.documents.drift = ("v2.4.0-frozen", ManifestDrift(from: older, to: newer)) }
    return release
  }

  @Test func `finds what was added and what was dropped since the scope was frozen`() {
    #expect(
      Self.release(frozen: ["SHOP-1", "SHOP-2"], now: ["SHOP-1", "SHOP-3"]).found(by: .scopeDrift) == [
        .init(
          severity: .warning, ticket: "SHOP-2", commits: [],
          message: "SHOP-2 was dropped after the scope was frozen at 'v2.4.0-frozen'",
          help: RuleStory.advice(.scopeDrift)),
        .init(
          severity: .warning, ticket: "SHOP-3", commits: [],
          message: "SHOP-3 was added after the scope was frozen at 'v2.4.0-frozen'",
          help: RuleStory.advice(.scopeDrift)),
      ])
  }

  @Test func `passes over tickets that only changed, and over a scope that was never frozen`() {
    #expect(Self.release(frozen: ["SHOP-1"], now: ["SHOP-1"]).found(by: .scopeDrift).isEmpty)
    #expect(RuleStory().found(by: .scopeDrift).isEmpty)
  }
}
