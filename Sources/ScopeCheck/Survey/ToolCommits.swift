import Documents
import ReleaseScope

/// Commits that programs make, told by who made them or by what they write.
enum ToolCommits {
  private static let authors: [(word: String, reason: String)] = [
    ("dependabot", "dependency updates"), ("renovate", "dependency updates"), ("greenkeeper", "dependency updates"),
    ("snyk", "dependency updates"), ("pyup", "dependency updates"), ("weblate", "translations"),
    ("crowdin", "translations"), ("transifex", "translations"), ("jenkins", "made by the build"),
    ("github-actions", "made by the build"), ("travis", "made by the build"), ("circleci", "made by the build"),
    ("teamcity", "made by the build"), ("buildbot", "made by the build"), ("semantic-release", "made by the build"),
  ]
  /// Bots that bring people's work as well, as those do that port or merge.
  private static let anyBot = (word: "[bot]", reason: "made by a bot")
  /// What programs that release write, which people do not.
  private static let subjects: [(glob: String, reason: String)] = [
    ("[maven-release-plugin] *", "the release plugin"), ("[Gradle Release Plugin] *", "the release plugin"),
    ("[artifactory-release] *", "the release plugin"), ("[gradle-release-task] *", "the release plugin"),
    ("[Jenkins] *", "made by the build"), ("chore(release): *", "the release plugin"),
    ("chore(main): release *", "the release plugin"), ("Translated using Weblate*", "translations"),
  ]
  /// What people may write as well.
  private static let doubtful: [(glob: String, reason: String)] = [
    ("Bump * from * to *", "dependency updates"), ("Update dependency *", "dependency updates"),
    ("Bump version*", "version numbers"), ("Setting version to *", "version numbers"),
    ("Prepare release *", "version numbers"),
    ("Prepare for next development iteration*", "version numbers"), ("Release version *", "version numbers"),
    ("Next development version*", "version numbers"), ("Version bump*", "version numbers"),
  ]

  /// Exemptions for the commits of a history without a ticket, those of most commits first.
  ///
  /// - Parameter commits: The newest ones. A form has to come twice.
  static func exemptions(for commits: [Commit]) -> [PolicyProposal.Part<Exemption>] {
    var byAuthor: [String: (reason: String, isDoubtful: Bool, count: Int)] = [:]
    var bySubject = [Int](repeating: 0, count: subjects.count)
    var byDoubtful = [Int](repeating: 0, count: doubtful.count)
    let known = subjects.map { Glob($0.glob) }
    let possible = doubtful.map { Glob($0.glob) }
    for commit in commits {
      if let (glob, form) = author(commit.author.person) {
        byAuthor[glob, default: (form.reason, form.word == anyBot.word, 0)].count += 1
        continue
      }
      let subject = String(decoding: commit.message.prefix(200).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      if let place = known.firstIndex(where: { $0.matches(subject) }) {
        bySubject[place] += 1
      } else if let place = possible.firstIndex(where: { $0.matches(subject) }) {
        byDoubtful[place] += 1
      }
    }
    let authors = byAuthor.filter { $0.value.count > 1 }.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return authors.map { glob, found in
      let exemption = Exemption(author: glob, reason: found.reason)
      let evidence = "\(quantity(found.count, "commit")) without a ticket"
      return found.isDoubtful
        ? .guessed(exemption, "\(evidence); is that never people's work?") : .seen(exemption, evidence)
    } + parts(subjects, bySubject, isSeen: true) + parts(doubtful, byDoubtful, isSeen: false)
  }

  private static func parts(
    _ forms: [(glob: String, reason: String)], _ counts: [Int], isSeen: Bool
  ) -> [PolicyProposal.Part<Exemption>] {
    zip(forms, counts).filter { $0.1 > 1 }.map { form, count in
      let exemption = Exemption(subject: form.glob, reason: form.reason)
      let evidence = "\(quantity(count, "commit")) without a ticket"
      return isSeen
        ? .seen(exemption, evidence) : .guessed(exemption, "\(evidence); anybody can write such a subject")
    }
  }

  /// The glob for a program's commits: GitHub's addresses of bots begin with a number.
  private static func author(_ person: Person) -> (glob: String, form: (word: String, reason: String))? {
    let text = "\(person.name) \(person.email)".lowercased()
    guard let form = (authors + [anyBot]).first(where: { text.splitOnce($0.word) != nil }), !person.email.isEmpty else {
      return nil
    }
    guard let (number, rest) = person.email.splitOnce("+"), number.utf8.allSatisfy(\.isASCIIDigit) else {
      return (person.email, form)
    }
    return ("*+\(rest)", form)
  }
}
