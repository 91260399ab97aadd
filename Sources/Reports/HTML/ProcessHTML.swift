import ReleaseProcess
import ReleaseScope

/// The process of a release as parts of a page.
enum ProcessHTML {
  /// How far it is and for whom it waits, for the head.
  static func summary(_ process: ReleaseProcess) -> HTML {
    """
    <p class="about">Process: <a href="#process">\(process.tally)</a>\(process.waiting.first, waiting)</p>

    """
  }

  /// What contradicts itself, and the steps.
  static func section(_ process: ReleaseProcess) -> HTML {
    """
    <section aria-labelledby="process" class="process">
    <h2 id="process">The fourteen steps</h2>
    \(unlessEmpty: process.contradictions, contradictions)\(each: process.rows, step)\
    \(unlessEmpty: process.remarks, remarks)</section>

    """
  }

  private static func waiting(_ row: StepRow) -> HTML {
    """
    ; waits for <strong>\(BriefText.cleaned(row.waitsFor.joined(separator: ", ")))</strong> \
    (step \(row.step.number), \(row.step.title))
    """
  }

  private static func contradictions(_ found: [Contradiction]) -> HTML {
    """
    <div class="unseen">
    <h3>Cannot all be right</h3>
    <ul>
    \(each: found, contradiction)</ul>
    </div>

    """
  }

  private static func contradiction(_ found: Contradiction) -> HTML {
    """
    <li>\(BriefText.cleaned(found.text)) <span class="place">\(found.steps.count == 1 ? "step" : "steps") \
    \(enumeration(found.steps.map { "\($0.number)" }))</span></li>

    """
  }

  private static func step(_ row: StepRow) -> HTML {
    """
    <details class="finding \(row.state.tone)" id="step-\(row.step.number)"\(markup: row.isDone ? "" : " open")>
    <summary><span class="severity">\(row.state.word)</span> <span class="number">\(row.step.number)</span> \
    <span class="what">\(row.step.title)</span> <span class="faint">\(row.step.owner)</span></summary>
    <ul>
    \(each: row.evidence, evidence)</ul>
    </details>

    """
  }

  private static func evidence(_ seen: StepEvidence) -> HTML {
    let text = BriefText.cleaned(seen.text)
    let isLink = seen.url.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
    let shown: HTML =
      isLink ? "<a href=\"\(seen.url ?? "")\" rel=\"noreferrer noopener\">\(text)</a>" : "\(text)"
    return """
      <li>\(markup: shown) <span class="faint">\(BriefText.cleaned(seen.origin))</span></li>

      """
  }

  private static func remarks(_ remarks: [String]) -> HTML {
    """
    <ul class="faint">
    \(each: remarks, remark)</ul>

    """
  }

  private static func remark(_ text: String) -> HTML {
    """
    <li>\(BriefText.cleaned(text))</li>

    """
  }
}

extension StepState {
  fileprivate var tone: String {
    switch self {
    case .done: "good"
    case .notYet: "warn"
    case .unknown: ""
    case .contradicted: "bad"
    }
  }
}
