import CLibgit2
package import Commits

/// A call of libgit2 that failed, or a repository that cannot be read.
package struct GitError: Error, Equatable {
  package enum Code: Equatable, Sendable {
    case notFound
    case ambiguous
    case notOwned
    /// An object that another one names is not here, as in a partial clone.
    case missingObject
    case other(Int32)

    init(status: Int32) {
      self =
        switch status {
        case GIT_ENOTFOUND.rawValue: .notFound
        case GIT_EAMBIGUOUS.rawValue: .ambiguous
        case GIT_EOWNER.rawValue: .notOwned
        default: .other(status)
        }
    }
  }

  /// What was being done: `open repository '/srv/shop'`.
  package let operation: String
  package let code: Code
  /// libgit2's own words.
  package let message: String
  package let help: String?

  package init(operation: String, code: Code, message: String, help: String? = nil) {
    self.operation = operation
    self.code = code
    self.message = message
    self.help = help
  }

  /// The same failure, in words that say more than libgit2's.
  func worded(_ code: Code, _ message: String, _ help: String?) -> GitError {
    GitError(operation: operation, code: code, message: message, help: help)
  }

  /// Turns the status of a call into an error.
  ///
  /// - Returns: `status`, if it is none.
  @discardableResult
  static func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(GitError) -> Int32 {
    guard status < 0 else { return status }
    let message = unsafe git_error_last().map { unsafe String(cString: $0.pointee.message) }
    git_error_clear()
    throw GitError(operation: operation(), code: Code(status: status), message: message ?? "no details")
  }

  /// The same for a call that reads an object by its id: not to find it means that it is not here.
  static func checkRead(_ status: Int32, _ operation: @autoclosure () -> String) throws(GitError) {
    do {
      try check(status, operation())
    } catch {
      guard error.code == .notFound else { throw error }
      throw GitError(operation: error.operation, code: .missingObject, message: error.message)
    }
  }
}

extension GitError: ExplainedError {
  package var problem: Problem {
    switch code {
    case .notFound, .notOwned, .other: Problem(.missing, "cannot \(operation): \(message)", help: help)
    case .missingObject:
      Problem(
        .missing, "cannot \(operation): \(message)", help: help ?? "run: git fetch --refetch --no-filter origin",
        isMissingObject: true)
    case .ambiguous: Problem(.usage, "cannot \(operation): \(message)", help: help)
    }
  }
}
