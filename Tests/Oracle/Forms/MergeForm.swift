import Fuzzing

/// Who merges a branch, and so what the merge says.
enum MergeForm: CaseIterable {
  case git
  case gitHub
  case gitHubTitle
  case gitLab
  case bitbucketCloud
  case bitbucketServer
  case azure
  case gitea
  // Of bots.
  case bors
  case homu

  private var isRare: Bool { self == .bors || self == .homu }

  static func draw(_ mode: HistoryMode, isTopic: Bool, _ random: inout RandomNumbers) -> MergeForm {
    guard mode != .git, isTopic else { return .git }
    let forms = allCases.filter { mode == .wide || !$0.isRare }
    return forms[Int.random(in: forms.indices, using: &random)]
  }

  struct Text {
    let message: String
    /// The title of the pull request, where it is not the subject.
    var title: String?
    let request: Int?
  }

  /// - Parameter request: The number of the pull request; only git has none.
  func text(_ branch: Branch, into target: String, _ request: Int?) -> Text {
    let suffix = target == "main" ? "" : " into \(target)"
    guard let request else { return Text(message: "Merge branch '\(branch.name)'\(suffix)\n", request: nil) }
    let title = branch.title
    switch self {
    case .git: return Text(message: "Merge branch '\(branch.name)'\(suffix)\n", request: nil)
    case .gitHub:
      let subject = "Merge pull request #\(request) from shop/\(branch.name)"
      return Text(message: "\(subject)\n\n\(title)\n", title: title, request: request)
    case .gitHubTitle: return Text(message: "\(title) (#\(request))\n\nAll of it.\n", request: request)
    case .gitLab:
      let subject = "Merge branch '\(branch.name)' into '\(target)'"
      return Text(
        message: "\(subject)\n\n\(title)\n\nSee merge request shop/web!\(request)\n", title: title, request: request)
    case .bitbucketCloud:
      return Text(
        message: "Merged in \(branch.name) (pull request #\(request))\n\n\(title)\n", title: title, request: request)
    case .bitbucketServer:
      return Text(
        message: "Pull request #\(request): \(title)\n\nMerge in SHOP/web from \(branch.name) to \(target)\n",
        title: title, request: request)
    case .azure: return Text(message: "Merged PR \(request): \(title)\n", title: title, request: request)
    case .gitea:
      return Text(
        message: "Merge pull request '\(title)' (#\(request)) from \(branch.name) into \(target)\n", title: title,
        request: request)
    case .bors:
      return Text(
        message: "Merge #\(request)\n\n\(request): \(title) r=ines a=dana\n\nAll of it.\n", title: title,
        request: request)
    case .homu:
      return Text(
        message: "Auto merge of #\(request) - dana:\(branch.name), r=ines\n\n\(title)\n\nAll of it.\n", title: title,
        request: request)
    }
  }
}
