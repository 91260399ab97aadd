import Git
import ReleaseScope
import Reports
import ScopeCheck

extension CheckOptions {
  /// Fills in what a CI job says about its release, where the options say nothing of it.
  func takeRelease(
    fromCI variables: [String: String], in repository: Repository, for request: inout CheckRequest
  ) throws {
    guard let environment = try CIEnvironment(variables, event: InputFile.read) else { return }
    request.service = environment.service
    guard release == nil, merge == nil, let found = try CIRelease(environment, in: repository, now: request.now)
    else { return }
    if base == nil { request.baseCommit = found.base }
    request.releaseCommit = NamedCommit(name: found.release.name, id: found.release.id)
    request.version = request.version ?? found.release.version
    request.remarks.append(found.remark)
    try Output.standardError.write("relscope: \(words.cleaned(found.remark))\n")
  }
}
