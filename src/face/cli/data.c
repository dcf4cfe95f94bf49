/* data, copy and forget: everything that is kept, as a whole. */
#include "face/cli/cli.h"

#include <string.h>

cli_status cli_run_data(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app, ff_app_data(app, cli_format(cli), &reply, &cli->error), &reply);
}

cli_status cli_run_copy(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE
               ? status
               : cli_end(cli, app,
                         ff_app_copy(app, cli->arguments[0], cli_format(cli), &reply, &cli->error),
                         &reply);
}

/* The line that is typed, without its end; longer than the words it is not them. */
static bool typed_the_words(void) {
    char line[sizeof FF_FORGET_WORDS + 2];
    printf("> ");
    fflush(stdout);
    if (fgets(line, sizeof line, stdin) == NULL) {
        putchar('\n');
        return false;
    }
    line[strcspn(line, "\r\n")] = '\0';
    return strcmp(line, FF_FORGET_WORDS) == 0;
}

/* *yes: the runner typed the words. */
static ff_code ask(cli_session *cli, ff_app *app, bool *yes) {
    ff_reply question;
    ff_reply_init(&question, &cli->context);
    ff_code code = ff_app_forget_ask(app, &question, &cli->error);
    if (code == FF_OK) {
        cli_print(question.text.data);
        *yes = typed_the_words();
    }
    ff_reply_free(&question);
    return code;
}

static ff_code forget(cli_session *cli, ff_app *app, ff_reply *reply) {
    bool yes = cli_has(cli, "yes");
    ff_code code = yes ? FF_OK : ask(cli, app, &yes);
    if (code != FF_OK) {
        return code;
    }
    if (!yes) {
        ff_text_add(&reply->text, "Those were not the words: nothing was forgotten.\n");
        reply->incomplete = true;
        return FF_OK;
    }
    return ff_app_forget(app, FF_FORGET_WORDS, cli_format(cli), reply, &cli->error);
}

cli_status cli_run_forget(cli_session *cli) {
    ff_app *app;
    ff_reply reply;
    if (cli_format(cli) == FF_AS_JSON && !cli_has(cli, "yes")) {
        return cli_fail(cli, ff_fail(&cli->error, FF_ERR_USAGE, "--json", FF_NO_OFFSET,
                                     "with it nothing can be asked: give --yes too"));
    }
    cli_status status = cli_begin(cli, &app, &reply);
    return status != CLI_DONE ? status : cli_end(cli, app, forget(cli, app, &reply), &reply);
}
