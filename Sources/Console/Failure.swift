package import ReleaseScope
import Reports

/// Says on standard error what went wrong and what to do.
@discardableResult
package func say(_ problem: Problem) -> ExitStatus {
  // Nothing is left to say when this cannot be written either.
  try? remark(problem.message, help: problem.help)
  return ExitStatus(problem.kind)
}

/// Says what went wrong; what is no error of ours is a defect.
package func say(_ error: any Error) -> ExitStatus {
  if let error = error as? any ExplainedError { return say(error.problem) }
  return say(Problem(.internal, "\(error)", help: "this is a defect of relscope; please report it"))
}

/// Writes a line about the run to standard error, and one about what to do.
///
/// - Throws: `FileError` if standard error takes nothing.
package func remark(_ text: String, help: String? = nil) throws {
  let words = TerminalText.detected
  let advice = help.map { "  \(words.cleaned($0))\n" } ?? ""
  try Output.standardError.write("relscope: \(words.cleaned(text))\n\(advice)")
}
