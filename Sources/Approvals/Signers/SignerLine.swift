import ReleaseScope

/// Reads one line of a signers file: `NAMES [OPTIONS] TYPE BASE64 [COMMENT]`.
struct SignerLine {
  private var rest: Substring

  /// - Returns: `nil` for a blank line or a comment.
  static func read(_ text: String, line: Int) throws(SignersError.Reason) -> Signer? {
    var reader = SignerLine(rest: text[...])
    // A line end of Windows.
    if reader.rest.utf8.last == 13 { reader.rest = Substring(reader.rest.utf8.dropLast()) }
    return try reader.signer(line: line)
  }

  private mutating func signer(line: Int) throws(SignersError.Reason) -> Signer? {
    guard let principals = try word(), !principals.hasPrefix("#") else { return nil }
    guard principals.utf8.allSatisfy({ 0x21..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") }),
      principals.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .allSatisfy({ !$0.isEmpty && !$0.elementsEqual("!".utf8) })
    else { throw .principals(String(principals)) }
    guard var type = try word() else { throw .noKey }
    var options = SignerOptions()
    if !Self.isKeyType(type) {
      guard let next = try word() else { throw .noKey }
      // Every key begins so; then the word before it is a kind that nobody knows.
      if !Self.isKeyType(next), next.hasPrefix("AAAA") { throw .keyType(String(type)) }
      try options.read(type)
      guard Self.isKeyType(next) else { throw .keyType(String(next)) }
      type = next
    }
    if let after = options.validAfter, let before = options.validBefore, after >= before { throw .emptyTime }
    return Signer(
      line: line, principals: PatternList(principals), namespaces: options.namespaces, validAfter: options.validAfter,
      validBefore: options.validBefore, isAuthority: options.isAuthority, key: try key(of: type))
  }

  private static func isKeyType(_ word: Substring) -> Bool {
    SigningKey.types.contains(String(word)) || SigningKey.unsupportedTypes.contains(String(word))
  }

  private mutating func key(of type: Substring) throws(SignersError.Reason) -> SigningKey? {
    guard let text = try word() else { throw .noKey }
    guard let blob = Base64.bytes(of: text.utf8) else { throw .base64 }
    if SigningKey.unsupportedTypes.contains(String(type)) { return nil }
    do throws(SignatureError) {
      let key = try SigningKey(parsing: blob[...])
      guard key.type == type else { throw .keyType(key.type) }
      guard key.isWhole else { throw .brokenKey }
      return key
    } catch .keyType(let found) {
      throw .otherType(String(type), found)
    } catch {
      throw .key(error)
    }
  }

  /// The next word; blanks within double quotes are part of it. `nil` at the end.
  private mutating func word() throws(SignersError.Reason) -> Substring? {
    let isBlank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    let start = rest.utf8.drop(while: isBlank)
    var isQuoted = false
    let end =
      start.firstIndex { byte in
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        return !isQuoted && isBlank(byte)
      } ?? start.endIndex
    guard !isQuoted else { throw .openQuotation }
    rest = Substring(start[end...])
    return start.startIndex == end ? nil : Substring(start[..<end])
  }
}

/// What a line says of its key besides whose it is.
private struct SignerOptions {
  var isAuthority = false
  var namespaces: PatternList?
  var validAfter: Instant?
  var validBefore: Instant?

  /// Reads options between commas; names in any case, values in double quotes.
  mutating func read(_ text: Substring) throws(SignersError.Reason) {
    var rest = text.utf8
    while true {
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ",") }
      rest = rest[name.endIndex...]
      var value: Substring?
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        guard rest.first == UInt8(ascii: "\"") else { throw .option(String(text)) }
        let quoted = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        rest = rest[quoted.endIndex...].dropFirst()
        value = Substring(quoted)
      }
      try set(String(Substring(name)).lowercased(), value, in: text)
      guard let next = rest.first else { return }
      guard next == UInt8(ascii: ","), rest.count > 1 else { throw .option(String(text)) }
      rest = rest.dropFirst()
    }
  }

  private mutating func set(_ name: String, _ value: Substring?, in text: Substring) throws(SignersError.Reason) {
    switch (name, value) {
    case ("cert-authority", nil): isAuthority = true
    case ("namespaces", let value?):
      guard namespaces == nil else { throw .twice(name) }
      guard !value.isEmpty, !value.utf8.contains(UInt8(ascii: "\\")) else { throw .option(String(text)) }
      namespaces = PatternList(value)
    case ("valid-after", let value?):
      guard validAfter == nil else { throw .twice(name) }
      validAfter = try SignerTime.instant(value)
    case ("valid-before", let value?):
      guard validBefore == nil else { throw .twice(name) }
      validBefore = try SignerTime.instant(value)
    default: throw .option(value == nil ? name : "\(name)=")
    }
  }
}

/// Times as OpenSSH writes them: `20261130Z`, `202611301200Z`, `20261130120000Z`.
private enum SignerTime {
  static func instant(_ text: Substring) throws(SignersError.Reason) -> Instant {
    var digits = text.utf8
    let isUTC = digits.last == UInt8(ascii: "Z")
    if isUTC { digits = digits.dropLast() }
    guard [8, 12, 14].contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { throw .time(String(text)) }
    guard isUTC else { throw .localTime(String(text)) }
    let whole = String(Substring(digits)) + String(repeating: "0", count: 14 - digits.count)
    func part(_ start: Int, _ count: Int) -> Substring { Substring(whole.utf8.dropFirst(start).prefix(count)) }
    let time = "\(part(8, 2)):\(part(10, 2)):\(part(12, 2))"
    guard let instant = Instant(parsing: "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(time)Z") else {
      throw .time(String(text))
    }
    return instant
  }
}
