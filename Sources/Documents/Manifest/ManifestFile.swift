package import JSON
package import ReleaseScope

/// A manifest as it stands in a file, in any of the forms that people have.
package struct ManifestFile: Sendable {
  /// The file's name, as the caller gave it.
  package let name: String
  package let format: ManifestFormat
  package private(set) var manifest: Manifest
  /// Why ``manifest`` is not complete, as far as an export tells it; nothing for a manifest.
  package let gaps: [ManifestGap]
  package let seal: Seal
  /// `sha256:` and the digest of the file's bytes.
  package let digest: String
  /// The file as a `relscope.manifest/1` document. For JSON and YAML it is the file itself with all unknown members;
  /// for an export of Jira it is made from ``manifest``.
  package private(set) var document: JSONValue

  /// Reads a manifest, or an export of Jira that stands for one.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: For errors, and for its extension.
  ///   - version: Which version's tickets are wanted of an export. A manifest names its own version, and this is
  ///     ignored. `nil` to take the one fix version that all issues of the export share.
  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badData``, with the line.
  /// - Complexity: Linear.
  package init(parsing bytes: [UInt8], name: String, version: VersionName? = nil) throws(DocumentError) {
    let source = DocumentSource(name: name, kind: .badData)
    self.name = name
    digest = "sha256:" + sha256(bytes)
    let reader = TypedReader(source: source, takesPlainAsText: false)
    let export: JiraExport
    switch ManifestFormat.Layout(of: bytes, name: name) {
    case .csv: export = try JiraTable.export(bytes, source: source)
    case .xml: export = try JiraFeed.export(bytes, source: source)
    case .json:
      let document = try source.json(bytes)
      if JiraPage.isPage(document) {
        export = try JiraPage.export(document, source: source)
      } else {
        format = .json
        manifest = try ManifestReader.manifest(document, reader: reader)
        gaps = []
        seal = try Seal(of: document, reader: reader)
        self.document = document
        return
      }
    case .yaml:
      format = .yaml
      document = ManifestTexts.spelledOut(try YAMLReader.parse(bytes, source: source))
      manifest = try ManifestReader.manifest(document, reader: reader)
      gaps = []
      seal = try Seal(of: document, reader: reader)
      return
    }
    format = export.format
    (manifest, gaps) = try export.manifest(of: version, source: source)
    seal = .none
    document = ManifestWriter.document(manifest)
  }

  /// Drops the fields of an export's tickets that nothing asks for; a manifest keeps all that it has.
  ///
  /// - Parameter names: The fields to keep, compared without case.
  /// - Returns: The names of those that were dropped, in order.
  package mutating func keepFields(_ names: [String]) -> [String] {
    guard format != .json, format != .yaml else { return [] }
    let kept = Set(names.map { $0.lowercased() })
    var dropped: Set<String> = []
    func reduce(_ tickets: inout [Ticket]) {
      for place in tickets.indices {
        let unused = tickets[place].fields.filter { !kept.contains($0.key.lowercased()) }
        // A column that is empty throughout is nothing that anybody misses.
        for (name, field) in unused where field.text != nil { dropped.insert(name) }
        for name in unused.keys { tickets[place].fields[name] = nil }
      }
    }
    reduce(&manifest.tickets)
    reduce(&manifest.others)
    document = ManifestWriter.document(manifest)
    return dropped.sorted()
  }

  /// The document with a new seal, whatever its seal was.
  package func sealed() -> JSONValue { document.sealed() }

  /// The sealed document of a manifest that comes from no file.
  package static func sealed(_ manifest: Manifest) -> JSONValue { ManifestWriter.document(manifest).sealed() }

  /// The contents of a manifest file for `document`: JSON, with a newline at its end.
  package static func text(of document: JSONValue) -> String { JSONWriter.pretty(document) + "\n" }
}
