import ReleaseScope
import Yams

/// Reads a YAML file of one document into a ``DocumentValue``.
///
/// Plain scalars are read as YAML 1.2's JSON schema has them: `true`, `false`, `null`, `~`, numbers as JSON writes them.
/// Everything else is text, the traps of YAML 1.1 (`no`, `off`, `2026-12-01`, `1_000`) included.
struct YAMLReader {
  private let source: DocumentSource
  /// How many more values may come: aliases cannot make a small file into a large tree.
  private var budget: Int

  private static let help = "correct the YAML; indent with blanks, and quote texts that hold ': ' or ' #'"

  /// How many aliases a file may have: with more of them, comparing map keys that are aliases of aliases takes for ever.
  private static let aliasLimit = 16

  /// - Returns: ``DocumentValue/Content/null`` for a file without a value.
  /// - Throws: ``DocumentError`` with the line.
  /// - Complexity: Linear.
  static func parse(_ bytes: [UInt8], source: DocumentSource) throws(DocumentError) -> DocumentValue {
    let text = try source.utf8(bytes)
    let hasAnchor = try refuseManyAliases(text, source: source)
    let root: Node?
    do {
      root = try Self.root(String(decoding: text, as: UTF8.self), hasAnchor: hasAnchor)
    } catch {
      throw explain(error, source: source)
    }
    guard let root else { return DocumentValue(.null, line: 1) }
    var reader = YAMLReader(source: source, budget: 10_000 + text.count)
    return try reader.value(root, depth: 0)
  }

  /// Reads without the default rules of Yams, as compiling their regular expressions takes longer than all of the rest.
  ///
  /// Yams applies them to keys when it compares them, which shows in two places: in what it takes for duplicates, and
  /// in the tag of a key that an alias makes a value of.
  private static func root(_ text: String, hasAnchor: Bool) throws -> Node? {
    func root(_ resolver: Resolver) throws -> Node? {
      try Parser(yaml: text, resolver: resolver, constructor: Constructor([:], [:], [:]), encoding: .utf8).singleRoot()
    }
    guard !hasAnchor else { return try root(.default) }
    do {
      return try root(.basic)
    } catch YamlError.duplicatedKeysInMapping {
      return try root(.default)
    }
  }

  private mutating func value(_ node: Node, depth: Int) throws(DocumentError) -> DocumentValue {
    let line = node.mark?.line ?? 0
    budget -= 1
    guard budget > 0 else {
      throw source.error(line, "aliases make the file too large", help: "write the values out instead of aliases")
    }
    guard depth <= DocumentValue.depthLimit else {
      throw source.error(
        line, "lists and maps are more than \(DocumentValue.depthLimit) deep in each other", help: Self.help)
    }
    switch node {
    case .scalar(let scalar): return DocumentValue(try content(scalar, line: line), line: line)
    case .sequence(let sequence):
      var elements: [DocumentValue] = []
      for element in sequence { elements.append(try value(element, depth: depth + 1)) }
      return DocumentValue(.array(elements), line: line)
    case .mapping(let mapping):
      var members: [DocumentValue.Member] = []
      var names = MemberNames()
      for (key, element) in mapping {
        let keyLine = key.mark?.line ?? line
        guard case .scalar(let name) = key else {
          throw source.error(keyLine, "a key that is not text", help: Self.help)
        }
        guard name.string != "<<" || name.style != .plain else {
          throw source.error(keyLine, "merge keys ('<<') are not supported", help: "write the values out")
        }
        if let first = names.add(name.string, line: keyLine) {
          throw source.error(
            keyLine, "duplicate key '\(name.string)' (first on line \(first))", help: "remove one of the two")
        }
        members.append(DocumentValue.Member(name.string, try value(element, depth: depth + 1), line: keyLine))
      }
      return DocumentValue(.object(members), line: line)
    case .alias:
      throw source.error(line, "an alias that was not resolved", help: "write the values out instead of aliases")
    }
  }

  private func content(_ scalar: Node.Scalar, line: Int) throws(DocumentError) -> DocumentValue.Content {
    let text = scalar.string
    switch scalar.tag.description {
    case "": break
    case "!", "tag:yaml.org,2002:str": return .string(text)
    case let tag where tag.hasPrefix("tag:yaml.org,2002:"): break
    case let tag: throw source.error(line, "unknown tag '\(tag)'", help: "remove the tag")
    }
    guard scalar.style == .plain || scalar.style == .any else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return isJSONNumber(text.utf8) ? .number(text) : .string(text)
    }
  }

  private static func explain(_ error: any Error, source: DocumentSource) -> DocumentError {
    switch error {
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      return source.error(
        context.mark.line, "duplicate key '\(duplicates.first ?? "")'", help: "remove all but one of them")
    case YamlError.composer(context: .some, problem: "but found another document", let mark, yaml: _):
      return source.error(mark.line, "a second document ('---')", help: "keep one document in the file")
    case YamlError.scanner(context: _, let problem, let mark, let yaml),
      YamlError.parser(context: _, let problem, let mark, let yaml),
      YamlError.composer(context: _, let problem, let mark, let yaml):
      // The end of the file is a line of its own to libyaml.
      let lines = yaml.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count
      return source.error(min(mark.line, lines), "this is not YAML: \(problem)", help: help)
    case YamlError.reader(let problem, offset: let offset, value: _, let yaml):
      let line = offset.map { yaml.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
      return source.error(line, "this is not YAML: \(problem)", help: help)
    default: return source.error(nil, "this is not YAML: \(error)", help: help)
    }
  }

  /// Refuses a file that has an anchor and more than ``aliasLimit`` of what may be an alias.
  ///
  /// Yams hashes the keys of each map while it reads, and a key may be an alias of a list of aliases of lists: what that
  /// costs cannot be bounded afterwards. Texts that look like aliases count as well, but only beside an anchor.
  ///
  /// - Returns: Whether the file has what may be an anchor.
  private static func refuseManyAliases(
    _ text: ArraySlice<UInt8>, source: DocumentSource
  ) throws(DocumentError) -> Bool {
    var hasAnchor = false
    var aliases = 0
    var line = 1
    var previous = UInt8(ascii: " ")
    for position in text.indices {
      let byte = text[position]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), previous.canStandBeforeToken,
        position + 1 < text.endIndex, text[position + 1].isKeyCharacter || text[position + 1] == UInt8(ascii: "-")
      {
        if byte == UInt8(ascii: "&") { hasAnchor = true } else { aliases += 1 }
        if hasAnchor, aliases > aliasLimit {
          throw source.error(
            line, "more than \(aliasLimit) aliases", help: "write the values out instead of aliases")
        }
      }
      previous = byte
    }
    return hasAnchor
  }
}

extension UInt8 {
  /// Whether a YAML token can begin after the byte.
  fileprivate var canStandBeforeToken: Bool {
    switch self {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }
}
