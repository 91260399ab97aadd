import Gate
import ReleaseScope

extension FuzzTarget {
  private static let messageWords = [
    "SHOP-12", "SHOP-99", "shop-12", "PAY-7", "SHOP", "Revert", "Reapply", "Revert \"", "This reverts commit ",
    "0123456789abcdef0123456789abcdef01234567", "(cherry picked from commit 0123456789ab)",
    "Merge branch 'feature/SHOP-12'",
    "Merge pull request #12 from shop/", "into", "See merge request shop/web!12", "Merged PR 14: ", "(#12)", "Closes ",
    "Fixes", "Refs:", "Ticket:", "Jira=", "See also:", "* ", "- [ ] ", "```", "> ",
    "https://jira.example.com/browse/SHOP-12",
    "Backed out changeset", "Change-Id: I0123456789abcdef0123456789abcdef01234567", "Co-authored-by: A <a@b>", "[2.4]",
    "feat(cart)!:", "Squashed commit of the following:", "commit 0123456789", "Auto merge of #12 - b, r=c", "and",
    "Backport",
  ]

  static let messages = [keys, claims, commitMessages, hookLines]

  private static let projects = ["SHOP", "PAY"].compactMap { try? ProjectKey(parsing: $0) }

  private static let keys = FuzzTarget("keys", .text, words: messageWords) { bytes in
    var found = 0
    for scanner in [
      KeyScanner(projects: projects), KeyScanner(projects: []), KeyScanner(projects: projects, ignoresCase: true),
    ] {
      for inBranchName in [false, true] {
        let (counting, others) = scanner.scan(bytes[...], inBranchName: inBranchName)
        for matches in [counting, others] {
          var end = 0
          for match in matches {
            precondition(match.range.lowerBound >= end && match.range.upperBound <= bytes.count, "out of order")
            let text = String(decoding: bytes[match.range], as: UTF8.self).uppercased()
            precondition(text == match.key.description, "another key than what stands there")
            end = match.range.upperBound
          }
        }
        found += counting.count
      }
    }
    return found > 0
  }

  private static let claims = FuzzTarget("claims", .text, words: messageWords) { bytes in
    let reader = MessageReader(
      scanner: KeyScanner(projects: projects), planned: ["SHOP-12", "PAY-7"].compactMap { try? TicketKey(parsing: $0) })
    var says = false
    for isMerge in [false, true] {
      let facts = reader.facts(ofMessage: bytes.span, isMerge: isMerge)
      precondition(Set(facts.implements.map(\.key)).count == facts.implements.count, "a key twice")
      precondition(Set(facts.implements.map(\.key)).isDisjoint(with: facts.mentions), "work, and only mentioned")
      precondition(Set(facts.mentions).count == facts.mentions.count, "a mention twice")
      precondition(facts == reader.facts(ofMessage: bytes.span, isMerge: isMerge), "another answer")
      for (_, rule) in reader.rules(ofMessage: bytes.span, isMerge: isMerge) { _ = rule.place }
      says = says || !facts.implements.isEmpty || !facts.reverts.isEmpty || !facts.pickedFrom.isEmpty
    }
    return says
  }

  private static let commitMessages = FuzzTarget(
    "commit-messages", .text,
    words: messageWords + ["# ", "#\n", "# ------------------------ >8 ------------------------\n", "fixup! ", "; "]
  ) { bytes in
    let reader = MessageReader(scanner: KeyScanner(projects: projects))
    var isWritten = false
    for setting in [nil, "verbatim", "whitespace", "scissors", "strip"] {
      for comment in ["#", ";", "//", "auto"] {
        let cleanup = MessageCleanup(setting: setting, comment: comment)
        let message = CommitMessageFile(bytes, cleanup)
        precondition(message.text.count <= bytes.count, "longer than the file")
        isWritten = isWritten || !message.isEmpty
        _ = reader.facts(ofMessage: CommitMessageFile(message.adding(trailer: "Ticket: SHOP-12"), cleanup).text)
      }
    }
    return isWritten
  }

  private static let hookLines = FuzzTarget(
    "hook-lines", .text,
    words: [
      "refs/heads/main", "refs/heads/release/2.4.0", "refs/tags/v1", "(delete)", "HEAD", "ref:refs/heads/x",
      "0000000000000000000000000000000000000000", "0123456789abcdef0123456789abcdef01234567",
      String(repeating: "0", count: 64), String(repeating: "a", count: 64),
    ]
  ) { bytes in
    let updates = try? RefUpdate.parse(bytes)
    let pushes = try? PushLine.parse(bytes)
    let lines = bytes.split(separator: UInt8(ascii: "\n")).count
    precondition(updates?.count ?? 0 <= lines && pushes?.count ?? lines == lines, "a line was left out")
    return updates != nil || pushes != nil
  }
}
