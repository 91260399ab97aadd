import HTTP
import Jira
import ReleaseScope
import Testing

struct JiraAddressTests {
  @Test(arguments: ["/", "/rest", "/rest/api/2/", "/rest/api/3", "/rest/api/latest"])
  func `takes the address of a page for that of its Jira`(end: String) throws {
    let address = try JiraAddress(parsing: "https://jira.example.com/jira" + end)
    #expect(address.description == "https://jira.example.com/jira")
  }

  @Test(arguments: ["", "http://jira.example.com", "https://dana:hunter2@jira.example.com", "https://x?token=hunter2"])
  func `says which setting is wrong, without what may be a password`(text: String) throws {
    let error = try #require(throws: JiraAddressError.self) { try JiraAddress(parsing: text) }
    #expect(error.problem.kind == .badConfiguration)
    #expect(error.problem.help?.contains("RELSCOPE_JIRA_URL") == true)
    #expect(!error.problem.message.contains("hunter2"))
  }

  @Test func `knows the gateway of Cloud`() throws {
    let gateway = try JiraAddress(parsing: "https://api.atlassian.com/ex/jira/11-22")
    #expect(gateway.isGateway)
    let site = try JiraAddress(parsing: "https://shop.atlassian.net/ex/jira/11-22")
    #expect(!site.isGateway)
  }
}
