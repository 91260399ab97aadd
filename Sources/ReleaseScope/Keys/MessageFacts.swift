/// What one commit message says: whose work it is, what it names, what it reverts.
package struct MessageFacts: Equatable, Sendable {
  package struct KeyUse: Equatable, Sendable {
    package let key: TicketKey
    package let place: KeyPlace

    package init(key: TicketKey, place: KeyPlace) {
      self.key = key
      self.place = place
    }
  }

  /// The tickets that the commit implements, each once with its first place, in the order of the message.
  package var implements: [KeyUse] = []
  /// Tickets that are only named, each once.
  package var mentions: [TicketKey] = []
  /// Keys of projects that are not known, each once.
  package var others: [TicketKey] = []
  package var nearMisses: [NearMiss] = []
  package var revert: RevertClaim?
  /// The commits of `(cherry picked from commit <id>)` lines, in order.
  package var pickedFrom: [ObjectID] = []
  /// The first paragraph, its lines joined by a blank; UTF-8 but for what no encoding explains.
  package var subjectBytes: [UInt8] = []

  package var subject: String { String(decoding: subjectBytes, as: UTF8.self) }

  package init() {}
}

/// A piece of text that looks like a mistyped key, and the key that was probably meant.
package struct NearMiss: Hashable, Sendable {
  package let text: String
  package let suggestion: TicketKey

  package init(text: String, suggestion: TicketKey) {
    self.text = text
    self.suggestion = suggestion
  }
}

/// What a message says about work that it takes back.
package struct RevertClaim: Equatable, Sendable {
  /// The subject of the commit that is reverted; `nil` if the commit's subject quotes none.
  package var targetSubject: String?
  /// The ids of `This reverts commit <id>`, 7 to 40 lower-case digits.
  package var ids: [String] = []
  /// How many reverts the subject stacks up: 1 for `Revert "x"`, 2 for `Reapply "x"` or `Revert "Revert "x""`.
  package var depth = 1
  /// The tickets that the quoted subject names.
  package var quotedKeys: [TicketKey] = []
  /// Whether the subject has the word revert, or quotes a subject. Without it the ids count only for ancestors.
  package var isSaidInSubject = false

  package init() {}
}
