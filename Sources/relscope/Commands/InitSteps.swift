import Console
import Documents
import ReleaseScope
import Reports
import ScopeCheck

/// What to do after the policy is written: commands that work as they are printed, in their order.
struct InitSteps {
  private let survey: RepositorySurvey
  /// The release to begin with, and its version; `nil` where none is here yet.
  private let release: (name: String, version: String)?
  var isOnBase = true
  /// The repository, where it is not the current folder.
  var folder: String?
  var hasManifest = false

  init(_ survey: RepositorySurvey) {
    self.survey = survey
    let proposal = survey.proposal
    // Of a line of versions the branch's name is none of them.
    let tagged = survey.releases.first.flatMap { newest in
      proposal.tag?.value.version(in: newest.name).map { (newest.name, $0) }
    }
    release = proposal.since == nil ? survey.newestBranch ?? tagged : tagged
  }

  /// Where the manifest of that release is to be, below the top of the work tree.
  var manifestPath: String? {
    release.map { survey.proposal.manifest.value.filling("{version}", with: $0.version) }
  }

  func text(_ words: TerminalText) -> String {
    var text = "\nnext: read \(CheckRequest.policyPath), correct what was guessed, and then\n"
    for line in lines { text += "  \(words.cleaned(line))\n" }
    return text
  }

  private var lines: [String] {
    var lines = folder.map { ["cd \(ShellWord.quoted($0))"] } ?? []
    if !isOnBase { lines.append("git switch \(ShellWord.quoted(survey.baseBranch))") }
    guard let release, let path = manifestPath else {
      return lines + [
        "git add \(CheckRequest.policyPath)", "git commit --message 'Add a release policy'",
        "relscope hooks install",
        "git switch --create release/1.0.0   # or whatever the release is called; commit its work on it, and",
        "relscope",
      ]
    }
    let (name, version) = (ShellWord.quoted(release.name), ShellWord.quoted(release.version))
    let file = ShellWord.quoted(path)
    if !hasManifest {
      if let folder = path.splitOnce("/")?.before { lines.append("mkdir -p \(ShellWord.quoted(folder))") }
      lines += [
        "relscope scope \(name) --version \(version) --format manifest --output \(file)",
        "# that plans what is there, so that you see a check at once; what Jira plans comes by",
        "#      relscope manifest fetch --version \(version), or of an export by",
        "#      relscope manifest import export.csv --version \(version) --seal --output \(file)",
      ]
    }
    return lines + [
      "git add \(CheckRequest.policyPath) \(file)",
      "git commit --message \(ShellWord.quoted("Add a release policy, and plan \(release.version)"))",
      "relscope check \(name) --version \(version)",
      "relscope hooks install",
    ]
  }
}
