package import HTTP

/// Who a Jira says that asks.
package struct JiraIdentity: Equatable, Sendable {
  /// As people see it.
  package let name: String

  /// - Throws: ``JiraError``; ``JiraError/unauthorized(_:)`` if it knows nobody.
  package init(over carrier: some Transport, at address: JiraAddress) async throws(JiraError) {
    let client = try await JiraClient(carrier, at: address)
    let account = try await client.answer(client.resource("myself"), as: Account.self)
    name = account.displayName ?? account.name ?? account.accountId ?? "somebody"
  }
}
