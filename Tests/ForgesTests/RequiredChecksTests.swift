import Forges
import Testing

struct RequiredChecksTests {
  @Test(
    arguments: [
      (.named([]), false), (.named(["relscope"]), true), (.named(["ci", "Relscope"]), true),
      (.named(["scope / relscope"]), true), (.named(["scope.yml / relscope (pull_request)"]), true),
      // A job of any name may run it.
      (.named(["ci", "scope"]), nil), (.named(["not-relscope"]), nil), (.named(["relscope / ci"]), nil),
      (.atLeast([]), nil), (.atLeast(["relscope"]), true), (.atLeast(["ci"]), nil),
      (.patterns([]), false), (.patterns(["*"]), true), (.patterns(["rel*"]), true), (.patterns(["*scope"]), true),
      (.patterns(["r*s*e"]), true), (.patterns(["rels*scope"]), nil), (.patterns(["ci/*"]), nil),
      (.patterns(["{relscope,ci}"]), nil), (.patterns(["* / relscope*"]), nil), (.patterns(["relscope"]), true),
      (.pipeline, nil), (.unknown, nil),
    ] as [(RequiredChecks, Bool?)])
  func `says that relscope is required only where that is known`(checks: RequiredChecks, hasRelscope: Bool?) {
    #expect(checks.hasRelscope == hasRelscope)
  }
}
