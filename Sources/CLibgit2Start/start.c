#include "CLibgit2Start.h"

/*
 * libgit2 prepares for https and ssh whenever it starts, which this program never speaks, and has no option to leave that
 * out. The program answers for the functions that do it: a linker takes its definition before that of a library. What
 * would use them fails closed.
 *
 * libgit2 with mbedTLS parses the system's bundle of CA certificates: some 8 ms of every run. None is read here, so https
 * would trust nobody. Where libgit2 uses another TLS library, nothing ever calls this.
 */
int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}

/* libssh2 starts libcrypto: some 0.4 ms. A session of ssh would have no ciphers. */
int libssh2_init(int flags) {
  (void)flags;
  return 0;
}
