import ReleaseScope

extension JiraClient {
  /// All versions of a project.
  ///
  /// - Throws: ``JiraError/unknownProject(_:)`` also for a project that the asker may not see.
  func versions(of project: ProjectKey) async throws(JiraError) -> [VersionReply] {
    do {
      return try await answer(resource("project", project.text, "versions"), as: [VersionReply].self)
    } catch .failed(status: 404, _) {
      throw .unknownProject(project)
    }
  }

  /// How many tickets have the version, also of those that the asker may not see; `nil` if Jira does not tell.
  func ticketCount(of version: VersionReply) async throws(JiraError) -> Int? {
    do {
      let request = resource("version", version.id, "relatedIssueCounts")
      return try await answer(request, as: VersionCount.self).issuesFixedCount
    } catch .failed, .forbidden {
      return nil
    }
  }

  /// How many tickets of the version have no resolution; `nil` if Jira does not tell.
  func unresolvedCount(of version: VersionReply) async throws(JiraError) -> Int? {
    do {
      let request = resource("version", version.id, "unresolvedIssueCount")
      return try await answer(request, as: UnresolvedCount.self).issuesUnresolvedCount
    } catch .failed, .forbidden {
      return nil
    }
  }

  func fields() async throws(JiraError) -> [FieldDescription] {
    try await answer(resource("field"), as: [FieldDescription].self)
  }
}
