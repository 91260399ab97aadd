extension Rule {
  static let unsealedManifest = Rule(
    .unsealedManifest, .note, finds: "a manifest without a seal (written by hand, or an export)",
    advice: .run("relscope manifest seal <file>"),
    find: .documents { facts in
      guard facts.manifest != nil, facts.seal == .none else { return [] }
      return [Difference(about: facts.manifestName, message: "'\(facts.manifestName)' has no seal")]
    })
}
