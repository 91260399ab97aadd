import ReleaseScope

/// What a check needed and could not see, gathered on the way.
struct UnseenParts {
  private var parts: [Incompleteness] = []
  private var objects: Set<ObjectID> = []
  private var details: Set<String> = []

  var all: [Incompleteness] {
    // What a shallow clone lacks comes with the rest of its history.
    guard !objects.isEmpty || !details.isEmpty, !parts.contains(where: { $0.reason == .shallowHistory }) else {
      return parts
    }
    var message = details.sorted().joined(separator: "; ")
    if let first = objects.min() {
      let count = objects.count == 1 ? "object \(first) is" : "\(objects.count) objects are, such as \(first),"
      message = ["\(count) not in this repository", message].filter { !$0.isEmpty }.joined(separator: "; ")
    }
    return parts + [
      Incompleteness(reason: .missingObject, message: message, help: .run("git fetch --refetch --no-filter origin"))
    ]
  }

  mutating func add(_ reason: Incompleteness.Reason, _ message: String, help: Advice) {
    guard !parts.contains(where: { $0.reason == reason }) else { return }
    parts.append(Incompleteness(reason: reason, message: message, help: help))
  }

  /// Notes what another look could not see.
  mutating func add(_ other: UnseenParts) {
    parts += other.parts.filter { part in !parts.contains { $0.reason == part.reason } }
    objects.formUnion(other.objects)
    details.formUnion(other.details)
  }

  mutating func add(objects: some Sequence<ObjectID>) { self.objects.formUnion(objects) }

  /// Runs a step that needs objects which a partial clone may lack.
  ///
  /// - Returns: `nil` if they are not here, which is noted; other errors pass.
  mutating func attempt<Value>(_ step: () throws -> Value) throws -> Value? {
    do {
      return try step()
    } catch let error as any ExplainedError where error.problem.isMissingObject {
      details.insert(error.problem.message)
      return nil
    }
  }
}
