// Whoever works with releases works with what they are made of.
@_exported public import Commits
