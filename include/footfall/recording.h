/* A recording: what one source says of a run. A run has one or more. */
#ifndef FOOTFALL_RECORDING_H
#define FOOTFALL_RECORDING_H

#include <footfall/run.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ff_recording {
    int64_t id;
    int64_t run_id; /* the run it is part of */
    bool leads;     /* the run's series, laps and most of its figures are from it */
    bool damaged;   /* its file was, and was kept as far as it was readable */
    const char *source;
    const char *format;
    const char *title;
    int64_t start_s; /* UTC seconds */
    int32_t utc_offset_s;
    bool utc_offset_known;
    double duration_s;     /* NAN: not told */
    double distance_m;     /* likewise */
    const char *joined_by; /* "rule", "list" (an export's list names its file), "runner"; NULL: the
                              run's own */
    const char *with; /* source of the recording it was found to be one with; NULL where joined_by
                         is NULL or "runner" */
    const char *why;  /* plain words; NULL where joined_by is */
} ff_recording;

typedef struct ff_recording_list {
    ff_recording *items;
    size_t count;
} ff_recording_list;

/* Two runs that look like one and were not joined. */
typedef struct ff_likeness {
    int64_t run_id, other_run_id;
    const char *why;
} ff_likeness;

typedef struct ff_likeness_list {
    ff_likeness *items;
    size_t count;
} ff_likeness_list;

#ifdef __cplusplus
}
#endif

#endif
