import ArgumentParser
import ReleaseScope
import Reports

/// Every status that the program ends with.
enum ExitStatus: Int32 {
  case pass = 0
  case fail = 1
  case incomplete = 2
  case usage = 64
  case badData = 65
  case missing = 66
  case unavailable = 69
  case `internal` = 70
  case cannotWrite = 73
  case forbidden = 77
  case badConfiguration = 78

  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .pass: .pass
      case .fail: .fail
      case .incomplete: .incomplete
      }
  }

  init(_ kind: Problem.Kind) {
    self =
      switch kind {
      case .usage: .usage
      case .badData: .badData
      case .missing: .missing
      case .unavailable: .unavailable
      case .internal: .internal
      case .cannotWrite: .cannotWrite
      case .forbidden: .forbidden
      case .badConfiguration: .badConfiguration
      }
  }

  var code: ExitCode { ExitCode(rawValue) }
}

/// Runs the body of a command, and turns every error into a message and its status.
///
/// ArgumentParser would end with 1 for an error that reaches it, which means "fail".
func reportingProblems(_ body: () throws -> ExitStatus) throws(ExitCode) {
  let status: ExitStatus
  do {
    status = try body()
  } catch let error as any ExplainedError {
    status = say(error.problem)
  } catch {
    status = say(Problem(.internal, "\(error)", help: "this is a defect of relscope; please report it"))
  }
  if status != .pass { throw status.code }
}

/// Says on standard error what went wrong and what to do.
@discardableResult
func say(_ problem: Problem) -> ExitStatus {
  let words = TerminalText(unicode: Terminal.hasUnicode)
  var text = "relscope: \(words.cleaned(problem.message))\n"
  if let help = problem.help { text += "  \(words.cleaned(help))\n" }
  // Nothing is left to say when this cannot be written either.
  try? Output.standardError.write(text)
  return ExitStatus(problem.kind)
}
