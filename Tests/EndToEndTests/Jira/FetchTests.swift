import Foundation
import JiraServer
import ServiceJSON
import TestSupport
import Testing

/// `relscope manifest fetch` against a Jira that answers as it should.
struct FetchTests {
  @Test(arguments: [true, false])
  func `writes a sealed manifest of what Jira says`(isCloud: Bool) async throws {
    let server = try await JiraFixture.server(isCloud: isCloud)
    let repository = try await GitRepository.planning(
      [], policy: ReleaseFixture.policy + "jira: {release-ticket: 'issuetype = Release AND summary ~ {version}'}\n")
    let relscope = try Relscope(for: repository)
    let result = try await relscope.fetch("--version", "2.4.0", "--projects", "SHOP, PAY", from: server, in: repository)
    #expect(result.status == 0, "\(result)")
    let path = repository.path + "/releases/2.4.0.json"
    let manifest = try WrittenManifest(at: path)
    #expect(manifest.version.releaseDate == "2026-11-30")
    #expect(manifest.version.description == "Planned by QA")
    #expect(!manifest.version.released && !manifest.version.archived)
    #expect(manifest.projects == ["SHOP", "PAY"])
    #expect(manifest.releaseTicket == "SHOP-900")
    #expect(manifest.complete)
    #expect(manifest.source.kind == "jira" && manifest.source.url == server.address)
    #expect(manifest.source.query == #"project in ("SHOP", "PAY") AND fixVersion = "2.4.0" ORDER BY key"#)
    #expect(manifest.tickets.map(\.key) == ["PAY-2", "SHOP-1"])
    #expect(manifest.others?.map(\.key) == ["SHOP-900"])
    let ticket = try #require(manifest.tickets.last)
    #expect(ticket.summary == "Keep the cart of a guest")
    #expect(ticket.type == "Task" && ticket.status == "Ready for Release" && ticket.statusCategory == "indeterminate")
    #expect(ticket.statusSince == "2026-11-20T09:12:00Z")
    #expect(ticket.assignee == "Dana Weber" && ticket.priority == "High" && ticket.fixVersions == ["2.4.0"])
    let shown = try await relscope.run(["manifest", "show", path])
    #expect(shown.output.contains("seal            intact"), "\(shown)")
  }

