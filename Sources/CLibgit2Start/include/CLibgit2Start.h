#ifndef RELSCOPE_CLIBGIT2START_H
#define RELSCOPE_CLIBGIT2START_H

#include <stdbool.h>

/* Reads no certificate, and says that none was wrong. Called by libgit2 alone. */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

/* Prepares nothing, and says that it went well. Called by libgit2 alone. */
int libssh2_init(int flags);

/* What libgit2's own network is reached by; see transport.c. */
int git_transport_new(void **transport, void *owner, const char *url);
int git_transport_ssh_global_init(void);
int git_mbedtls_stream_global_init(void);
int git_mbedtls__set_cert_location(const char *file, const char *path);
int git_openssl_stream_global_init(void);
int git_openssl__set_cert_location(const char *file, const char *path);
extern bool git_http__expect_continue;
extern bool git_smart__ofs_delta_enabled;

#endif
