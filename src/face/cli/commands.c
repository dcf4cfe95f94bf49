/* One function a command: what was typed becomes a request, the reply is printed. */
#include "face/cli/cli.h"

#include <footfall/assess.h>
#include <footfall/fit.h>
#include <footfall/trial_file.h>
#include <footfall/decode.h>

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

cli_status cli_run_import(cli_session *cli) {
    ff_import_request request = {.paths = cli->arguments,
                                 .path_count = (size_t)cli->argument_count,
                                 .verbose = cli_has(cli, "verbose"),
                                 .format = cli_format(cli)};
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_import(app, &request, &reply, &cli->error), &reply)
               : status;
}

/* The commands that only ask the journal something. */
static cli_status run_query(cli_session *cli,
                            ff_code (*query)(ff_app *, ff_format, ff_reply *, ff_error *)) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, query(app, cli_format(cli), &reply, &cli->error), &reply)
               : status;
}

cli_status cli_run_imports(cli_session *cli) {
    return run_query(cli, ff_app_imports);
}

cli_status cli_run_patterns(cli_session *cli) {
    return run_query(cli, ff_app_patterns);
}

/* What --only names; all of it without. 0: it is no kind of export. */
static unsigned export_parts(cli_session *cli) {
    static const struct {
        const char *name;
        unsigned part;
    } kinds[] = {{"json", FF_EXPORT_JSON}, {"csv", FF_EXPORT_CSV}, {"gpx", FF_EXPORT_GPX}};
    const char *only = cli_value(cli, "only");
    unsigned parts = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        parts |= only == NULL || strcmp(only, kinds[i].name) == 0 ? kinds[i].part : 0;
    }
    return parts;
}

cli_status cli_run_export(cli_session *cli) {
    ff_export_request request = {
        .folder = cli->arguments[0], .parts = export_parts(cli), .format = cli_format(cli)};
    if (request.parts == 0) {
        return cli_fail(cli, ff_fail(&cli->error, FF_ERR_USAGE, "--only", FF_NO_OFFSET,
                                     "takes json, csv or gpx, not '%s'", cli_value(cli, "only")));
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_export(app, &request, &reply, &cli->error), &reply)
               : status;
}

cli_status cli_run_restore(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = ff_app_restore(app, cli->arguments[0], cli_format(cli), &reply, &cli->error);
    return cli_end(cli, app, code, &reply);
}

static cli_status draw_runs(cli_session *cli, const char *run) {
    if (run != NULL) {
        return cli_fail(cli, ff_fail(&cli->error, FF_ERR_USAGE, "--svg", FF_NO_OFFSET,
                                     "draws all runs; for one: %s show %s --svg", cli->program, run));
    }
    return run_query(cli, ff_app_onset_chart);
}

cli_status cli_run_runs(cli_session *cli) {
    const char *run = cli->argument_count > 0 ? cli->arguments[0] : NULL;
    if (cli_has(cli, "svg")) {
        return draw_runs(cli, run);
    }
    if (run == NULL && !cli_has(cli, "verbose")) {
        return run_query(cli, ff_app_runs);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app,
                         ff_app_recordings(app, run, cli_format(cli), &reply, &cli->error), &reply)
               : status;
}

