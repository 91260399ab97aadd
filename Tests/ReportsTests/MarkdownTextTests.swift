import Reports
import Testing

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain words, 100% of them", "plain words, 100% of them"),
    ("**bold** _it_ ~~no~~", #"\*\*bold\*\* \_it\_ \~&#8203;\~&#8203;no\~&#8203;\~"#),
    ("`code` \\", #"\`code\` \\"#),
    ("<script>&amp;", "&lt;script&gt;&amp;&#8203;amp;"),
    ("<!-- x", #"&lt;\!&#8203;-- x"#),
    ("![x](u) [y](v)", #"\!&#8203;\[x\](u) \[y\](v)"#),
    ("a | b", #"a \| b"#),
    ("@team and a@b.example", "@&#8203;team and a@&#8203;b.example"),
    ("#123 org/repo#1", ##"\#&#8203;123 org/repo\#&#8203;1"##),
    ("GH-12 gh-7 LIGHT-7", "GH-&#8203;12 gh-&#8203;7 LIGHT-7"),
    ("!7 ~label $x^2$ %5", #"\!&#8203;7 \~&#8203;label \$&#8203;x^&#8203;2\$ %&#8203;5"#),
    (":tada: fix: it", ":&#8203;tada: fix: it"),
    ("https://e.example www.e.example", "https:&#8203;//e.example www&#8203;.e.example"),
    ("# heading", ##"\# heading"##), ("- item", #"\- item"#), ("+ item", #"\+ item"#), ("1. item", #"1\. item"#),
    ("12) item", #"12\) item"#), ("> quote", "&gt; quote"), ("===", #"\==="#), ("2.4.0", #"2\.4.0"#),
    ("a\r\nb\tc\u{2028}d", "a b c d"), ("    code", "code"),
    ("a\u{202E}b\u{200B}c\u{1B}[0m", "a\u{FFFD}b\u{FFFD}c\u{241B}\\[0m"),
  ])
  func `shows the text and does nothing`(text: String, markdown: String) {
    let escaped = MarkdownText.escaped(text)
    #expect(escaped == markdown)
  }

  @Test(arguments: SampleReport.attacks)
  func `leaves no mark of an attack unescaped`(attack: String) {
    let escaped = MarkdownText.escaped(attack)
    var isEscaped = false
    for character in escaped {
      if !isEscaped, "`*_{}[]|~$!<>".contains(character) { Issue.record("\(character) in \(escaped)") }
      isEscaped = character == "\\" && !isEscaped
    }
    let acting = ["://", "www.", "\n", "@e", "#1", "GH-1", ":tada"].filter(escaped.contains)
    #expect(acting.isEmpty)
  }
}
