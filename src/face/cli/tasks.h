/* Independent work on several threads, its results taken in order on one: <footfall/context.h>
 * (ff_tasks) is the contract. */
#ifndef FOOTFALL_FACE_CLI_TASKS_H
#define FOOTFALL_FACE_CLI_TASKS_H

#include <footfall/context.h>

/* A context's run_tasks: as many threads as the machine has processors. user is not looked at. */
ff_code cli_run_tasks(void *user, const ff_tasks *tasks);

/* The same with that many threads beside the caller's; 0 or 1: on the caller's, one after the
 * other, and so when no thread can be had. */
ff_code cli_run_tasks_on(size_t threads, const ff_tasks *tasks);

#endif
