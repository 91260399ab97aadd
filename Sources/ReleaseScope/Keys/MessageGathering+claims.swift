extension MessageGathering {
  private static let revertWord = ByteSearch("revert")

  /// Reads what the message says that its commit takes back, or is a copy of.
  mutating func readClaims() {
    let subject = facts.subjectBytes
    for range in parts.bodyLines {
      let line = text.bytes.span.extracting(range)
      if let id = PickedFrom.id(in: line.extracting(line.afterBlanks(from: 0)...)) {
        facts.pickedFrom.append(WrittenID(id))
      }
    }
    readClaim(subject, isMerge ? nil : RevertSubject(subject))
  }

  private mutating func readClaim(_ subject: [UInt8], _ revert: RevertSubject?) {
    guard !isMerge, case let hasIDs = RevertedIDs.areLikely(in: text.bytes.span), revert != nil || hasIDs
    else { return }
    let isSaid = revert != nil || Self.revertWord.end(in: subject.span) != nil
    var claim = RevertClaim(.revert, in: isSaid ? .subject : .body)
    if let revert {
      claim.titles = [.init(String(decoding: revert.quoted, as: UTF8.self), depth: revert.depth - 1)]
      claim.keys = tools.scanner.scan(revert.quoted).counting.map(\.key)
    }
    if hasIDs {
      let lines = (text.subjectLines + text.bodyLines).map { text.bytes[$0] }
      claim.ids = RevertedIDs.find(in: Array(lines.joined(separator: [UInt8(ascii: " ")])))
        .compactMap { WrittenID($0.utf8) }
    }
    if revert != nil || !claim.ids.isEmpty { facts.reverts = [claim] }
  }
}
