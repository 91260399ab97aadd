import Foundation
import TestSupport
import Testing

/// `relscope check` without options, in clones as CI services make them and with their variables.
struct CIJobTests {
  private static let services = ["github", "gitlab", "jenkins", "azure", "bitbucket"]

  @Test(arguments: services + ["github queue", "github push", "github tag"])
  func `judges the release that was proposed, and never a trial merge`(service: String) async throws {
    let job = try await CIJob()
    let clone = try await job.checkout("refs/pull/12/merge")
    let variables = try job.variables(service, clone)
    let result = try await Relscope(for: clone).run(
      ["check", "--format", "json"], in: clone.path, setting: variables.mapValues { $0 })
    #expect(result.status == 1, "\(result)")
    let report = try CheckOutcome(result: result).report()
    #expect(report.range.release.id == job.head)
    #expect(report.range.base.id == job.before)
    #expect(report.range.commits == 1)
    #expect(report.states == ["SHOP-1": "delivered", "SHOP-4": "absent"])
    #expect(result.errors.hasPrefix("relscope: "), "\(result.errors)")
  }

  @Test(arguments: zip(services, ["fetch-depth: 0", "GIT_DEPTH: 0", "Shallow clone", "fetchDepth: 0", "depth: full"]))
  func `a shallow checkout is incomplete, and says which setting to change`(service: String, setting: String)
    async throws
  {
    let job = try await CIJob()
    for depth in [1, 2] {
      let clone = try await job.checkout("refs/pull/12/merge", depth: depth)
      let variables = try job.variables(service, clone)
      let result = try await Relscope(for: clone).run(["check"], in: clone.path, setting: variables.mapValues { $0 })
      #expect(result.status == 2, "\(result)")
      #expect((result.errors + result.output).contains(setting), "\(result)")
      #expect((result.errors + result.output).contains("INCOMPLETE"), "\(result)")
    }
  }

  @Test func `what the options say counts more than the job`() async throws {
    let job = try await CIJob()
    let clone = try await job.checkout("refs/pull/12/merge")
    let variables = try job.variables("github", clone)
    let result = try await Relscope(for: clone).run(
      ["check", "--release", "origin/main", "--version", "2.4.0", "--format", "json"], in: clone.path,
      setting: variables.mapValues { $0 })
    let report = try CheckOutcome(result: result).report()
    #expect(report.range.release.id == job.before)
  }
}