cli_status cli_run_show(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    const char *run = cli->arguments[0];
    ff_code code = cli_has(cli, "svg")
                       ? ff_app_run_chart(app, run, cli_format(cli), &reply, &cli->error)
                       : ff_app_show(app, run, cli_format(cli), &reply, &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_where(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = cli_has(cli, "svg") ? ff_app_where_map(app, cli_format(cli), &reply, &cli->error)
                                       : ff_app_where(app, cli_format(cli), &reply, &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_merge(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = ff_app_merge(app, cli->arguments[0], cli->arguments[1], cli_format(cli), &reply,
                                &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_part(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app,
                         ff_app_part(app, cli->arguments[0], cli_format(cli), &reply, &cli->error),
                         &reply)
               : status;
}

/* A seed that was not given comes from the machine, so that the runner cannot foresee the order. */
static bool find_seed(cli_session *cli, uint64_t *seed) {
    int given = 0;
    if (cli_has(cli, "seed")) {
        bool good = cli_whole_number(cli, "seed", 0, INT_MAX, &given);
        *seed = (uint64_t)given;
        return good;
    }
    unsigned chance;
    if (getrandom(&chance, sizeof chance, 0) != (ssize_t)sizeof chance) {
        ff_fail(&cli->error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET, "no random numbers: %s",
                strerror(errno));
        return false;
    }
    *seed = chance;
    return true;
}

static bool check_against(cli_session *cli) {
    const char *against = cli_value(cli, "against");
    if (against == NULL || strcmp(against, FF_USUAL) == 0) {
        return true;
    }
    ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
            "a change is tried against the usual, not against \"%s\": name both as changes of one trial",
            against);
    return false;
}

cli_status cli_run_trial_start(cli_session *cli) {
    ff_trial_start start = {.changes = cli->arguments,
                            .change_count = (size_t)cli->argument_count,
                            .comfort = cli_has(cli, "comfort")};
    if (!check_against(cli) || !find_seed(cli, &start.seed)) {
        return cli_fail(cli, cli->error.code);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = ff_app_trial_start(app, &start, cli_format(cli), &reply, &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_trial_plan(cli_session *cli) {
    ff_trial_start start = {.changes = cli->arguments, .change_count = (size_t)cli->argument_count};
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = ff_app_trial_plan(app, &start, cli_format(cli), &reply, &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_trial(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = cli_has(cli, "svg")
                       ? ff_app_trial_chart(app, cli_format(cli), &reply, &cli->error)
                       : ff_app_trial(app, cli_has(cli, "always-valid"), cli_format(cli), &reply,
                                      &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_trial_end(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = ff_app_trial_end(app, cli_value(cli, "because"), cli_format(cli), &reply,
                                    &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_next(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app, ff_app_next(app, cli_format(cli), &reply, &cli->error), &reply);
}

cli_status cli_run_why(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code =
        ff_app_explain(app, cli_value(cli, "explain"), cli_format(cli), &reply, &cli->error);
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_log(cli_session *cli) {
    const char *changed[CLI_MAX_OPTIONS];
    ff_log_request request = {.run = cli->arguments[0],
                              .numb = cli_value(cli, "numb"),
                              .none = cli_has(cli, "none"),
                              .coming = cli_has(cli, "coming"),
                              .gone = cli_value(cli, "gone"),
                              .unsay = cli_value(cli, "unsay"),
                              .sites = cli_value(cli, "site"),
                              .strength = -1,
                              .feelings = cli_value(cli, "feeling"),
                              .shoe = cli_value(cli, "shoe"),
                              .changed = changed,
                              .format = cli_format(cli)};
    for (int i = 0; i < cli->given_count; i++) {
        if (strcmp(cli->given[i].option->name, "changed") == 0) {
            changed[request.changed_count++] = cli->given[i].value;
        }
    }
    for (int kind = 0; kind < FF_GEAR_COUNT; kind++) {
        request.gear[kind] = cli_value(cli, ff_gear_kind_name((ff_gear_kind)kind));
    }
    if (!cli_whole_number(cli, "from-lap", 1, 100000, &request.from_lap) ||
        !cli_whole_number(cli, "gone-lap", 1, 100000, &request.gone_lap) ||
        !cli_whole_number(cli, "strength", 0, 10, &request.strength)) {
        return cli_fail(cli, cli->error.code);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_log(app, &request, &reply, &cli->error), &reply)
               : status;
}

static bool print_chunk(void *user, const char *text, size_t length) {
    (void)user;
    return fwrite(text, 1, length, stdout) == length;
}

cli_status cli_run_decode(cli_session *cli) {
    ff_code code =
        ff_decode_fit_file(&cli->context, cli->arguments[0], print_chunk, NULL, &cli->error);
    if (code == FF_OK) {
        return CLI_DONE;
    }
    if (fflush(stdout) != 0 || ferror(stdout)) {
        return CLI_FAILED; /* cli_flush says that the output was lost */
    }
    cli_complain(cli, &cli->error);
    switch (code) {
    case FF_ERR_TRUNCATED:
    case FF_ERR_CHECKSUM:
    case FF_ERR_DAMAGED:
    case FF_ERR_CANCELLED:
        return CLI_INCOMPLETE;
    case FF_ERR_TRAILING:
        return CLI_DONE;
    default:
        return CLI_FAILED;
    }
}

/* The answers may be long, never endless: 36 causes and 82 findings take some kilobytes. */
#define LARGEST_ASSESSMENT (1 << 20)

static ff_code read_file(const char *path, ff_text *text, ff_error *error) {
    ff_bytes bytes;
    ff_code code = ff_bytes_of_file(&bytes, path, error);
    if (code != FF_OK) {
        return code;
    }
    char block[8192];
    size_t got = 1;
    while (code == FF_OK && got > 0 && text->length <= LARGEST_ASSESSMENT) {
        code = bytes.read_at(&bytes, (int64_t)text->length, block, sizeof block, &got, error);
        ff_text_add_bytes(text, block, got);
    }
    ff_bytes_close(&bytes);
    return code;
}

static ff_code read_stream(FILE *stream, ff_text *text, ff_error *error) {
    char block[8192];
    size_t got;
    while (text->length <= LARGEST_ASSESSMENT &&
           (got = fread(block, 1, sizeof block, stream)) > 0) {
        ff_text_add_bytes(text, block, got);
    }
    return ferror(stream) ? ff_fail(error, FF_ERR_READ, "standard input", (int64_t)text->length,
                                    "reading failed")
                          : FF_OK;
}

ff_code cli_read_input(cli_session *cli, const char *path, ff_text *text) {
    ff_code code = strcmp(path, "-") == 0 ? read_stream(stdin, text, &cli->error)
                                          : read_file(path, text, &cli->error);
    if (code == FF_OK && text->length > LARGEST_ASSESSMENT) {
        code = ff_fail(&cli->error, FF_ERR_LIMIT, path, LARGEST_ASSESSMENT,
                       "more than %d bytes", LARGEST_ASSESSMENT);
    }
    return code == FF_OK ? ff_text_check(text, &cli->error) : code;
}

/* An answer about the bytes of a file: the library saw only bytes, the reader wants the file. */
static cli_status finish_file(cli_session *cli, ff_code code, ff_reply *reply) {
    const char *path = cli->arguments[0];
    if (code == FF_ERR_JSON) {
        ff_fail(&cli->error, code, strcmp(path, "-") == 0 ? "standard input" : path,
                cli->error.offset, "%s", cli->error.message);
    }
    return cli_finish(cli, code, reply);
}

cli_status cli_run_assess(cli_session *cli) {
    ff_text input;
    ff_text_init(&input, NULL);
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_code code = cli_read_input(cli, cli->arguments[0], &input);
    if (code == FF_OK) {
        code = ff_assess_explain(&cli->context, input.data, input.length, cli_value(cli, "explain"),
                                 cli_format(cli) == FF_AS_JSON, &reply.text, &cli->error);
    }
    ff_text_free(&input);
    return finish_file(cli, code, &reply);
}

/* The options of fit that go with some kinds of question only. */
static const struct {
    const char *option;
    unsigned kinds; /* a bit a kind */
    const char *trouble;
} fit_options_of[] = {
    {"dist", 1u << FF_FIT_MODEL, "--dist is of the model: leave out --curve, --compare and --cox"},
    {"mle", 1u << FF_FIT_MODEL, "--mle is of the model: leave out --curve, --compare and --cox"},
    {"priors", 1u << FF_FIT_MODEL,
     "--priors is of the model: leave out --curve, --compare and --cox"},
    {"by", 1u << FF_FIT_CURVE, "--by says of what there is a curve each: give --curve too"},
    {"limits", 1u << FF_FIT_CURVE, "--limits is of a curve: give --curve too"},
    {"level", 1u << FF_FIT_CURVE, "--level is of a curve: give --curve too"},
    {"peto", 1u << FF_FIT_COMPARE, "--peto says how to compare: give --compare COLUMN too"},
    {"strata", 1u << FF_FIT_COMPARE | 1u << FF_FIT_COX,
     "--strata says what to compare within: give --compare COLUMN or --cox too"},
    {"ties", 1u << FF_FIT_COX, "--ties is of Cox regression: give --cox too"},
    {"entry", 1u << FF_FIT_COX, "--entry is of Cox regression: give --cox too"}};

static const char *find_fit_trouble(const cli_session *cli, ff_fit_kind kind) {
    if (cli_has(cli, "curve") + cli_has(cli, "compare") + cli_has(cli, "cox") > 1) {
        return "give one of --curve, --compare and --cox";
    }
    for (size_t i = 0; i < sizeof fit_options_of / sizeof *fit_options_of; i++) {
        if (cli_has(cli, fit_options_of[i].option) && (fit_options_of[i].kinds >> kind & 1) == 0) {
            return fit_options_of[i].trouble;
        }
    }
    return cli_has(cli, "mle") && cli_has(cli, "priors")
               ? "--mle knows no priors: give one of --mle and --priors"
               : NULL;
}

/* What fit is asked for; false with the error set when options do not go together. */
static bool find_fit_kind(cli_session *cli, ff_fit_kind *kind) {
    *kind = cli_has(cli, "curve")     ? FF_FIT_CURVE
            : cli_has(cli, "compare") ? FF_FIT_COMPARE
            : cli_has(cli, "cox")     ? FF_FIT_COX
                                      : FF_FIT_MODEL;
    const char *trouble = find_fit_trouble(cli, *kind);
    if (trouble != NULL) {
        ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "%s", trouble);
    }
    return trouble == NULL;
}

static const char *value_or(const cli_session *cli, const char *option, const char *untold) {
    const char *value = cli_value(cli, option);
    return value != NULL ? value : untold;
}

cli_status cli_run_fit(cli_session *cli) {
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_fit_request request = {.path = cli->arguments[0],
                              .as_json = cli_format(cli) == FF_AS_JSON,
                              .law = value_or(cli, "dist", "loglogistic"),
                              .priors = cli_value(cli, "priors"),
                              .by = value_or(cli, "compare", cli_value(cli, "by")),
                              .strata = cli_value(cli, "strata"),
                              .peto = cli_has(cli, "peto"),
                              .limits = value_or(cli, "limits", "log-log"),
                              .limits_percent = 90,
                              .ties = value_or(cli, "ties", "efron"),
                              .entry = cli_value(cli, "entry")};
    if (!find_fit_kind(cli, &request.kind) ||
        !cli_whole_number(cli, "level", 1, 99, &request.limits_percent)) {
        return cli_fail(cli, cli->error.code);
    }
    bool finite = true;
    ff_code code = ff_fit_file(&cli->context, &request, &reply.text, &finite, &cli->error);
    reply.incomplete = !finite;
    return cli_finish(cli, code, &reply);
}

cli_status cli_run_trial_analyse(cli_session *cli) {
    ff_text input;
    ff_text_init(&input, NULL);
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_code code = cli_read_input(cli, cli->arguments[0], &input);
    if (code == FF_OK) {
        code = ff_trial_analyse_json(&cli->context, input.data, input.length,
                                     cli_format(cli) == FF_AS_JSON, &reply.text, &cli->error);
    }
    ff_text_free(&input);
    return finish_file(cli, code, &reply);
}

bool cli_demo_folder(cli_session *cli, char *folder, size_t size) {
    const char *slash = strrchr(cli->journal, '/');
    int length = snprintf(folder, size, "%.*sdemo",
                          slash != NULL ? (int)(slash - cli->journal + 1) : 0, cli->journal);
    if (length < 0 || (size_t)length >= size) {
        ff_fail(&cli->error, FF_ERR_USAGE, cli->journal, FF_NO_OFFSET, "the path is too long");
        return false;
    }
    return true;
}

cli_status cli_run_demo(cli_session *cli) {
    char folder[sizeof cli->journal];
    if (!cli_find_journal(cli) || !cli_demo_folder(cli, folder, sizeof folder)) {
        return cli_fail(cli, cli->error.code);
    }
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_code code =
        ff_demo(&cli->context, folder, cli->program, cli_format(cli), &reply, &cli->error);
    return cli_finish(cli, code, &reply);
}
