extension String {
  package func caseInsensitivelyEquals(_ other: String) -> Bool { self == other || lowercased() == other.lowercased() }
}
