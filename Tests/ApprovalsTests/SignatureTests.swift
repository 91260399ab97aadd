import Approvals
import ReleaseScope
import TestSupport
import Testing

struct SignatureTests {
  private static let day = Instant(seconds: 1_795_600_000)

  @Test(arguments: Vector.all)
  func `takes what is rightly signed and strong, and says what is wrong with the rest`(_ vector: Vector) throws {
    let found = try Self.error(of: vector)
    #expect(found == vector.error)
  }

  private static func error(of vector: Vector) throws -> SignatureError? {
    let signers = try AllowedSigners(parsing: VectorFiles.bytes("signers"))
    do throws(SignatureError) {
      let armor: [UInt8]
      let text: [UInt8]
      do { (armor, text) = (try VectorFiles.bytes("\(vector.name).sig"), try VectorFiles.bytes("text")) } catch {
        Issue.record(error)
        return nil
      }
      let signature = try SSHSignature(parsing: SignatureArmor.blob(in: armor))
      try signature.verify(text)
      guard case .success = signers.signer(vector.principal, signature.key, at: day) else { return .otherKey }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: Vector.all)
  func `agrees with ssh-keygen but where it is stricter`(_ vector: Vector) async throws {
    let home = try TemporaryFolder()
    let keygen = Program("ssh-keygen", environment: CleanEnvironment(home: home.path))
    let result = try await keygen.run(
      [
        "-Y", "verify", "-f", "\(VectorFiles.folder)/signers", "-I", vector.principal, "-n", SSHSignature.namespace,
        "-s",
        "\(VectorFiles.folder)/\(vector.name).sig",
      ], input: VectorFiles.bytes("text"))
    // Later versions take line ends of Windows.
    if vector.name == "armor-crlf" { return }
    let isTaken = result.status == 0
    #expect(isTaken == vector.isTakenBySSH, "\(result)")
  }

  @Test func `says something of every signature that is there`() throws {
    let told = Set(Vector.all.map(\.name))
    let there = Set(try VectorFiles.names())
    #expect(told == there)
  }

  @Test func `asks for more or less where the policy does`() throws {
    let text = try VectorFiles.bytes("text")
    func verify(_ name: String, _ demands: KeyDemands) throws {
      let blob = try SignatureArmor.blob(in: VectorFiles.bytes("\(name).sig"))
      try SSHSignature(parsing: blob).verify(text, demands: demands)
    }
    var demands = KeyDemands()
    demands.rsaBits = 2048
    try verify("rsa-2048", demands)
    #expect(throws: SignatureError.shortKey(bits: 1024, least: 2048)) { try verify("rsa-1024", demands) }
    demands.pin = true
    try verify("sk-ed25519-pin", demands)
    try verify("ed25519", demands)
    #expect(throws: SignatureError.noPIN) { try verify("sk-ed25519-touch", demands) }
    #expect(throws: SignatureError.noTouch) { try verify("sk-ed25519-pin-no-touch", demands) }
  }

  @Test func `takes no signature of which one bit is another`() throws {
    let text = try VectorFiles.bytes("text")
    for name in ["ed25519", "ecdsa-256", "rsa-3072", "sk-ed25519-touch", "sk-ecdsa-touch"] {
      let blob = try SignatureArmor.blob(in: VectorFiles.bytes("\(name).sig"))
      for bit in 0..<(blob.count * 8) {
        var changed = blob
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(throws: SignatureError.self, "\(name), bit \(bit)") {
          try SSHSignature(parsing: changed).verify(text)
        }
      }
    }
  }

  @Test(arguments: ["ed25519", "ecdsa-521", "rsa-4096"])
  func `writes the armour that ssh-keygen writes`(_ name: String) throws {
    let armor = try VectorFiles.bytes("\(name).sig")
    let written = SignatureArmor.text(of: try SignatureArmor.blob(in: armor))
    #expect(Array(written.utf8) == armor)
  }

  @Test func `shows fingerprints as ssh-keygen does`() async throws {
    let home = try TemporaryFolder()
    let keygen = Program("ssh-keygen", environment: CleanEnvironment(home: home.path))
    let signers = try AllowedSigners(parsing: VectorFiles.bytes("signers"))
    for key in signers.signers.filter({ $0.line > 1 }).compactMap(\.key) {
      let file = try home.write("key.pub", key.text + "\n")
      let shown = try await keygen.run(["-l", "-f", file]).output
      #expect(shown.split(separator: " ").dropFirst().first.map(String.init) == key.fingerprint)
    }
  }
}

struct Base64Tests {
  @Test(
    arguments: [
      ("", []), ("Zg==", [0x66]), ("Zm8=", [0x66, 0x6F]), ("Zm9v", [0x66, 0x6F, 0x6F]), ("/+8=", [0xFF, 0xEF]),
    ] as [(String, [UInt8])])
  func `reads what it writes`(text: String, bytes: [UInt8]) {
    let (read, written) = (Base64.bytes(of: text.utf8), Base64.text(of: bytes))
    #expect(read == bytes)
    #expect(written == text)
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zm9v\n", "Zm 9v", "Zg==Zg==", "Zm-v", "=m9v", "Zm\u{E4}v",
  ])
  func `reads one form alone`(_ text: String) {
    let read = Base64.bytes(of: text.utf8)
    #expect(read == nil)
  }
}
