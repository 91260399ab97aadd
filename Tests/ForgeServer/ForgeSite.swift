/// What a forge holds of one repository, in no forge's own words.
package struct ForgeSite: Sendable {
  package enum Face: String, CaseIterable, Sendable {
    case github
    case gitlab
    case bitbucketCloud = "bitbucket-cloud"
    case bitbucketDataCenter = "bitbucket-data-center"
    case gitea
  }

  package struct Account: Equatable, Sendable {
    package var id: Int
    package var login: String
    package var isRobot = false

    package init(_ id: Int, _ login: String, isRobot: Bool = false) {
      self.id = id
      self.login = login
      self.isRobot = isRobot
    }
  }

  package struct Pull: Sendable {
    package var number: Int
    package var title = "Release 2.4.0"
    package var head: String
    package var headCommit: String
    /// As the forge names repositories; `nil` for a fork that is gone.
    package var headRepository: String?
    package var base: String
    /// `open`, `closed` or `merged`.
    package var state = "open"
    package var isDraft = false
    /// Of one that was merged; the times are ISO 8601's, in UTC.
    package var mergedAt = "2026-11-24T10:00:00Z"
    package var mergedBy = Account(4, "lea")
    package var mergeCommit: String?

    package init(
      _ number: Int, head: String = "release/2.4.0", commit: String, repository: String? = "acme/web",
      base: String = "main"
    ) {
      self.number = number
      self.head = head
      headCommit = commit
      headRepository = repository
      self.base = base
    }
  }

  package struct Note: Sendable {
    package var id: Int
    package var body: String
    package var author: Account
    package var version = 0
    package var isSystem = false

    package init(_ id: Int, _ body: String, by author: Account) {
      self.id = id
      self.body = body
      self.author = author
    }
  }

  package struct Review: Sendable {
    package var author: Account
    /// `approved`, `changes`, `dismissed` or `comment`.
    package var state: String
    package var commit: String

    package init(by author: Account, _ state: String, at commit: String) {
      self.author = author
      self.state = state
      self.commit = commit
    }
  }

  /// Something that came to an environment.
  package struct Deployment: Sendable {
    package var environment: String
    package var commit: String
    package var time: String
    /// The states that it had, oldest first: `success`, `failure`, `inactive`.
    package var states: [String]

    package init(_ environment: String, _ commit: String, at time: String, states: [String] = ["success"]) {
      self.environment = environment
      self.commit = commit
      self.time = time
      self.states = states
    }
  }

  package struct Status: Equatable, Sendable {
    package var commit: String
    /// The body as it came.
    package var members: [String: String]
  }

  package var face: Face
  package var repository = "acme/web"
  /// A path that the repository had before.
  package var oldRepository: String?
  package var pulls: [Pull] = []
  package var notes: [Note] = []
  package var reviews: [Review] = []
  package var requiredChecks: [String] = []
  package var statuses: [Status] = []
  /// Oldest first.
  package var deployments: [Deployment] = []
  package var asker = Account(7, "relscope-bot")
  /// Whether the token may ask who it is.
  package var maySayWho = true
  package var mayWrite = true
  /// Whether a pipeline runs for the head of a merge request.
  package var hasPipeline = true
  package var token = "let-me-in-4711"
  package var pageLimit = 100
  /// In UTF-16 units.
  package var longest: Int

  package init(_ face: Face) {
    self.face = face
    longest =
      switch face {
      case .github: 65_536
      case .gitlab: 1_000_000
      case .bitbucketCloud, .bitbucketDataCenter: 32_767
      case .gitea: .max
      }
  }

  /// What follows the address of the server.
  package var interface: String {
    switch face {
    case .github: "/api/v3"
    case .gitlab: "/api/v4"
    case .bitbucketCloud: "/2.0"
    case .bitbucketDataCenter: "/rest/api/latest"
    case .gitea: "/api/v1"
    }
  }

  package func pull(_ number: Int) -> Pull? { pulls.first { $0.number == number } }
}
