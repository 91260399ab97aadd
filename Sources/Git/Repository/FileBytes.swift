import Glibc

/// The bytes of a file, mapped into memory.
///
/// Numbers are read in network order. Every read is checked against the length; to read beyond it ends the program, so
/// whoever reads checks first what the file says of itself. As for git's packs, nobody may shorten the file while it is
/// mapped: git replaces its files and never writes into them.
@safe
package final class FileBytes: Sendable {
  /// A number, as a pointer may not go from one thread to another; nothing writes to what is there.
  private let address: UInt
  let count: Int
  private let isMapped: Bool

  /// - Returns: `nil` if there is no such file, or it is empty, or it cannot be read.
  package init?(path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let mapped = unsafe mmap(nil, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe mapped != MAP_FAILED
    else { return nil }
    address = UInt(bitPattern: mapped)
    count = status.st_size
    isMapped = true
  }

  /// The same for bytes that are in memory.
  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    unsafe copy.copyBytes(from: bytes)
    address = UInt(bitPattern: copy.baseAddress)
    count = bytes.count
    isMapped = false
  }

  deinit {
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    } else {
      unsafe contents.deallocate()
    }
  }

  private var contents: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }

  /// The whole file.
  package var all: [UInt8] { unsafe Array(contents) }

  /// Calls `body` with a part of the file.
  func withSpan<Value>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Value) -> Value {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a read beyond the end of the file")
    return unsafe body(UnsafeRawBufferPointer(rebasing: contents[range]).assumingMemoryBound(to: UInt8.self).span)
  }

  /// Gives back the memory that a part of the file takes, from the start of a page on. What is asked for again is read
  /// again.
  func giveBack(_ range: Range<Int>) {
    guard isMapped, let start = unsafe UnsafeMutableRawPointer(bitPattern: address + UInt(range.lowerBound)) else {
      return
    }
    unsafe madvise(start, range.count, MADV_DONTNEED)
  }

  subscript(offset: Int) -> UInt8 { number(at: offset) }

  /// The number whose first byte is at `offset`.
  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type = Number.self) -> Number
  {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size, "a read beyond the end of the file")
    return unsafe Number(bigEndian: contents.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
