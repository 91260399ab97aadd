import JSON
import ReleaseScope

/// Reads a ``Policy`` from the document of a policy file.
struct PolicyReader {
  let read: TypedReader

  var source: DocumentSource { read.source }

  init(source: DocumentSource) {
    read = TypedReader(source: source, takesPlainAsText: true)
  }

  private enum Key: String, CaseIterable {
    case base
    case releaseBranches = "release-branches"
    case projects
    case manifest
    case statuses
    case keys
    case rules
    case stages
    case exempt
    case waivers
    case approvals
    case triage
    case manifestMaxAge = "manifest-max-age"
    case since
    case frozenAt = "frozen-at"
    case baseline
    case repository
    case hooks
    case links
    case jira
    case forge
    case production
    case qa
    case mail
    case notes
  }

  private enum JiraKey: String, CaseIterable { case releaseTicket = "release-ticket" }

  private enum StatusKey: String, CaseIterable { case ready }

  private enum KeysKey: String, CaseIterable {
    case from
    case trailers
    case ignoreCase = "ignore-case"
  }

  /// - Throws: ``DocumentError`` with the line, for an unknown word, a wrong type, or something that is missing.
  func policy(_ document: JSONValue) throws(DocumentError) -> Policy {
    var policy = Policy()
    guard document.content != .null else { return policy }
    // A key whose value is commented out says nothing.
    for (key, value) in try members(document, "policy", of: Key.self) where value.content != .null {
      switch key {
      case .base: policy.base = try someText(value, key.rawValue)
      case .releaseBranches: policy.releaseBranches = try branchPatterns(value, key.rawValue)
      case .projects: policy.projects = try read.projectKeys(value, key.rawValue)
      case .manifest: policy.manifest = try template(value, key.rawValue)
      case .statuses:
        for (_, value) in try members(value, key.rawValue, of: StatusKey.self) {
          policy.readyStatuses = try read.texts(value, "ready")
        }
      case .keys: policy.keys = try keyPolicy(value)
      case .rules: policy.severities = try severities(value, key.rawValue)
      case .stages:
        for (stage, value) in try members(value, key.rawValue, of: Stage.self, as: "stage") {
          policy.stages[stage] = try severities(value, stage.rawValue)
        }
      case .exempt: policy.exemptions = try exemptions(value)
      case .waivers: policy.waivers = try waivers(value)
      case .approvals: policy.approvals = try approvals(value)
      case .triage:
        policy.triage = [:]
        for member in try read.members(value, key.rawValue) {
          policy.triage[member.name] = try read.texts(member.value, member.name)
        }
      case .manifestMaxAge: policy.manifestMaxAge = try age(value, key.rawValue)
      case .since: policy.since = try template(value, key.rawValue, .previous)
      case .frozenAt: policy.frozenAt = try template(value, key.rawValue)
      case .baseline: policy.baseline = try template(value, key.rawValue)
      case .repository: policy.repository = try someText(value, key.rawValue)
      case .hooks: policy.hooks = try hooks(value)
      case .links: policy.links = try links(value)
      case .forge: policy.forge = try forge(value)
      case .production: policy.production = try production(value)
      case .qa: policy.qa = try read.texts(value, key.rawValue)
      case .mail: policy.mail = try mail(value)
      case .notes: policy.notes = try notes(value)
      case .jira:
        for (key, value) in try members(value, key.rawValue, of: JiraKey.self) {
          policy.releaseTicketQuery = try someText(value, key.rawValue)
        }
      }
    }
    return policy
  }

  private func keyPolicy(_ value: JSONValue) throws(DocumentError) -> KeyPolicy {
    var keys = KeyPolicy()
    for (key, value) in try members(value, "keys", of: KeysKey.self) {
      switch key {
      case .from:
        keys.places = []
        for element in try read.elements(value, key.rawValue) {
          keys.places.insert(try word(try read.text(element, "from"), line: element.line, as: "place"))
        }
      case .trailers: keys.trailers = try read.texts(value, key.rawValue)
      case .ignoreCase: keys.ignoresCase = try read.bool(value, key.rawValue)
      }
    }
    return keys
  }

  private func severities(_ value: JSONValue, _ name: String) throws(DocumentError) -> [RuleID: Severity] {
    var severities: [RuleID: Severity] = [:]
    for (rule, value) in try members(value, name, of: RuleID.self, as: "rule") {
      let text = try read.text(value, rule.rawValue)
      // YAML 1.1 reads an unquoted `off` and `no` as false, and people write either.
      severities[rule] =
        ["false", "no"].contains(text.lowercased())
        ? .off : try word(text.lowercased(), line: value.line, as: "severity")
    }
    return severities
  }

  private func branchPatterns(_ value: JSONValue, _ name: String) throws(DocumentError) -> [BranchPattern] {
    var patterns: [BranchPattern] = []
    for element in try read.elements(value, name) {
      let text = try someText(element, name)
      guard text.splitOnce("{version}")?.after.splitOnce("{version}") == nil else {
        throw source.error(
          element.line, "'\(text)' has more than one {version}", help: "keep one, as in release/{version}")
      }
      patterns.append(BranchPattern(text))
    }
    return patterns
  }

  /// - Returns: Seconds.
  func age(
    _ value: JSONValue, _ name: String, units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400],
    example: String = "90m, 36h or 3d"
  ) throws(DocumentError) -> Int64 {
    let text = try read.text(value, name)
    let digits = text.dropLast()
    guard let unit = text.last.flatMap({ units[$0] }), digits.utf8.allSatisfy(\.isASCIIDigit), digits.utf8.count <= 9,
      let number = Int64(digits), number > 0
    else {
      throw source.error(value.line, "'\(text)' is no time for '\(name)'", help: "write it as \(example)")
    }
    return number * unit
  }
}

extension PolicyReader {
  /// The members of a map whose keys are the words of `Word`, in the order of the file.
  func members<Word: CaseIterable & RawRepresentable<String>>(
    _ value: JSONValue, _ name: String, of words: Word.Type, as noun: String = "key"
  ) throws(DocumentError) -> [(key: Word, value: JSONValue)] {
    var members: [(key: Word, value: JSONValue)] = []
    for member in try read.members(value, name) {
      members.append((try word(member.name, line: member.line, as: noun), member.value))
    }
    return members
  }

  /// - Throws: ``DocumentError`` that proposes the nearest word, or names them all.
  func word<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String, line: Int, as noun: String
  ) throws(DocumentError) -> Word {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let help = nearestSpelling(of: text, among: known).map { "did you mean '\($0)'?" }
    throw source.error(line, "unknown \(noun) '\(text)'", help: help ?? "use one of: \(known.joined(separator: ", "))")
  }

  func template(
    _ value: JSONValue, _ name: String, _ placeholder: VersionTemplate.Placeholder = .version
  ) throws(DocumentError) -> VersionTemplate {
    let text = try someText(value, name)
    do {
      return try VersionTemplate(parsing: text, placeholder: placeholder)
    } catch {
      throw source.error(
        value.line, "'\(name)' has an unknown placeholder '{\(error.placeholder)}'",
        help: "write {\(placeholder.rawValue)} where the version's name belongs")
    }
  }

  /// A text that is not blank.
  func someText(_ value: JSONValue, _ name: String) throws(DocumentError) -> String {
    let text = try read.text(value, name)
    guard !text.trimmed.isEmpty else {
      throw source.error(value.line, "'\(name)' is blank", help: "give it a value, or remove it")
    }
    return text
  }
}
