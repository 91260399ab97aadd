import Console
import Platform
import ReleaseScope

/// The program with the network, beside this one.
enum RemoteProgram {
  static let name = "relscope-remote"

  /// What is asked for.
  enum Subject: String {
    case manifest
    case evidence
  }

  /// - Returns: `nil` where it is not beside this one.
  static func path() throws(Problem) -> String? {
    let path = "\(try folder())/\(name)"
    return File.exists(path) ? path : nil
  }

  private static func folder() throws(Problem) -> Substring {
    guard let own = File.resolved("/proc/self/exe"), let slash = own.lastIndex(of: "/") else {
      throw Problem(.internal, "cannot find out where this program is")
    }
    return own[..<slash]
  }

  /// - Parameters:
  ///   - arguments: Nothing secret: other users of the machine can read them.
  ///   - keys: Tickets to ask for by key; `nil` for none.
  /// - Returns: The document, and whether it is complete; none if the fetch failed, which the program has explained.
  /// - Throws: ``Problem`` if it cannot be started, or ends as it should not.
  static func fetch(
    _ subject: Subject, _ arguments: [String], keys: [TicketKey]?
  ) throws(Problem) -> ([UInt8]?, ExitStatus) {
    let input = (keys ?? []).map { "\($0)\n" }.joined()
    let options = keys == nil ? [] : ["--keys-from-input"]
    return try run([subject.rawValue] + arguments + options, input: Array(input.utf8))
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: Nothing secret: other users of the machine can read them.
  ///   - input: What it reads from its standard input.
  /// - Returns: What it wrote; nothing if it failed, which it has explained.
  /// - Throws: ``Problem`` if it cannot be started, or ends as it should not.
  static func run(_ arguments: [String], input: [UInt8] = []) throws(Problem) -> ([UInt8]?, ExitStatus) {
    guard let path = try path(), let answer = ChildProcess.run(path, arguments, input: input) else {
      throw Problem(
        .missing, "cannot run '\(name)', which talks to services: it is not in '\(try folder())'",
        help: "copy it there, beside relscope")
    }
    guard let status = ExitStatus(rawValue: answer.status), status != .fail else {
      throw Problem(
        .internal, "'\(name)' ended with status \(answer.status)",
        help: "run it again; if it stays so, please report it")
    }
    switch status {
    case .pass, .incomplete: return (answer.output, status)
    case .fail, .usage, .badData, .missing, .unavailable, .internal, .cannotWrite, .forbidden, .badConfiguration:
      return (nil, status)
    }
  }
}
