#include "CLibgit2Start.h"

/*
 * libgit2 with mbedTLS parses the system's bundle of CA certificates whenever it starts, for https that this program never
 * speaks: some 8 ms of every run, most of what a hook costs. No option switches it off.
 *
 * The program answers for the function that does it: the dynamic linker takes the program's definition before that of
 * libmbedx509. No certificate is read, so libgit2's https would trust nobody; it fails closed. Where libgit2 uses
 * another TLS library, nothing ever calls this.
 */
int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}
