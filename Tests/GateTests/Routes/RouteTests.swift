import Foundation
import Gate
import InMemoryRepository
import ReleaseScope
import ScopeCheck
import Testing

/// Each route with a release that is right, and with one that is not.
struct RouteTests {
  /// Of a route that is stopped, incomplete also where what is not here ends the hook.
  private func verdict(of route: Route, isRight: Bool) throws -> Verdict {
    let world = RouteWorld(isRight: isRight, isServer: route.hook.isOnServer)
    let question = route.question(world)
    let gate = try ReleaseGate(
      world.repository, now: Instant(seconds: 1_790_000_000), believesHead: !route.hook.isOnServer)
    do {
      return try HookJudge(route.hook, gate).answers(to: question).verdict
    } catch let error as Problem where error.kind == .missing && route.outcome == .stopped {
      return .incomplete
    }
  }

  @Test(arguments: RouteTable.all)
  func `lets a right release pass, and no wrong one`(route: Route) throws {
    let right = try verdict(of: route, isRight: true)
    let wrong = try verdict(of: route, isRight: false)
    switch route.outcome {
    case .judged:
      #expect(right == .pass)
      #expect(wrong == .fail)
    case .ordinary, .unseen:
      #expect(right == .pass)
      #expect(wrong == .pass)
    case .stopped:
      #expect(right == .incomplete)
      #expect(wrong == .incomplete)
    }
  }

  @Test func `there are eighty routes or more, each by its own name`() {
    #expect(RouteTable.all.count >= 80)
    #expect(Set(RouteTable.all.map(\.testDescription)).count == RouteTable.all.count)
  }

  /// Written anew with `RECORD_GOLDENS=1`, which fails so that nobody leaves it on.
  @Test func `the article has the table of the routes`() throws {
    let article = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Gate/Gate.docc/Routes.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    let (start, end) = ("<!-- routes: written by RouteTests -->\n", "<!-- end of routes -->\n")
    let from = try #require(text.range(of: start)).upperBound
    let upTo = try #require(text.range(of: end)).lowerBound
    let expected = RouteTable.markdown
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try (text[..<from] + expected + text[upTo...]).write(to: article, atomically: true, encoding: .utf8)
      Issue.record("recorded")
    }
    let found = String(text[from..<upTo])
    #expect(found == expected, "run the test with RECORD_GOLDENS=1")
  }
}

extension RouteTable {
  /// A row for each name, a column for each outcome.
  static var markdown: String {
    var names: [String] = []
    var hooks: [String: [Route.Outcome: [String]]] = [:]
    for route in all {
      if hooks[route.name] == nil { names.append(route.name) }
      hooks[route.name, default: [:]][route.outcome, default: []].append(route.hook.rawValue)
    }
    let outcomes: [Route.Outcome] = [.judged, .ordinary, .stopped, .unseen]
    var text = "| what comes | \(outcomes.map(\.rawValue).joined(separator: " | ")) |\n|---|---|---|---|---|\n"
    for name in names {
      let cells = outcomes.map { hooks[name]?[$0]?.joined(separator: ", ") ?? "" }
      text += "| \(name) | \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }
}
