#ifndef RELSCOPE_CLIBCRYPTO_SHIM_H
#define RELSCOPE_CLIBCRYPTO_SHIM_H

/*
 * The functions of one algorithm, which OpenSSL 3 calls deprecated: those of EVP read the configuration file and start the
 * providers at the first call, 1.5 ms whatever the size of the file. They also start the library for the whole
 * process, as its TLS would find it.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

/*
 * Digests of whole texts; 1 for success. SHA256 and its like in one call have gone through EVP since OpenSSL 3, so that
 * the first one starts the providers, and each looks its algorithm up by name.
 */

static inline int relscope_sha256(const void *bytes, size_t count, unsigned char *digest) {
  SHA256_CTX context;
  return SHA256_Init(&context) && SHA256_Update(&context, bytes, count) && SHA256_Final(digest, &context);
}

static inline int relscope_sha384(const void *bytes, size_t count, unsigned char *digest) {
  SHA512_CTX context;
  return SHA384_Init(&context) && SHA384_Update(&context, bytes, count) && SHA384_Final(digest, &context);
}

static inline int relscope_sha512(const void *bytes, size_t count, unsigned char *digest) {
  SHA512_CTX context;
  return SHA512_Init(&context) && SHA512_Update(&context, bytes, count) && SHA512_Final(digest, &context);
}

#endif
