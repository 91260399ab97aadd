#include "CLibgit2Start.h"

/*
 * Where libgit2 is linked into the program, these stand for the parts of it that begin a connection and prepare for one, so
 * that the linker leaves out its network with http, TLS and ssh: some 17,700 of 103,400 addresses that would be set at every
 * start, and random numbers for TLS. Nothing that libgit2 does with a repository on the disk comes here. With another libgit2, which calls other functions, the linker takes in its network again, or fails and the program
 * loads the library.
 */

/* There is no transport: GIT_ERROR. */
int git_transport_new(void **transport, void *owner, const char *url) {
  (void)transport;
  (void)owner;
  (void)url;
  return -1;
}

int git_transport_ssh_global_init(void) { return 0; }
int git_mbedtls_stream_global_init(void) { return 0; }
int git_openssl_stream_global_init(void) { return 0; }

static int set_no_location(const char *file, const char *path) {
  (void)file;
  (void)path;
  return -1;
}

int git_mbedtls__set_cert_location(const char *file, const char *path) { return set_no_location(file, path); }
int git_openssl__set_cert_location(const char *file, const char *path) { return set_no_location(file, path); }

/* Options of transports. */
bool git_http__expect_continue = false;
bool git_smart__ofs_delta_enabled = true;
