// Written by scripts/embed-hooks from hooks/.

/// The texts of `hooks/`, so that the program is all that has to be installed.
enum HookSources {
  static func text(of name: HookName) -> String {
    switch name {
    case .prePush: prePush
    case .preMergeCommit: preMergeCommit
    case .preCommit: preCommit
    case .commitMsg: commitMsg
    case .referenceTransaction: referenceTransaction
    case .preReceive: preReceive
    case .update: update
    }
  }

  private static let prePush = ##"""
    #!/bin/sh
    # relscope hook: pre-push
    relscope=relscope
    exec "$relscope" hook pre-push "$@"

    """##

  private static let preMergeCommit = ##"""
    #!/bin/sh
    # relscope hook: pre-merge-commit
    relscope=relscope
    exec "$relscope" hook pre-merge-commit "$@"

    """##

  private static let preCommit = ##"""
    #!/bin/sh
    # relscope hook: pre-commit
    relscope=relscope
    exec "$relscope" hook pre-commit "$@"

    """##

  private static let commitMsg = ##"""
    #!/bin/sh
    # relscope hook: commit-msg
    relscope=relscope
    exec "$relscope" hook commit-msg "$@"

    """##

  private static let referenceTransaction = ##"""
    #!/bin/sh
    # relscope hook: reference-transaction
    relscope=relscope
    base=main
    [ "$1" = prepared ] || exit 0
    export base
    exec "$relscope" hook reference-transaction "$@"

    """##

  private static let preReceive = ##"""
    #!/bin/sh
    # relscope hook: pre-receive
    relscope=relscope
    exec "$relscope" hook pre-receive "$@"

    """##

  private static let update = ##"""
    #!/bin/sh
    # relscope hook: update
    relscope=relscope
    exec "$relscope" hook update "$@"

    """##
}
