import Documents
import ReleaseScope

/// What the messages of a history show: projects, trailers that name tickets, where tickets are looked at.
struct MessageSurvey {
  private(set) var projects: [PolicyProposal.Part<ProjectKey>] = []
  private(set) var doubtfulProjects: [PolicyProposal.Part<ProjectKey>] = []
  private(set) var trailers: [PolicyProposal.Part<String>] = []
  private(set) var ticketLink: PolicyProposal.Part<String>?
  /// The commits that name no ticket of these projects, merges left out.
  private(set) var untracked: [Commit] = []

  /// A project has at least this part of the keys of the largest one, or is doubtful.
  private static let smallestShare = 100
  /// Trailers that speak of other tickets.
  private static let otherTrailers: Set<String> = [
    "ref", "refs", "see", "also", "related", "relates", "depends", "requires", "blocks", "blocked", "caused", "reverts",
    "revert", "follow", "previous", "parent", "epic", "duplicates", "cc", "bug", "bugs", "part", "introduced", "breaks",
    "regression", "backport", "cherry", "conflicts", "not", "until", "after", "before", "needs",
  ]

  init(_ commits: [Commit]) {
    let counts = Self.counts(commits)
    let largest = counts.first?.commits ?? 0
    for (project, count) in counts {
      let evidence = quantity(count, "commit")
      // A big enough project is its own: SHOP and SHIP may both be.
      if let bigger = counts.first(where: { Self.isNearMiss(project, count, of: $0) }) {
        doubtfulProjects.append(.guessed(project, "\(evidence): a slip of \(bigger.project)?"))
      } else if count < 2 || count * Self.smallestShare < largest {
        doubtfulProjects.append(.guessed(project, "\(evidence): too few to tell"))
      } else {
        projects.append(.seen(project, evidence))
      }
    }
    learn(commits)
  }

  /// The projects by the number of commits that are work for them, the most frequent first.
  private static func counts(_ commits: [Commit]) -> [(project: ProjectKey, commits: Int)] {
    let reader = MessageReader(scanner: KeyScanner(projects: []))
    var counts: [ProjectKey: Int] = [:]
    for commit in commits {
      for project in Set(reader.facts(of: commit).implements.map(\.key.project)) { counts[project, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func isNearMiss(_ project: ProjectKey, _ count: Int, of other: (project: ProjectKey, commits: Int))
    -> Bool
  {
    guard other.commits >= count * 20, other.project != project else { return false }
    let limit = project.text.utf8.count > 5 ? 2 : 1
    return editDistance(project.text.utf8, other.project.text.utf8, limit: limit) != nil
  }

  private mutating func learn(_ commits: [Commit]) {
    let reader = MessageReader(scanner: KeyScanner(projects: projects.map(\.value), ignoresCase: true))
    var names: [String: (spelling: String, count: Int)] = [:]
    var links: [String: Int] = [:]
    for commit in commits {
      let facts = reader.facts(of: commit)
      let counted = Set(facts.implements.map(\.key))
      if counted.isEmpty, !commit.isMerge { untracked.append(commit) }
      for line in String(decoding: commit.message.prefix(MessageReader.longest), as: UTF8.self).split(separator: "\n") {
        if counted.isEmpty, let name = trailer(line) {
          names[name.lowercased(), default: (name, 0)].count += 1
        }
        if let link = link(in: line) { links[link, default: 0] += 1 }
      }
    }
    trailers = names.values.filter { $0.count > 1 }.sorted { ($1.count, $0.spelling) < ($0.count, $1.spelling) }
      .map { .seen($0.spelling, quantity($0.count, "commit")) }
    if let link = links.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), link.value > 1 {
      ticketLink = .seen(link.key, "in \(quantity(link.value, "message"))")
    }
  }

  /// The name of a trailer whose value is nothing but keys.
  private func trailer(_ line: Substring) -> String? {
    guard let colon = line.firstIndex(of: ":"), line.utf8.first?.isASCIILetter == true else { return nil }
    let name = line[..<colon]
    guard name.utf8.count <= 30, name.utf8.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "-") }),
      !name.split(separator: "-").contains(where: { Self.otherTrailers.contains($0.lowercased()) })
    else { return nil }
    let known = Set(projects.map(\.value))
    let words = line[line.index(after: colon)...].split { $0 == " " || $0 == "," || $0 == "\r" }
    let keys = words.compactMap { try? TicketKey(parsing: String($0)) }
    guard !words.isEmpty, keys.count == words.count, keys.allSatisfy({ known.contains($0.project) }) else { return nil }
    return String(name)
  }

  /// `https://jira.example.com/browse/{key}` of a line that has a link to a ticket.
  private func link(in line: Substring) -> String? {
    for scheme in ["https://", "http://"] {
      guard let parts = String(line).splitOnce(scheme) else { continue }
      let address = parts.after.prefix { !$0.isWhitespace && !"<>\"')]".contains($0) }
      guard let (host, key) = String(address).splitOnce("/browse/"),
        projects.contains(where: { key.hasPrefix("\($0.value)-") })
      else { continue }
      let template = "\(scheme)\(host)/browse/{key}"
      return (try? LinkTemplate(parsing: template, placeholder: "key")) == nil ? nil : template
    }
    return nil
  }
}
