import ReleaseScope
import Testing

/// `unassigned` and `untriaged`: what a ticket should say of itself.
struct TriageTests {
  private static func release(_ change: (inout Ticket) -> Void) -> RuleStory {
    var release = RuleStory(planned: "SHOP-1")
    release.commit("a", "SHOP-1 Cart")
    release.change("SHOP-1", change)
    return release
  }

  @Test func `finds a ticket that nobody is assigned to`() {
    #expect(
      Self.release { $0.assignee = .empty }.found(by: .unassigned) == [
        .init(
          severity: .warning, ticket: "SHOP-1", commits: [], message: "SHOP-1 has no assignee",
          help: RuleStory.advice(.unassigned))
      ])
  }

  @Test(arguments: [Ticket.Field.absent, .value("dana")])
  func `passes over an assignee, and over a file that says nothing of it`(assignee: Ticket.Field) {
    #expect(Self.release { $0.assignee = assignee }.tickets(.unassigned).isEmpty)
  }

  @Test func `finds a ticket that lacks what every ticket needs`() {
    #expect(
      Self.release { $0.priority = .empty }.found(by: .untriaged) == [
        .init(
          severity: .note, ticket: "SHOP-1", commits: [], message: "SHOP-1 lacks priority",
          help: RuleStory.advice(.untriaged))
      ])
    #expect(Self.release { $0.priority = .absent }.tickets(.untriaged).isEmpty)
  }

  @Test(arguments: [
    (type: "bug" as String?, steps: Ticket.Field.empty, message: "SHOP-1 lacks Assignee, steps TO reproduce"),
    ("bug", .value("click"), "SHOP-1 lacks Assignee"), ("bug", .absent, "SHOP-1 lacks Assignee"),
    ("Story", .empty, "SHOP-1 lacks Assignee"), (nil, .empty, "SHOP-1 lacks Assignee"),
  ])
  func `asks of a type what the policy says, whatever the case of names`(
    type: String?, steps: Ticket.Field, message: String
  ) {
    var release = Self.release {
      $0.type = type
      $0.assignee = .empty
      $0.priority = .value("High")
      $0.fields = ["Steps to reproduce": steps]
    }
    release.policy.triage = ["*": ["Assignee", "PRIORITY"], "Bug": ["steps TO reproduce"], "Task": ["Due"]]
    #expect(release.found(by: .untriaged).map(\.message) == [message])
  }
}
