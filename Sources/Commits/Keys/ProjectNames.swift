/// The known projects, to be found by the bytes of their names.
///
/// Behind a reference: every line of every message is read with them.
final class ProjectNames: Sendable {
  private struct Name {
    let digest: UInt64
    let bytes: [UInt8]
    let project: ProjectKey
  }

  /// The projects in their order.
  let all: [ProjectKey]
  /// By their digests, ascending.
  private let names: [Name]

  init(_ projects: some Sequence<ProjectKey>) {
    all = Set(projects).sorted()
    names = all.map { project in
      let bytes = Array(project.text.utf8)
      return Name(digest: Self.digest(bytes.span) { $0 }, bytes: bytes, project: project)
    }.sorted { $0.digest < $1.digest }
  }

  var isEmpty: Bool { all.isEmpty }

  /// - Parameter ignoresCase: Whether small letters are as good as capitals.
  func find(_ name: Span<UInt8>, ignoresCase: Bool = false) -> ProjectKey? {
    find(name) { ignoresCase ? $0.uppercased : $0 }
  }

  private func find(_ name: Span<UInt8>, _ letter: (UInt8) -> UInt8) -> ProjectKey? {
    let digest = Self.digest(name, letter)
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].digest < digest { low = middle + 1 } else { high = middle }
    }
    while low < names.count, names[low].digest == digest {
      let bytes = names[low].bytes
      if bytes.count == name.count, bytes.indices.allSatisfy({ letter(name[$0]) == bytes[$0] }) {
        return names[low].project
      }
      low += 1
    }
    return nil
  }

  private static func digest(_ name: Span<UInt8>, _ letter: (UInt8) -> UInt8) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in name.indices { digest = (digest ^ UInt64(letter(name[place]))) &* 0x100_0000_01B3 }
    return digest
  }
}
