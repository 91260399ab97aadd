import Jira
import ReleaseScope
import Testing

struct JQLTests {
  @Test(arguments: [
    ("2.4.0", #""2.4.0""#),
    ("10000", #""10000""#),
    ("Release 2.4", #""Release 2.4""#),
    ("4.3 - EAP", #""4.3 - EAP""#),
    (#"the "big" one"#, #""the \"big\" one""#),
    (#"back\slash"#, #""back\\slash""#),
    (#"\" OR project = SECRET OR fixVersion = \""#, #""\\\" OR project = SECRET OR fixVersion = \\\"""#),
    ("it's", #""it's""#),
    ("line\nend\r\ttab", #""line\nend\r\ttab""#),
    ("nul\u{0}bell\u{7}", #""nul\u0000bell\u0007""#),
    ("ORDER BY key", #""ORDER BY key""#),
    ("AND", #""AND""#),
    ("Frühling 🚀 2.4", #""Frühling 🚀 2.4""#),
    // One character to Swift, a quotation mark and an accent to Jira.
    ("x\"\u{301}", "\"x\\\"\u{301}\""),
    ("\u{202E}4.2", "\"\u{202E}4.2\""),
  ])
  func `quotes a version so that nothing in it is a word of the language`(name: String, quoted: String) throws {
    let query = JQL(ticketsOf: name, in: [try ProjectKey(parsing: "SHOP"), try ProjectKey(parsing: "AND")])
    let expected = #"project in ("SHOP", "AND") AND fixVersion = \#(quoted) ORDER BY key"#
    #expect(query.text.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(query.text)")
  }

  @Test(arguments: [
    ("issuetype = Release AND fixVersion = {version}", #"issuetype = Release AND fixVersion = "2 \"x\" it's""#),
    (#"summary ~ "Release {version}""#, #"summary ~ "Release 2 \"x\" it's""#),
    ("summary ~ 'Release {version}'", #"summary ~ 'Release 2 \"x\" it\'s'"#),
    (#"a = "\"" AND b = {version}"#, #"a = "\"" AND b = "2 \"x\" it's""#),
    ("project in {projects} AND type = Release", #"project in ("SHOP", "PAY") AND type = Release"#),
    (#"a = "{projects}""#, #"a = "{projects}""#),
    ("{vers} {version", "{vers} {version"),
  ])
  func `puts the version into a query of the policy`(template: String, expected: String) throws {
    let version = try VersionName(parsing: #"2 "x" it's"#)
    let projects = [try ProjectKey(parsing: "SHOP"), try ProjectKey(parsing: "PAY")]
    let query = JQLTemplate(template).query(version: version, projects: projects)
    #expect(query.text == expected)
  }

  @Test func `lists keys`() throws {
    let query = JQL(keys: [try TicketKey(parsing: "SHOP-1"), try TicketKey(parsing: "DO-2")])
    #expect(query.text == #"key in ("SHOP-1", "DO-2")"#)
  }
}
