import Documents
import ReleaseScope

extension SampleReport {
  /// One finding of each rule.
  static func everyRule() throws -> ScopeReport {
    var builder = try ReportBuilder()
    try addRightTickets(to: &builder)
    for (position, rule) in RuleID.allCases.enumerated() {
      let severity: Severity = [.error, .warning, .note][position % 3]
      switch position % 4 {
      case 0, 1:
        let key = "SHOP-\(200 + position)"
        let commits = try builder.ticket(
          key, "Ticket of the rule \(rule.rawValue)", state: .delivered, commits: ["\(key): work for \(rule.rawValue)"])
        try builder.find(
          rule, severity, about: key, commits: commits, "\(key) breaks \(rule.rawValue)", help: "mend \(key)")
      case 2:
        let commit = try builder.commit("A commit that breaks \(rule.rawValue)")
        try builder.find(rule, severity, commits: [commit], "a commit breaks \(rule.rawValue)", help: "mend the commit")
      default:
        try builder.find(rule, severity, "the release breaks \(rule.rawValue)", help: "mend the release")
      }
    }
    return builder.built()
  }

  /// Text that tries to act on the reader.
  static let attacks = [
    "\u{1B}[2J\u{1B}[31mPASS\u{1B}]0;title\u{07}", "a\u{9B}31mb\u{7F}c\u{0}d\u{08}\u{08}e",
    "line\r\nbreak\ttab\u{2028}x",
    "abc\u{202E}fed\u{2066}x\u{2069}\u{200F}\u{061C}", "zero\u{200B}width\u{FEFF}\u{2060}and\u{AD}soft",
    "::error::fake", "::set-output name=x::y", "##[error]fake", "##vso[task.complete result=Succeeded;]",
    "| a | b | <!-- --> </details><script>alert(1)</script>", "![x](http://evil.example/a.png) [y](javascript:alert)",
    "@everyone #123 GH-12 !7 ~label $x^2$ :tada: org/repo#1", "# heading", "- item", "1. item", "> quote", "```",
    "**bold** _it_ ~~no~~ `code` \\", "https://evil.example www.evil.example a@evil.example", "+ plus", "=====",
    "&lt;b&gt;",
    "購物車在登入後會遺失訪客的商品並且顯示錯誤的價格資訊而且還會重複計算運費", "👩‍👩‍👧 familia ❤️ 🇩🇪 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
    "e\u{301}a\u{308}o\u{327} Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}algo", "\u{301}lone mark",
    String(repeating: "Supercalifragilistic", count: 20), "", "   ",
  ]

  static func hostile() throws -> ScopeReport {
    var builder = try ReportBuilder(version: "2.4.0\u{1B}[0m <b>", release: "release/`x`\u{202E}|y")
    for (position, attack) in attacks.enumerated() {
      let bad = "SHOP-\(300 + position)"
      let commits = try builder.ticket(bad, attack, planned: false, commits: [attack], by: attack)
      try builder.find(
        RuleID.allCases[position % 3], .error, about: bad, commits: commits, "\(bad) \(attack)", help: attack)
      try builder.ticket("SHOP-\(400 + position)", attack, commits: [attack], by: attack)
      let loose = try builder.commit(attack, by: attack)
      try builder.find(.untrackedCommit, .warning, commits: [loose], attack, help: attack)
      try builder.find(.versionState, .warning, attack, help: attack)
      let waiver = Waiver(rule: .notReady, reason: attack, approver: attack, expires: Day(number: 20_000))
      try builder.find(.notReady, .error, about: bad, attack, help: attack, waiver: waiver)
      builder.change {
        $0.untracked.append(loose)
        $0.exempt.append(ExemptCommit(commit: loose, reason: attack))
        $0.remarks.append(attack)
        $0.incomplete.append(Incompleteness(reason: .missingObject, message: attack, help: Advice(written: attack)))
      }
    }
    return builder.built()
  }

  /// 500 tickets of all kinds.
  static func many() throws -> ScopeReport {
    var builder = try ReportBuilder()
    for number in 1...500 {
      let key = "\(number % 5 == 0 ? "PAY" : "SHOP")-\(number)"
      let summary = "What number \(number) is about"
      switch number % 10 {
      case 0:
        try builder.ticket(key, summary, state: .absent)
        try builder.find(
          .missingTicket, .error, about: key, "\(key) is planned and no commit of the release implements it",
          help: "merge its work into the release, or move the ticket to another version and refresh the manifest")
      case 1:
        let commits = try builder.ticket(
          key, nil, planned: false, commits: (1...(number == 1 ? 60 : 2)).map { "\(key): part \($0)" })
        try builder.find(
          .unplannedTicket, .error, about: key, commits: commits,
          "\(key) is in the release and not in the manifest",
          help: "revert \(key), or plan it")
      case 2:
        try builder.ticket(key, summary, planned: false, state: .mentioned)
      case 3:
        try builder.ticket(key, summary, state: .alreadyOnBase, commits: ["\(key) on the base"], evidence: .onBase)
      case 4:
        let commit = try builder.commit("No ticket \(number)")
        try builder.find(
          .untrackedCommit, .error, commits: [commit], "the commit names no ticket",
          help: "give it one with git notes")
        builder.change { $0.untracked.append(commit) }
        fallthrough
      default:
        try builder.ticket(key, summary, commits: ["\(key): work"])
      }
    }
    let keys = try (1...3).map { OtherKey(key: try ReportBuilder.key("CVE-\($0)"), commits: []) }
    builder.change { $0.otherKeys = keys }
    return builder.built()
  }
}
