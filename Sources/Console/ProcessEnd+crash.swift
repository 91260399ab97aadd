import Platform

extension ProcessEnd {
  /// Makes the program say what a crash is for whoever waits for its answer, with a status of its own.
  package static func reportCrashes() {
    atCrash(
      """
      relscope: INTERNAL ERROR: the program was stopped by a fault, or by a limit on its memory or stack; nothing was judged
        see the limits with: ulimit -v -s; where there are none, report what stands above

      """, status: ExitStatus.internal.rawValue)
  }
}
