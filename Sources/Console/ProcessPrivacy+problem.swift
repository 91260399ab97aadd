package import Platform
package import ReleaseScope

extension ProcessPrivacy {
  /// Call it before what may hold a token: the environment does as well.
  ///
  /// - Throws: ``Problem`` of kind ``Problem/Kind/internal`` if the system refuses.
  package static func begin() throws(Problem) {
    guard forbidDumps() else { throw Problem(.internal, "cannot forbid core dumps, which would hold the token") }
  }
}
