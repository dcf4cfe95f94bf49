/* visit: the note to take along. */
#include "face/cli/cli.h"

cli_status cli_run_visit(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    ff_visit_request request = {.name = cli_value(cli, "name"),
                                .medicines = cli_value(cli, "medicines"),
                                .question = cli_value(cli, "question"),
                                .fhir = cli_value(cli, "fhir"),
                                .format = cli_format(cli)};
    if (!cli_document_files(cli, &request.files)) {
        return cli_fail(cli, cli->error.code);
    }
    cli_status status = cli_open(cli, &app);
    if (status != CLI_DONE) {
        return status;
    }
    ff_reply_init(&reply, &cli->context);
    ff_code code = ff_app_visit(app, &request, &reply, &cli->error);
    status = cli_finish(cli, code, &reply);
    ff_app_close(app);
    return status;
}
