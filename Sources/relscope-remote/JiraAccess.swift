import Console
import HTTP
import Jira

/// Asks Jira with the token of the environment or of git's helpers, which are told whether it was good.
enum JiraAccess {
  /// - Parameter url: `nil` for the environment's.
  static func ask<Answer>(
    url: String?,
    _ ask: (
      RetryingTransport<CurlTransport>, JiraAddress, @escaping (FetchProgress) -> Void
    ) async throws(JiraError) -> Answer
  ) async throws -> Answer {
    try Privacy.begin()
    let settings = try Settings(url: url)
    let access = try Access(settings)
    let transport = RetryingTransport(
      CurlTransport(settings.address.service, credentials: access.credentials, timeout: settings.timeout),
      policy: RetryPolicy(
        chance: { Double.random(in: 0..<1) }, wait: { pause in try? await Task.sleep(for: pause) }))
    let progress = ProgressMeter.standard
    let answer: Answer
    do {
      answer = try await ask(transport, settings.address) { progress.show($0.words) }
    } catch {
      progress.end()
      if case .unauthorized = error { access.reject() }
      throw error
    }
    progress.end()
    access.approve()
    return answer
  }
}
