/// A change as `git patch-id --stable` sees it: by path, the lines taken out and put in, with three lines around them,
/// in order, without their numbers and without blanks.
struct Patch: Hashable {
  private static let context = 3

  private var files: [String: [String]] = [:]

  /// - Parameter paths: Where the two differ.
  init(from old: FileTree, to new: FileTree, paths: [String]) {
    for path in paths { files[path] = Self.text(old.entries[path], new.entries[path]) }
  }

  private static func text(_ old: FileTree.Entry?, _ new: FileTree.Entry?) -> [String] {
    var text = old == nil ? ["new file"] : new == nil ? ["deleted file"] : []
    let (old, new) = (old?.patchLines ?? [], new?.patchLines ?? [])
    func add(_ mark: String, _ lines: ArraySlice<String>) {
      text += lines.map { mark + String($0.filter { !$0.isWhitespace }) }
    }
    let blocks = LineDiff(old, new).blocks
    var shown = 0
    for (number, block) in blocks.enumerated() {
      // Of what lies between two blocks, the lines that are near to one of them.
      add("", old[max(shown, block.old.lowerBound - context)..<block.old.lowerBound])
      add("-", old[block.old])
      add("+", new[block.new])
      let next = number + 1 < blocks.count ? blocks[number + 1].old.lowerBound : old.count
      shown = min(block.old.upperBound + context, next)
      add("", old[block.old.upperBound..<shown])
    }
    return text
  }
}

extension FileTree.Entry {
  fileprivate var patchLines: [String] { lines ?? ["Subproject commit \(id)"] }
}
