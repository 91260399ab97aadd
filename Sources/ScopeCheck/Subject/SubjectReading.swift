import Approvals
import Documents
import ReleaseScope

/// Finds out what a request is about.
struct SubjectReading<Repository: ReleaseRepository> {
  let repository: Repository
  let request: CheckRequest
  private var choice: RevisionChoice<Repository>
  private(set) var unseen = UnseenParts()

  init(_ repository: Repository, _ request: CheckRequest) {
    self.repository = repository
    self.request = request
    choice = RevisionChoice(repository)
  }

  var remarks: [String] { choice.remarks + fallbacks }

  /// What is said of documents that come from the work tree, since the trusted place has none.
  private var fallbacks: [String] = []

  mutating func read() throws -> CheckSubject {
    // Where the policy is depends on the base, which the policy may name: it is looked for on the usual base first.
    var base = try request.baseCommit ?? choice.base(named: request.base, policy: nil)
    let usualRelease = try release(Policy().releaseBranches)
    var documents = documents(base, usualRelease.commit)
    var policyFile = try policy(documents)
    if request.base == nil, request.baseCommit == nil, let named = policyFile?.file.policy.base {
      choice.forgetRemarks()
      base = try choice.base(named: nil, policy: named)
      documents = self.documents(base, usualRelease.commit)
      policyFile = try policy(documents) ?? policyFile
    }
    var policy = policyFile?.file.policy ?? Policy()
    if let projects = request.projects { policy.projects = projects }
    policy.severities.merge(request.severities) { _, override in override }
    policy.stages[request.stage, default: [:]].merge(request.severities) { _, override in override }

    let release = try release(policy.releaseBranches)
    let branchVersion = release.branch.flatMap { policy.version(named: $0) }
    let version = try request.version ?? branchVersion.map { try VersionName(asked: $0) }
    let manifest = try manifest(documents, policy, version)
    let usualBaseline = policy.baseline?.filled(ifNeeded: manifest?.file.manifest.version.name ?? version)
    let baseline = try baseline(documents, manifest?.file.manifest.version.name ?? version, usual: usualBaseline)
    let needsApproval = !policy.approvals.required.isEmpty
    let signers = needsApproval ? try unseen.attempt { try documents.read(.usual, usual: AllowedSigners.path) } : nil
    let isReleaseBranch =
      try branchVersion != nil && repository.commit(ofReference: .tag(release.commit.name)) == nil
    let since = try since(policy, release.commit, manifest?.file.manifest.version.name ?? version)
    let documented = [
      (request.policy, policyFile?.path), (request.manifest ?? .usual, manifest?.path),
      (request.baseline ?? .usual, baseline?.path ?? (request.baseline == nil ? usualBaseline : nil)),
    ]
    let named = NamedTickets(manifest?.file.manifest)
    return CheckSubject(
      base: base, release: release.commit, releaseBranch: release.branch, isReleaseBranch: isReleaseBranch,
      since: since, policy: policy,
      policySummary: policyFile?.summary,
      manifest: manifest?.file, manifestSummary: manifest?.summary, baseline: baseline?.baseline,
      baselineSummary: baseline?.summary, signers: (signers ?? nil).map { ($0.bytes, $0.name) },
      requestedVersion: request.version,
      branchVersion: branchVersion,
      documentPaths: documented.compactMap(\.1),
      trustedPaths: documented.compactMap { choice, path in
        if case .revision = choice { return nil }
        return path
      } + (needsApproval ? [AllowedSigners.path] : []),
      reader: named.reader(policy), aliases: named.aliases)
  }

  /// Where the range begins. A merge that is named says it better than the policy.
  private func since(
    _ policy: Policy, _ release: NamedCommit, _ version: VersionName?
  ) throws -> NamedCommit? {
    if request.since != nil, request.merge != nil {
      throw Problem(.usage, "--since and --merge each say where the range begins", help: "leave one of them out")
    }
    guard request.merge == nil, let revision = try requestedSince() ?? policy.since else { return nil }
    return try PreviousVersion(repository: repository).revision(revision, of: version, in: release)
  }

  private func requestedSince() throws -> VersionTemplate? {
    do {
      return try request.since.map { try VersionTemplate(parsing: $0, placeholder: .previous) }
    } catch let error as VersionTemplateError {
      throw Problem(
        .usage, "--since has an unknown placeholder '{\(error.placeholder)}'",
        help: "write {previous} for the version before, or name a revision")
    }
  }

  private mutating func release(_ patterns: [BranchPattern]) throws -> (commit: NamedCommit, branch: String?) {
    if let known = request.releaseCommit { return (known, try choice.shortName(known.name)) }
    return try choice.release(named: request.release, patterns: patterns)
  }

  private func documents(_ base: NamedCommit, _ release: NamedCommit) -> TrustedDocuments<Repository> {
    TrustedDocuments(
      repository: repository, trust: request.trust, base: base, release: release,
      fallsBackToWorkTree: request.fallsBackToWorkTree)
  }

