/// Why the program could not do what it was asked, worded for people.
package struct Problem: Equatable, Sendable {
  /// What went wrong, by what the caller can do about it. `ExitStatus` has one status for each.
  package enum Kind: Equatable, Sendable, CaseIterable {
    /// It was asked in a wrong way.
    case usage
    /// A file has wrong contents.
    case badData
    /// No such repository, revision or file, or it cannot be read.
    case missing
    /// A service cannot be reached, or does not answer as it should.
    case unavailable
    /// A defect of this program.
    case `internal`
    /// Output cannot be written.
    case cannotWrite
    /// A service refuses whoever asks.
    case forbidden
    /// The policy, or another setting, is wrong.
    case badConfiguration
  }

  package let kind: Kind
  /// What failed and why, lower case, without a full stop: `cannot read base 'main': no such revision`.
  package let message: String
  /// What to do about it, one line: `run: git fetch origin main`. `nil` if there is nothing to advise.
  package let help: String?
  /// Whether an object of the repository is not here, as in a partial clone: a check goes on, and is incomplete.
  package let isMissingObject: Bool

  package init(_ kind: Kind, _ message: String, help: String? = nil, isMissingObject: Bool = false) {
    self.kind = kind
    self.message = message
    self.help = help
    self.isMissingObject = isMissingObject
  }
}

/// An error that knows what to tell people.
package protocol ExplainedError: Error {
  var problem: Problem { get }
}

extension Problem: ExplainedError {
  package var problem: Problem { self }
}
