extension Rule {
  static let nothingChanged = Rule(
    .nothingChanged, .error,
    finds: "a release with the same content as the base, and tickets in the manifest",
    advice: "find out what took the work of the release back, or what put it on the base",
    find: .documents { facts in
      guard facts.changesNothing, !facts.planned.isEmpty else { return [] }
      return [
        Difference(
          message: "'\(facts.releaseName)' has the same files as '\(facts.baseName)': its merge would change nothing",
          help: .run("git log --oneline \(ShellWord.quoted("\(facts.baseName)..\(facts.releaseName)"))"))
      ]
    })
}
