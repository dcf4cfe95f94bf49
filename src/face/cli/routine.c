/* routine, home-test, pad and habits: what to do with the body, and what can be tested at home. */
#include "face/cli/cli.h"

typedef ff_code draw_one(ff_app *app, const char *name, ff_format format, ff_reply *reply,
                         ff_error *error);

static const char *name_of(const cli_session *cli) {
    return cli->argument_count > 0 ? cli->arguments[0] : NULL;
}

/* Whether there is a name to draw; else the error is set. */
static bool check_drawing(cli_session *cli) {
    if (name_of(cli) != NULL) {
        return true;
    }
    ff_fail(&cli->error, FF_ERR_USAGE, "--svg", FF_NO_OFFSET, "draws one: %s %s NAME --svg",
            cli->program, cli->command->name);
    return false;
}

static cli_status draw(cli_session *cli, draw_one *picture) {
    ff_app *app;
    ff_reply reply;
    if (!check_drawing(cli)) {
        return cli_fail(cli, cli->error.code);
    }
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app, picture(app, name_of(cli), cli_format(cli), &reply, &cli->error),
                         &reply);
}

cli_status cli_run_routine(cli_session *cli) {
    if (cli_has(cli, "svg")) {
        return draw(cli, ff_app_routine_picture);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app,
                         ff_app_routine(app, name_of(cli), cli_format(cli), &reply, &cli->error),
                         &reply);
}

cli_status cli_run_home_test(cli_session *cli) {
    ff_home_test_request request = {.name = name_of(cli),
                                    .answer = cli->argument_count > 1 ? cli->arguments[1] : NULL,
                                    .left = cli_value(cli, "left"),
                                    .right = cli_value(cli, "right"),
                                    .format = cli_format(cli)};
    if (cli_has(cli, "svg")) {
        if (request.answer != NULL || request.left != NULL || request.right != NULL) {
            return cli_fail(cli, ff_fail(&cli->error, FF_ERR_USAGE, "--svg", FF_NO_OFFSET,
                                         "draws how it is done: leave the result out"));
        }
        return draw(cli, ff_app_home_test_picture);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app, ff_app_home_test(app, &request, &reply, &cli->error), &reply);
}

cli_status cli_run_pad(cli_session *cli) {
    ff_pad_request request = {.length = cli_value(cli, "length"),
                              .ball = cli_value(cli, "ball"),
                              .width = cli_value(cli, "width"),
                              .sex = cli_value(cli, "sex"),
                              .site = cli_value(cli, "site"),
                              .side = cli_value(cli, "side"),
                              .svg = cli_has(cli, "svg"),
                              .format = cli_format(cli)};
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app, ff_app_pad(app, &request, &reply, &cli->error), &reply);
}

cli_status cli_run_habits(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    const char *ics = cli_value(cli, "ics");
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_format format = cli_format(cli);
    return cli_end(cli, app,
                   ics != NULL ? ff_app_habits_take(app, ics, format, &reply, &cli->error)
                               : ff_app_habits(app, format, &reply, &cli->error),
                   &reply);
}
