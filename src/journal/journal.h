/* The journal: everything footfall remembers, in one SQLite file that the runner owns.
 *
 * A function returns FF_OK, or an error with the journal unchanged: each call that writes is one
 * transaction, on the disk when the call returns (write-ahead log, synchronous FULL); several can
 * be made one by ff_journal_begin. Any call may
 * fail with FF_ERR_MEMORY, FF_ERR_BUSY (another program held the journal for longer than
 * FF_JOURNAL_PATIENCE_MS), FF_ERR_DAMAGED_JOURNAL or FF_ERR_READ; any call that writes also with
 * FF_ERR_READ_ONLY, FF_ERR_DISK_FULL or FF_ERR_WRITE. Only further errors are named below.
 *
 * Lists and texts are made in the caller's arena and stay valid after the journal is closed.
 * Numbers come back bit for bit, except that every NaN is NAN and, outside a series, -0.0 is 0.0.
 * Texts said about a thing ("said_by", "from") may be NULL when given: "" comes back. A time said
 * as 0 means now, by the context's clock. One journal is used by one thread at a time.
 */
#ifndef FOOTFALL_JOURNAL_JOURNAL_H
#define FOOTFALL_JOURNAL_JOURNAL_H

#include "base/arena.h"

#include <footfall/change.h>
#include <footfall/context.h>
#include <footfall/error.h>
#include <footfall/finding.h>
#include <footfall/foot.h>
#include <footfall/gear.h>
#include <footfall/import.h>
#include <footfall/onset.h>
#include <footfall/plan.h>
#include <footfall/recording.h>
#include <footfall/run.h>
#include <footfall/shoe.h>
#include <footfall/trial.h>

#include <stdbool.h>

typedef struct ff_journal ff_journal;

/* A journal of this kind lives in memory and is gone when closed. */
#define FF_JOURNAL_IN_MEMORY ":memory:"

#define FF_JOURNAL_PATIENCE_MS 3000

typedef enum ff_journal_mode {
    FF_JOURNAL_READ, /* must be there; no call may write. A file or folder that is write-protected
                        is read as far as that is possible. */
    FF_JOURNAL_WRITE /* made when it is not there, mode 0600, missing folders with 0700 */
} ff_journal_mode;

/* Opens path, a file or FF_JOURNAL_IN_MEMORY. A journal of an older footfall is brought up to date
 * (in FF_JOURNAL_READ too), after a copy of it was laid beside it as "<path>.before-v<N>".
 * Errors: FF_ERR_NOT_FOUND (reading, and there is none or it is empty), FF_ERR_NOT_JOURNAL,
 * FF_ERR_NEWER_JOURNAL, FF_ERR_DAMAGED_JOURNAL (the file was left as it is in all three),
 * FF_ERR_READ_ONLY (for writing; or an older one that cannot be brought up to date).
 * *journal is the caller's, to close; NULL on error. context is borrowed. */
ff_code ff_journal_open(const ff_context *context, const char *path, ff_journal_mode mode,
                        ff_journal **journal, ff_error *error);
void ff_journal_close(ff_journal *journal); /* NULL does nothing */

/* As given to ff_journal_open. */
const char *ff_journal_path(const ff_journal *journal);

/* Reads the whole file to see whether its structure is sound: FF_OK or FF_ERR_DAMAGED_JOURNAL.
 * About 0.2 s for 50 MB. ff_journal_begin_import does it by itself. */
ff_code ff_journal_check(ff_journal *journal, ff_error *error);

/* ---- several calls as one ---- */

/* Between the two all calls see one state of the journal, and what they write is kept together or
 * not at all. Nobody else can write in between, so it should be short. One within another is a part
 * of it. Begin waits like any call that writes. */
ff_code ff_journal_begin(ff_journal *journal, ff_error *error);

/* The same for calls that only read; others can write meanwhile. */
ff_code ff_journal_begin_read(ff_journal *journal, ff_error *error);

/* code: how the calls between went; FF_OK keeps what they wrote, all else undoes it. Returns code,
 * or why it could not be kept. To be called once, and only, after a begin that gave FF_OK. */
ff_code ff_journal_finish(ff_journal *journal, ff_code code, ff_error *error);

/* ---- importing ---- */

/* An import holds the files of one command. One that was begun and never ended was broken off;
 * its files are kept. */
ff_code ff_journal_begin_import(ff_journal *journal, int64_t *import_id, ff_error *error);
ff_code ff_journal_end_import(ff_journal *journal, int64_t import_id, ff_error *error);

