/* shoe: the shoes, and what is told of one. */
#include "face/cli/cli.h"

cli_status cli_run_shoe(cli_session *cli) {
    ff_shoe_request request = {.name = cli->argument_count > 0 ? cli->arguments[0] : NULL,
                               .figures = {[FF_SHOE_INNER_LENGTH] = cli_value(cli, "inner-length"),
                                           [FF_SHOE_BALL_WIDTH] = cli_value(cli, "ball-width"),
                                           [FF_SHOE_WIDTH_80] = cli_value(cli, "width-80"),
                                           [FF_SHOE_WIDTH_88] = cli_value(cli, "width-88"),
                                           [FF_SHOE_WIDTH_94] = cli_value(cli, "width-94"),
                                           [FF_SHOE_SOCK] = cli_value(cli, "sock-mm"),
                                           [FF_SHOE_INSOLE] = cli_value(cli, "insole-mm"),
                                           [FF_SHOE_KM_BEFORE] = cli_value(cli, "km-before")},
                               .labels = {[FF_SHOE_USUAL_INSOLE] = cli_value(cli, "insole"),
                                          [FF_SHOE_USUAL_SOCK] = cli_value(cli, "sock"),
                                          [FF_SHOE_USUAL_LACING] = cli_value(cli, "lacing"),
                                          [FF_SHOE_SIZE] = cli_value(cli, "size")},
                               .method = cli_value(cli, "method"),
                               .error = cli_value(cli, "error"),
                               .forget = cli_value(cli, "forget"),
                               .rename = cli_value(cli, "rename"),
                               .retire = cli_has(cli, "retire"),
                               .unretire = cli_has(cli, "unretire"),
                               .format = cli_format(cli)};
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status == CLI_DONE
               ? cli_end(cli, app, ff_app_shoe(app, &request, &reply, &cli->error), &reply)
               : status;
}
