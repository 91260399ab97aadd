import HTTP
import ReleaseScope

extension BitbucketCloud {
  /// Pull requests name commits by twelve digits.
  func id(of commit: CommitName) async throws(ForgeError) -> ObjectID? {
    if let id = ObjectID(commit.text) { return id }
    let reply: CloudPullRequestReply.Side.Commit? = try await readable { () throws(ForgeError) in
      try await client.answer(request(.get, "commit", commit.text), "commit \(commit)")
    }
    return (reply?.hash).flatMap { ObjectID($0) }
  }
}