  private mutating func policy(
    _ documents: TrustedDocuments<Repository>
  ) throws -> (file: PolicyFile, summary: DocumentSummary, path: String?)? {
    let choice = request.policy
    let found = try unseen.attempt { try documents.read(choice, usual: CheckRequest.policyPath) }
    guard let found = found ?? nil else {
      if case .usual = choice { try noteMisnamedPolicy(documents) }
      return nil
    }
    noteFallback(found)
    let file = try PolicyFile(parsing: found.bytes, name: found.name)
    return (file, DocumentSummary(name: found.name, from: found.from, digest: file.digest), found.path)
  }

  private mutating func manifest(
    _ documents: TrustedDocuments<Repository>, _ policy: Policy, _ version: VersionName?
  ) throws -> (file: ManifestFile, summary: DocumentSummary, path: String?)? {
    guard let choice = request.manifest else {
      noteNoManifest("no manifest")
      return nil
    }
    if request.needsManifest, version == nil, case .usual = choice {
      try requireRelease(documents, policy)
    }
    let usual =
      request.needsManifest || version != nil ? try policy.manifest.map { try CheckSubject.path($0, version) } : nil
    guard let read = try unseen.attempt({ try documents.read(choice, usual: usual) }) else { return nil }
    guard let found = read else {
      // Without the policy, which could not be read, nothing says where the manifest is.
      guard request.needsManifest, usual != nil || unseen.all.isEmpty else {
        noteNoManifest(usual.map { "no '\($0)' in '\(documents.placeName)'" } ?? "no manifest")
        return nil
      }
      guard let usual else {
        throw Problem(
          .missing, "there is no manifest to compare with",
          help: "name it with --manifest, or set 'manifest:' in .relscope.yml (relscope init writes one)")
      }
      throw documents.missing(usual)
    }
    noteFallback(found)
    let file = try ManifestFile(parsing: found.bytes, name: found.name, version: version)
    let summary = DocumentSummary(
      name: found.name, from: found.from, digest: file.digest, isSealed: file.seal.isIntact,
      tickets: file.manifest.tickets.count)
    noteGaps(file, found.name)
    return (file, summary, found.path)
  }

  private mutating func noteNoManifest(_ place: String) {
    unseen.add(
      .noManifest, "there is \(place) that says what is planned",
      help: "commit the version's manifest on the base, or name one with --manifest")
  }

  /// Who asks for the base beside itself has forgotten to name the release.
  private func requireRelease(_ documents: TrustedDocuments<Repository>, _ policy: Policy) throws {
    guard documents.release.id == documents.base.id else { return }
    let branches = try repository.branches().map { try choice.shortName($0.name) }.filter { name in
      policy.releaseBranches.contains { $0.version(in: name) != nil }
    }
    let example = branches.last.map { "such as '\($0)'" } ?? "with --release"
    throw Problem(
      .usage, "'\(documents.release.name)' is the base itself: there is nothing to compare",
      help: "name the release, \(example)")
  }

  /// The one that was asked for, else the policy's, which a version need not have.
  private mutating func baseline(
    _ documents: TrustedDocuments<Repository>, _ version: VersionName?, usual: String?
  ) throws -> (baseline: Baseline, summary: DocumentSummary, path: String?)? {
    let choice = request.baseline ?? .usual
    guard let found = try unseen.attempt({ try documents.read(choice, usual: usual) }) ?? nil else { return nil }
    let file = try BaselineFile(parsing: found.bytes, name: found.name)
    if let version, file.baseline.version != version {
      throw Problem(
        .badData, "'\(found.name)' is a baseline of version '\(file.baseline.version)', not of '\(version)'",
        help: "write one for this version: --write-baseline")
    }
    return (file.baseline, DocumentSummary(name: found.name, from: found.from, digest: file.digest), found.path)
  }

  /// Says that a file which looks like the policy is not read, since nobody would notice.
  private mutating func noteMisnamedPolicy(_ documents: TrustedDocuments<Repository>) throws {
    for name in CheckRequest.misnamedPolicies {
      guard let found = try unseen.attempt({ try documents.read(.usual, usual: name) }) ?? nil else { continue }
      let remark =
        "'\(found.name)' of '\(found.from)' is not read: the policy's name is '\(CheckRequest.policyPath)'; "
        + "run: git mv \(ShellWord.quoted(found.name)) \(CheckRequest.policyPath)"
      if !fallbacks.contains(remark) { fallbacks.append(remark) }
    }
  }

  private mutating func noteFallback(_ found: TrustedDocuments<Repository>.Found) {
    guard found.isFallback else { return }
    let remark =
      "'\(found.name)' is that of the work tree, since the \(request.trust.rawValue) has none: the gate would not take it"
    if !fallbacks.contains(remark) { fallbacks.append(remark) }
  }

  private mutating func noteGaps(_ file: ManifestFile, _ name: String) {
    if !file.manifest.isComplete {
      let reasons = file.gaps.map(\.message).joined(separator: "; ")
      unseen.add(
        .truncatedManifest,
        "'\(name)' does not hold every ticket of the version\(reasons.isEmpty ? "" : ": \(reasons)")",
        help: file.gaps.first.map { Advice($0.help) } ?? "export or fetch the version again, in full")
    }
    if file.manifest.tickets.isEmpty {
      unseen.add(
        .emptyManifest, "'\(name)' lists no ticket", help: "check the version's name, and fetch the manifest again")
    }
  }
}
