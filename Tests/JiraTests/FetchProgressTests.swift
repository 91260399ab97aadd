import Jira
import Testing

struct FetchProgressTests {
  @Test(arguments: [
    (FetchProgress.tickets(100, of: nil), "fetching tickets: 100"),
    (.tickets(100, of: 1_200), "fetching tickets: 100 of 1200"), (.histories(7, of: 9), "reading histories: 7 of 9"),
    (.others(3, of: 4), "asking for tickets of the commits: 3 of 4"),
  ])
  func `says how far a fetch is`(progress: FetchProgress, words: String) {
    #expect(progress.words == words)
  }
}
