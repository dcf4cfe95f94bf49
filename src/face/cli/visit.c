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
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_visit(app, &request, &reply, &cli->error), &reply)
               : status;
}
