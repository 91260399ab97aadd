import CProcess
import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that this one runs to its end, with this one's standard error if nothing else is asked for.
package enum ChildProcess {
  package struct Answer: Sendable {
    /// The exit status; 128 and the signal's number when a signal ended it.
    package let status: Int32
    package let output: [UInt8]

    package var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs a program and reads its standard output.
  ///
  /// - Parameters:
  ///   - name: A path, or a name to look up in `PATH`.
  ///   - arguments: What follows the program's name; no shell reads them.
  ///   - input: What it can read from its standard input, which ends there.
  ///   - environment: Its variables; `nil` for those of this program.
  ///   - folder: Where it begins; `nil` for where this program is.
  ///   - isSilent: Whether nobody sees what it writes to its standard error.
  ///   - limit: How long it may take: then it is ended, with those that it started. `nil` for as long as it takes.
  /// - Returns: `nil` if it cannot be started, or was ended.
  package static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil,
    folder: String? = nil, isSilent: Bool = false, limit: Duration? = nil
  ) -> Answer? {
    guard let file = try? inputFile(input) else { return nil }
    defer { try? file.close() }
    guard let (output, end) = try? pipe() else { return nil }
    defer { try? output.close() }
    let errors = isSilent ? try? FileDescriptor.open(named: "/dev/null", .writeOnly) : nil
    defer { try? errors?.close() }
    let child = start(name, arguments, environment, folder, input: file, output: end, errors: errors)
    try? end.close()
    guard let child else { return nil }
    let bytes: [UInt8]
    if let limit {
      guard let read = ChildWatch(child).output(output, for: limit) else { return nil }
      bytes = read
    } else {
      bytes = (try? output.readToEnd()) ?? []
    }
    return status(of: child).map { Answer(status: $0, output: bytes) }
  }

  /// Runs a program that writes where this one does; a signal from the keyboard is for that one.
  ///
  /// - Returns: Its exit status, as that of an ``Answer``; `nil` if it cannot be started.
  package static func show(
    _ input: [UInt8], by name: String, _ arguments: [String], environment: [String: String]
  ) -> Int32? {
    guard let file = try? inputFile(input) else { return nil }
    defer { try? file.close() }
    guard let child = start(name, arguments, environment, nil, input: file, output: .standardOutput, errors: nil) else {
      return nil
    }
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { _ = signal(SIGINT, interrupt) }
    return status(of: child)
  }

  private static func status(of child: pid_t) -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// A pipe that no other child gets.
  private static func pipe() throws -> (output: FileDescriptor, end: FileDescriptor) {
    let ends = try FileDescriptor.pipe()
    for end in [ends.readEnd, ends.writeEnd] { closeInChildren(end) }
    return (ends.readEnd, ends.writeEnd)
  }

  private static func closeInChildren(_ file: FileDescriptor) { _ = fcntl(file.rawValue, F_SETFD, FD_CLOEXEC) }

  /// How many bytes fit into every pipe, so that to write them never waits for a reader.
  private static let pipeCapacity = 4_096

  /// A pipe that holds the input already; what is larger, in a file without a name: a pipe that the child does not read
  /// would stop this program. A token is small, and never in a file.
  private static func inputFile(_ input: [UInt8]) throws -> FileDescriptor {
    if input.isEmpty { return try .open(named: "/dev/null", .readOnly) }
    if input.count <= pipeCapacity {
      let (output, end) = try pipe()
      try end.closeAfter { _ = try end.writeAll(input) }
      return output
    }
    var template = Array("/tmp/relscope-XXXXXX".utf8CString)
    let number = unsafe mkstemp(&template)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    _ = unsafe unlink(template)
    let file = FileDescriptor(rawValue: number)
    closeInChildren(file)
    do {
      try file.writeAll(input)
      try file.seek(offset: 0, from: .start)
    } catch {
      try? file.close()
      throw error
    }
    return file
  }

  private static func start(
    _ name: String, _ arguments: [String], _ environment: [String: String]?, _ folder: String?, input: FileDescriptor,
    output: FileDescriptor, errors: FileDescriptor?
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output.rawValue, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, input.rawValue, STDIN_FILENO)
    if let errors { unsafe posix_spawn_file_actions_adddup2(&actions, errors.rawValue, STDERR_FILENO) }
    if let folder, unsafe relscope_begin_in(&actions, folder) != 0 { return nil }
    let words = unsafe ([name] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    let variables = unsafe (environment ?? [:]).map { unsafe strdup("\($0)=\($1)") }
    defer { unsafe variables.forEach { unsafe free($0) } }
    let failure =
      if environment == nil {
        unsafe posix_spawnp(&child, name, &actions, nil, words + [nil], environ)
      } else {
        unsafe posix_spawnp(&child, name, &actions, nil, words + [nil], variables + [nil])
      }
    return failure == 0 ? child : nil
  }
}
