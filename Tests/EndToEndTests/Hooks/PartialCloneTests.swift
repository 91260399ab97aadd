import TestSupport
import Testing

/// Pushes of main from a clone that has no files of the release branch.
struct PartialCloneTests {
  /// The release holds SHOP-9, which nobody planned; its server is the clone's `origin`, and main is checked out.
  private func clone() async throws -> GitRepository {
    let original = try await GitRepository.mismatched()
    let clone = try await original.clone(bare: true).clone(filter: "blob:none")
    try await clone.checkout("main")
    try await clone.installHook("pre-push")
    return clone
  }

  @Test func `says nothing about work in other files than the release's`() async throws {
    let clone = try await clone()
    try await clone.commit("SHOP-60 Mend a typo", files: ["README.md": "# A shop\n"])
    let push = try await clone.push("main")
    #expect(push.status == 0 && push.errors.isEmpty, "\(push)")
  }

  /// That it is all of the release can be told by the lines of its files alone.
  @Test(arguments: [[:], ["more.js": "export const more = 1\n"]])
  func `stops work in the release's files until these are here`(besides: [String: String]) async throws {
    let clone = try await clone()
    let files = [
      "cart.js": "export const keep = true\nexport const days = 7\n", "voucher.js": "export const vouchers = 2\n",
    ]
    try await clone.commit("SHOP-1 Keep the cart", files: files.merging(besides) { $1 })
    let blind = try await clone.push("main")
    #expect(blind.status != 0, "\(blind)")
    try #require(blind.errors.contains("git fetch --refetch --no-filter origin"), "\(blind)")

    try await clone.git("fetch", "--quiet", "--refetch", "--no-filter", "origin")
    let seeing = try await clone.push("main")
    #expect(seeing.status != 0, "\(seeing)")
    #expect(seeing.errors.contains("SHOP-9"), "\(seeing)")
  }
}
