/* The use cases: everything a face may ask of footfall.
 *
 * A face (command line, server, page) opens an app over one journal and calls one function a use
 * case. Each answers with text that is ready to show, plain or JSON; the two say the same.
 *
 * A use case adds its answer to the reply, which the caller made and frees. On an error what the
 * reply holds is no answer (but for ff_app_import). Beside the errors named with each function,
 * any may give FF_ERR_MEMORY and the journal's: FF_ERR_BUSY (another program held it for 3 s),
 * FF_ERR_READ, FF_ERR_DAMAGED_JOURNAL, and where it writes FF_ERR_READ_ONLY, FF_ERR_DISK_FULL and
 * FF_ERR_WRITE; what was to be written is then not written. One app is used by one thread at a
 * time.
 */
#ifndef FOOTFALL_APP_H
#define FOOTFALL_APP_H

#include <footfall/assessment.h>
#include <footfall/context.h>
#include <footfall/document.h>
#include <footfall/error.h>
#include <footfall/foot.h>
#include <footfall/gear.h>
#include <footfall/interview.h>
#include <footfall/shoe.h>
#include <footfall/text.h>
#include <footfall/trial.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ff_format { FF_AS_TEXT, FF_AS_JSON } ff_format;

/* What a use case answers. */
typedef struct ff_reply {
    ff_text text;    /* whole lines, or one JSON value and a newline */
    bool incomplete; /* done, but the answer is "no" or part of the input failed: exit status 1 */
} ff_reply;

/* context (may be NULL) gives the memory; its allocator must outlive the reply. */
void ff_reply_init(ff_reply *reply, const ff_context *context);
void ff_reply_free(ff_reply *reply); /* back to an empty, usable reply's text */

/* Replaces the reply's text by the error as JSON: {"error":{"code","message","where","offset",
 * "next"}}. */
void ff_reply_error(ff_reply *reply, const ff_error *error);

/* Files that the document behind an answer is written to, beside the answer, which then says so. "-"
 * gives the file itself in the place of the answer: FF_ERR_USAGE when the answer is to be JSON, or
 * for two. NULL: not written. An error of writing names the file. */
typedef struct ff_document_files {
    const char *html; /* one page that needs no other file */
    const char *pdf;  /* FF_ERR_USAGE where the context cannot draw one */
    ff_paper paper;   /* of the PDF; the page prints on either */
} ff_document_files;

typedef struct ff_app ff_app;

/* Opens the journal at path, made (with its folders) when it is not there; ":memory:" keeps
 * nothing. context (may be NULL) and path must outlive the app. On failure *app is NULL. Also
 * FF_ERR_NOT_JOURNAL and FF_ERR_NEWER_JOURNAL, the file being left as it is. */
ff_code ff_app_open(const ff_context *context, const char *path, ff_app **app, ff_error *error);
void ff_app_close(ff_app *app); /* NULL does nothing */

/* Takes away what is left of files that a page was bringing in when its server was killed, unless another
 * server is at it. For the start of a server. */
void ff_app_sweep(ff_app *app);

/* What the texts call the program in the commands they propose ("footfall", "./try"). Borrowed;
 * the default is "footfall". */
void ff_app_call_me(ff_app *app, const char *program);

/* The runner's time zone, in which calendars are written: its name ("Europe/Berlin"; letters, digits
 * and _ + - /) and either the bytes of its zone file (TZif, RFC 9636) or its rule as POSIX's TZ variable
 * has it ("CET-1CEST,M3.5.0,M10.5.0/3"). All are borrowed for as long as the app is open. Not told, times
 * in calendars are those of any clock. FF_ERR_EMPTY, FF_ERR_LIMIT, FF_ERR_TRUNCATED, FF_ERR_DAMAGED,
 * FF_ERR_VALUE: what was told before holds on. */
ff_code ff_app_time_zone(ff_app *app, const char *name, const void *data, size_t size,
                         ff_error *error);

/* import: files, folders and archives into the journal. What lies in zips (in zips) and gzips is read
 * as if it lay on the disk, under the path "export.zip/activities/1.fit.gz". Every file is counted in
 * exactly one of imported, duplicates, not runs, failed; a zip itself only when it cannot be opened,
 * is damaged or holds nothing. A bad file never stops the rest. The context's run_tasks reads several
 * at once; memory is bounded whatever the size. The reply is incomplete when a file failed or was
 * damaged. FF_ERR_NO_FILES when there was no file at all. FF_ERR_CANCELLED and
 * other errors on the way keep what was done, and the reply still tells what that is. */
