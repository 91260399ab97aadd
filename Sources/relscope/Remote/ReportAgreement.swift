import Git
import ReleaseScope
import ScopeCheck

/// Whether a report is of what the caller names: it is posted as it is, and not as the options say.
struct ReportAgreement {
  private let options: CheckOptions
  private let repository: Repository
  private let choice: RevisionChoice<Repository>

  init(of options: CheckOptions, in repository: Repository) {
    self.options = options
    self.repository = repository
    choice = RevisionChoice(repository)
  }

  /// - Parameter name: What people call the report.
  /// - Throws: ``Problem`` of kind `usage` where they disagree, and for an option that only a check can follow.
  func check(_ report: ScopeReport, name: String) throws {
    if let option = options.ofCheckAlone {
      throw Problem(
        .usage, "\(option) is for a check, and --report posts what one has found", help: "leave one of them out")
    }
    let (base, release) = try options.sides()
    if let version = try options.version.map({ try VersionName(asked: $0) }), version != report.version {
      throw disagreement(name, report.version.map { "version '\($0)'" } ?? "no version", "--version is '\(version)'")
    }
    if let base, try choice.shortName(base) != choice.shortName(report.range.base.name) {
      throw disagreement(name, "a release into '\(report.range.base.name)'", "the base is to be '\(base)'")
    }
    if let release { try check(release, report, name) }
  }

  private func check(_ release: String, _ report: ScopeReport, _ name: String) throws {
    let judged = report.range.release
    let id = try repository.resolve(release, as: "release")
    guard id == judged.id else {
      throw disagreement(
        name, "'\(judged.name)'\(judged.id.map { " at \($0.abbreviated)" } ?? "")",
        "the release is to be '\(release)' at \(id.abbreviated)")
    }
    // Two branches may stand on one commit, and only one of them was judged by its name.
    let branches = Set(try repository.branches().map { try choice.shortName($0.name) })
    let names = Set([try choice.shortName(judged.name), try choice.shortName(release)])
    guard names.count > 1, names.isSubset(of: branches) else { return }
    throw disagreement(name, "'\(judged.name)'", "the release is to be '\(release)'")
  }

  private func disagreement(_ name: String, _ found: String, _ asked: String) -> Problem {
    Problem(.usage, "\(name) is of \(found), and \(asked)", help: "post the report of that, or leave the option out")
  }
}
