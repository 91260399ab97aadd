import Approvals
import Platform
import ReleaseScope

/// The key that somebody signs with, as git would choose it, and `ssh-keygen`, which does it.
struct SigningKeyChoice {
  let key: SigningKey
  /// What `ssh-keygen -f` gets: a private key, or a public one whose private half an agent has.
  private let file: String
  /// Holds a public key that stands in git's configuration itself.
  private let folder: PrivateFolder?

  /// - Parameter name: A file; `nil` for git's `user.signingKey`.
  init(named name: String?, _ git: RepositoryGit) throws {
    guard let text = name ?? git.configurationPath("user.signingKey"), !text.isEmpty else {
      throw Problem(
        .badConfiguration, "there is no key to sign with",
        help: "run: git config user.signingKey ~/.ssh/id_ed25519.pub (ssh-keygen -t ed25519 makes one)")
    }
    if let literal = Self.literal(text) {
      let folder = try PrivateFolder()
      file = try folder.write("key.pub", literal + "\n")
      self.folder = folder
      key = try Self.key(in: literal, of: "user.signingKey")
      return
    }
    folder = nil
    file = text
    guard File.exists(text) else {
      throw Problem(
        .badConfiguration, "'\(text)', the key to sign with, is no file",
        help: "approvals are signed with ssh keys: git config user.signingKey ~/.ssh/id_ed25519.pub")
    }
    let publicFile = text.hasSuffix(".pub") || !File.exists(text + ".pub") ? text : text + ".pub"
    key = try Self.key(in: String(decoding: File.contents(of: publicFile), as: UTF8.self), of: publicFile)
  }

  /// Git takes `key::` and a key, or a key that begins with `ssh-`, for the key itself.
  private static func literal(_ text: String) -> String? {
    text.hasPrefix("key::") ? String(text.dropFirst("key::".count)) : text.hasPrefix("ssh-") ? text : nil
  }

  private static func key(in text: String, of name: String) throws -> SigningKey {
    let words = text.prefix { $0 != "\n" }.split(separator: " ")
    guard words.count > 1, let blob = Base64.bytes(of: words[1].utf8) else {
      throw Problem(
        .badConfiguration, "'\(name)' has no public key of ssh",
        help: "write one beside the private key: ssh-keygen -y -f KEY > KEY.pub")
    }
    do throws(SignatureError) {
      return try SigningKey(parsing: blob[...])
    } catch {
      throw Problem(.badConfiguration, "'\(name)' has no key for approvals: it \(error.message)")
    }
  }

  /// Signs a text; the person may be asked for a pass phrase or a touch.
  ///
  /// - Returns: The signature without armour.
  func sign(_ text: [UInt8]) throws -> [UInt8] {
    let arguments = ["-q", "-Y", "sign", "-n", SSHSignature.namespace, "-f", file]
    guard let answer = ChildProcess.run("ssh-keygen", arguments, input: text) else {
      throw Problem(.missing, "cannot run ssh-keygen", help: "install OpenSSH 8.1 or later (Debian: openssh-client)")
    }
    guard answer.status == 0 else {
      throw Problem(
        .missing, "ssh-keygen could not sign with '\(file)'", help: "try: ssh-add -l; or name a key: --key FILE")
    }
    do throws(SignatureError) {
      return try SignatureArmor.blob(in: answer.output)
    } catch {
      throw Problem(.internal, "what ssh-keygen wrote \(error.message)")
    }
  }
}
