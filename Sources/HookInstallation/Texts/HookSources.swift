// Written by scripts/embed-hooks from hooks/.
// swift-format-ignore-file

import ReleaseScope

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
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook pre-push "$@"

    """##

  private static let preMergeCommit = ##"""
    #!/bin/sh
    # relscope hook: pre-merge-commit
    relscope=relscope
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook pre-merge-commit "$@"

    """##

  private static let preCommit = ##"""
    #!/bin/sh
    # relscope hook: pre-commit
    relscope=relscope
    # Only a commit that ends a merge can bring a release.
    dir=${GIT_DIR:-.git}
    [ -d "$dir" ] || dir=$(git rev-parse --git-dir)
    [ -f "$dir/MERGE_HEAD" ] || [ -f "$dir/SQUASH_MSG" ] || exit 0
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook pre-commit "$@"

    """##

  private static let commitMsg = ##"""
    #!/bin/sh
    # relscope hook: commit-msg
    relscope=relscope
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook commit-msg "$@"

    """##

  private static let referenceTransaction = ##"""
    #!/bin/sh
    # relscope hook: reference-transaction
    relscope=relscope
    base=main
    # Git calls this for every fetch and every commit: only moves of the base start the program.
    [ "$1" = prepared ] || exit 0
    lines=
    while read -r old new ref; do
      [ "$ref" = "refs/heads/$base" ] || continue
      lines="$lines$old $new $ref
    "
    done
    [ -n "$lines" ] || exit 0
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook reference-transaction "$@" <<END
    $lines
    END

    """##

  private static let preReceive = ##"""
    #!/bin/sh
    # relscope hook: pre-receive
    relscope=relscope
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook pre-receive "$@"

    """##

  private static let update = ##"""
    #!/bin/sh
    # relscope hook: update
    relscope=relscope
    command -v "$relscope" >/dev/null 2>&1 || {
      printf "relscope: '%s' cannot be run, so nothing is judged and nothing passes\n" "$relscope" >&2
      printf "  install relscope again; or with another one, run: relscope hooks install\n" >&2
      exit 1
    }
    exec "$relscope" hook update "$@"

    """##
}
