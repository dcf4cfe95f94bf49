/* plan: what was typed becomes a request; a plan that was edited is read from its file. */
#include "face/cli/cli.h"

static cli_status answer(cli_session *cli, const ff_plan_request *request) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code =
        cli_tell_zone(cli, app) ? ff_app_plan(app, request, &reply, &cli->error) : cli->error.code;
    return cli_end(cli, app, code, &reply);
}

cli_status cli_run_plan(cli_session *cli) {
    if (cli_takes_plan(cli)) {
        return cli_run_plan_take(cli);
    }
    ff_plan_request request = {.kind = cli_value(cli, "kind"),
                               .goal = cli_value(cli, "goal"),
                               .days = cli_value(cli, "days"),
                               .start = cli_value(cli, "start"),
                               .as_published = cli_has(cli, "as-published"),
                               .cleared = cli_has(cli, "cleared"),
                               .cadence = cli_value(cli, "cadence"),
                               .from_name = cli_value(cli, "from"),
                               .as_text = cli_has(cli, "text"),
                               .end = cli_has(cli, "end"),
                               .format = cli_format(cli)};
    if (!cli_whole_number(cli, "per-week", 1, 100, &request.per_week) ||
        !cli_whole_number(cli, "weeks", 1, 52, &request.weeks)) {
        return cli_fail(cli, cli->error.code);
    }
    ff_text text;
    ff_text_init(&text, NULL);
    ff_code code = FF_OK;
    if (request.from_name != NULL) {
        code = cli_read_input(cli, request.from_name, &text);
        request.from = text.data;
    }
    cli_status status = code == FF_OK ? answer(cli, &request) : cli_fail(cli, code);
    ff_text_free(&text);
    return status;
}
