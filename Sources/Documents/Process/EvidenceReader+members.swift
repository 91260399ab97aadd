import JSON
import ReleaseProcess
import ReleaseScope

extension EvidenceReader {
  private enum RequestMember: String, CaseIterable {
    case number, url, state, draft, head, author, createdAt, mergedBy, mergedAt, mergeCommit, reviews, comment,
      commentsRead
  }

  /// - Throws: ``DocumentError``: its number and its state have to be there.
  func pullRequest(_ value: JSONValue) throws(DocumentError) -> PullRequestEvidence {
    let members = try members(value, "pull request", of: RequestMember.self)
    let number = try required(members[.number], "number", value)
    var request = PullRequestEvidence(
      number: try self.number(number, "number") ?? 0,
      state: try word(try required(members[.state], "state", value), "state"))
    request.url = try text(members[.url], "url")
    if let draft = members[.draft] { request.isDraft = try read.bool(draft, "draft") }
    if let head = members[.head] { request.head = try id(head, "head") }
    request.author = try text(members[.author], "author")
    request.createdAt = try instant(members[.createdAt], "createdAt")
    request.mergedBy = try text(members[.mergedBy], "mergedBy")
    request.mergedAt = try instant(members[.mergedAt], "mergedAt")
    if let commit = members[.mergeCommit] { request.mergeCommit = try id(commit, "mergeCommit") }
    request.reviews = try list(members[.reviews], "reviews") { value throws(DocumentError) in try review(value) } ?? []
    if let comment = members[.comment] { request.comment = try self.comment(comment) }
    if let areRead = members[.commentsRead] { request.areCommentsRead = try read.bool(areRead, "commentsRead") }
    return request
  }

  private enum ReviewMember: String, CaseIterable {
    case by, state, commit, time
  }

  private func review(_ value: JSONValue) throws(DocumentError) -> ForgeReview {
    let members = try members(value, "review", of: ReviewMember.self)
    var review = ForgeReview(
      by: try read.text(try required(members[.by], "by", value), "by"),
      state: try read.text(try required(members[.state], "state", value), "state"))
    if let commit = members[.commit] { review.commit = try id(commit, "commit") }
    review.time = try instant(members[.time], "time")
    return review
  }

  private enum CommentMember: String, CaseIterable {
    case head, time, url
  }

  private func comment(_ value: JSONValue) throws(DocumentError) -> PullRequestEvidence.Comment {
    let members = try members(value, "comment", of: CommentMember.self)
    var comment = PullRequestEvidence.Comment()
    if let head = members[.head] { comment.head = try prefix(head, "head") }
    comment.time = try instant(members[.time], "time")
    comment.url = try text(members[.url], "url")
    return comment
  }
}

extension EvidenceReader {
  /// The members of an object by name.
  ///
  /// - Throws: ``DocumentError`` for a name that is none of `Name`, with the nearest that is.
  func members<Name: CaseIterable & RawRepresentable<String> & Hashable>(
    _ value: JSONValue, _ noun: String, of names: Name.Type
  ) throws(DocumentError) -> [Name: JSONValue] {
    var members: [Name: JSONValue] = [:]
    for member in try read.members(value, noun) {
      guard let name = Name(rawValue: member.name) else {
        let known = Name.allCases.map(\.rawValue)
        let help = nearestSpelling(of: member.name, among: known).map { "did you mean '\($0)'?" }
        throw read.source.error(
          member.line, "unknown member '\(member.name)' of the \(noun)",
          help: help ?? "use one of: \(known.joined(separator: ", "))")
      }
      members[name] = member.value
    }
    return members
  }

  /// - Throws: ``DocumentError`` with the line of `parent`, for no member.
  func required(_ value: JSONValue?, _ name: String, _ parent: JSONValue) throws(DocumentError) -> JSONValue {
    guard let value else {
      throw read.source.error(parent.line, "no '\(name)'", help: "write '\(name)', or fetch it again")
    }
    return value
  }

  /// - Returns: `nil` if there is no such member, which is not the same as an empty list.
  func list<Element>(
    _ value: JSONValue?, _ name: String, _ element: (JSONValue) throws(DocumentError) -> Element
  ) throws(DocumentError) -> [Element]? {
    guard let value else { return nil }
    var elements: [Element] = []
    for one in try read.elements(value, name) { elements.append(try element(one)) }
    return elements
  }

  /// - Returns: `nil` if there is no such member.
  func text(_ value: JSONValue?, _ name: String) throws(DocumentError) -> String? {
    guard let value else { return nil }
    return try read.text(value, name)
  }

  /// - Returns: `nil` if there is no such member.
  func instant(_ value: JSONValue?, _ name: String) throws(DocumentError) -> Instant? {
    guard let value else { return nil }
    return try read.instant(value, name)
  }

  /// - Returns: Zero or more; `nil` if there is no such member.
  func number(_ value: JSONValue?, _ name: String) throws(DocumentError) -> Int? {
    guard let value else { return nil }
    guard case .number(let text) = value.content, let number = Int(text), number >= 0 else {
      throw read.mistyped(value, name, expected: "a whole number")
    }
    return number
  }

  func id(_ value: JSONValue, _ name: String) throws(DocumentError) -> ObjectID {
    let text = try read.text(value, name)
    guard let id = ObjectID(text) else {
      throw read.source.error(value.line, "'\(text)' is no object id for '\(name)'", help: "write all of its digits")
    }
    return id
  }

  func prefix(_ value: JSONValue, _ name: String) throws(DocumentError) -> CommitPrefix {
    let text = try read.text(value, name)
    guard let prefix = CommitPrefix(text) else {
      throw read.source.error(
        value.line, "'\(text)' is no start of an object id for '\(name)'", help: "write at least seven of its digits")
    }
    return prefix
  }

  /// - Throws: ``DocumentError`` for what is none of the words, with all of them.
  func word<Word: CaseIterable & RawRepresentable<String>>(
    _ value: JSONValue, _ name: String
  ) throws(DocumentError) -> Word {
    let text = try read.text(value, name)
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw read.source.error(value.line, "unknown \(name) '\(text)'", help: "use one of: \(known)")
    }
    return word
  }
}
