/* A programme of quicker steps as it is shown. */
#ifndef FOOTFALL_REPORT_STEP_REPORT_H
#define FOOTFALL_REPORT_STEP_REPORT_H

#include "base/arena.h"
#include "base/json.h"

#include <footfall/knowledge.h>
#include <footfall/patterns.h>
#include <footfall/step.h>

typedef struct ff_step_report {
    const ff_step_programme *programme;
    const ff_step_speed_list *speeds; /* of the runner's runs; none where the rate was given */
    bool given;                       /* the runner said the step rate */
    bool pace_given; /* or the speed: what speeds has for all is that of this speed */
    const ff_form *form;
    bool forefoot_numb; /* ball or toes go numb */
    const char *track;  /* the file a metronome was written to; NULL */
    int track_week;
    double track_spm, track_min;
    const ff_remedy *remedy;
    const char *program;
} ff_step_report;

void ff_step_report_text(const ff_step_report *report, ff_arena *arena, ff_text *out);
/* Members into an open object. */
void ff_step_report_json(const ff_step_report *report, ff_json *json);

#endif