/* Whether runs of a file with these bytes were imported before, so that it need not be read
 * again. */
ff_code ff_journal_knows_file(ff_journal *journal, const char *sha256, bool *known,
                              ff_error *error);

/* Stores what became of one file: its runs and its line in the log, in one transaction.
 *
 * file: import_id, path, size, sha256, outcome, code, message and offset as the caller found them;
 * outcome is FF_OUTCOME_IMPORTED or FF_OUTCOME_DAMAGED when there are runs, and may be
 * FF_OUTCOME_DUPLICATE without runs for a file that ff_journal_knows_file. runs may be NULL.
 *
 * *stored (made in the arena; may be NULL) is the line as stored: the outcome is
 * FF_OUTCOME_DUPLICATE when no run was new, and runs says for each run its id and what became of
 * it. Each run is kept as a further recording of the run that the rule of <footfall/same_run.h>
 * finds it to be, or as a new run; the best recording leads, whenever it came. Not kept is the same
 * place in the same bytes, and a copy that says nothing new: the same format, start second and
 * sport, no contradicting device, a duration within 1 s, a distance within 1 m, no more rows, no
 * other text; or a damaged one that is shorter.
 *
 * Errors: FF_ERR_VALUE (runs without sha256, or an outcome that does not fit), FF_ERR_LIMIT (a
 * series of more than FF_SERIES_MAX_ROWS rows), FF_ERR_NOT_FOUND (no such import). */
ff_code ff_journal_put_file(ff_journal *journal, ff_arena *arena, const ff_import_file *file,
                            const ff_run_list *runs, ff_import_file *stored, ff_error *error);

/* The same for a file whose runs come one by one (a whole archive of years, a list of thousands):
 * its line is begun, each run is put, the line is ended; each call is a transaction, so what was
 * put is kept when the rest never comes. Until it is ended the line stands as failed, broken off,
 * and ff_journal_knows_file does not know it; imported again, what was put is known by its place in
 * the same bytes.
 *
 * file: import_id, path, size and sha256 are read (FF_ERR_VALUE without path or sha256). */
ff_code ff_journal_begin_file(ff_journal *journal, const ff_import_file *file, int64_t *file_id,
                              ff_error *error);

/* Stores the run at that place (index, from 0) of the file. belongs_to: the run it is known to be
 * of (a list names the file of the recording), 0: to be found by the rule. *stored (may be NULL)
 * says what became of it; its texts are in the arena. Errors as of ff_journal_put_file. */
ff_code ff_journal_put_recording(ff_journal *journal, ff_arena *arena, int64_t file_id,
                                 size_t index, const ff_run *run, int64_t belongs_to,
                                 ff_import_run *stored, ff_error *error);

/* Ends the line: outcome, code, message, offset and size of file as it turned out; import_id, path
 * and sha256 stay. outcome: FF_OUTCOME_IMPORTED or FF_OUTCOME_DAMAGED becomes
 * FF_OUTCOME_DUPLICATE when no run of it was new, and FF_OUTCOME_NOT_A_RUN when no run was put at
 * all. *stored (may be NULL) is the line as stored, as of ff_journal_put_file. */
ff_code ff_journal_end_file(ff_journal *journal, ff_arena *arena, int64_t file_id,
                            const ff_import_file *file, ff_import_file *stored, ff_error *error);

/* All imports, the oldest first; the files of one in the order they came. */
ff_code ff_journal_imports(ff_journal *journal, ff_arena *arena, ff_import_list *list,
                           ff_error *error);
ff_code ff_journal_import_files(ff_journal *journal, ff_arena *arena, int64_t import_id,
                                ff_import_file_list *list, ff_error *error);

/* ---- runs ---- */

/* Texts (of the device, the file, the title), laps, pauses and notes take longer to read than all
 * else together. */
typedef enum ff_run_parts {
    FF_WITH_ALL_PARTS,
    FF_WITH_PRESSED_LAPS, /* when it was, its sport, duration_s to distance_m of its figures (the
                             others are NAN), and its laps up to the last pressed by hand and its pauses */
    FF_WITHOUT_PARTS      /* when it was, its sport and its figures */
} ff_run_parts;

/* All zero: every run with its parts, the oldest first. */
typedef struct ff_run_filter {
    int64_t from_local_s;  /* began at this local time or later; 0: no bound */
    int64_t until_local_s; /* began before this local time; 0: no bound */
    unsigned sports;       /* bits 1u << ff_sport; 0: all */
    bool newest_first;
    size_t limit; /* at most so many; 0: all */
    ff_run_parts parts;
} ff_run_filter;

