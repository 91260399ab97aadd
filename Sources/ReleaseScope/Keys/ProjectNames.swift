/// The known projects, to be found by the bytes of their names.
struct ProjectNames: Sendable {
  private let byDigest: [UInt64: [ProjectKey]]

  /// The projects in their order.
  let all: [ProjectKey]

  init(_ projects: some Sequence<ProjectKey>) {
    all = Set(projects).sorted()
    byDigest = Dictionary(grouping: all) { Self.digest(Array($0.text.utf8).span) { $0 } }
  }

  var isEmpty: Bool { all.isEmpty }

  /// - Parameter ignoresCase: Whether small letters are as good as capitals.
  func find(_ name: Span<UInt8>, ignoresCase: Bool = false) -> ProjectKey? {
    find(name) { ignoresCase ? $0.uppercased : $0 }
  }

  private func find(_ name: Span<UInt8>, _ letter: (UInt8) -> UInt8) -> ProjectKey? {
    byDigest[Self.digest(name, letter)]?.first { project in
      guard project.text.utf8.count == name.count else { return false }
      var place = 0
      for byte in project.text.utf8 {
        guard letter(name[place]) == byte else { return false }
        place += 1
      }
      return true
    }
  }

  private static func digest(_ name: Span<UInt8>, _ letter: (UInt8) -> UInt8) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in name.indices { digest = (digest ^ UInt64(letter(name[place]))) &* 0x100_0000_01B3 }
    return digest
  }
}
