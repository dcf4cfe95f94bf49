/* Routes by which a page has an export made. */
#ifndef FOOTFALL_APP_REQUEST_EXPORT_H
#define FOOTFALL_APP_REQUEST_EXPORT_H

#include "app/request.h"

ff_code ff_answer_export_begin(ff_call *call, ff_error *error);
ff_code ff_answer_export_step(ff_call *call, ff_error *error);
ff_code ff_answer_export_stop(ff_call *call, ff_error *error);
ff_code ff_answer_export_file(ff_call *call, ff_error *error);

#endif
