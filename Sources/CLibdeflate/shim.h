#ifndef RELSCOPE_CLIBDEFLATE_SHIM_H
#define RELSCOPE_CLIBDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
