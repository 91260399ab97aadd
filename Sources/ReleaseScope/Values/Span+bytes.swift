extension Span<UInt8> {
  package var copy: [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    unsafe withUnsafeBufferPointer { unsafe copy.append(contentsOf: $0) }
    return copy
  }
}
