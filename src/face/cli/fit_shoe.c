/* fit-shoe: whether a shoe has room for both feet. */
#include "face/cli/cli.h"

cli_status cli_run_fit_shoe(cli_session *cli) {
    ff_fit_shoe_request request = {.shoe = cli->argument_count > 0 ? cli->arguments[0] : NULL,
                                   .sock = cli_value(cli, "sock"),
                                   .more_room = cli_has(cli, "downhill"),
                                   .card = cli_has(cli, "card"),
                                   .format = cli_format(cli)};
    if (!cli_document_files(cli, &request.files)) {
        return cli_fail(cli, cli->error.code);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_fit_shoe(app, &request, &reply, &cli->error), &reply)
               : status;
}
