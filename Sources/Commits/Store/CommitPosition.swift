/// Where a commit is in a ``CommitList``: below those of its parents.
///
/// A type of its own, so that nobody takes a ticket's number, a count or a number of a pull request for a commit. It
/// does not tell of which list it is: that is said where there are two.
@usableFromInline package struct CommitPosition: Hashable, Sendable {
  @usableFromInline let number: Int32

  /// - Parameter offset: How many commits of the list are before it; below 2^31.
  @inlinable package init(_ offset: Int) {
    number = Int32(truncatingIfNeeded: offset)
  }

  /// How many commits of the list are before it.
  @inlinable package var offset: Int { Int(number) }
}

extension CommitPosition: Strideable {
  @inlinable package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  @inlinable package func distance(to other: Self) -> Int { other.offset - offset }

  @inlinable package func advanced(by distance: Int) -> Self { Self(offset + distance) }
}

/// A value for each commit of a list.
extension Array {
  @inlinable package subscript(position: CommitPosition) -> Element {
    get { self[position.offset] }
    _modify { yield &self[position.offset] }
  }
}
