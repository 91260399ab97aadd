import Glibc
import ReleaseScope

/// A program that this one runs to its end, with this one's environment and standard error.
enum ChildProgram {
  struct Answer {
    /// The exit status; 128 and the signal's number when a signal ended it.
    let status: Int32
    let output: [UInt8]

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Runs a program and reads its standard output.
  ///
  /// - Parameters:
  ///   - name: A path, or a name to look up in `PATH`.
  ///   - arguments: What follows the program's name; no shell reads them.
  ///   - input: What it can read from its standard input, which ends there.
  /// - Returns: `nil` if it cannot be started.
  static func run(_ name: String, _ arguments: [String], input: [UInt8] = []) -> Answer? {
    var pipe: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&pipe) == 0 else { return nil }
    defer { close(pipe[0]) }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let file = inputFile(input)
    let child = file.flatMap { start(name, arguments, input: $0, output: pipe[1]) }
    for descriptor in [file, pipe[1]].compactMap(\.self) { close(descriptor) }
    guard let child else { return nil }
    let output = read(pipe[0])
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    let signal = status & 0x7F
    return Answer(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: output)
  }

  /// A file without a name: a pipe that the child does not read would end this program, or stop it.
  ///
  /// - Returns: `nil` if it cannot be made.
  private static func inputFile(_ input: [UInt8]) -> Int32? {
    if input.isEmpty { return unsafe open("/dev/null", O_RDONLY | O_CLOEXEC) }
    var template = Array("/tmp/relscope-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { return nil }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    _ = unsafe unlink(template)
    var rest = input[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(file)
        return nil
      }
      rest = rest.dropFirst(count)
    }
    lseek(file, 0, SEEK_SET)
    return file
  }

  private static func start(_ name: String, _ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    let words = unsafe ([name] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    let failure = unsafe posix_spawnp(&child, name, &actions, nil, words + [nil], environ)
    return failure == 0 ? child : nil
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
