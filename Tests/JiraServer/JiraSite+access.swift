import Foundation
import ServiceJSON

extension JiraSite {
  func accepts(_ authorization: String) -> Bool {
    let basic = "Basic " + Data("\(user):\(token)".utf8).base64EncodedString()
    return authorization == basic || (!isCloud && authorization == "Bearer \(token)")
  }

  /// What somebody gets whom Jira does not know; `nil` if everybody may ask.
  func answerToStrangers(_ path: [String]) -> SiteAnswer? {
    guard isCloud else {
      var answer = SiteAnswer.page(401, "<html>Unauthorized (401)</html>")
      answer.headers["WWW-Authenticate"] = "OAuth realm=\"jira\""
      answer.headers["X-Seraph-LoginReason"] = "AUTHENTICATED_FAILED"
      return answer
    }
    var answer: SiteAnswer
    switch path.first {
    case "serverInfo": return nil
    case "search": answer = .json(["issues": [], "isLast": true])
    case "myself": answer = .page(401, "Client must be authenticated to access this resource.")
    case "field": answer = .json([])
    default: answer = .refusal(404, "Issue does not exist or you do not have permission to see it.")
    }
    answer.headers["X-Seraph-LoginReason"] = "AUTHENTICATED_FAILED"
    return answer
  }
}
