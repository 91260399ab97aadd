import JSON
import ReleaseScope

extension PolicyReader {
  private enum ApprovalKey: String, CaseIterable {
    case required
    case roles
    case voidOn = "void-on"
    case separate
    case authorMay = "author-may"
    case rsaBits = "rsa-bits"
    case pin = "require-pin"
  }

  func approvals(_ value: JSONValue) throws(DocumentError) -> ApprovalPolicy {
    var policy = ApprovalPolicy()
    var required: JSONValue?
    var authorMay: JSONValue?
    for (key, value) in try members(value, "approvals", of: ApprovalKey.self) where value.content != .null {
      switch key {
      case .required:
        required = value
        policy.required = try roles(value, key.rawValue)
      case .roles:
        for member in try read.members(value, key.rawValue) { policy.roles[member.name] = try people(member) }
      case .voidOn: policy.voidOn = try bindings(value)
      case .separate: policy.isSeparate = try read.bool(value, key.rawValue)
      case .authorMay:
        authorMay = value
        policy.authorMay = Set(try roles(value, key.rawValue))
      case .rsaBits: policy.keys.rsaBits = try rsaBits(value)
      case .pin: policy.keys.pin = try read.bool(value, key.rawValue)
      }
    }
    for role in policy.required where policy.roles[role] == nil {
      throw source.error(
        required?.line, "nobody fills the role '\(role)'",
        help: "say who does: roles: {\(role): [lead@example.com]}")
    }
    if let authorMay {
      for role in policy.authorMay.sorted() where policy.roles[role] == nil {
        let near = nearestSpelling(of: role, among: policy.roles.keys.sorted()).map { "did you mean '\($0)'?" }
        throw source.error(authorMay.line, "unknown role '\(role)'", help: near ?? "name it in 'roles'")
      }
    }
    return policy
  }

  private func roles(_ value: JSONValue, _ name: String) throws(DocumentError) -> [String] {
    var roles: [String] = []
    for element in try read.elements(value, name) {
      let role = try someText(element, name)
      guard !roles.contains(role) else {
        throw source.error(
          element.line, "the role '\(role)' is there twice", help: "name another role, and who fills it")
      }
      roles.append(role)
    }
    return roles
  }

  private func people(_ role: JSONValue.Member) throws(DocumentError) -> [String] {
    var people: [String] = []
    for element in try read.elements(role.value, role.name) { people.append(try someText(element, role.name)) }
    guard !people.isEmpty else {
      throw source.error(role.line, "nobody fills the role '\(role.name)'", help: "list e-mail addresses")
    }
    return people
  }

  private func bindings(_ value: JSONValue) throws(DocumentError) -> Set<ApprovalPolicy.Binding> {
    var bindings: Set<ApprovalPolicy.Binding> = []
    for element in try read.elements(value, "void-on") {
      bindings.insert(try word(try read.text(element, "void-on"), line: element.line, as: "binding"))
    }
    guard bindings.contains(.head) else {
      throw source.error(
        value.line, "'void-on' without 'head' would let one approval stand for every commit", help: "add head")
    }
    return bindings
  }

  private func rsaBits(_ value: JSONValue) throws(DocumentError) -> Int {
    guard case .number(let text) = value.content, let bits = Int(text), 2048...16_384 ~= bits else {
      throw source.error(value.line, "'rsa-bits' is no size from 2048 to 16384", help: "write it as 3072")
    }
    return bits
  }
}
