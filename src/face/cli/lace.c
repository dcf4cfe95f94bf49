/* lace: what was typed becomes a request, the reply is printed. */
#include "face/cli/cli.h"

#include <stdio.h>

/* Whether there is anything of the runner to look at; none is made for a lacing that is given. */
static bool has_journal(cli_session *cli) {
    FILE *file = cli_find_journal(cli) ? fopen(cli->journal, "rb") : NULL;
    if (file != NULL) {
        fclose(file);
    }
    return file != NULL;
}

cli_status cli_run_lace(cli_session *cli) {
    const ff_lace_request request = {.sequence = cli_value(cli, "sequence"),
                                     .pattern = cli_value(cli, "pattern"),
                                     .where = cli_value(cli, "where"),
                                     .heel_slip = cli_has(cli, "heel-slip"),
                                     .pairs = cli_value(cli, "pairs"),
                                     .width = cli_value(cli, "width"),
                                     .pitch = cli_value(cli, "pitch"),
                                     .ends = cli_value(cli, "ends"),
                                     .friction = cli_value(cli, "friction"),
                                     .drawing = cli_has(cli, "svg"),
                                     .format = cli_format(cli)};
    ff_app *app;
    ff_reply reply;
    if ((request.sequence != NULL || request.pattern != NULL) && !has_journal(cli)) {
        ff_reply_init(&reply, &cli->context);
        ff_code code = ff_lace(&cli->context, cli->program, &request, &reply, &cli->error);
        return cli_finish(cli, code, &reply);
    }
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_lace(app, &request, &reply, &cli->error), &reply)
               : status;
}
