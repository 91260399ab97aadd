#ifndef RELSCOPE_CLIBYAML_SHIM_H
#define RELSCOPE_CLIBYAML_SHIM_H

#include <yaml.h>

#endif
