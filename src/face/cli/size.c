/* size: a foot in every size system. */
#include "face/cli/cli.h"

cli_status cli_run_size(cli_session *cli) {
    ff_size_request request = {.foot = cli_value(cli, "foot"),
                               .error = cli_value(cli, "error"),
                               .size = cli_value(cli, "size"),
                               .system = cli_value(cli, "system"),
                               .width = cli_value(cli, "width"),
                               .girth = cli_value(cli, "girth"),
                               .sex = cli_value(cli, "sex"),
                               .inner = cli_value(cli, "inner"),
                               .sock = cli_value(cli, "sock"),
                               .more_room = cli_has(cli, "downhill"),
                               .chart = cli_value(cli, "chart"),
                               .format = cli_format(cli)};
    ff_app *app = NULL;
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    /* A journal is opened only where the feet come from it. */
    if (request.foot == NULL && request.size == NULL) {
        cli_status status = cli_begin(cli, &app, &reply);
        if (status != CLI_DONE) {
            return status;
        }
    }
    return cli_end(cli, app, ff_size(&cli->context, app, &request, &reply, &cli->error), &reply);
}
