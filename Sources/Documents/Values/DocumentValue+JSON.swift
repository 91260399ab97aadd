import ReleaseScope

extension DocumentValue {
  /// Reads JSON that is no document of ours.
  ///
  /// - Parameter name: What the file is called in errors.
  /// - Throws: ``DocumentError`` with the line.
  package init(json bytes: [UInt8], name: String) throws(DocumentError) {
    self = try JSONParser.parse(bytes, source: DocumentSource(name: name, kind: .badData))
  }
}
