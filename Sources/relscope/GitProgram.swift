import Glibc
import ReleaseScope

/// The git that people use here, which knows parts of the configuration that libgit2 does not read.
enum GitProgram {
  struct Answer {
    let status: Int32
    let output: String
  }

  /// Runs git to its end and reads its standard output.
  ///
  /// - Parameter arguments: What follows the program's name; no shell reads them.
  /// - Returns: The exit status (128 and the signal's number when a signal ended it) and what it wrote; `nil` if there is
  ///   no git in `PATH`.
  static func run(_ arguments: [String]) -> Answer? {
    var pipe: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&pipe) == 0 else { return nil }
    defer { close(pipe[0]) }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = start(arguments, output: pipe[1])
    close(pipe[1])
    guard let child else { return nil }
    let output = read(pipe[0])
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 { if errno != EINTR { return nil } }
    let signal = status & 0x7F
    return Answer(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: output)
  }

  private static func start(_ arguments: [String], output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let words = unsafe (["git"] + arguments).map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var child = pid_t()
    let failure = unsafe posix_spawnp(&child, "git", &actions, nil, words + [nil], environ)
    return failure == 0 ? child : nil
  }

  private static func read(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
