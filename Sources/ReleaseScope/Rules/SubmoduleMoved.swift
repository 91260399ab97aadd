extension Rule {
  static let submoduleMoved = Rule(
    .submoduleMoved, .note,
    finds: "a submodule that points to another commit; its commits were not looked at",
    advice: "look at the commits between: git -C <submodule> log --oneline <old>..<new>",
    find: .documents { facts in
      facts.movedSubmodules.map { submodule in
        Difference(about: submodule.move, message: submodule.message, help: submodule.help)
      }
    })
}

extension MovedSubmodule {
  /// From where to where, by full ids.
  fileprivate var move: String { "\(path) \(old.map { "\($0)" } ?? "-") \(new.map { "\($0)" } ?? "-")" }

  fileprivate var message: String {
    let move =
      switch (old?.abbreviated, new?.abbreviated) {
      case (let old?, let new?): "moves from \(old) to \(new): its commits were not looked at"
      case (nil, let new?): "is new, at \(new): its commits were not looked at"
      case (let old?, nil): "is gone; it was at \(old)"
      case (nil, nil): "is gone"
      }
    return "submodule '\(path)' \(move)"
  }

  fileprivate var help: Advice? {
    guard let old, let new else { return nil }
    return .run("git -C \(ShellWord.quoted(path)) log --oneline \(old.abbreviated)..\(new.abbreviated)")
  }
}
