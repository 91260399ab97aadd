import FoundationEssentials
import HTTP

extension ForgeError.Fault {
  /// What a reply says went wrong; `nil` for one that holds data.
  ///
  /// - Parameter asked: What was asked for, in words.
  init?(_ reply: Reply, path: String, asked: String) {
    let message = ForgeMessage(reply).text
    if let (page, isLogin) = reply.redirection {
      self = isLogin ? .login(page) : .redirected(page)
      return
    }
    switch reply.status {
    case 200...299:
      // A gateway that wants people to log in answers so.
      guard reply.isWebPage else { return nil }
      self = .webPage(path: path)
    case _ where reply.isOverLimit: self = .rateLimited(wait: reply.retryAfter)
    case 401: self = .unauthorized(message)
    case 403: self = Self.refusal(reply, message)
    case 404, 410: self = .notFound(asked)
    case 409, 412: self = .conflict(message)
    case 400, 413, 422:
      let lowercased = message.lowercased()
      let isLong = ["too long", "less than 32768", "too large"].contains { lowercased.contains($0) }
      self = isLong || reply.status == 413 ? .tooLong(message) : .failed(status: reply.status, message)
    default: self = .failed(status: reply.status, message)
    }
  }

  private static func refusal(_ reply: Reply, _ message: String) -> Self {
    if let sso = reply.headers["x-github-sso"] {
      let page = sso.firstRange(of: "url=").map { sso[$0.upperBound...].prefix { $0 != ";" && $0 != " " } }
      return .notAdmitted(page.map(String.init))
    }
    return message.contains("not accessible by integration") ? .readOnly(message) : .forbidden(message)
  }
}

/// What a forge says in an error reply, in one of their forms.
struct ForgeMessage {
  /// One line of at most 500 characters; empty if it says nothing.
  let text: String

  init(_ reply: Reply) {
    let known = (try? JSONDecoder().decode(Parts.self, from: Data(reply.body)))?.texts
    text = reply.message(known)
  }

  /// `message` and `errors` of GitHub, Gitea and Data Center, `message` or `error` of GitLab (a text, a list or lists
  /// by field), `error.message` of Bitbucket.
  private struct Parts: Decodable {
    let texts: [String]

    private enum Key: CodingKey {
      case message
      case error
      case error_description
      case errors
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      func texts(_ key: Key) -> [String] { ((try? values.decode(Texts.self, forKey: key))?.all) ?? [] }
      self.texts = texts(.message) + texts(.error) + texts(.error_description) + texts(.errors)
    }
  }

  /// The texts in a value of any shape.
  private struct Texts: Decodable {
    let all: [String]

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        all = [text]
      } else if let list = try? decoder.singleValueContainer().decode([Texts].self) {
        all = list.flatMap(\.all)
      } else if let members = try? decoder.container(keyedBy: Name.self) {
        all = members.allKeys.sorted { $0.stringValue < $1.stringValue }.flatMap { key in
          key.stringValue == "exceptionName" ? [] : ((try? members.decode(Texts.self, forKey: key))?.all) ?? []
        }
      } else {
        all = []
      }
    }
  }
}
