import Fuzzing
import ReleaseScope

/// How a commit says what it takes back or does again.
enum RevertForm: CaseIterable {
  /// As `git revert` writes it: the title and the id.
  case git
  /// As `git revert` wrote it before it knew the word "Reapply".
  case olderGit
  case titleOnly
  case singleQuotes
  case curlyQuotes
  case guillemets
  case conventionalID
  case conventionalReference
  case backOut
  case changeset
  case rollBack
  case undoQuoted
  case keyBefore
  case decorated
  case requestNumber
  case mergeRequest
  case azure
  case inTheBody
  case key
  // Of what was taken back.
  case reland
  case relandByID
  case numbered
  case sameAgain

  var needsRequest: Bool {
    switch self {
    case .decorated, .requestNumber, .mergeRequest, .azure: true
    default: false
    }
  }

  static func draw(
    _ mode: HistoryMode, _ draft: HistoryDraft, of target: Int, on branch: Int, _ random: inout RandomNumbers
  ) -> RevertForm {
    guard mode != .git else { return random.isOne(in: 8) ? .olderGit : .git }
    let forms = allCases.filter { $0.fits(draft, target, on: branch) }
    return random.isOne(in: 3) ? .git : forms[Int.random(in: forms.indices, using: &random)]
  }

  /// Of one of the commits that a squash lists: by its subject, if no other has that, or by its id, if that is listed.
  ///
  /// - Returns: `nil` if neither tells.
  static func drawPart(
    _ draft: HistoryDraft, _ part: Int, of squash: Int, _ random: inout RandomNumbers
  ) -> RevertForm? {
    let (node, message) = (draft.nodes[part], draft.nodes[squash].message)
    let isOnly = draft.nodes.count { $0.plainTitle == node.plainTitle || $0.isCalled(node.plainTitle) } == 1
    let forms: [RevertForm] = isOnly ? [.titleOnly, .singleQuotes, .curlyQuotes, .rollBack, .undoQuoted] : []
    let ids: [RevertForm] = [.git, .conventionalID, .backOut, .changeset, .inTheBody]
    let all = message.contains(node.id.description) ? ids + forms : forms
    return all.randomElement(using: &random)
  }

  /// Whether whoever reads it can tell what is meant.
  private func fits(_ draft: HistoryDraft, _ target: Int, on branch: Int) -> Bool {
    let node = draft.nodes[target]
    let tip = draft.tip(of: branch)
    let reached = draft.nodes.indices.filter(tip.reaches)
    func isOnly(_ title: String) -> Bool {
      reached.count { draft.nodes[$0].plainTitle == title || draft.nodes[$0].isCalled(title) } == 1
    }
    let isRevert = if case .revert = node.kind { true } else { false }
    switch self {
    case .git, .conventionalID, .conventionalReference, .backOut, .changeset, .inTheBody: return true
    case .olderGit: return isRevert
    case .titleOnly, .singleQuotes, .curlyQuotes, .guillemets, .rollBack, .undoQuoted, .decorated, .azure:
      return isOnly(node.plainTitle)
    case .keyBefore: return isOnly(node.plainTitle) && draft.tickets(changedBy: target).count == 1
    case .requestNumber, .mergeRequest: return node.request != nil && !isRevert
    case .key:
      guard case .work = node.kind, let ticket = draft.tickets(changedBy: target).first, !node.isKeyless
      else { return false }
      return draft.nodes.count { $0.message.contains(draft.world.tickets[ticket].description) } == 1
    case .reland, .numbered, .sameAgain:
      guard case .revert(let other) = node.kind, case .work = draft.nodes[other].kind else { return false }
      return isOnly(draft.nodes[other].plainTitle) && !draft.nodes[other].isKeyless
    case .relandByID:
      guard case .revert(let other) = node.kind, case .work = draft.nodes[other].kind else { return false }
      return true
    }
  }

