import ServiceJSON

/// What a request is answered with.
struct ForgeAnswer: Sendable {
  var status = 200
  var headers: [String: String] = ["Content-Type": "application/json; charset=utf-8"]
  var body: String

  static func json(_ value: JSON, status: Int = 200, headers: [String: String] = [:]) -> ForgeAnswer {
    var answer = ForgeAnswer(status: status, body: value.written)
    answer.headers.merge(headers) { _, new in new }
    return answer
  }

  static func page(_ status: Int, _ text: String) -> ForgeAnswer {
    ForgeAnswer(status: status, headers: ["Content-Type": "text/html; charset=utf-8"], body: text)
  }

  static let nothing = ForgeAnswer(status: 204, headers: [:], body: "")
}

/// A request as a face reads it.
struct ForgeQuestion {
  let method: String
  /// The parts after those of the interface, decoded.
  let path: [String]
  let query: [String: String]
  let body: [String: JSON]
  /// The address of the server with the interface's path.
  let api: String
  /// The address of the server.
  let web: String

  func number(_ name: String, _ usual: Int) -> Int { query[name].flatMap { Int($0) } ?? usual }

  func text(_ name: String) -> String? {
    if case .text(let text) = body[name] { text } else { nil }
  }

  /// The members of the body that are texts or numbers.
  var plain: [String: String] {
    body.compactMapValues { value in
      switch value {
      case .text(let text): text
      case .number(let number): "\(number)"
      case .bool(let value): "\(value)"
      case .null, .list, .object: nil
      }
    }
  }

  /// One page of elements, with the headers that lead to the next one.
  func page(_ elements: [JSON], size: String, limit: Int) -> ForgeAnswer {
    let count = min(max(number(size, 30), 1), limit)
    let page = max(number("page", 1), 1)
    let start = min((page - 1) * count, elements.count)
    let shown = Array(elements[start..<min(start + count, elements.count)])
    var answer = ForgeAnswer.json(.list(shown))
    let hasNext = start + count < elements.count
    answer.headers["X-Total-Count"] = "\(elements.count)"
    answer.headers["X-Next-Page"] = hasNext ? "\(page + 1)" : ""
    if hasNext {
      let others = query.filter { $0.key != "page" }.sorted { $0.key < $1.key }
        .map { "\($0.key)=\(Self.encoded($0.value))" }
      let target = "\(api)/\(path.map(Self.encoded).joined(separator: "/"))"
      answer.headers["Link"] =
        "<\(target)?\((others + ["page=\(page + 1)"]).joined(separator: "&"))>; rel=\"next\", <\(target)?page=9>; rel=\"last\""
    }
    return answer
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      return isPlain || "-._~".utf8.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}

/// One forge's way of saying what a site holds. It changes the site as it is asked to.
protocol ForgeFace {
  func answer(_ question: ForgeQuestion, _ site: inout ForgeSite) -> ForgeAnswer
  func refusal(_ status: Int, _ message: String) -> ForgeAnswer
}
