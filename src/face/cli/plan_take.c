/* plan --ics, --fit, --html, --pdf: the plan that is kept, taken along. */
#include "face/cli/cli.h"

static const char *const take_options[] = {"ics", "fit", "html", "pdf", "alarm", "no-alarm", NULL};
static const char *const write_options[] = {
    "kind", "goal", "days",         "per-week", "start", "weeks", "cadence",
    "spm",  "text", "as-published", "cleared",  "from",  "end",   NULL};

static const char *first_given(const cli_session *cli, const char *const *names) {
    while (*names != NULL && !cli_has(cli, *names)) {
        names++;
    }
    return *names;
}

bool cli_takes_plan(const cli_session *cli) {
    return first_given(cli, take_options) != NULL;
}

static ff_code check(cli_session *cli) {
    const char *other = first_given(cli, write_options);
    if (other != NULL) {
        return ff_fail(
            &cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
            "--%s takes along the plan that is kept, and --%s is not of it: do one after the "
            "other",
            first_given(cli, take_options), other);
    }
    bool alarm = cli_has(cli, "alarm"), none = cli_has(cli, "no-alarm");
    if ((alarm || none) && !cli_has(cli, "ics")) {
        return ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "an alarm is of a calendar: give --ics FILE as well");
    }
    if (alarm && none) {
        return ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "--alarm and --no-alarm exclude each other");
    }
    return FF_OK;
}

static bool read_options(cli_session *cli, ff_plan_take *take) {
    *take = (ff_plan_take){.ics = cli_value(cli, "ics"),
                           .fit = cli_value(cli, "fit"),
                           .alarm_min = cli_has(cli, "no-alarm") ? -1 : FF_PLAN_ALARM_MIN,
                           .format = cli_format(cli)};
    return check(cli) == FF_OK &&
           cli_whole_number(cli, "alarm", 0, FF_PLAN_MOST_ALARM_MIN, &take->alarm_min) &&
           cli_document_files(cli, &take->sheet);
}

cli_status cli_run_plan_take(cli_session *cli) {
    ff_plan_take take;
    ff_app *app;
    ff_reply reply;
    if (!read_options(cli, &take)) {
        return cli_fail(cli, cli->error.code);
    }
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code = cli_tell_zone(cli, app) ? ff_app_plan_take(app, &take, &reply, &cli->error)
                                           : cli->error.code;
    return cli_end(cli, app, code, &reply);
}
