package import HTTP
package import ReleaseScope

/// Where a Jira is.
package struct JiraAddress: Hashable, Sendable, CustomStringConvertible {
  package let service: ServiceAddress

  /// - Parameter text: The address of a page below `/rest` is taken for that of its Jira.
  /// - Throws: ``JiraAddressError``.
  package init(parsing text: String) throws(JiraAddressError) {
    do {
      service = try ServiceAddress(
        parsing: text, without: ["/rest/api/2", "/rest/api/3", "/rest/api/latest", "/rest"])
    } catch {
      throw JiraAddressError(fault: error)
    }
  }

  package var description: String { service.description }

  /// Whether this is Atlassian's gateway, through which scoped tokens of a Cloud site go.
  package var isGateway: Bool { service.host == "api.atlassian.com" && service.path.hasPrefix("/ex/jira/") }
}

package struct JiraAddressError: ExplainedError, Equatable {
  package let fault: ServiceAddressError

  package var problem: Problem {
    let message =
      switch fault {
      case .malformed: "the address of Jira is no address"
      case .credentials: "the address of Jira holds a user or a password"
      case .query: "the address of Jira has a '?' or a '#'"
      case .unprotected(let host): "the address of Jira is not https, and '\(host)' is not 127.0.0.1"
      }
    return Problem(
      .badConfiguration, message, help: "set RELSCOPE_JIRA_URL to an address like https://jira.example.com")
  }
}
