/// The names of an object's members so far, to find one that comes twice.
///
/// A few names are compared one by one; many go into a table, so that a large object takes linear time.
package struct MemberNames {
  private var few: [(name: String, line: Int)] = []
  private var many: [String: Int] = [:]

  package init() {}

  /// - Returns: The line of the earlier member of this name; `nil` if it is the first.
  package mutating func add(_ name: String, line: Int) -> Int? {
    if many.isEmpty {
      if let earlier = few.first(where: { $0.name == name }) { return earlier.line }
      few.append((name, line))
      if few.count > 16 { many = Dictionary(few.map { ($0.name, $0.line) }, uniquingKeysWith: { first, _ in first }) }
      return nil
    }
    if let earlier = many[name] { return earlier }
    many[name] = line
    return nil
  }
}