  func message(_ draft: HistoryDraft, of target: Int, request: Int?) -> String {
    let node = draft.nodes[target]
    let title = node.plainTitle
    let number = request.map { "\($0)" } ?? ""
    switch self {
    case .git: return gitTitle(node.subject) + "\n\n" + says(draft, node)
    case .olderGit: return "Revert \"\(node.subject)\"\n\n" + says(draft, node)
    case .titleOnly: return "Revert \"\(title)\"\n"
    // Nobody quotes a title in the marks that it has itself.
    case .singleQuotes: return title.contains("'") ? "Revert \"\(title)\"\n" : "Revert '\(title)'\n"
    case .curlyQuotes: return "Revert “\(title)”\n"
    case .guillemets: return "Revert «\(title)»\n"
    case .conventionalID: return "revert: \(title)\n\nThis reverts commit \(node.id).\n"
    case .conventionalReference: return "revert: \(title)\n\nRefs: \(node.id.abbreviated)\n"
    case .backOut: return "Back out \"\(title)\"\n\nThis backs out commit \(node.id).\n"
    case .changeset: return "Backed out changeset \(node.id.description.prefix(12)) for test failures\n"
    case .rollBack: return "Roll back \"\(title)\"\n"
    case .undoQuoted: return "Undo \"\(title)\"\n"
    case .keyBefore:
      let ticket = draft.tickets(changedBy: target).first.map { "\(draft.world.tickets[$0]): " } ?? ""
      return "\(ticket)Revert \"\(title)\"\n"
    case .decorated: return "[2.4] Revert \"\(title)\" (#\(number))\n"
    case .requestNumber: return "Revert \"\(title)\" (#\(number))\n\nReverts shop/web#\(node.requestText)\n"
    case .mergeRequest: return "Revert \"\(node.subject)\"\n\nThis reverts merge request !\(node.requestText)\n"
    case .azure: return "Merged PR \(number): Revert \"\(title)\"\n"
    case .inTheBody: return "It does not work on old phones\n\nThis reverts commit \(node.id).\n"
    case .key:
      let ticket = draft.tickets(changedBy: target).first.map { draft.world.tickets[$0].description } ?? ""
      return "Revert \(ticket)\n"
    case .reland: return "Reland \"\(draft.original(target).plainTitle)\"\n"
    case .relandByID:
      let original = draft.original(target)
      return "Reland \"\(original.plainTitle)\"\n\nThis is a reland of commit \(original.id).\n"
    case .numbered: return "Revert^2 \"\(draft.original(target).plainTitle)\"\n"
    case .sameAgain: return draft.original(target).message
    }
  }

  private func gitTitle(_ subject: String) -> String {
    let opening = "Revert \""
    guard subject.hasPrefix(opening), !subject.dropFirst(opening.count).hasPrefix(opening) else {
      return "\(opening)\(subject)\""
    }
    return "Reapply \"\(subject.dropFirst(opening.count))"
  }

  private func says(_ draft: HistoryDraft, _ node: Node) -> String {
    guard node.isMerge else { return "This reverts commit \(node.id).\n" }
    return "This reverts commit \(node.id), reversing\nchanges made to \(draft.nodes[node.parents[0]].id).\n"
  }
}

extension HistoryDraft {
  /// Of a revert, what it takes back.
  fileprivate func original(_ revert: Int) -> Node {
    guard case .revert(let other) = nodes[revert].kind else { return nodes[revert] }
    return nodes[other]
  }
}

extension Node {
  fileprivate var requestText: String { request.map { "\($0)" } ?? "" }

  /// Whether its message has a title that may be quoted: a squash has that of its pull request in the subject, or alone
  /// below it.
  fileprivate func isCalled(_ title: String) -> Bool {
    if subject == title { return true }
    guard case .squash = kind else { return false }
    return plainTitle.hasSuffix(": \(title)")
      || message.split(separator: "\n").dropFirst().first.map(String.init) == title
  }

  /// The title of the pull request, or else the subject, without the number of a pull request.
  fileprivate var plainTitle: String {
    let text = title ?? subject
    guard text.hasSuffix(")"), let mark = text.ranges(of: " (#").last,
      text[mark.upperBound...].dropLast().allSatisfy(\.isNumber)
    else { return text }
    return String(text[..<mark.lowerBound])
  }
}
