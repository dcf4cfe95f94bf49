/* What the readers of text formats (TCX, GPX) share: numbers, times and their zone, makers, the
 * list of runs and what becomes of a damaged file.
 */
#ifndef FOOTFALL_FILES_TEXT_RUNS_H
#define FOOTFALL_FILES_TEXT_RUNS_H

#include "files/import_runs.h"
#include "files/track.h"

/* A text as a number, or NAN. */
double ff_text_number(const char *text);

/* The times of one run, and what they say of local time. {0} before the first. */
typedef struct ff_text_zone {
    int32_t offset_s; /* the first believable one that is not 0, which many write for UTC */
    bool known;
    bool unsaid;    /* a time without any zone: taken for UTC */
    bool senseless; /* an offset that no place has */
} ff_text_zone;

/* UTC seconds since 1970, or NAN. text may be NULL. */
double ff_text_time(const char *text, ff_text_zone *zone);

/* Whether a text holds a word, in any case of its ASCII letters. */
bool ff_text_holds(const char *text, const char *word);

/* "garmin" for "Forerunner 310XT", by what a device or a program calls itself; NULL when nothing
 * tells. */
const char *ff_text_maker(const char *name);

/* Runs as they are found in one file. */
typedef struct ff_text_runs {
    const ff_context *context;
    const char *source;
    bool said_run; /* somebody who should know calls it a run */
    ff_arena *arena;
    ff_file_result *result;
    size_t capacity;
    bool others; /* the file holds activities that are no runs, called result->what */
} ff_text_runs;

/* Makes a run of a track. notes: what the reader has to say of it besides, NULL ends them. */
ff_code ff_text_add_run(ff_text_runs *runs, const ff_track *track, ff_track_facts *facts,
                        const ff_text_zone *zone, const char *const *notes, ff_error *error);

/* An activity of the file that is no run: the words, or several_words when there are several that
 * differ. words live in the arena or for ever. */
void ff_text_add_other(ff_text_runs *runs, const char *words, const char *several_words);

/* Errors that are not the file's, or forbid to use what was read. */
bool ff_text_gives_up(ff_code code);

/* The end of a file that was read with code and *damage: fills the result, and returns as
 * ff_file_read_runs does. nothing: words for a file that holds neither runs nor others. */
ff_code ff_text_end(ff_text_runs *runs, ff_code code, const ff_error *damage, const char *nothing,
                    ff_error *error);

#endif
