import HTTP
import Testing

/// What services say to people.
struct ReplyPageTests {
  @Test(arguments: [
    ("https://sso.example.com/login?token=1", "https://sso.example.com/login", true),
    ("/users/sign_in", "/users/sign_in", true), ("/SAML/ask", "/SAML/ask", true),
    ("/plugins/servlet/oauth", "/plugins/servlet/oauth", true),
    ("https://new.example.com/rest/api?x=1", "https://new.example.com/rest/api", false),
  ])
  func `knows where a reply leads to`(location: String, page: String, isLogin: Bool) {
    let redirection = Reply(status: 302, headers: ["Location": location]).redirection
    #expect(redirection?.page == page)
    #expect(redirection?.isLogin == isLogin)
  }

  @Test func `leads nowhere with another status, and somewhere unknown without a place`() {
    #expect(Reply(status: 200, headers: ["Location": "/login"]).redirection == nil)
    #expect(Reply(status: 301).redirection?.page == "nowhere")
  }

  @Test(arguments: [
    (["content-type": "text/html; charset=utf-8"], "{}", true), ([:], " \r\n\t<!doctype html>", true),
    (["content-type": "application/json"], "{}", false), ([:], "", false),
  ])
  func `knows a page from data`(headers: [String: String], body: String, isPage: Bool) {
    #expect(Reply(status: 200, headers: headers, body: Array(body.utf8)).isWebPage == isPage)
  }

  @Test(
    arguments: [
      (["a", "b\r\nc"], "", "a; b c"), (nil, "not\nfound", "not found"), (nil, "<html>", ""), ([], "plain", ""),
      ([String(repeating: "x", count: 501)], "", String(repeating: "x", count: 499) + "…"),
    ] as [([String]?, String, String)])
  func `says what an error is in one short line`(texts: [String]?, body: String, message: String) {
    #expect(Reply(status: 400, body: Array(body.utf8)).message(texts) == message)
  }
}
