#ifndef RELSCOPE_CLIBFUZZER_H
#define RELSCOPE_CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/*
 * Gives bytes to `read` until something stops it, those first that reach code that none reached before. Takes libFuzzer's
 * options. Returns its status, or -1 in a program that was built without libFuzzer.
 */
int relscope_run_libfuzzer(int count, char **arguments, int (*read)(const uint8_t *bytes, size_t count));

#endif
