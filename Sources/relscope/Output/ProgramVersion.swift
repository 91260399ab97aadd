/// The version of the program, which the scripts of a release read here.
enum ProgramVersion {
  static let version = "0.1.0"
}
