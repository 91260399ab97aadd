package import ReleaseScope

/// What a manifest plans, without what changes with every click: keys and fix versions.
package enum PlanDigest {
  package static func digest(of manifest: Manifest) -> String {
    let lines = manifest.tickets.map { ticket in
      let versions = (ticket.fixVersions ?? []).sorted().map(FlatObject.quoted)
      return "\(ticket.key) \(versions.joined(separator: ","))\n"
    }
    return SHA2.name(of: Array((["\(manifest.version.name)\n"] + lines.sorted()).joined().utf8))
  }
}
