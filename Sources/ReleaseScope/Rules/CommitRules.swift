extension Rule {
  /// What single commits say.
  static let commitRules: [Rule] = [
    Rule(
      .untrackedCommit, .error, from: .presence, judgesPush: true,
      finds: "a commit without a ticket (not a merge, not exempt)",
      advice: "attribute each: git notes --ref=tickets add -m SHOP-12 <commit>, and share that: git push origin "
        + "refs/notes/tickets (clones fetch it: \(SharedNotes.tickets.fetchCommand)); or exempt it in the "
        + "policy"
    ) { input in
      input.untracked.map { Difference(commits: [$0], message: "the commit names no ticket") }
    },
    Rule(
      .suspiciousKey, .warning, from: .presence, finds: "a near miss of a key",
      advice: "attribute the commit to the right ticket: git notes --ref=tickets add -m <key> <commit>"
    ) { input in
      input.scope.nearMisses.map { commit, miss in
        Difference(
          ticket: miss.suggestion, commits: [commit], message: "'\(miss.text)' looks like \(miss.suggestion)",
          help: "run: git notes --ref=tickets add -m \(miss.suggestion) \(commit.abbreviated) && git push origin "
            + "refs/notes/tickets")
      }
    },
    Rule(
      .unresolvedRevert, .error, from: .absence,
      finds: "a revert whose target was not found (an error only when it names a planned ticket with work in effect)",
      advice: "look at what the commit takes back; its tickets may be less complete than they look"
    ) { input in
      let doubted = input.doubted
      return input.scope.reverts.filter { $0.isInEffect && !$0.unresolved.isEmpty }.map { revert in
        let tickets = doubted[revert.commit] ?? []
        let names = tickets.map(\.description).joined(separator: ", ")
        let what = revert.unresolved.joined(separator: "', '")
        let isPart = input.commits[revert.commit]?.facts.reverts.contains(where: \.isPartial) == true
        let doubt = tickets.isEmpty ? "" : ": nobody can tell whether \(names) is delivered"
        return Difference(
          ticket: tickets.first, commits: [revert.commit],
          message:
            isPart
            ? "the commit says that it reverts a part of '\(what)'; which part, was not found\(doubt)"
            : "the commit says that it reverts '\(what)', which was not found\(doubt)",
          help: tickets.isEmpty
            ? nil
            : "look at git show \(revert.commit.abbreviated); name the commit that it takes back, or waive the finding",
          isMild: tickets.isEmpty)
      }
    },
    Rule(
      .baseAhead, .warning, from: .absence, finds: "work on the base that the release lacks, by content",
      advice: "merge the base into the release before you test it"
    ) { input in
      guard !input.baseAhead.isEmpty else { return [] }
      let count = input.baseAhead.count
      return [
        Difference(
          commits: input.baseAhead,
          message: "'\(input.baseName)' has \(count == 1 ? "1 commit" : "\(count) commits") that the release lacks",
          help: "run: git merge \(ShellWord.quoted(input.baseName))")
      ]
    },
    Rule(
      .unportedFix, .warning, from: .absence, finds: "work of a hot fix that an open release branch lacks",
      advice: "port the fix to the branch, or close the branch"
    ) { input in
      input.unportedWork.map { work in
        let picks = work.commits.reversed().map(\.abbreviated).joined(separator: " ")
        return Difference(
          commits: work.commits,
          message: "the open release branch '\(work.branch)' lacks \(work.commits.count) "
            + "\(work.commits.count == 1 ? "commit" : "commits") of this hot fix",
          help: "run: git switch \(ShellWord.quoted(work.branch)) && git cherry-pick -x \(picks)")
      }
    },
  ]
}

extension RuleInput {
  /// By revert, the planned tickets that it names and that have work in effect.
  fileprivate var doubted: [ObjectID: [TicketKey]] {
    var doubted: [ObjectID: [TicketKey]] = [:]
    for (key, state) in plannedStates where state == .delivered || state == .partlyReverted {
      for revert in scope.tickets[key]?.doubtedBy ?? [] { doubted[revert, default: []].append(key) }
    }
    return doubted.mapValues { $0.sorted() }
  }
}

/// Words of commands that people paste.
package enum ShellWord {
  /// `text` as it is when it is plain, else in single quotes: branch names may hold `$`, `;` and backquotes.
  package static func quoted(_ text: String) -> String {
    let plain = Set("-_./@+:".utf8)
    if text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || plain.contains($0) }), !text.hasPrefix("-") {
      return text
    }
    return "'\(text.replacing("'", with: "'\\''"))'"
  }
}

extension String {
  package func caseInsensitivelyEquals(_ other: String) -> Bool { self == other || lowercased() == other.lowercased() }
}
