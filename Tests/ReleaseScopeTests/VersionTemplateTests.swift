import ReleaseScope
import Testing

struct VersionTemplateTests {
  private let version: VersionName

  init() throws { version = try VersionName(parsing: "2.4.0") }

  @Test(arguments: [
    ("releases/{version}.json", VersionTemplate.Placeholder.version, "releases/2.4.0.json", false),
    ("{version}/{version}", .version, "2.4.0/2.4.0", false),
    ("releases/next.json", .version, "releases/next.json", true),
    ("v{previous}", .previous, "v2.4.0", false), ("HEAD@{1}", .previous, "HEAD@{1}", true),
    ("v{previous}^{commit}", .previous, "v2.4.0^{commit}", false), ("a{b", .version, "a{b", true),
  ])
  func `puts the version in its place`(
    text: String, placeholder: VersionTemplate.Placeholder, filled: String, isFixed: Bool
  ) throws {
    let template = try VersionTemplate(parsing: text, placeholder: placeholder)
    #expect(template.filled(with: version) == filled)
    #expect(template.isFixed == isFixed)
    #expect(template.filled(ifNeeded: nil) == (isFixed ? text : nil))
  }

  @Test(arguments: [
    ("releases/{versoin}.json", VersionTemplate.Placeholder.version, "versoin"), ("{}", .version, ""),
    ("v{version}", .previous, "version"), ("v{previous}", .version, "previous"), ("{version}-{x}", .version, "x"),
  ])
  func `knows one placeholder`(text: String, placeholder: VersionTemplate.Placeholder, unknown: String) {
    #expect(throws: VersionTemplateError(placeholder: unknown)) {
      try VersionTemplate(parsing: text, placeholder: placeholder)
    }
  }
}
