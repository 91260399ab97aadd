extension Rule {
  static let staleManifest = Rule(
    .staleManifest, .warning, finds: "a manifest that is older than the policy allows",
    advice: "fetch the manifest again",
    find: .documents { facts in
      guard let limit = facts.policy.manifestMaxAge, let manifest = facts.manifest else { return [] }
      guard let fetchedAt = manifest.source?.fetchedAt else {
        return [Difference(about: "undated", message: "'\(facts.manifestName)' does not say when it was fetched")]
      }
      guard facts.now.seconds - fetchedAt.seconds > limit else { return [] }
      return [
        Difference(
          about: "\(fetchedAt)",
          message: "'\(facts.manifestName)' was fetched at \(fetchedAt), longer ago than the policy allows")
      ]
    })
}
