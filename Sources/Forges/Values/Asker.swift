/// Who the token stands for, as far as anybody tells.
package enum Asker: Equatable, Sendable {
  /// The forge says it.
  case known(Comment.Author)
  /// The token may not ask who it is, and its user names the account.
  case named(String)
  /// The token may not ask who it is, and is used in a job of the forge's own service: it is most likely the job's,
  /// and may be an app's.
  case job
  case unknown

  /// - Parameters:
  ///   - forge: What the forge says; `nil` where the token may not ask.
  ///   - account: What the environment says.
  init(_ forge: Comment.Author?, else account: ForgeAccount?) {
    switch (forge, account) {
    case (let author?, _): self = .known(author)
    case (nil, .named(let login)?): self = .named(login)
    case (nil, .job?): self = .job
    case (nil, nil): self = .unknown
    }
  }
}

/// What the environment says of the account that a token stands for.
package enum ForgeAccount: Equatable, Sendable {
  case named(String)
  /// That of a job of the forge's own service.
  case job
}
