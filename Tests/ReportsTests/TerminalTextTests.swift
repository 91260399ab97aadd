import Reports
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain", "plain", "plain"), ("", "", ""), ("  a \t b\r\nc  ", "a b c", "a b c"),
    ("\u{1B}[31mred\u{7}", "␛[31mred␇", "?[31mred?"), ("a\u{9B}b\u{7F}c\u{0}", "a�b␡c␀", "a?b?c?"),
    ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e", "a�b�c�d�e", "a?b?c?d?e"),
    ("zero\u{200B}width\u{FEFF}\u{AD}\u{3164}", "zero�width���", "zero?width???"),
    ("caf\u{E9} e\u{301}", "caf\u{E9} e\u{301}", "caf? e"), ("\u{301}x", "�x", "?x"),
    ("“quoted” – it’s", "“quoted” – it’s", "\"quoted\" - it's"), ("購物", "購物", "??"),
    ("👩\u{200D}👧 ❤\u{FE0F}", "👩👧 ❤", "?? ?"), ("a\u{200D}b", "a�b", "a?b"),
    ("##[error]x ##vso[y]", "#�[error]x #�vso[y]", "#?[error]x #?vso[y]"),
    ("a\u{300}\u{301}\u{302}\u{303}\u{304}", "a\u{300}\u{301}\u{302}�", "a?"),
    ("\u{E000}\u{FFFF}\u{E0041}", "���", "???"), ("a\u{A0}\u{3000}b", "a b", "a b"),
  ])
  func `shows what would act or hide`(text: String, unicode: String, ascii: String) {
    let inUnicode = TerminalText(unicode: true).cleaned(text)
    let inASCII = TerminalText(unicode: false).cleaned(text)
    #expect(inUnicode == unicode)
    #expect(inASCII == ascii)
  }
}
