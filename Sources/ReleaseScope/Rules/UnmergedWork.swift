extension Rule {
  static let unmergedWork = Rule(
    .unmergedWork, .error, finds: "a ticket of the manifest whose work is on another ref only",
    advice: "merge the branch that has the work into the release",
    find: .absence { facts in
      facts.planned.keys(in: .absent, .mentioned).compactMap { key in
        guard let work = facts.elsewhere.unmergedWork[key] else { return nil }
        let count = work.commits.count == 1 ? "1 commit" : "\(work.commits.count) commits"
        return Difference(
          ticket: key, commits: work.commits,
          message: "\(key) is planned and its work is only on '\(work.branch)' (\(count))",
          help: work.isBase
            ? Advice("it is on the base already:", run: "git merge \(ShellWord.quoted(work.branch))")
            : .run(
              "git switch \(ShellWord.quoted(facts.documents.releaseName)) && git merge "
                + ShellWord.quoted(work.branch)))
      }
    })
}
