import Glibc
import Oracle

/// `fuzz histories COUNT SEED SHOWN`: prints how many histories of each mode are told rightly, and shows the first that
/// are not, made small; `fuzz histories COUNT SEED SHOWN MODE` those of one mode alone. Ends with 1 if there are any.
/// `fuzz histories show MODE SEED...` shows histories, made small where they are told wrongly. `fuzz histories write MODE
/// SEED FOLDER` writes one history for git.
enum Histories {
  private static let operations = 14

  static func main(_ arguments: [String]) {
    if arguments.first == "write" { return write(Array(arguments.dropFirst())) }
    if arguments.first == "show" { return show(Array(arguments.dropFirst())) }
    let numbers = arguments.compactMap(UInt64.init)
    let (count, seed, shown) = (numbers.first ?? 1_000, numbers.dropFirst().first ?? 1, numbers.dropFirst(2).first ?? 3)
    var isRight = true
    let only = arguments.last.flatMap(HistoryMode.init(rawValue:))
    for mode in only.map({ [$0] }) ?? HistoryMode.allCases where !run(mode, count, seed, shown) { isRight = false }
    exit(isRight ? 0 : 1)
  }

  private static func write(_ arguments: [String]) {
    guard arguments.count == 3, let mode = HistoryMode(rawValue: arguments[0]), let seed = UInt64(arguments[1]),
      let run = try? OracleRun(RandomHistory(seed: seed, mode, operations: operations))
    else {
      print("usage: fuzz histories write git|all|wide|parts SEED FOLDER")
      exit(64)
    }
    for (name, bytes) in run.files {
      guard let file = unsafe fopen("\(arguments[2])/\(name)", "w") else { exit(73) }
      _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
      guard unsafe fclose(file) == 0 else { exit(73) }
    }
  }

  private static func show(_ arguments: [String]) {
    guard let mode = arguments.first.flatMap(HistoryMode.init(rawValue:)) else {
      print("usage: fuzz histories show git|all|wide|parts SEED...")
      exit(64)
    }
    for seed in arguments.dropFirst().compactMap(UInt64.init) {
      do {
        let run = try OracleRun(RandomHistory(seed: seed, mode, operations: operations))
        print(try HistoryShrinker.shrink(run).story + "\n")
      } catch {
        print("seed \(seed) of \(mode.rawValue): \(error)")
      }
    }
  }

  /// - Returns: Whether all are right.
  private static func run(_ mode: HistoryMode, _ count: UInt64, _ seed: UInt64, _ shown: UInt64) -> Bool {
    var (agreed, falsePasses, falseFailures, tickets, steps) = (UInt64(0), 0, 0, 0, 0)
    var doubts: [Doubt: Int] = [:]
    var wrong: [String: (seeds: [UInt64], run: OracleRun)] = [:]
    for number in seed..<seed + count {
      let history = RandomHistory(seed: number, mode, operations: operations)
      do {
        let run = try OracleRun(history)
        tickets += history.truth.count
        steps += history.story.count
        for doubt in run.doubts { doubts[doubt, default: 0] += 1 }
        if run.isFalsePass { falsePasses += 1 }
        if run.isFalseFailure { falseFailures += 1 }
        if run.disagreements.isEmpty { agreed += 1 }
        if let first = run.disagreements.first {
          let kind =
            switch first.subject {
            case .ticket: "ticket: should be \(first.expected), is \(first.seen)"
            case .verdict:
              "verdict: should be \(first.expected), is \(first.seen.split(separator: " of ").first ?? "")"
            case .merges: "merges with changes of their own"
            }
          wrong[kind, default: ([], run)].seeds.append(number)
        }
      } catch {
        print("seed \(number) of \(mode.rawValue): \(error)")
      }
    }
    print(
      "\(mode.rawValue): \(agreed) of \(count) histories agree, \(falsePasses) false passes, "
        + "\(falseFailures) false failures; \(steps) steps, \(tickets) tickets")
    for doubt in Doubt.allCases { print("  in doubt, \(doubt.rawValue): \(doubts[doubt] ?? 0) tickets") }
    let kinds = wrong.sorted { ($1.value.seeds.count, $0.key) < ($0.value.seeds.count, $1.key) }
    for (kind, found) in kinds {
      let seeds = found.seeds.prefix(20).map(String.init).joined(separator: " ")
      print("  \(found.seeds.count) times \(kind); seeds \(seeds)")
    }
    for (_, found) in kinds.prefix(Int(shown)) {
      print("\n" + ((try? HistoryShrinker.shrink(found.run)) ?? found.run).story)
    }
    print("")
    fflush(nil)
    return agreed == count
  }
}
