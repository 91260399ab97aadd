import TestSupport
import Testing

/// How notes come to where they are read.
struct SharedNotesTests {
  @Test func `an installation of the hooks lets every fetch bring approvals and tickets, once`() async throws {
    let release = try await ApprovedRelease()
    let dev = try release.clone(of: .dev)
    let before = try await dev.git("config", "--get-all", "remote.origin.fetch")
    for _ in 0..<2 {
      let installed = try await release.run("hooks", "install", "pre-push", as: .dev)
      #expect(installed.status == 0, "\(installed)")
    }
    let refspecs = try await dev.git("config", "--get-all", "remote.origin.fetch").split(separator: "\n")
    #expect(
      refspecs == [
        before[...], "+refs/notes/relscope-*:refs/notes/origin/relscope-*",
        "+refs/notes/tickets*:refs/notes/origin/tickets*",
      ])
    // The server has no notes yet.
    let empty = try await dev.run(["fetch", "--quiet"])
    #expect(empty.status == 0, "\(empty)")
    try await release.approve(.lead, "--push")
    try await dev.git("fetch", "--quiet")
    let answer = try await release.answer()
    #expect(answer.words == ["tech-lead held", "release-developer missing"], "\(answer)")
    let removed = try await release.run("hooks", "uninstall", as: .dev)
    #expect(removed.status == 0, "\(removed)")
    let after = try await dev.git("config", "--get-all", "remote.origin.fetch")
    #expect(after == before)
  }

  @Test func `the command that a finding names brings the tickets of commits to a job of a service`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    let id = try await repository.commit("Keep the cart", files: ["cart.js": "keep\n"])
    let server = try await repository.clone(bare: true)
    try await repository.git("remote", "add", "origin", server.path)
    try await repository.git("notes", "--ref=tickets", "add", "-m", "SHOP-1", id)
    try await repository.git("push", "--quiet", "origin", "refs/notes/tickets")
    let job = try await server.clone(branch: "release/2.4.0")
    let before = try await Relscope(for: job).check(job, base: "origin/main")
    #expect(before.status == 1, "\(before)")
    let help = try #require(try before.report().findings(of: "untracked-commit").first?.help)
    let command = try #require(help.split(separator: "(clones fetch it: ").last?.split(separator: ")").first)
    let fetched = try await Relscope(for: job).run(shell: String(command), in: job.path)
    #expect(fetched.status == 0, "\(fetched)")
    let after = try await Relscope(for: job).check(job, base: "origin/main")
    #expect(after.status == 0, "\(after)")
  }
}
