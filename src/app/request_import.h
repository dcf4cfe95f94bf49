/* Routes by which a page brings in runs, or brings back a copy. */
#ifndef FOOTFALL_APP_REQUEST_IMPORT_H
#define FOOTFALL_APP_REQUEST_IMPORT_H

#include "app/request.h"

ff_code ff_answer_import(ff_call *call, ff_error *error);
ff_code ff_answer_import_begin(ff_call *call, ff_error *error);
ff_code ff_answer_import_file(ff_call *call, ff_error *error);
ff_code ff_answer_import_step(ff_call *call, ff_error *error);
ff_code ff_answer_import_stop(ff_call *call, ff_error *error);
ff_code ff_answer_restore_look(ff_call *call, ff_error *error);
ff_code ff_answer_restore(ff_call *call, ff_error *error);

#endif
