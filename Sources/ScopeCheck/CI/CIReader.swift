import JSON
import Documents
import ReleaseScope

/// Reads what each service says of the commit that it builds. Empty variables count as not set.
struct CIReader {
  let service: CIService
  let variables: [String: String]

  private subscript(name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

  private func id(_ name: String) -> ObjectID? { self[name].flatMap(Self.commit) }

  /// `nil` for zeros, which stand for a branch that did not exist.
  private static func commit(_ text: String) -> ObjectID? { ObjectID(text).flatMap { $0.isZero ? nil : $0 } }

  /// The short name of a branch that a service gives by its short or its full name.
  private static func branch(_ name: String) -> String { RefName(name).branch ?? name }

  /// What a ref stands for at a commit.
  private func built(_ ref: RefName?, at id: ObjectID?, before: ObjectID? = nil) -> CIEnvironment {
    guard let ref else { return CIEnvironment(service, .unknown) }
    if let tag = ref.tag { return CIEnvironment(service, .tag, release: .init(tag, id: id, branches: [])) }
    let branch = ref.branch ?? ref.text
    if let queue = MergeQueueBranch(branch) {
      return CIEnvironment(
        service, .mergeQueue, base: queue.base.map { .init($0, id: queue.start) }, release: .init(branch, id: id))
    }
    return CIEnvironment(service, .branch(before: before), release: .init(branch, id: id))
  }

  func gitHub(_ event: JSONValue?) -> CIEnvironment {
    func text(_ path: String...) -> String? { path.reduce(event) { $0?[$1] }?.text }
    if let group = event?["merge_group"], self["GITHUB_EVENT_NAME"] == "merge_group" {
      let base = (group["base_ref"]?.text).map(Self.branch) ?? "main"
      return CIEnvironment(
        service, .mergeQueue, base: .init(base, id: text("merge_group", "base_sha").flatMap(Self.commit)),
        release: .init(
          "the head of the merge queue", id: text("merge_group", "head_sha").flatMap(Self.commit), branches: []))
    }
    if event?["pull_request"] != nil || self["GITHUB_HEAD_REF"] != nil {
      let branch = text("pull_request", "head", "ref") ?? self["GITHUB_HEAD_REF"] ?? "HEAD"
      var number = self["GITHUB_REF"]?.split(separator: "/").dropFirst(2).first.map(String.init) ?? "of unknown number"
      if case .number(let text)? = event?["pull_request"]?["number"]?.content { number = text }
      return CIEnvironment(
        service, .pullRequest(number),
        base: (text("pull_request", "base", "ref") ?? self["GITHUB_BASE_REF"]).map { .init($0) },
        // GITHUB_SHA is the merge that GitHub made.
        release: .init(branch, id: text("pull_request", "head", "sha").flatMap(Self.commit)))
    }
    if let run = event?["workflow_run"], self["GITHUB_EVENT_NAME"] == "workflow_run" { return gitHub(run: run, event) }
    if let name = self["GITHUB_EVENT_NAME"], !Self.eventsOfCommits.contains(name) {
      var environment = built(self["GITHUB_REF"].map(RefName.init), at: id("GITHUB_SHA"))
      environment.occasion = .unrelated(event: name)
      return environment
    }
    return built(
      self["GITHUB_REF"].map(RefName.init), at: id("GITHUB_SHA"), before: text("before").flatMap(Self.commit))
  }

  /// The events of GitHub's workflows, besides those of pull requests, in which the ref is that of what happened.
  private static let eventsOfCommits: Set<String> = [
    "push", "create", "release", "deployment", "deployment_status", "workflow_dispatch", "workflow_call", "merge_group",
  ]

  /// A workflow that another one has started: the ref is the default branch's, and the event says what the other one
  /// built.
  private func gitHub(run: JSONValue, _ event: JSONValue?) -> CIEnvironment {
    let id = run["head_sha"]?.text.flatMap(Self.commit)
    let branch = run["head_branch"]?.text
    let isForeign = run["head_repository"]?["full_name"]?.text != event?["repository"]?["full_name"]?.text
    let request = run["pull_requests"]?.list?.first
    if request != nil || isForeign || run["event"]?.text?.hasPrefix("pull_request") == true {
      var number = "of unknown number"
      if case .number(let text)? = request?["number"]?.content { number = text }
      return CIEnvironment(
        service, .pullRequest(number), base: (request?["base"]?["ref"]?.text).map { .init($0) },
        release: .init(branch ?? "HEAD", id: id, branches: isForeign ? [] : nil))
    }
    return built(branch.map(RefName.branch), at: id)
  }

  func gitLab() -> CIEnvironment {
    if let number = self["CI_MERGE_REQUEST_IID"] {
      let branch = self["CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"] ?? "HEAD"
      // In pipelines for merged results and in merge trains, CI_COMMIT_SHA is the merge that GitLab made.
      let isMerge = (self["CI_MERGE_REQUEST_EVENT_TYPE"] ?? "detached") != "detached"
      let head = id("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? (isMerge ? nil : id("CI_COMMIT_SHA"))
      let isTrain = self["CI_MERGE_REQUEST_EVENT_TYPE"] == "merge_train"
      return CIEnvironment(
        service, isTrain ? .mergeQueue : .pullRequest(number),
        base: self["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"].map { .init($0) }, release: .init(branch, id: head))
    }
    if let tag = self["CI_COMMIT_TAG"] { return built(.tag(tag), at: id("CI_COMMIT_SHA")) }
    return built(
      self["CI_COMMIT_BRANCH"].map(RefName.branch), at: id("CI_COMMIT_SHA"), before: id("CI_COMMIT_BEFORE_SHA"))
  }

  func bitbucket() -> CIEnvironment {
    if let tag = self["BITBUCKET_TAG"] { return built(.tag(tag), at: id("BITBUCKET_COMMIT")) }
    // HEAD is a merge that Pipelines made; BITBUCKET_COMMIT is the source's.
    if let number = self["BITBUCKET_PR_ID"] {
      return CIEnvironment(
        service, .pullRequest(number), base: self["BITBUCKET_PR_DESTINATION_BRANCH"].map { .init($0) },
        release: .init(self["BITBUCKET_BRANCH"] ?? "HEAD", id: id("BITBUCKET_COMMIT")))
    }
    return built(self["BITBUCKET_BRANCH"].map(RefName.branch), at: id("BITBUCKET_COMMIT"))
  }

  func azure() -> CIEnvironment {
    if let target = self["SYSTEM_PULLREQUEST_TARGETBRANCH"] {
      // Full for Azure Repos, short for GitHub.
      let source = self["SYSTEM_PULLREQUEST_SOURCEBRANCH"] ?? "HEAD"
      return CIEnvironment(
        service,
        .pullRequest(
          self["SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"] ?? self["SYSTEM_PULLREQUEST_PULLREQUESTID"]
            ?? "of unknown number"),
        base: .init(Self.branch(target)),
        release: .init(Self.branch(source), id: id("SYSTEM_PULLREQUEST_SOURCECOMMITID")))
    }
    return built(self["BUILD_SOURCEBRANCH"].map(RefName.init), at: id("BUILD_SOURCEVERSION"))
  }

  func jenkins() -> CIEnvironment {
    // GIT_COMMIT may be a merge that Jenkins made; the branch that it fetched for the request is not.
    if let number = self["CHANGE_ID"] {
      let branch = self["CHANGE_BRANCH"] ?? self["BRANCH_NAME"] ?? "HEAD"
      return CIEnvironment(
        service, .pullRequest(number), base: self["CHANGE_TARGET"].map { .init($0) },
        release: .init(branch, branches: [self["BRANCH_NAME"], branch].compactMap(\.self)))
    }
    // GIT_COMMIT is that of the job's first checkout, or of its last, which may be of another repository.
    let head = { (environment: CIEnvironment) in
      var environment = environment
      environment.release?.isHead = true
      return environment
    }
    if let tag = self["TAG_NAME"] { return head(built(.tag(tag), at: nil)) }
    // A job that is not multibranch says origin/release/2.4.0.
    let branch =
      self["BRANCH_NAME"]
      ?? self["GIT_BRANCH"].map { $0.hasPrefix("origin/") ? String($0.dropFirst("origin/".count)) : $0 }
    return head(built(branch.map { .branch(Self.branch($0)) }, at: nil))
  }
}
