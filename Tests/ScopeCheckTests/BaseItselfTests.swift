import InMemoryRepository
import ReleaseScope
import ScopeCheck
import Testing

struct BaseItselfTests {
  /// HEAD on the base, and a release branch on which nothing has been done yet.
  @Test(arguments: [
    (
      "main",
      "'main' is the base itself: check out the release branch, or name it with --release, and a merged one by its merge "
        + "with --merge"
    ),
    ("release/2.4.0", "'release/2.4.0' adds no commit to 'main'; name the merge of an earlier release with --merge"),
  ])
  func `says what to do where there is nothing to look at`(head: String, remark: String) throws {
    let release = CheckedRelease()
    release.repository.symbolicReferences["HEAD"] = "refs/heads/\(head)"
    var request = CheckRequest(now: Instant(seconds: 1_780_000_000))
    request.needsManifest = false
    let report = try ScopeCheck(release.repository, request).run()
    #expect(report.remarks.contains(remark), "\(report.remarks)")
  }
}