/* Runs with those of their parts, without their series (series.rows is 0). filter may be NULL.
 * "Last" is newest_first with limit 1; a date is its midnight to the next one. The local time of
 * a run whose offset is not known is UTC. */
ff_code ff_journal_runs(ff_journal *journal, ff_arena *arena, const ff_run_filter *filter,
                        ff_run_list *list, ff_error *error);

/* One run. FF_ERR_NOT_FOUND when there is no run of that id. */
ff_code ff_journal_run(ff_journal *journal, ff_arena *arena, int64_t id, bool with_series,
                       ff_run *run, ff_error *error);

ff_code ff_journal_count_runs(ff_journal *journal, size_t *count, ff_error *error);

/* ---- recordings ---- */

/* A run that was joined to another is shown as that one: its number still leads to it everywhere,
 * and what was said of it is said of the other. Each keeps what is its own, so that parting them
 * gives back what was. */

/* By run, the one that leads it first; run_id 0: of all runs. */
ff_code ff_journal_recordings(ff_journal *journal, ff_arena *arena, int64_t run_id,
                              ff_recording_list *list, ff_error *error);

/* The pairs of runs that look like one and were not joined, nor parted by the runner. */
ff_code ff_journal_likenesses(ff_journal *journal, ff_arena *arena, ff_likeness_list *list,
                              ff_error *error);

/* Makes two runs one, as the runner says; *kept is the number it has, that of the first. Errors:
 * FF_ERR_NOT_FOUND, FF_ERR_VALUE (they are one already, or were run at different times). */
ff_code ff_journal_merge(ff_journal *journal, int64_t run_id, int64_t other_id, int64_t *kept,
                         ff_error *error);

/* Takes a run apart: into the runs that the runner joined; where there are none, into its
 * recordings, which the rule does not join again. *runs (in the arena) are the runs there are then,
 * the first being that of run_id. Errors: FF_ERR_NOT_FOUND, FF_ERR_VALUE (it has one recording). */
ff_code ff_journal_part(ff_journal *journal, ff_arena *arena, int64_t run_id, int64_t **runs,
                        size_t *count, ff_error *error);

/* ---- onsets ---- */

/* History is kept: the newest onset of a run that was not removed is the one that counts. */

/* onset->id is ignored. Errors: FF_ERR_NOT_FOUND (no such run), FF_ERR_VALUE (from after to,
 * strength not -1 to 10, unknown kind, gone before it came). *id may be NULL, here and below. */
ff_code ff_journal_add_onset(ff_journal *journal, const ff_onset *onset, int64_t *id,
                             ff_error *error);

/* The onsets that count, one a run, by run id; run_id 0: of all runs. */
ff_code ff_journal_onsets(ff_journal *journal, ff_arena *arena, int64_t run_id, ff_onset_list *list,
                          ff_error *error);

/* Every onset ever said of a run and not removed, the oldest first; run_id 0: of all runs. */
ff_code ff_journal_onset_history(ff_journal *journal, ff_arena *arena, int64_t run_id,
                                 ff_onset_list *list, ff_error *error);

/* Takes one back: it is deleted, and the one before counts again. FF_ERR_NOT_FOUND. */
ff_code ff_journal_remove_onset(ff_journal *journal, int64_t id, ff_error *error);

/* ---- shoes ---- */

/* FF_ERR_VALUE when the name is empty or taken. */
ff_code ff_journal_add_shoe(ff_journal *journal, const char *name, int64_t *id, ff_error *error);

/* FF_ERR_NOT_FOUND. */
ff_code ff_journal_find_shoe(ff_journal *journal, const char *name, int64_t *id, ff_error *error);
ff_code ff_journal_retire_shoe(ff_journal *journal, int64_t id, bool retired, ff_error *error);

/* A shoe as an export tells of it: made when it is new; retired when it says so (retired_at_s 0: at
 * a time not told, now), never taken back into use. FF_ERR_VALUE when the name is empty. */
ff_code ff_journal_put_shoe(ff_journal *journal, const char *name, bool retired,
                            int64_t retired_at_s, ff_error *error);

/* All shoes, in the order they were added. */
ff_code ff_journal_shoes(ff_journal *journal, ff_arena *arena, ff_shoe_list *list, ff_error *error);

