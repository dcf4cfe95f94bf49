/* step: what was typed becomes a request. */
#include "face/cli/cli.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

/* A number with a point, in the locale of the program, which is always "C". */
static bool number(cli_session *cli, const char *option, double *value) {
    const char *text = cli_value(cli, option);
    char *end;
    *value = NAN;
    if (text == NULL) {
        return true;
    }
    *value = strtod(text, &end);
    if (end != text && *end == '\0' && isfinite(*value)) {
        return true;
    }
    ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "--%s takes a number, not '%s'", option,
            text);
    return false;
}

cli_status cli_run_step(cli_session *cli) {
    ff_step_request request = {.wav = cli_value(cli, "wav"),
                               .fit = cli_value(cli, "fit"),
                               .pace = cli_value(cli, "pace"),
                               .format = cli_format(cli)};
    if (!number(cli, "cadence", &request.cadence_spm) || !number(cli, "to", &request.to_percent) ||
        !number(cli, "minutes", &request.minutes) ||
        !cli_whole_number(cli, "week", 1, 8, &request.week)) {
        return cli_fail(cli, cli->error.code);
    }
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    if (status != CLI_DONE) {
        return status;
    }
    ff_code code =
        cli_tell_zone(cli, app) ? ff_app_step(app, &request, &reply, &cli->error) : cli->error.code;
    return cli_end(cli, app, code, &reply);
}
