#ifndef RELSCOPE_CLIBCRYPTO_SHIM_H
#define RELSCOPE_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
