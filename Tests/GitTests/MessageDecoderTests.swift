import Fuzzing
import Testing

@testable import Git

/// Messages are bytes, and the header says in which encoding.
struct MessageDecoderTests {
  private func text(_ bytes: [UInt8], _ encoding: String?) -> String {
    String(decoding: MessageDecoder(encoding: encoding).utf8(bytes[...]), as: UTF8.self)
  }

  static let encodings: [(String, [UInt8], String)] = [
    ("ISO-8859-1", Array("SHOP-1 caf".utf8) + [0xE9], "SHOP-1 café"),
    ("latin1", [0xFC], "ü"), ("ISO-8859-15", [0xA4], "€"), ("windows-1252", [0x80, 0x20, 0x93], "€ “"),
    ("GBK", [0xB9, 0xBA, 0xCE, 0xEF] + Array(" SHOP-1".utf8), "购物 SHOP-1"),
    ("gb18030", [0x81, 0x39, 0xEF, 0x30], "㐁"),
    ("SHIFT_JIS", [0x83, 0x4A, 0x81, 0x5B, 0x83, 0x67] + Array(" SHOP-1".utf8), "カート SHOP-1"),
    ("EUC-JP", [0xA5, 0xAB], "カ"), ("KOI8-R", [0xCB, 0xCF, 0xD2], "кор"), ("EUC-KR", [0xC0, 0xE5], "장"),
    ("UTF-16LE", [0x53, 0, 0x2D, 0, 0x31, 0], "S-1"), ("UTF-16", [0xFE, 0xFF, 0, 0x53, 0, 0x31], "S1"),
    ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x25, 0x2B, 0x1B, 0x28, 0x42, 0x61], "カa"),
    ("UTF-8", Array("Größe".utf8), "Größe"), ("utf8", Array("Größe".utf8), "Größe"),
  ]

  @Test(arguments: encodings)
  func `decodes what the header says`(encoding: String, bytes: [UInt8], text: String) {
    #expect(self.text(bytes, encoding) == text)
  }

  @Test(arguments: ["klingon", "", " ", "../../etc/passwd", String(repeating: "x", count: 10_000)])
  func `takes the bytes as they are in an encoding that it does not know`(encoding: String) {
    let bytes = Array("SHOP-1 Größe ".utf8) + [0xFF]
    #expect(MessageDecoder(encoding: encoding).utf8(bytes[...]) == bytes)
  }

  static let broken: [(String, [UInt8], String)] = [
    // A lead byte without its second, within and at the end.
    ("GBK", Array("a".utf8) + [0xFF] + Array("SHOP-1".utf8), "a\u{FFFD}SHOP-1"),
    ("GBK", Array("SHOP-1".utf8) + [0xB9], "SHOP-1\u{FFFD}"),
    ("SHIFT_JIS", [0xFD] + Array(" SHOP-1".utf8), "\u{FFFD} SHOP-1"), ("UTF-16LE", [0x53, 0, 0x31], "S\u{FFFD}"),
    ("ASCII", Array("SHOP-1 caf".utf8) + [0xC3, 0xA9], "SHOP-1 caf\u{FFFD}\u{FFFD}"),
    ("UTF-8", Array("SHOP-1 ".utf8) + [0xC3, 0x28], "SHOP-1 \u{FFFD}("),
  ]

  @Test(arguments: broken)
  func `replaces what the encoding does not define`(encoding: String, bytes: [UInt8], text: String) {
    #expect(self.text(bytes, encoding) == text)
  }

  @Test(arguments: [
    "UTF-7", "ISO-2022-KR", "ISO-2022-CN-EXT", "EUC-TW", "TSCII", "BIG5-HKSCS", "UTF-32", "IBM1390", "ISO-2022-JP-3",
  ])
  func `comes to an end with any bytes`(encoding: String) {
    var random = RandomNumbers(seed: 8)
    let decoder = MessageDecoder(encoding: encoding)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let decoded = decoder.utf8(bytes[...])
      #expect(decoded.count <= bytes.count * 12 + 16)
    }
  }

  @Test func `takes a megabyte that is all undefined`() {
    let decoded = MessageDecoder(encoding: "ASCII").utf8([UInt8](repeating: 0xFF, count: 1 << 20)[...])
    #expect(decoded.count == 3 << 20)
  }

  /// Of some bytes that one encoding has, three characters of UTF-8 are made.
  @Test func `has room for what becomes longer`() {
    let bytes = [UInt8](repeating: 0x87, count: 500)
    let decoded = text(bytes, "TSCII")
    #expect(decoded.unicodeScalars.count(where: { $0 == "\u{0B95}" }) == 500)
  }
}
