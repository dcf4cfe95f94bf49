/* A journal on disk with a few runs of the demo's made-up runner, for targets that ask one.
 *
 * It is made once, by the requests that a page would send, and laid anew from its bytes for every
 * input that follows one which changed it.
 */
#ifndef FOOTFALL_FUZZ_MADE_JOURNAL_H
#define FOOTFALL_FUZZ_MADE_JOURNAL_H

#include "app/app.h"

#include <footfall/request.h>

/* The clock of the tests (tests/runner/sandbox.py), and a folder for scratch files. Made at the
 * first call, with the folder, which goes when the program ends. */
const ff_context *made_context(void);

/* The journal as it was made, opened; the caller's, to ff_app_close. */
ff_app *made_journal_open(void);

/* The same file as it stands now, opened again. */
ff_app *made_journal_open_again(void);

/* Whether nothing but the journal itself lies in its folder, all apps being closed. */
bool made_journal_lies_alone(void);

#endif