/* The shoe of a run, said by the runner: it replaces what was said before, and no export replaces
 * it. shoe_id 0: none of them. FF_ERR_NOT_FOUND when there is no such run or shoe. */
ff_code ff_journal_set_run_shoe(ff_journal *journal, int64_t run_id, int64_t shoe_id,
                                const char *said_by, ff_error *error);

/* By run id; run_id 0: of all runs. */
ff_code ff_journal_run_shoes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                             ff_run_shoe_list *list, ff_error *error);

/* FF_ERR_NOT_FOUND; FF_ERR_VALUE when the name is empty or another shoe's. */
ff_code ff_journal_rename_shoe(ff_journal *journal, int64_t id, const char *name, ff_error *error);

/* ---- what was measured of shoes and feet ---- */

/* Figures as they were said; said_at_s 0: now. History is kept: the newest of a shoe and a kind counts,
 * and one without a value (NAN) takes back. Ids are ignored. All or none. FF_ERR_NOT_FOUND (no such
 * shoe), FF_ERR_VALUE (no such kind or method, an error that is not 0 or more). */
ff_code ff_journal_put_shoe_figures(ff_journal *journal, const ff_shoe_figure_list *figures,
                                    ff_error *error);
/* Those that count and have a value, by shoe, then kind; shoe_id 0: of all. */
ff_code ff_journal_shoe_figures(ff_journal *journal, ff_arena *arena, int64_t shoe_id,
                                ff_shoe_figure_list *list, ff_error *error);

/* What the shoe is worn with, or its size: it replaces what was said before; words NULL or "" takes it
 * back. FF_ERR_NOT_FOUND, FF_ERR_VALUE (no such kind). */
ff_code ff_journal_set_shoe_label(ff_journal *journal, int64_t shoe_id, ff_shoe_label_kind kind,
                                  const char *words, const char *said_by, ff_error *error);
/* By shoe, then kind; shoe_id 0: of all. */
ff_code ff_journal_shoe_labels(ff_journal *journal, ff_arena *arena, int64_t shoe_id,
                               ff_shoe_label_list *list, ff_error *error);

/* The same of feet, as ff_journal_put_shoe_figures. Of a side, a kind and a method the newest counts. */
ff_code ff_journal_put_foot_figures(ff_journal *journal, const ff_foot_figure_list *figures,
                                    ff_error *error);
/* Those that count and have a value, the oldest first: the last of a side and a kind is the newest,
 * by whatever method. */
ff_code ff_journal_foot_figures(ff_journal *journal, ff_arena *arena, ff_foot_figure_list *list,
                                ff_error *error);
/* Everything ever said of the feet, taken back or not, the oldest first. */
ff_code ff_journal_foot_history(ff_journal *journal, ff_arena *arena, ff_foot_figure_list *list,
                                ff_error *error);

/* ---- gear ---- */

/* The insole, sock or lacing of a run: it replaces what was said of that kind before. A name that
 * was said before, of whatever run, keeps the spelling it had then. FF_ERR_NOT_FOUND (no such run),
 * FF_ERR_VALUE (an empty name, an unknown kind). */
ff_code ff_journal_set_run_gear(ff_journal *journal, int64_t run_id, ff_gear_kind kind,
                                const char *name, const char *said_by, ff_error *error);

/* Those that count, by run id, then kind; run_id 0: of all runs. Of runs that were joined, what was
 * said of the run they are shown as counts first, then the latest: kind by kind. */
ff_code ff_journal_run_gear(ff_journal *journal, ff_arena *arena, int64_t run_id,
                            ff_run_gear_list *list, ff_error *error);

/* ---- changes made on a run ---- */

/* What was done differently on a run, said in one breath: it replaces what was said of that run
 * before, which is kept but counts no more. FF_USUAL says that nothing was different. The ids are
 * ignored; a word said twice is kept once. Errors: FF_ERR_NOT_FOUND (no such run), FF_ERR_VALUE (an
 * empty text). All or none. */
ff_code ff_journal_put_changes(ff_journal *journal, const ff_change_list *changes, ff_error *error);

/* Those that count, by run id, then in the order they were said; run_id 0: of all runs. */
ff_code ff_journal_changes(ff_journal *journal, ff_arena *arena, int64_t run_id,
                           ff_change_list *list, ff_error *error);

/* ---- plans ---- */

/* plan->id and ended are ignored. *id may be NULL. FF_ERR_VALUE (no text). A plan that went on before
 * is ended by it. */
