import Foundation
import TestSupport

/// Headless Chromium, where `scripts/install-browser` has put what drives it.
struct Browser {
  private static let python = PackageFolder.path + "/.build/browser/bin/python"
  private static let chromium = "/usr/bin/chromium"

  /// How many run at once: each is a dozen of processes, and many together would all be slow.
  private static let turns = Turns(2)

  static var isInstalled: Bool {
    [python, chromium, PackageFolder.path + "/.build/browser/installed"].allSatisfy(
      FileManager.default.fileExists(atPath:))
  }

  /// The window's width in pixels.
  var width = 1200
  var scheme = "light"
  var runsScripts = true
  /// What the address has after the file: `#SHOP-12`.
  var fragment = ""

  struct Answer: Decodable {
    let values: [Value]
    let problems: [String]
  }

  /// What a step gave.
  enum Value: Decodable, Equatable, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral
  {
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([String])

    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(stringLiteral value: String) { self = .text(value) }
    init(arrayLiteral elements: String...) { self = .list(elements) }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(Int.self) {
        self = .number(value)
      } else if let value = try? container.decode([String].self) {
        self = .list(value)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// Opens a page and takes steps: see `drive.py`.
  func drive(_ page: String, _ steps: [[String]], for repository: GitRepository) async throws -> Answer {
    let asked: [String: Any] = [
      "page": page, "browser": Self.chromium, "width": width, "scheme": scheme, "scripts": runsScripts,
      "fragment": fragment, "steps": steps,
    ]
    await Self.turns.take()
    defer { Self.turns.give() }
    let program = Program(Self.python, environment: repository.environment)
    let result = try await program.run(
      [PackageFolder.path + "/Tests/EndToEndTests/Page/drive.py"], in: repository.path,
      input: Array(try JSONSerialization.data(withJSONObject: asked)))
    guard result.status == 0 else { throw BrowserFailure(result: result) }
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }
}

struct BrowserFailure: Error, CustomStringConvertible {
  let result: ProgramResult

  var description: String { "the browser could not be driven: \(result)" }
}