  @Test(arguments: [true, false])
  func `fetches 1,200 tickets, all of them and in order`(isCloud: Bool) async throws {
    var site = JiraFixture.site(isCloud: isCloud)
    site.issues = (1...1_200).reversed().map { JiraSite.Issue("SHOP-\($0)", versions: ["2.4.0"]) }
    site.issues += (1_201...1_300).map { JiraSite.Issue("SHOP-\($0)", versions: ["2.5.0"]) }
    site.pageLimit = 37
    // Some of the histories come with the search, and some do not.
    site.changeLimit = 3
    let server = try await JiraServer(site)
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository)
    #expect(result.status == 0, "\(result.errors)")
    let manifest = try WrittenManifest(result.output)
    #expect(manifest.complete)
    #expect(manifest.tickets.map(\.key) == (1...1_200).map { "SHOP-\($0)" })
    #expect(manifest.tickets.allSatisfy { $0.statusSince == "2026-11-20T09:12:00Z" })
    let pages = server.visits.count { $0.path.contains("/search") }
    #expect(pages == 33)
  }

  @Test(arguments: [true, false])
  func `reads the histories that a search leaves out`(isCloud: Bool) async throws {
    var site = JiraFixture.site(isCloud: isCloud)
    site.changeLimit = 1
    let server = try await JiraServer(site)
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository)
    let manifest = try WrittenManifest(result.output)
    #expect(manifest.tickets.map(\.statusSince) == ["2026-11-20T09:12:00Z", "2026-11-20T09:12:00Z"])
    #expect(server.visits.contains { $0.path.hasSuffix("/changelog") } == isCloud)
  }

  @Test func `reads the keys of a range whatever manifest is there`() async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([])
    try await repository.commit("SHOP-404 Work")
    try await repository.checkout("main")
    try await repository.commit("Break it", files: ["releases/2.4.0.json": "{"])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", "--check-scope", "main..release/2.4.0", from: server, in: repository)
    #expect(result.status == 0, "\(result)")
    #expect(try WrittenManifest(result.output).unknown == ["SHOP-404"])
  }

  @Test(arguments: [true, false])
  func `tells tickets of other versions from keys that Jira does not know`(isCloud: Bool) async throws {
    let server = try await JiraFixture.server(isCloud: isCloud)
    server.change { site in
      site.issues[0].formerKeys = ["SHOP-77"]
      site.issues[3].formerKeys = ["PAY-88"]
    }
    let repository = try await GitRepository.planning([])
    for key in ["SHOP-1", "SHOP-77", "SHOP-9", "PAY-88", "SHOP-404", "SHOP-405", "PAY-2", "SHOP-406"] {
      try await repository.commit("\(key) Work", files: ["\(key).js": "\(key)\n"])
    }
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", "--check-scope", "main..release/2.4.0", from: server, in: repository)
    #expect(result.status == 0, "\(result)")
    let manifest = try WrittenManifest(result.output)
    #expect(manifest.tickets.map(\.key) == ["PAY-2", "SHOP-1"])
    #expect(manifest.tickets.last?.formerKeys == ["SHOP-77"])
    #expect(manifest.others?.map(\.key) == ["SHOP-9", "SHOP-10"])
    #expect(manifest.others?.last?.formerKeys == ["PAY-88"])
    #expect(manifest.unknown == ["SHOP-404", "SHOP-405", "SHOP-406"])
  }

  @Test func `shows what changed since the last fetch`() async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([])
    let relscope = try Relscope(for: repository)
    let path = repository.path + "/plan.json"
    let first = try await relscope.fetch("--version", "2.4.0", "-o", path, from: server, in: repository)
    #expect(first.status == 0 && first.output.isEmpty, "\(first)")
    #expect(first.errors.hasSuffix("2 tickets of version '2.4.0' in \(path)\n"))
    let same = try await relscope.fetch("--version", "2.4.0", "-o", path, from: server, in: repository)
    #expect(same.output == "no difference in the tickets\n", "\(same)")
    server.change { site in
      site.issues[0].status = "In Review"
      site.issues[1].versions = ["2.5.0"]
      site.issues[3].versions = ["2.4.0"]
    }
    let changed = try await relscope.fetch("--version", "2.4.0", "-o", path, from: server, in: repository)
    #expect(
      changed.output == """
        + SHOP-10  Work on SHOP-10
        - PAY-2  Refund in instalments
        ~ SHOP-1 status: 'Ready for Release' to 'In Review'

        """)
  }

  @Test func `asks for the fields of the policy's triage by their names`() async throws {
    var site = JiraFixture.site(isCloud: true)
    site.issues[0].custom["customfield_10042"] = [
      "type": "doc", "version": 1,
      "content": [["type": "paragraph", "content": [["type": "text", "text": "Open the cart"]]]],
    ]
    site.issues[1].custom["customfield_10042"] = nil as JSON
    let server = try await JiraServer(site)
    let policy = ReleaseFixture.policy + #"triage: {"*": [priority, labels, steps to reproduce, Colour]}"# + "\n"
    let repository = try await GitRepository.planning([], policy: policy)
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains(#""steps to reproduce": "Open the cart""#))
    #expect(result.output.contains(#""steps to reproduce": null"#))
    #expect(result.output.contains(#""labels": null"#))
    #expect(result.errors.contains("Jira has no field 'Colour'"))
  }

  @Test func `takes the projects that have the version, and says which has not`() async throws {
    let server = try await JiraFixture.server(isCloud: false)
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.5.0", "-o", "-", from: server, in: repository)
    #expect(result.status == 0, "\(result)")
    #expect(result.errors.contains("project 'PAY' has no version '2.5.0'"))
    #expect(try WrittenManifest(result.output).tickets.map(\.key) == ["SHOP-9"])
  }

  @Test func `needs no repository when it is told everything`() async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository()
    let result = try await Relscope(for: repository).run(
      ["manifest", "fetch", "--version", "2.4.0", "--projects", "SHOP", "-o", "-"], in: repository.folder.path,
      setting: JiraFixture.environment(server))
    #expect(result.status == 0, "\(result)")
    #expect(try WrittenManifest(result.output).tickets.map(\.key) == ["SHOP-1"])
  }

  @Test(
    arguments: [("/dev/full", "No space left", 73), ("/dev/null", "2 tickets", 0), ("releases", "directory", 73)]
      as [(String, String, Int32)])
  func `writes to what is no file as it is`(target: String, text: String, status: Int32) async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", target, from: server, in: repository)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.lowercased().contains(text.lowercased()), "\(result)")
  }

  static let names = [
    "10000", "4.3 - EAP", "the \"big\" one", #"back\slash\"#, "it's", "AND", "ORDER BY key", "null", "EMPTY", " 2.4 ",
    #"x" OR project = "SECRET"#, #"\" OR project = SECRET OR fixVersion = \""#, "a, b) OR (c", "Frühling 🚀", "版本 2.4",
    "e\u{301}\"\u{301}", "\u{202E}4.2", "tab\there", "line\nend", "%s%d$HOME`id`", "--version", "2/4", "..",
    "{version}",
  ]

  @Test(arguments: [true, false])
  func `takes any name of a version for a name and nothing else`(isCloud: Bool) async throws {
    var site = JiraFixture.site(isCloud: isCloud)
    for (number, name) in Self.names.enumerated() {
      site.projects[0].versions.append(JiraSite.Version(20_000 + number, name))
      site.issues.append(JiraSite.Issue("SHOP-\(2_000 + number)", versions: [name]))
    }
    let server = try await JiraServer(site)
    let policy = ReleaseFixture.policy + #"jira: {release-ticket: 'issuetype = Release AND summary ~ "no {version}"'}"#
    let repository = try await GitRepository.planning([], policy: policy + "\n")
    let relscope = try Relscope(for: repository)
    for (number, name) in Self.names.enumerated() {
      let result = try await relscope.fetch("--version=\(name)", "-o", "-", from: server, in: repository)
      #expect(result.status == 0, "\(result)")
      let manifest = try WrittenManifest(result.output)
      #expect(manifest.version.name.unicodeScalars.elementsEqual(name.unicodeScalars))
      #expect(manifest.tickets.map(\.key) == ["SHOP-\(2_000 + number)"])
      #expect(manifest.releaseTicket == nil)
    }
  }

  @Test(arguments: ["..", "../../etc/passwd", "2/4", ".git", "a\nb"])
  func `makes no path of a version's name that leads out of the folder`(name: String) async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch("--version=\(name)", from: server, in: repository)
    #expect(result.status == 64, "\(result)")
    #expect(server.visits.isEmpty)
  }
}