ff_code ff_journal_put_plan(ff_journal *journal, const ff_kept_plan *plan, int64_t *id,
                            ff_error *error);

/* The newest plan, if it was not ended; *found says whether there is one. */
ff_code ff_journal_plan(ff_journal *journal, ff_arena *arena, ff_kept_plan *plan, bool *found,
                        ff_error *error);

/* FF_ERR_NOT_FOUND when no plan of that id goes on. */
ff_code ff_journal_end_plan(ff_journal *journal, int64_t id, ff_error *error);

/* ---- trials ---- */

/* Whether such changes can be tried at once: FF_ERR_VALUE (none or too many, one twice, or FF_USUAL). */
ff_code ff_journal_check_trial(const ff_trial *trial, ff_error *error);

/* Starts one: changes, policy and seed are read, started_at_s 0 means now. Errors: FF_ERR_VALUE
 * (another goes on, none or too many changes, one twice, an empty one or FF_USUAL). */
ff_code ff_journal_start_trial(ff_journal *journal, const ff_trial *trial, int64_t *id,
                               ff_error *error);

/* Ends the one that goes on; end_why may be NULL. FF_ERR_NOT_FOUND when it goes on no more. */
ff_code ff_journal_end_trial(ff_journal *journal, int64_t id, ff_trial_end end, const char *end_why,
                             ff_error *error);

/* The oldest first; the one that goes on is the last. */
ff_code ff_journal_trials(ff_journal *journal, ff_arena *arena, ff_trial_list *list,
                          ff_error *error);

/* What was drawn for the next run; draw->id is ignored, drawn_at_s 0 means now. FF_ERR_NOT_FOUND (no
 * such trial), FF_ERR_VALUE (no arm). */
ff_code ff_journal_add_draw(ff_journal *journal, const ff_trial_draw *draw, int64_t *id,
                            ff_error *error);
ff_code ff_journal_draws(ff_journal *journal, ff_arena *arena, int64_t trial_id,
                         ff_trial_draw_list *list, ff_error *error);

/* ---- answers ---- */

/* An answer is a finding as it was said. What is known of the runner ("sex", "birth_year") is kept
 * as answers too. History is kept: the newest of an id counts, and FF_NOT_ASKED (taken back)
 * counts like any other. Errors: FF_ERR_VALUE (no id, or a value that does not go with the
 * state: FF_SAID has one, the others have none). */
ff_code ff_journal_put_answer(ff_journal *journal, const ff_finding *answer, ff_error *error);

/* All of them or none. */
ff_code ff_journal_put_answers(ff_journal *journal, const ff_finding_list *answers,
                               ff_error *error);

/* The answers that count, one an id, in the order they were given. */
ff_code ff_journal_answers(ff_journal *journal, ff_arena *arena, ff_finding_list *list,
                           ff_error *error);

/* Everything ever answered to one id (NULL: to all), the oldest first. */
ff_code ff_journal_answer_history(ff_journal *journal, ff_arena *arena, const char *id,
                                  ff_finding_list *list, ff_error *error);

/* ---- what was measured in a series ---- */

/* Bytes that whoever measured them understands, kept so that a series is read once: of the recording
 * that leads a run, so that what is measured goes with it when runs are joined and parted. They are
 * left out of an export. */
typedef struct ff_measured {
    int version; /* of what the bytes mean; other versions count as not there */
    const unsigned char *data; /* NULL: nothing of that version is kept */
    size_t size;
} ff_measured;

/* In place of what was kept of the run. FF_ERR_NOT_FOUND when there is no such run. */
ff_code ff_journal_put_measured(ff_journal *journal, int64_t run_id, const ff_measured *measured,
                                ff_error *error);
/* run_id: of a run as it is shown. *measured is in the arena. */
ff_code ff_journal_measured(ff_journal *journal, ff_arena *arena, int64_t run_id, int version,
                            ff_measured *measured, ff_error *error);

/* ---- settings ---- */

/* Small things to remember by name. *value is NULL when there is none. */
#define FF_SETTING_LANGUAGE "language" /* of the page: nothing that was said, see rows.h */
ff_code ff_journal_setting(ff_journal *journal, ff_arena *arena, const char *name,
                           const char **value, ff_error *error);
/* value NULL forgets it. FF_ERR_VALUE when the name is empty. */
ff_code ff_journal_set_setting(ff_journal *journal, const char *name, const char *value,
                               ff_error *error);

#endif
