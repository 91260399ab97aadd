import Approvals
import Testing

struct AuthorTests {
  @Test(arguments: [
    ("dana@example.com", "dana@example.com"), ("old@example.com", "dana@example.com"),
    ("old@EXAMPLE.com", "dana@example.com"), ("both@example.com", "milan@example.com"),
    ("named@example.com", "named@example.com"), ("gone@example.com", "gone@example.com"),
  ])
  func `knows people by the address that the mailmap gives them`(address: String, person: String) {
    let mailmap = Mailmap(
      Array(
        """
        # <gone@example.com> <dana@example.com>
        Dana Weber <dana@example.com> <old@example.com>
        Milan <milan@example.com> Somebody <both@Example.com> # both
        Nia Named <named@example.com>
        <broken <lines

        """.utf8))
    #expect(mailmap.person(address) == Mailbox(person))
  }

  @Test func `finds everybody whom a message names as an author`() {
    let message = """
      SHOP-1 Keep the cart

      Co-authored-by: Lead <lead@example.com>
      co-Authored-By: A <a@example.com>, B <b@example.com>
       Co-authored-by: quoted <q@example.com>
      Signed-off-by: S <s@example.com>
      Co-authored-by:
      """
    let addresses = CoAuthors.addresses(in: Array(message.utf8))
    #expect(addresses == ["lead@example.com", "a@example.com", "b@example.com"])
  }
}
