import CLibyaml

/// One step of a YAML text, with the line that it begins on.
struct YAMLEvent {
  let kind: Kind
  /// From 1.
  let line: Int

  enum Kind {
    case documentStart
    case documentEnd
    case streamEnd
    case scalar(String, YAMLNodeProperties, isPlain: Bool)
    case sequenceStart(YAMLNodeProperties)
    case mappingStart(YAMLNodeProperties)
    /// The end of a sequence or a mapping.
    case collectionEnd
    case alias(String)
  }
}

/// What may stand before a node: `&anchor !tag`.
struct YAMLNodeProperties {
  let anchor: String?
  let tag: String?
}

/// Where libyaml cannot go on.
struct YAMLProblem: Error {
  /// In the words of libyaml: `did not find expected key`.
  let message: String
  /// From 1, and not behind the last line.
  let line: Int
}

/// Goes through a YAML text with libyaml.
@safe final class YAMLEvents {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  /// libyaml reads from it while it goes.
  private let text: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter bytes: UTF-8 without a byte order mark.
  init(_ bytes: ArraySlice<UInt8>) {
    unsafe text = .allocate(capacity: bytes.count)
    _ = unsafe text.initialize(from: bytes)
    // It fails for want of memory only; the first event says so then.
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// Reads the next event; the start of the stream is left out. Not to be called after the end of the stream.
  func next() throws(YAMLProblem) -> YAMLEvent {
    while true {
      var event = unsafe yaml_event_t()
      // libyaml gives no event, and no error again, to one who goes on after an error: that of its start included.
      guard unsafe yaml_parser_parse(parser, &event) == 1, unsafe event.type != YAML_NO_EVENT else { throw problem() }
      defer { unsafe yaml_event_delete(&event) }
      if let kind = unsafe Self.kind(of: event) {
        return YAMLEvent(kind: kind, line: unsafe Int(event.start_mark.line) + 1)
      }
    }
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind? {
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_ALIAS_EVENT: return unsafe .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return unsafe .scalar(
        String(decoding: value, as: UTF8.self), properties(scalar.anchor, scalar.tag),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      return unsafe .sequenceStart(properties(event.data.sequence_start.anchor, event.data.sequence_start.tag))
    case YAML_MAPPING_START_EVENT:
      return unsafe .mappingStart(properties(event.data.mapping_start.anchor, event.data.mapping_start.tag))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    default: return nil
    }
  }

  private static func properties(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> YAMLNodeProperties {
    unsafe YAMLNodeProperties(anchor: text(anchor), tag: text(tag))
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }

  private func problem() -> YAMLProblem {
    guard unsafe parser.pointee.error != YAML_MEMORY_ERROR else {
      return YAMLProblem(message: "out of memory", line: 1)
    }
    let message = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    let newline = UInt8(ascii: "\n")
    guard unsafe parser.pointee.error != YAML_READER_ERROR else {
      let offset = unsafe min(parser.pointee.problem_offset, text.count)
      return YAMLProblem(message: message, line: unsafe text.prefix(offset).count { $0 == newline } + 1)
    }
    // The end of the text is a line of its own to libyaml.
    let lines = unsafe text.count { $0 == newline } + 1
    return YAMLProblem(message: message, line: unsafe min(Int(parser.pointee.problem_mark.line) + 1, lines))
  }
}
