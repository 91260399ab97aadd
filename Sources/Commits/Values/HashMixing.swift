/// Mixes what is spread already for tables: a tenth of the work of the library's hash, which has to do for anything.
package enum HashMixing {
  /// Nobody can tell it beforehand, so that no ids are made that share a place in a table.
  private static let factor = UInt64.random(in: .min ... .max) | 1 << 63 | 1

  /// - Parameters:
  ///   - bits: Of a digest.
  ///   - seed: What a table asks with.
  package static func hash(_ bits: UInt64, seed: Int) -> Int {
    let (high, low) = (bits ^ UInt64(bitPattern: Int64(seed))).multipliedFullWidth(by: factor)
    return Int(truncatingIfNeeded: high ^ low)
  }
}
