/// How a forge tells the comments of a token that may not ask who it is from those of others. Whoever may write to the
/// repository may edit them all on most forges, so that a comment which can be edited need not be one's own.
package enum Authorship: Sendable {
  /// Such tokens write as robots, and those of jobs as this one.
  case robots(job: String)
  /// Only whoever wrote a comment may edit it: there is no harm in trying.
  case editsOwnAlone
  /// It may be anybody's.
  case anybodys
}
