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

#endif
