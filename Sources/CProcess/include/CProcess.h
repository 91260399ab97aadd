#ifndef RELSCOPE_CPROCESS_H
#define RELSCOPE_CPROCESS_H

#include <spawn.h>

/* Besides, a program that has this ends with status 70 before it begins where it cannot read its arguments: arguments.c. */

/*
 * Sees to it that no other process of the user can read the memory of this one, and that it leaves no core dump. Returns 0,
 * or -1 with errno set.
 */
int relscope_forbid_dumps(void);

/* Has a process that is started begin in another folder. Returns 0, or an error's number. */
int relscope_begin_in(posix_spawn_file_actions_t *actions, const char *folder);

/* Has the process receive SIGALRM, which whoever started it may have blocked. */
void relscope_unblock_alarms(void);

/* Gives memory that was freed back to the system, which the C library keeps for later otherwise. Takes some milliseconds. */
void relscope_return_free_memory(void);

#endif
