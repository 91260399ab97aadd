#ifndef RELSCOPE_CLIBGIT2_SHIM_H
#define RELSCOPE_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/odb_backend.h>

/* git_libgit2_opts takes variable arguments, which Swift cannot call. */

/* Extensions of the repository format that change nothing for reading. */
static inline int relscope_accept_extensions(void) {
  const char *names[] = {"worktreeconfig", "partialclone", "preciousobjects", "relativeworktrees"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof(names) / sizeof(names[0]));
}

static inline int relscope_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

/* The largest object of a type that is cached, in bytes; 0 for none. */
static inline int relscope_set_cache_limit(git_object_t type, size_t size) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, size);
}

/* How much of packs is mapped at once, in one piece and in all, in bytes. */
static inline int relscope_set_window(size_t size, size_t all) {
  int status = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, size);
  return status < 0 ? status : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, all);
}

#endif