typedef struct ff_import_request {
    const char *const *paths;
    size_t path_count;
    bool verbose; /* a line a file, not only the sums and the failures; JSON: "each_file" */
    ff_format format;
} ff_import_request;

ff_code ff_app_import(ff_app *app, const ff_import_request *request, ff_reply *reply,
                      ff_error *error);

/* imports: what became of every file that was ever imported. */
ff_code ff_app_imports(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* export: gives everything back in a folder, made when it is not there: footfall.json (all that the
 * journal holds, one row a line), csv/ (a table a run) and gpx/ (a track a run that has positions).
 * Files of an earlier export are replaced. FF_ERR_CANCELLED leaves whole files only. */
#define FF_EXPORT_JSON    1u
#define FF_EXPORT_CSV     2u
#define FF_EXPORT_GPX     4u
#define FF_EXPORT_JOURNAL "footfall.json"

typedef struct ff_export_request {
    const char *folder;
    unsigned parts; /* of the three above, at least one */
    ff_format format;
} ff_export_request;

ff_code ff_app_export(ff_app *app, const ff_export_request *request, ff_reply *reply,
                      ff_error *error);

/* restore: puts a copy, or footfall.json of an export, back, all of it or nothing. The journal must be
 * empty (else FF_ERR_VALUE). FF_ERR_NOT_EXPORT (neither, not a whole one, or changed since), FF_ERR_JSON
 * and FF_ERR_NEWER_JOURNAL name the file and, in an export, the byte. */
ff_code ff_app_restore(ff_app *app, const char *path, ff_format format, ff_reply *reply,
                       ff_error *error);

/* data: what is kept, how much of it, and where it lies. */
ff_code ff_app_data(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* copy: a copy of the journal as it stands now, written to path: a journal of its own. It is there whole or
 * not at all, readable by its owner only. FF_ERR_VALUE when there is a file at path. */
ff_code ff_app_copy(ff_app *app, const char *path, ff_format format, ff_reply *reply,
                    ff_error *error);

/* forget: empties the journal for good: its rows, the room they took in the file and its log, and the
 * copies that earlier versions were laid beside it as. What was kept elsewhere, the reply says, stays.
 * words: FF_FORGET_WORDS, as the runner typed them (else FF_ERR_VALUE): nothing less can be a mistake.
 * FF_ERR_BUSY: another program holds it; nothing can be asked of it any more, but bytes of what was in
 * it may lie in the file until this is called again. */
#define FF_FORGET_WORDS "forget everything"
ff_code ff_app_forget(ff_app *app, const char *words, ff_format format, ff_reply *reply,
                      ff_error *error);
/* What forget would do, as text, ending with the line that asks for the words. */
ff_code ff_app_forget_ask(ff_app *app, ff_reply *reply, ff_error *error);

/* runs: the list of runs, with numbness, shoe, and laps pressed by hand that may mark an onset. */
ff_code ff_app_runs(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* runs --svg: as a drawing, after how many minutes numbness began, run by run, with shoes and changes below; as of
 * ff_app_run_chart. JSON tells beside "svg" where the mark of each run stands: "width", "height", "marks". */
ff_code ff_app_onset_chart(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* patterns: what the runs say in full: when numbness comes and what goes with it, the way of running,
 * the load, the shoes, and which questions that answers. */
ff_code ff_app_patterns(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* runs, with what each is put together from: its recordings, why they are one, and which runs look
 * like one and are not. run: only that one ("12", a date, "last"); NULL: all. FF_ERR_NOT_FOUND,
 * FF_ERR_VALUE (where names the word that is not understood). */
ff_code ff_app_recordings(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                          ff_error *error);

/* show: one run in full ("12", a date, "last"): its figures, its laps, when and where it went numb, notes on
 * the recording, and a small chart of its pace in characters. JSON has what ff_app_runs gives of it, with
 * "laps", "pauses" and "chart". FF_ERR_NOT_FOUND, FF_ERR_VALUE (no such word, or several runs that day). */
ff_code ff_app_show(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                    ff_error *error);

/* show --svg: the run as a drawing: an <svg> element, to stand in a page or a file of its own. It has no
 * colours, styles or scripts, and is described in words for those who hear it. JSON: {"svg": "<svg ...",
 * "frame": {...}}, the frame telling where a moment of the run lies in it; null where there is no chart.
 * Errors as of ff_app_show. */
ff_code ff_app_run_chart(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                         ff_error *error);

/* merge: the runner says that two runs are one. It keeps the number of the first. FF_ERR_NOT_FOUND,
 * FF_ERR_VALUE (they are one already, or were run at different times). */
ff_code ff_app_merge(ff_app *app, const char *run, const char *other, ff_format format,
                     ff_reply *reply, ff_error *error);

/* part: takes a run apart: what the runner merged, else its recordings, which are not joined by
 * themselves again. FF_ERR_NOT_FOUND, FF_ERR_VALUE (it has one recording). */
ff_code ff_app_part(ff_app *app, const char *run, ff_format format, ff_reply *reply,
                    ff_error *error);

/* log: what the runner says of one run: all of it is kept, or nothing. What is not said (NULL,
 * from_lap and gone_lap 0, strength -1, no change) stays as it is; a request that says nothing shows the run.
 * FF_ERR_NOT_FOUND (no such run), FF_ERR_VALUE (where names the part that is not understood),
 * FF_ERR_USAGE (parts that cannot be true together). */
typedef struct ff_log_request {
    const char *run;   /* an id, a date "2026-08-02", or "last" */
    const char *numb;  /* "34min", "5km", "20min..25min", "start", "sometime"; NULL: not said */
    int from_lap;      /* a lap pressed by hand, counted from 1: numbness began at its end */
    bool none;         /* the foot did not go numb in this run */
    bool coming;       /* nor did it, the run being ended because it was felt coming */
    const char *gone;  /* when it was gone again: "41:30", "8km", or "+5min", five minutes after the
                          run's end; NULL: not said */
    int gone_lap;      /* a lap pressed by hand, from 1: it was gone at its end */
    const char *unsay; /* "last": what was said last of numbness is taken back, and what was said before
                          counts again; "numbness": all that was; nothing of numbness is said in the
                          same request. "gone": when it was gone; when it came may be said with it.
                          FF_ERR_VALUE where there is nothing to take back; NULL: not said */
    const char *sites; /* "L:W1,TP3", "left:toes"; "" takes back what was said */
    int strength;      /* 1 to 10; 0 only with none; -1: not said */
    const char *feelings; /* what it felt like, "burning,numb"; "": what was said is taken back; NULL:
                             not said */
    const char *shoe;  /* a name; made when it is new */
    const char *gear[FF_GEAR_COUNT]; /* by ff_gear_kind: a name, such as "none"; NULL: not said */
    const char *const *changed; /* all that was different: ids of remedies ("lacing"), words of the
                                   runner's own, or FF_USUAL alone: nothing was. It replaces what was
                                   said before */
    size_t changed_count;
    ff_format format;
} ff_log_request;

/* Tells the run as it is kept then, and the red flags that are up with it: as text only those that
 * someone should see, first. */
ff_code ff_app_log(ff_app *app, const ff_log_request *request, ff_reply *reply, ff_error *error);

/* ask: the interview, one step at a time (interview.h). Every answer is on the disk when
 * ff_interview_answer returns, so an interview may be left at any time and goes on where it was
 * left. */
typedef struct ff_interview ff_interview;

ff_code ff_interview_open(ff_app *app, ff_interview **interview, ff_error *error);
void ff_interview_close(ff_interview *interview);

/* What to ask now. Borrowed from the interview until the next call. */
ff_code ff_interview_next(ff_interview *interview, ff_step *step, ff_error *error);

/* The one question of that id again, whatever was answered before. FF_ERR_NOT_FOUND. */
ff_code ff_interview_again(ff_interview *interview, const char *id, ff_step *step, ff_error *error);

/* Keeps an answer: id of a finding, a flag, "age_years" or "sites"; value NULL unless state is
 * FF_SAID. FF_NOT_ASKED is a skip: nothing is kept, an earlier answer stays as it is, and it is not
 * asked again in this interview. FF_ERR_KEY: there is no such question; FF_ERR_VALUE: that is no
 * answer to it. */
ff_code ff_interview_answer(ff_interview *interview, const char *id, ff_answer_state state,
                            const char *value, ff_error *error);

/* The same for several, such as a page of the checklist or of lines to tick: all are kept or none. Of each, id, state
 * and value are read. */
ff_code ff_interview_answers(ff_interview *interview, const ff_finding *answers, size_t count,
                             ff_error *error);

/* Passes over a question as a skip does: what a caller that holds no interview open says of the
 * questions that were skipped before. FF_ERR_KEY when there is none. */
ff_code ff_interview_pass(ff_interview *interview, const char *id, ff_error *error);

/* The assessment as it stands now: its red flags come before any further question. Borrowed until
 * the next answer. */
ff_code ff_interview_assessment(ff_interview *interview, const ff_assessment **assessment,
                                ff_error *error);

/* A step as it is shown in a terminal: what is asked, how, why, and how to answer. */
void ff_step_text(const ff_step *step, ff_text *out);

/* The same as one JSON value and a newline. */
void ff_step_json(const ff_step *step, ff_text *out);

/* The level, the red flags that were raised, each with what to do, and the signs that the runner is
 * not sure of. */
void ff_flags_text(const ff_assessment *assessment, ff_text *out);

/* why: red flags first, then the causes with what speaks for and against them, what has not been
 * asked, and the next thing to try. */
ff_code ff_app_why(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* why, about one cause: what speaks for and against it, what each answer made of it, had it been
 * another, and what would change it; red flags stay on top. cause is its id ("lace") or part of its
 * plain name that no other has; NULL gives what ff_app_why gives. JSON is all of that, with
 * "explain" beside it. FF_ERR_VALUE (where: "explain"): no cause, or several, are called so. */
ff_code ff_app_explain(ff_app *app, const char *cause, ff_format format, ff_reply *reply,
                       ff_error *error);

/* visit: a note to take along to a podiatrist, a physiotherapist or a doctor: red flags first, then
 * what was said, measured, guessed and not asked. Texts stand on this note only, and are not kept:
 * one line each of at most FF_VISIT_TEXT_MOST bytes (FF_ERR_VALUE, where: "name", "medicines" or
 * "question"); NULL: not told. JSON is the same in parts. */
#define FF_VISIT_TEXT_MOST 500

typedef struct ff_visit_request {
    /* What is told is kept in the journal and stands on each note from then on: up to FF_VISIT_TEXT_MOST bytes.
     * NULL leaves what is kept, "" takes it back. */
    const char *name;      /* of the runner; else the note has none */
    const char *medicines; /* that the runner takes; the note tells on which day they were told */
    const char *question;  /* what the runner wants to know */
    ff_document_files files;
    const char *fhir; /* a file for the same as a FHIR R4 bundle, as of ff_document_files */
    bool with_html;   /* JSON: also the page, as "html", and what stands on it, as "document" */
    ff_format format;
} ff_visit_request;

ff_code ff_app_visit(ff_app *app, const ff_visit_request *request, ff_reply *reply,
                     ff_error *error);

/* trial plan: how many runs a trial of these changes would likely take, and what it could not find; nothing is
 * kept. It is refused, and the reply incomplete, as trial start is. seed is not read. FF_ERR_VALUE: as there,
 * but for another that goes on. */
typedef struct ff_trial_start ff_trial_start;

ff_code ff_app_trial_plan(ff_app *app, const ff_trial_start *start, ff_format format,
                          ff_reply *reply, ff_error *error);

/* trial start: a trial of these changes, each against FF_USUAL, and what to do on the first run. It says
 * before it starts how many runs it will likely take and what it cannot find. When a red flag is up, or the
 * safety questions were not answered lately, none is started and the reply is incomplete. FF_ERR_VALUE:
 * another goes on, none or more than FF_TRIAL_MOST_CHANGES changes, one that is no change to run with. */
struct ff_trial_start {
    const char *const *changes; /* ids of remedies ("lacing"), or words of the runner's own */
    size_t change_count;
    bool comfort; /* what is likely to feel best before what tells most */
    uint64_t seed; /* of the order that is drawn */
};

ff_code ff_app_trial_start(ff_app *app, const ff_trial_start *start, ff_format format,
                           ff_reply *reply, ff_error *error);

/* next: what to do on the next run of the trial, and why. Asked again before that run, it says the same. A
 * red flag ends the trial; the reply is incomplete then. FF_ERR_NONE_YET: no trial goes on. */
ff_code ff_app_next(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* trial: what the runs of the trial showed so far, of the one that goes on or else of the last one.
 * always_valid: the text tells the Bayes factors too (JSON always does).
 * FF_ERR_NONE_YET: there was none. */
ff_code ff_app_trial(ff_app *app, bool always_valid, ff_format format, ff_reply *reply,
                     ff_error *error);

/* trial --svg: its runs as a drawing: when numbness began or that it did not come, and with what each was run; as
 * of ff_app_onset_chart. FF_ERR_NONE_YET: there was no trial. */
ff_code ff_app_trial_chart(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* trial end: ends it, for why (may be NULL), and says what it showed. FF_ERR_NONE_YET. */
ff_code ff_app_trial_end(ff_app *app, const char *why, ff_format format, ff_reply *reply,
                         ff_error *error);

/* size: a foot in every size system, or a label's feet; half a size up, and the width in letters. All
 * are texts as typed, lengths in mm ("262", "26.2cm", "10.3in"); NULL: not said. Without foot and size
 * the longer foot of the journal is taken. app may be NULL: then nothing is looked up. Errors:
 * FF_ERR_VALUE and FF_ERR_USAGE (where names the part), those of the chart's file with its line. */
typedef struct ff_size_request {
    const char *foot;   /* its length, 80 to 330 mm */
    const char *error;  /* how far off that may be, 0 to 20 mm; 3 unless said */
    const char *size;   /* a label instead: "42" */
    const char *system; /* of the label, or of the chart's labels: "EU" */
    const char *width;  /* across the ball, standing */
    const char *girth;  /* round the ball */
    const char *sex;    /* "female" or "male": whose feet and letters it is compared with */
    const char *inner;  /* inner length of the shoe it is about */
    const char *sock;   /* "none", "thin", "medium" (unless said), "thick", or its thickness */
    bool more_room;     /* for downhill, or over 2 hours */
    const char *chart;  /* path of a brand's chart: CSV with the columns cm and label */
    ff_format format;
} ff_size_request;

ff_code ff_size(const ff_context *context, ff_app *app, const ff_size_request *request,
                ff_reply *reply, ff_error *error);
/* routine: what to do with the body (body.h): the list, or one in full (name; NULL: the list). What pulls at a
 * nerve is not told while a red flag is up or the numbness gets worse: the reply is incomplete then, and
 * says what comes first. FF_ERR_NOT_FOUND. */
ff_code ff_app_routine(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                       ff_error *error);
/* routine --svg: its exercises as one drawing, as of ff_app_run_chart. */
ff_code ff_app_routine_picture(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                               ff_error *error);

/* home-test: the list with what was answered (name NULL), how one is done, or, with a result, what it means.
 * A result is kept as the answer to the question of that test, as of an interview; but one that would take
 * back a red flag that is up is not kept, nor one side that settles nothing. */
typedef struct ff_home_test_request {
    const char *name;        /* NULL: the list */
    const char *answer;      /* the id of a level of the test's finding, "unsure" or "?"; NULL: not told */
    const char *left, *right; /* what was read: "8.5", "8.5cm", "33 deg"; NULL: not told */
    ff_format format;
} ff_home_test_request;

/* FF_ERR_NOT_FOUND (no such test), FF_ERR_VALUE (where: "result", "left", "right"), FF_ERR_USAGE. */
ff_code ff_app_home_test(ff_app *app, const ff_home_test_request *request, ff_reply *reply,
                         ff_error *error);
/* home-test --svg */
ff_code ff_app_home_test_picture(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                                 ff_error *error);

/* lace: a lacing in full: its steps, where it presses beside criss-cross, the lace to buy. Numbers are texts,
 * as they were typed; NULL: not told. JSON has the drawing too when with_svg. */
typedef struct ff_lace_request {
    const char *sequence; /* of the runner's own, as of ff_lacing_parse */
    const char *pattern;  /* a name, as of ff_lacing_pattern; of the two at most one */
    const char *where;    /* spots with commas between, as of ff_lacing_add_spot */
    bool heel_slip;
    const char *pairs, *width, *pitch, *ends, *friction;
    bool drawing; /* answer with the drawing alone */
    bool with_svg;
    ff_format format;
} ff_lace_request;

/* Of the sequence or the pattern; nothing of the journal is looked at. Without pairs a sequence is taken to be
 * of a shoe with as many as it uses, 5 at least. program: as ff_app_call_me. FF_ERR_VALUE and FF_ERR_LIMIT
 * (where: the part that is not understood), FF_ERR_USAGE (parts that do not go together). */
ff_code ff_lace(const ff_context *context, const char *program, const ff_lace_request *request,
                ff_reply *reply, ff_error *error);

/* Of the sequence or the pattern as ff_lace, behind the red flags where there are any. Without these chooses a
 * lacing by where it presses; where NULL: where the runner marked numbness on top of the foot. Red
 * flags come first. The reply is incomplete when a flag leaves no room for anything else, or when nothing is
 * known of where it presses. Errors as of ff_lace. */
ff_code ff_app_lace(ff_app *app, const ff_lace_request *request, ff_reply *reply, ff_error *error);

/* plan: a programme of running and walking from where the runner is now, kept in the journal. Without any
 * wish it shows the plan that is kept: what was done of it, and what the rules allow of the rest. While a red
 * flag is open or the numbness gets worse there is no plan; while the safety questions are not answered none is
 * written. Then, and when a text breaks rules, the reply is incomplete. FF_ERR_VALUE: the wish cannot be
 * fulfilled, and the message says what could (where: "goal", "days", "per-week", "weeks", "start", "kind"), or
 * the text is not understood (where: from_name, offset: byte). FF_ERR_NONE_YET: no plan to print or end.
 * FF_ERR_USAGE: from, as_text or end together with others. */
typedef struct ff_plan_request {
    const char *kind;  /* "beginner", "return", "build", "ratio", "after_break", "after_bone"; NULL: what fits */
    const char *goal;  /* "5km", "30min", "2026-09-20", or such with commas between; NULL: of the kind */
    const char *days;  /* "mon,wed,sat"; NULL: those run on so far, with rest between */
    const char *start; /* "2026-06-01": no run before it; NULL: today */
    int per_week;      /* 0: of the kind */
    int weeks;         /* 0: as many as it takes */
    bool as_published; /* a programme as its source has it */
    bool cleared;      /* a clinician agreed to running again after a bone injury */
    const char *cadence; /* with the step rates of ff_app_step in its runs: "own", by the runs, or the runner's
                            own number, "160"; NULL: without. Not after numbness: one change at a time */
    const char *from;      /* a plan as text, to be checked and kept; NULL */
    const char *from_name; /* of the file it is from, for messages; NULL */
    bool as_text;          /* print what is to come as text to be edited */
    bool end;              /* end the plan that is kept */
    ff_format format;
} ff_plan_request;

ff_code ff_app_plan(ff_app *app, const ff_plan_request *request, ff_reply *reply, ff_error *error);

/* plan --ics, --fit, --html, --pdf: what is to come of the plan that is kept, taken along: as a calendar
 * (RFC 5545) in the time zone that the app was told, as FIT workouts for a watch, a file a run, and as a
 * sheet to be printed. With none of them the reply is the sheet as text. While a red flag is open or the
 * numbness gets worse it replies as ff_app_plan does, and writes nothing but a calendar that calls off what an earlier one
 * still has. What a calendar had before and
 * this one has not is called off in it, so what was last written is kept in the journal. FF_ERR_NONE_YET:
 * no plan, or none of its runs is to come, and nothing is to be called off. FF_ERR_USAGE: "-" where it cannot be. FF_ERR_VALUE: a workout
 * that no FIT file takes. Also those of writing files. */
#define FF_PLAN_ALARM_MIN      30 /* unless told */
#define FF_PLAN_MOST_ALARM_MIN 10080

typedef struct ff_plan_take {
    const char *ics;         /* the calendar's file; "-": it is the reply. NULL: none */
    const char *fit;         /* the workouts' folder, made when it is not there; NULL: none */
    int alarm_min;           /* minutes before a run, 0 to 10080; -1: no alarm */
    ff_document_files sheet; /* to be printed */
    ff_format format;
} ff_plan_take;

ff_code ff_app_plan_take(ff_app *app, const ff_plan_take *take, ff_reply *reply, ff_error *error);
/* pad: where a metatarsal pad goes under the runner's foot (pad.h). All texts as typed, lengths in mm ("262",
 * "26.2cm"); NULL: not said. Without a length the feet of the journal are taken, without a site what was
 * marked. Not while a red flag is up: the reply is incomplete then. FF_ERR_VALUE, FF_ERR_USAGE (where names
 * the part). */
typedef struct ff_pad_request {
    const char *length; /* of the foot */
    const char *ball;   /* from the back of the heel to the inner ball */
    const char *width;  /* across the ball */
    const char *sex;    /* "female" or "male": for what is taken from the length */
    const char *site;   /* "left:W3" */
    const char *side;   /* "left" or "right": only that foot */
    bool svg;           /* a drawing at true size, as of ff_app_run_chart; of one foot */
    ff_format format;
} ff_pad_request;

ff_code ff_app_pad(ff_app *app, const ff_pad_request *request, ff_reply *reply, ff_error *error);

/* where: in how many runs each place was marked, with what the runner drew, how it felt, and the nerves
 * and places of pressure whose areas hold all of it. JSON also has what marking takes: one drawing of each
 * foot from each side, whose regions can be found one by one; the regions; and of each nerve, place of
 * pressure, and the laces, the regions it reaches. Red flags stand first. */
ff_code ff_app_where(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);
/* where --svg: the sum as a drawing, as of ff_app_run_chart. FF_ERR_NONE_YET: no place is marked. */
ff_code ff_app_where_map(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* habits: the six ways to keep numbness away (habits.h), each as it stands by the runs and the answers: fits,
 * unknown or act, with what it rests on, the next step as a command, and when to look again. Red flags stand
 * first. */
ff_code ff_app_habits(ff_app *app, ff_format format, ff_reply *reply, ff_error *error);

/* habits --ics: the same, and the days to look again written to the file ics as whole days of a calendar, each with
 * an alarm; "-": the calendar is the reply, unless it has nothing. Written again, a day moves instead of coming
 * twice. What must wait for a doctor is left out, and called off where an earlier calendar had it. */
ff_code ff_app_habits_take(ff_app *app, const char *ics, ff_format format, ff_reply *reply,
                           ff_error *error);

/* step: a programme of shorter, quicker steps from the runner's own step rate, and a metronome track for a week of
 * it. Refused, the reply being incomplete, while a red flag is open or the numbness gets worse. FF_ERR_VALUE: the
 * runs do not tell a step rate (where: "cadence"), or a number is out of its bounds; an error of writing names the
 * file. */
typedef struct ff_step_request {
    double cadence_spm; /* of both feet, as the runner counted them; NAN: by the runs */
    const char *pace;   /* the time of a kilometre, "6:00": the runner's own step rate at that speed; NULL: at
                           the speed of the last runs */
    double to_percent;  /* 5, 7.5 or 10 more; NAN: 7.5 */
    const char *wav;    /* the file of the track; NULL: none */
    const char *fit;    /* the folder for a workout of each week, as of ff_app_plan_take; NULL: none */
    int week;           /* of the track; 0: the first */
    double minutes;     /* of the track; NAN: 30 */
    ff_format format;
} ff_step_request;

ff_code ff_app_step(ff_app *app, const ff_step_request *request, ff_reply *reply, ff_error *error);

/* Opens the journal of the made-up runner that ff_demo makes in folder, making it when it is not there or
 * was not made to its end. It is an app like others, but brings in no files by requests. Errors as of
 * ff_demo and ff_app_open. context and program must outlive the app. */
ff_code ff_sample_open(const ff_context *context, const char *folder, const char *program,
                       ff_app **app, ff_error *error);

/* demo: a made-up runner whose laces are too tight. Makes folder anew (it must be absent or an
 * earlier demo's) with FIT files and a journal in it, imports the files, marks what that runner
 * marked, and replies with the answer. program is what the texts call the program. FF_ERR_USAGE
 * when the folder holds something else; FF_ERR_VALUE when the clock stands before 1999. */
ff_code ff_demo(const ff_context *context, const char *folder, const char *program,
                ff_format format, ff_reply *reply, ff_error *error);

/* foot: what is known of both feet, and what is told of one now: all of it is kept, or nothing. Texts
 * are as typed; NULL: not said. Figures are checked against what is believed and against each other
 * (FF_ERR_VALUE, where the figure's name); FF_ERR_USAGE when figures come without a side. */
typedef struct ff_foot_request {
    const char *side;                        /* "left", "right" */
    const char *figures[FF_FOOT_KIND_COUNT]; /* by ff_foot_kind: "262", "26.2cm" */
    const char *method; /* as of ff_foot_method_name; unless said the usual one of each figure */
    const char *time;   /* "morning", "midday", "evening", "after_run", or a time of day "18:30" */
    const char *error;  /* how far off the figures may be; the method's usual error unless said */
    const char *forget; /* the name of a figure, or "all": what was said of that foot is taken back */
    const char *said_by; /* "runner" unless said, or "clinician" */
    bool history;       /* everything ever said instead */
    ff_format format;
} ff_foot_request;

ff_code ff_app_foot(ff_app *app, const ff_foot_request *request, ff_reply *reply, ff_error *error);

/* foot --how: how to measure both feet at home, in words. */
ff_code ff_foot_how(const ff_context *context, const char *program, ff_reply *reply,
                    ff_error *error);

/* foot --svg: where to measure, as a drawing; as of ff_app_run_chart. */
ff_code ff_foot_drawing(const ff_context *context, ff_format format, ff_reply *reply,
                        ff_error *error);

/* shoe: all shoes, or one, and what is told of one now: all of it is kept, or nothing. name: a shoe's
 * name or its number; a new name with something told makes a shoe. Texts are as typed; NULL: not said.
 * FF_ERR_NOT_FOUND names what is like it; FF_ERR_VALUE, FF_ERR_USAGE. */
typedef struct ff_shoe_request {
    const char *name;                        /* NULL: list all */
    const char *figures[FF_SHOE_KIND_COUNT]; /* by ff_shoe_kind: "274", "27.4cm"; km before "120" */
    const char *labels[FF_SHOE_LABEL_COUNT]; /* by ff_shoe_label_kind; the size as "EU 42" */
    const char *method; /* as of ff_shoe_method_name; "sockliner" unless said */
    const char *error;  /* how far off the figures may be */
    const char *forget; /* the name of a figure or a label to take back */
    const char *rename;
    bool retire, unretire;
    ff_format format;
} ff_shoe_request;

ff_code ff_app_shoe(ff_app *app, const ff_shoe_request *request, ff_reply *reply, ff_error *error);

/* fit-shoe: whether a shoe has room for both feet, in length, at the ball and over the toes, each with
 * what the error of measuring leaves open; and what to ask for. Red flags come first. Where something
 * is not measured it says what and how, and the reply is incomplete. FF_ERR_NOT_FOUND (no such shoe; a
 * card without a foot), FF_ERR_VALUE. */
typedef struct ff_fit_shoe_request {
    const char *shoe;  /* a name or a number; NULL: the one run in last, else the newest one measured */
    const char *sock;  /* as of ff_size_request; NULL: the shoe's usual one */
    bool more_room;    /* for downhill, or over 2 hours */
    bool card;         /* text: the card for the shop instead */
    ff_document_files files; /* of the card */
    ff_format format;
} ff_fit_shoe_request;

ff_code ff_app_fit_shoe(ff_app *app, const ff_fit_shoe_request *request, ff_reply *reply,
                        ff_error *error);

/* The names of the foot's regions, as --site takes them. */
ff_code ff_sites_list(ff_format format, ff_reply *reply, ff_error *error);

/* The safety questions and the findings with their answers, under the names that 'ask' and
 * 'assess' take. */
ff_code ff_questions_list(ff_format format, ff_reply *reply, ff_error *error);

/* The causes that are weighed, as ff_app_explain takes them. */
ff_code ff_causes_list(ff_format format, ff_reply *reply, ff_error *error);

/* What the numbers of the knowledge rest on. */
ff_code ff_sources_list(ff_format format, ff_reply *reply, ff_error *error);

#ifdef __cplusplus
}
#endif

#endif
