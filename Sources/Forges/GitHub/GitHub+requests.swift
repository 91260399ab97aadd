import HTTP
import ReleaseScope

extension GitHub {
  private struct Name: Decodable {
    let full_name: String
  }

  func requests(from head: String, into base: String) async throws(ForgeError) -> [PullRequest] {
    let owned = try await requests(of: client.repository.owner, head, base)
    if !owned.isEmpty { return owned }
    // An owner that was renamed has no branches by the old name.
    let repository: Name = try await client.answer(request(.get), "such repository")
    let owner = String(repository.full_name.prefix { $0 != "/" })
    return owner == client.repository.owner ? [] : try await requests(of: owner, head, base)
  }

  private func requests(
    of owner: String, _ head: String, _ base: String
  ) async throws(ForgeError) -> [PullRequest] {
    // Without the owner, GitHub passes over the filter.
    try await pulls(["state": "all", "head": "\(owner):\(head)", "base": base, "per_page": "100"])
  }
}
