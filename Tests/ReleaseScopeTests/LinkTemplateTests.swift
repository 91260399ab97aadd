import ReleaseScope
import Testing

@Suite struct LinkTemplateTests {
  @Test func `puts the key and the id into the addresses`() throws {
    let links = Links(
      ticket: try LinkTemplate(parsing: "https://jira.example.com/browse/{key}", placeholder: "key"),
      commit: try LinkTemplate(parsing: "http://git.example.com/c/{id}?a=1#b", placeholder: "id"))
    let key = try TicketKey(parsing: "SHOP-12")
    let id = try #require(ObjectID("1234567890123456789012345678901234567890"))
    #expect(links.address(of: key) == "https://jira.example.com/browse/SHOP-12")
    #expect(links.address(of: id) == "http://git.example.com/c/\(id)?a=1#b")
    #expect(Links().address(of: key) == nil)
  }

  @Test(arguments: [
    ("javascript:alert('{key}')", LinkTemplateError.otherScheme), ("//example.com/{key}", .otherScheme),
    ("", .otherScheme), ("https://example.com/", .noPlaceholder), ("https://example.com/{id}", .noPlaceholder),
    ("https://example.com/{key}/{key}", .noPlaceholder), ("https://example.com/\"{key}", .unusualCharacter),
    ("https://example.com/a b/{key}", .unusualCharacter), ("https://example.com/\u{202E}{key}", .unusualCharacter),
  ])
  func `says what is wrong with a template`(text: String, error: LinkTemplateError) {
    #expect(throws: error) { try LinkTemplate(parsing: text, placeholder: "key") }
  }
}
