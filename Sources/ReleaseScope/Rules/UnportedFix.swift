extension Rule {
  static let unportedFix = Rule(
    .unportedFix, .warning, finds: "work of a hot fix that an open release branch lacks",
    advice: "port the fix to the branch, or close the branch",
    find: .absence { facts in
      facts.elsewhere.unportedWork.map { work in
        let picks = work.commits.reversed().map(\.abbreviated).joined(separator: " ")
        return Difference(
          commits: work.commits,
          message: "the open release branch '\(work.branch)' lacks \(work.commits.count) "
            + "\(work.commits.count == 1 ? "commit" : "commits") of this hot fix",
          help: .run("git switch \(ShellWord.quoted(work.branch)) && git cherry-pick -x \(picks)"))
      }
    })
}
