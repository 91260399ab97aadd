import Foundation
import TestSupport
import Testing

/// Programs of others that read reports, where `scripts/install-validators` has put them.
enum Validator: String {
  /// Validates each SARIF file against the schema of the standard.
  case sarif = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft4Validator.check_schema(schema)
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    for name in sys.argv[2:]:
        for error in validator.iter_errors(json.load(open(name, encoding="utf-8"))):
            print(name, "/".join(map(str, error.absolute_path)), error.message)
    """
  /// Prints the numbers of cases, failures, errors and skipped cases of each JUnit file.
  case junit = """
    import sys
    from junitparser import Error, Failure, JUnitXml, Skipped
    for name in sys.argv[2:]:
        results = [r for suite in JUnitXml.fromfile(name) for case in suite for r in (case.result or [None])]
        print(len(results), *(sum(isinstance(r, kind) for r in results) for kind in (Failure, Error, Skipped)))
    """

  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path

  private static let python = package + "/.build/validators/bin/python"

  /// The standard's own, which is kept beside the project.
  private static let schema = package + "/../shared/reference/sarif-schema-2.1.0.json"

  static let hasSchema = FileManager.default.fileExists(atPath: schema)

  static let areInstalled = FileManager.default.isExecutableFile(atPath: python)

  /// Runs the validator on files with these contents.
  func run(_ texts: [String]) async throws -> ProgramResult {
    let folder = try TemporaryFolder()
    var files: [String] = []
    for (number, text) in texts.enumerated() { files.append(try folder.write("\(number)", text)) }
    return try await Program(Self.python, environment: CleanEnvironment(home: folder.path))
      .run(["-X", "utf8", "-c", rawValue, Self.schema] + files)
  }
}
