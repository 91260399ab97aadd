#ifndef RELSCOPE_CLIBCSV_SHIM_H
#define RELSCOPE_CLIBCSV_SHIM_H

#include <csv.h>

#endif
