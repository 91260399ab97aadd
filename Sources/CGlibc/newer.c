#define _GNU_SOURCE
#include "CGlibc.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <errno.h>
#include <link.h>
#include <math.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>

// glibc 2.36.
void arc4random_buf(void *buffer, size_t size) {
  unsigned char *next = buffer;
  while (size > 0) {
    ssize_t got = getrandom(next, size < 256 ? size : 256, 0);
    if (got < 0) {
      if (errno == EINTR) continue;
      abort();
    }
    next += got;
    size -= (size_t)got;
  }
}

uint32_t arc4random(void) {
  uint32_t number;
  arc4random_buf(&number, sizeof number);
  return number;
}

// glibc 2.35 gave these a second version, which sets no errno. The wider type takes the squares of all numbers.
double hypot(double x, double y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  return (double)sqrtl((long double)x * x + (long double)y * y);
}

float hypotf(float x, float y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  return (float)sqrt((double)x * x + (double)y * y);
}

// glibc 2.35. GCC's unwinder asks where the frames of a program counter are told, and takes a failure for the end of the
// stack; the layout is that of <dlfcn.h> from 2.35 on, for processors without a data base of their own.
struct frame_place {
  unsigned long long flags;
  void *start;
  void *end;
  struct link_map *object;
  void *frames;
  unsigned long long reserved[7];
};

struct frame_search {
  uintptr_t counter;
  struct frame_place *found;
};

static int take_place(struct dl_phdr_info *object, size_t size, void *state) {
  (void)size;
  struct frame_search *search = state;
  const ElfW(Phdr) *frames = NULL;
  uintptr_t start = UINTPTR_MAX, end = 0;
  int isHere = 0;
  for (int place = 0; place < object->dlpi_phnum; place++) {
    const ElfW(Phdr) *header = &object->dlpi_phdr[place];
    uintptr_t first = object->dlpi_addr + header->p_vaddr;
    if (header->p_type == PT_GNU_EH_FRAME) frames = header;
    if (header->p_type != PT_LOAD) continue;
    if (first < start) start = first;
    if (first + header->p_memsz > end) end = first + header->p_memsz;
    if (search->counter >= first && search->counter < first + header->p_memsz) isHere = 1;
  }
  if (!isHere || frames == NULL) return 0;
  search->found->start = (void *)start;
  search->found->end = (void *)end;
  search->found->frames = (void *)(object->dlpi_addr + frames->p_vaddr);
  return 1;
}

// By another name, since newer headers declare it.
int find_frames(void *counter, struct frame_place *found) __asm__("_dl_find_object");

int find_frames(void *counter, struct frame_place *found) {
  memset(found, 0, sizeof *found);
  struct frame_search search = {(uintptr_t)counter, found};
  return dl_iterate_phdr(take_place, &search) == 1 ? 0 : -1;
}
#endif
