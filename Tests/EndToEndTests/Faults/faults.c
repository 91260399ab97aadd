/* Makes one call of the C library fail: LD_PRELOAD it into relscope.

   FAULT_CALL   which: write, fsync, rename, open, read, mmap, spawn, malloc
   FAULT_AT     the how manieth of these, from 1; 0 for none
   FAULT_COUNT  a file that gets how many there were, when the program ends by itself */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static const char *call;
static long at;
static long count;

__attribute__((constructor)) static void begin(void) {
  /* Not in the children, which are other programs. */
  if (strncmp(program_invocation_short_name, "relscope", 8) != 0) return;
  const char *number = getenv("FAULT_AT");
  at = number ? strtol(number, NULL, 10) : 0;
  call = getenv("FAULT_CALL");
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  if (!call || !path) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", count);
  call = NULL;
  int file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0) return;
  syscall(SYS_write, file, text, length);
  syscall(SYS_close, file);
}

static int fails(const char *name, int number) {
  if (!call || strcmp(call, name) != 0 || __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST) != at) return 0;
  errno = number;
  return 1;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t size) {
  return fails("write", ENOSPC) ? -1 : syscall(SYS_write, file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) {
  return fails("write", ENOSPC) ? -1 : syscall(SYS_pwrite64, file, bytes, size, place);
}

int fsync(int file) { return fails("fsync", EIO) ? -1 : syscall(SYS_fsync, file); }

int rename(const char *from, const char *to) {
  return fails("rename", EIO) ? -1 : syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

static int open_any(const char *path, int flags, va_list rest) {
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  return fails("open", EMFILE) ? -1 : syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int file = open_any(path, flags, rest);
  va_end(rest);
  return file;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int file = open_any(path, flags | O_LARGEFILE, rest);
  va_end(rest);
  return file;
}

int mkstemp(char *path) { return fails("open", EMFILE) ? -1 : NEXT(mkstemp)(path); }

ssize_t read(int file, void *bytes, size_t size) {
  return fails("read", EIO) ? -1 : syscall(SYS_read, file, bytes, size);
}

ssize_t pread(int file, void *bytes, size_t size, off_t place) {
  return fails("read", EIO) ? -1 : syscall(SYS_pread64, file, bytes, size, place);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t place) {
  return fails("read", EIO) ? -1 : syscall(SYS_pread64, file, bytes, size, place);
}

void *mmap(void *address, size_t size, int protection, int flags, int file, off_t place) {
  if (file >= 0 && fails("mmap", ENOMEM)) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, address, size, protection, flags, file, place);
}

void *mmap64(void *address, size_t size, int protection, int flags, int file, off64_t place) {
  return mmap(address, size, protection, flags, file, place);
}

pid_t fork(void) { return fails("spawn", EAGAIN) ? -1 : NEXT(fork)(); }

int posix_spawn(
    pid_t *child, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    char *const arguments[], char *const environment[]) {
  return fails("spawn", EAGAIN) ? EAGAIN : NEXT(posix_spawn)(child, path, actions, attributes, arguments, environment);
}

int posix_spawnp(
    pid_t *child, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    char *const arguments[], char *const environment[]) {
  return fails("spawn", EAGAIN) ? EAGAIN
                                : NEXT(posix_spawnp)(child, path, actions, attributes, arguments, environment);
}

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *room, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

void *malloc(size_t size) { return fails("malloc", ENOMEM) ? NULL : __libc_malloc(size); }

void *calloc(size_t number, size_t size) { return fails("malloc", ENOMEM) ? NULL : __libc_calloc(number, size); }

void *realloc(void *room, size_t size) { return fails("malloc", ENOMEM) ? NULL : __libc_realloc(room, size); }

int posix_memalign(void **room, size_t alignment, size_t size) {
  if (fails("malloc", ENOMEM)) return ENOMEM;
  *room = __libc_memalign(alignment, size);
  return *room ? 0 : ENOMEM;
}
