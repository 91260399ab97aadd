/// What one commit message says: whose work it is, what it names, what it reverts.
package struct MessageFacts: Equatable, Sendable {
  package typealias KeyUse = Commits.KeyUse

  /// The tickets that the commit implements, each once with its first place, in the order of the message.
  package var implements: [KeyUse] = []
  /// Tickets that are only named, each once.
  package var mentions: [TicketKey] = []
  /// Keys of projects that are not known, each once.
  package var others: [TicketKey] = []
  package var nearMisses: [NearMiss] = []
  /// What the commit says that it takes back or does again, in the order of the message.
  package var reverts: [RevertClaim] = []
  /// The commits of which the message says that its commit is a copy, in order, each once.
  package var pickedFrom: [WrittenID] = []
  /// The title of the pull request, where it is not the subject: `Merge pull request #12 from ...` has it in the body.
  package var title: [UInt8]?
  /// The numbers of the pull request that only the body has: `See merge request shop/web!12`. The subject's are not
  /// here.
  package var requests: [Int] = []
  /// The pull requests of which the message says that its commit is a copy, in order, each once: 15 for
  /// `Backports #15`.
  package var copyOf: [Int] = []
  /// The commits that the commit is a squash of, as `git merge --squash` lists them.
  package var squashOf: [WrittenID] = []
  /// Whether the body has a list, of commits or of anything.
  package var hasList = false
  /// Gerrit's name for a change, which its copies on other branches share: the digits behind `I`.
  package var changeID: ObjectID?
  /// The number of Phabricator's review, which copies on other branches share: 4711 for
  /// `Differential Revision: .../D4711`.
  package var differential: Int?
  /// Whether a verb of taking back stands anywhere, whatever it is about: then the files tell.
  package var mayRevert = false
  /// Whether a sentence says of its own commit that it takes something back, though not what in a way that is read.
  package var saysRevert = false
  /// The first paragraph, its lines joined by a blank; UTF-8 but for what no encoding explains.
  package var subjectBytes: [UInt8] = []
  /// Whether the message is longer than ``MessageReader/longest``, and the rest of it was not read.
  package var isLong = false

  /// The number of its own pull request.
  package var request: Int? { (RequestNumbers.find(inTitle: subjectBytes) + requests).last }
  package var subject: String { String(decoding: subjectBytes, as: UTF8.self) }

  package init() {}
}

extension MessageFacts {
  /// The claim that says what the commit is for, before others that its body makes.
  package var mainClaim: RevertClaim? { reverts.first { $0.source == .subject } ?? reverts.first }

  /// Whether the commit takes something back besides other work.
  package var takesBackBesides: Bool {
    !takesBack(revert: nil) && reverts.contains { $0.action == .revert && ($0.source == .item || $0.source == .body) }
  }

  /// Whether the commit takes work back, and does not bring it back.
  ///
  /// - Parameter isOfRevert: Whether it takes back what takes work back; `nil` where only its words tell.
  package func takesBack(revert isOfRevert: Bool?) -> Bool {
    guard let claim = mainClaim, claim.action == .revert else { return false }
    switch claim.source {
    case .subject, .onlyItems: break
    // What takes something back besides other work does more than that.
    case .item: return false
    case .body: if implements.first?.place == .subject { return false }
    }
    return isOfRevert.map { !$0 } ?? (claim.titles.first?.depth ?? 0).isMultiple(of: 2)
  }
}
