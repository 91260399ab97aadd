import CLibexpat

/// What ``ElementParser`` tells of an XML file, in the order of the file.
protocol ElementReader: AnyObject {
  func begin(_ element: String, attributes: [String: String], line: Int)
  /// A part of a text: a text can come in many parts.
  func add(_ text: UnsafeRawBufferPointer)
  /// - Returns: Whether to go on.
  func end(_ element: String) -> Bool
}

/// Goes through an XML file in UTF-8 with libexpat.
///
/// A document type ends it, so that there are no entities but the five of XML, and libexpat loads nothing by itself.
@safe final class ElementParser {
  /// As libxml2 has it.
  private static let depthLimit = 256

  private let handle: OpaquePointer
  private unowned let reader: any ElementReader
  private var depth = 0
  private var isStopped = false

  private init(_ handle: OpaquePointer, _ reader: any ElementReader) {
    unsafe self.handle = unsafe handle
    self.reader = reader
  }

  /// - Returns: The line where the file is not XML or the reader wants no more; `nil` for a whole file.
  /// - Complexity: Linear.
  static func parse(_ bytes: ArraySlice<UInt8>, _ reader: any ElementReader) -> Int? {
    guard let length = Int32(exactly: bytes.count), let handle = unsafe XML_ParserCreate("UTF-8") else { return 1 }
    defer { unsafe XML_ParserFree(handle) }
    let parser = unsafe ElementParser(handle, reader)
    unsafe XML_SetUserData(handle, Unmanaged.passUnretained(parser).toOpaque())
    unsafe XML_SetElementHandler(
      handle,
      { unsafe ElementParser.parser($0).begin($1, $2) },
      { unsafe ElementParser.parser($0).end($1) })
    unsafe XML_SetCharacterDataHandler(handle) { unsafe ElementParser.parser($0).add($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(handle) { parser, _, _, _, _ in unsafe ElementParser.parser(parser).stop() }
    let status = withExtendedLifetime(parser) {
      unsafe bytes.withUnsafeBytes { unsafe XML_Parse(handle, $0.baseAddress, length, 1) }
    }
    return status == XML_STATUS_OK ? nil : parser.line
  }

  private static func parser(_ pointer: UnsafeMutableRawPointer?) -> ElementParser {
    guard let pointer = unsafe pointer else { preconditionFailure("libexpat lost its user data") }
    return unsafe Unmanaged<ElementParser>.fromOpaque(pointer).takeUnretainedValue()
  }

  private var line: Int { Int(unsafe XML_GetCurrentLineNumber(handle)) }

  /// libexpat can call once more afterwards, for the end of an element without content.
  private func stop() {
    isStopped = true
    _ = unsafe XML_StopParser(handle, 0)
  }

  private func begin(
    _ element: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard !isStopped, let element = unsafe element else { return }
    depth += 1
    guard depth <= Self.depthLimit else { return stop() }
    var values: [String: String] = [:]
    var next = unsafe attributes
    while let name = unsafe next?[0], let value = unsafe next?[1] {
      unsafe values[String(cString: name)] = unsafe String(cString: value)
      unsafe next = unsafe next?.advanced(by: 2)
    }
    unsafe reader.begin(String(cString: element), attributes: values, line: line)
  }

  private func add(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard !isStopped else { return }
    unsafe reader.add(UnsafeRawBufferPointer(start: text, count: Int(count)))
  }

  private func end(_ element: UnsafePointer<CChar>?) {
    guard !isStopped, let element = unsafe element else { return }
    depth -= 1
    if unsafe !reader.end(String(cString: element)) { stop() }
  }
}
