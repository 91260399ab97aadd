import ArgumentParser
import Console
import ReleaseScope
import Reports

extension Check {
  /// Reads arguments of the form `--name value`.
  ///
  /// The parser looks at types as they run, which costs a usual check a third of its time.
  ///
  /// - Returns: `nil` for anything else, right or wrong: then the parser is to read it.
  static func plain(_ arguments: some Sequence<String>) -> Check? {
    var check = unset
    var name: String?
    for argument in arguments {
      if let option = name {
        guard !argument.isEmpty, !argument.hasPrefix("-"), check.set(option, argument) else { return nil }
        name = nil
      } else {
        guard argument.hasPrefix("--"), !argument.contains("=") else { return nil }
        name = String(argument.dropFirst(2))
      }
    }
    return name == nil ? check : nil
  }

  /// Without any argument. What is not set here cannot be read.
  private static var unset: Check {
    var options = CheckOptions()
    options.range = nil
    (options.repo, options.base, options.release, options.version, options.merge) = (nil, nil, nil, nil, nil)
    (options.since, options.manifest, options.policy, options.trust, options.projects) = (nil, nil, nil, nil, nil)
    (options.rules, options.stage) = ([], .merge)
    var baseline = BaselineOptions()
    (baseline.baseline, baseline.writeBaseline, baseline.reason) = (nil, false, nil)
    var evidence = EvidenceOptions()
    evidence.evidence = nil
    var output = OutputOptions()
    (output.format, output.output, output.color) = ([], [], .auto)
    (output.quiet, output.verbose) = (false, false)
    var check = Check()
    check.sinceReport = nil
    (check.options, check.baseline, check.evidence, check.output) = (options, baseline, evidence, output)
    return check
  }

  /// - Returns: Whether there is such an option, and it takes the value.
  private mutating func set(_ option: String, _ value: String) -> Bool {
    switch option {
    case "repo": options.repo = value
    case "base": options.base = value
    case "release": options.release = value
    case "version": options.version = value
    case "merge": options.merge = value
    case "since": options.since = value
    case "manifest": options.manifest = value
    case "policy": options.policy = value
    case "since-report": sinceReport = value
    case "evidence": evidence.evidence = value
    case "projects": options.projects = value
    case "rule": options.rules.append(value)
    case "baseline": baseline.baseline = value
    case "output": output.output.append(value)
    case "format":
      guard let format = ReportFormat(argument: value) else { return false }
      output.format.append(format)
    default: return false
    }
    return true
  }
}
