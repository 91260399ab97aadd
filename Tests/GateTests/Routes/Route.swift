import Gate
import ReleaseScope
import Testing

/// A way on which work can come to the base, and what the hook on it does.
struct Route: CustomTestStringConvertible, Sendable {
  enum Outcome: String, Sendable {
    /// A right release passes, and a wrong one does not.
    case judged
    /// It brings no release, or one that was judged before: it passes, whatever it is.
    case ordinary = "passes"
    /// Nobody can tell, so that nothing passes.
    case stopped
    /// It brings a release that the hook does not see.
    case unseen = "not seen"
  }

  let name: String
  let hook: HookName
  let outcome: Outcome
  let question: @Sendable (RouteWorld) -> HookQuestion

  init(
    _ name: String, _ hook: HookName, _ outcome: Outcome = .judged,
    _ question: @escaping @Sendable (RouteWorld) -> HookQuestion
  ) {
    self.name = name
    self.hook = hook
    self.outcome = outcome
    self.question = question
  }

  var testDescription: String { "\(name), \(hook.rawValue)" }

  /// What the base moves to, seen by the hooks that see the base move.
  static func move(
    _ name: String, _ outcome: Outcome = .judged, unseenBy blind: [HookName] = [],
    by hooks: [HookName] = [.referenceTransaction, .prePush, .preReceive],
    _ new: @escaping @Sendable (RouteWorld) -> ObjectID
  ) -> [Route] {
    hooks.map { hook in
      Route(name, hook, blind.contains(hook) ? .unseen : outcome) { world in
        let moved = new(world)
        return switch hook {
        case .prePush: .push(remote: "origin", address: "https://git.example.com/shop", [world.push(moved)], .none)
        case .preReceive, .update: .received([world.update(moved)], .none)
        default: .transaction([world.update(moved)], .none)
        }
      }
    }
  }

  /// What is pushed, seen where it comes from and where it goes to.
  static func push(
    _ name: String, _ outcome: Outcome = .judged, by hooks: [HookName] = [.prePush, .preReceive],
    _ lines: @escaping @Sendable (RouteWorld) -> [PushLine]
  ) -> [Route] {
    hooks.map { hook in
      Route(name, hook, outcome) { world in
        let lines = lines(world)
        return hook == .prePush
          ? .push(remote: "origin", address: "https://git.example.com/shop", lines, .none)
          : .received(lines.map { RefUpdate(name: $0.remoteRef, old: $0.remoteID, new: $0.localID) }, .none)
      }
    }
  }
}

extension RouteWorld {
  func update(_ new: ObjectID) -> RefUpdate { RefUpdate(name: .branch("main"), old: main, new: new) }

  func push(_ new: ObjectID) -> PushLine {
    PushLine(localRef: "refs/heads/main", localID: new, remoteRef: .branch("main"), remoteID: main)
  }

  func pushRef(_ ref: String, _ new: ObjectID?, old: ObjectID? = nil) -> PushLine {
    PushLine(localRef: new == nil ? "(delete)" : ref, localID: new, remoteRef: RefName(ref), remoteID: old)
  }

  func pending(_ files: [String: String]) -> PendingMerge {
    PendingMerge { name in files[name].map { Array($0.utf8) } }
  }
}
