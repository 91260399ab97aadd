#include "CLibFuzzer.h"

/* libFuzzer's, where the program has it. */
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*read)(const uint8_t *, size_t)) __attribute__((weak));

int relscope_run_libfuzzer(int count, char **arguments, int (*read)(const uint8_t *bytes, size_t count)) {
  if (!LLVMFuzzerRunDriver) return -1;
  return LLVMFuzzerRunDriver(&count, &arguments, read);
}
