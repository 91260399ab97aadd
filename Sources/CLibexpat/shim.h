#ifndef RELSCOPE_CLIBEXPAT_SHIM_H
#define RELSCOPE_CLIBEXPAT_SHIM_H

#include <expat.h>

#endif
