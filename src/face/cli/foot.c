/* foot: both feet, and what is told of one. */
#include "face/cli/cli.h"

#include <string.h>

/* "--ball-width" of "ball_width". */
static const char *figure_value(const cli_session *cli, ff_foot_kind kind) {
    char option[32];
    size_t length = strlen(ff_foot_kind_name(kind));
    memcpy(option, ff_foot_kind_name(kind), length + 1);
    for (char *c = option; *c != '\0'; c++) {
        if (*c == '_') {
            *c = '-';
        }
    }
    return cli_value(cli, option);
}

static cli_status explain(cli_session *cli, bool drawing) {
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_code code = drawing ? ff_foot_drawing(&cli->context, cli_format(cli), &reply, &cli->error)
                           : ff_foot_how(&cli->context, cli->program, &reply, &cli->error);
    return cli_finish(cli, code, &reply);
}

cli_status cli_run_foot(cli_session *cli) {
    if (cli_has(cli, "how") || cli_has(cli, "svg")) {
        return explain(cli, cli_has(cli, "svg"));
    }
    ff_foot_request request = {.side = cli->argument_count > 0 ? cli->arguments[0] : NULL,
                               .method = cli_value(cli, "method"),
                               .time = cli_value(cli, "time"),
                               .error = cli_value(cli, "error"),
                               .forget = cli_value(cli, "forget"),
                               .history = cli_has(cli, "history"),
                               .format = cli_format(cli)};
    for (int i = 0; i < FF_FOOT_TOLD_COUNT; i++) {
        request.figures[i] = figure_value(cli, (ff_foot_kind)i);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_foot(app, &request, &reply, &cli->error), &reply)
               : status;
}
