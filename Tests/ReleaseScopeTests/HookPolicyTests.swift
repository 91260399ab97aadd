import ReleaseScope
import Testing

/// What a policy that says nothing asks of the hooks.
struct HookPolicyTests {
  @Test(arguments: HookName.allCases)
  func `a hook has an end of its own on a server, and none elsewhere`(hook: HookName) {
    var policy = HookPolicy()
    #expect(policy.timeBudget(hook) == (hook.isOnServer ? 60 : nil))
    policy.timeBudget[hook.rawValue] = 5
    #expect(policy.timeBudget(hook) == 5)
  }
}
