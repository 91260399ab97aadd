package import ReleaseScope

/// A policy as it stands in `.relscope.yml`.
package struct PolicyFile: Sendable {
  /// The file's name, as the caller gave it.
  package let name: String
  package let policy: Policy
  /// `sha256:` and the digest of the file's bytes.
  package let digest: String

  /// Reads a policy. An empty file is the default policy.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, YAML (or JSON, which is YAML).
  ///   - name: For errors.
  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badConfiguration``, with the line; for an unknown word with the
  ///   nearest right one.
  package init(parsing bytes: [UInt8], name: String) throws(DocumentError) {
    self.name = name
    digest = "sha256:" + sha256(bytes)
    let source = DocumentSource(name: name, kind: .badConfiguration)
    let document = try YAMLReader.parse(bytes, source: source)
    policy = try PolicyReader(source: source).policy(document)
  }
}
