#include "face/cli/cli.h"

int main(int argc, char **argv) {
    cli_session cli = {0};
    cli_keep_memory();
    cli_context_init(&cli);
    cli_status status = cli_parse(&cli, argc, argv);
    if (status != CLI_DONE) {
        return (int)status;
    }
    if (cli_has(&cli, "version")) {
        cli_print("footfall " FOOTFALL_VERSION "\n");
    } else if (cli_has(&cli, "help")) {
        if (cli.command != NULL) {
            cli_help_command(&cli, cli.command);
        } else {
            cli_help_general(&cli);
        }
    } else if (cli.command == NULL) {
        cli_welcome(&cli);
    } else {
        status = cli.command->run(&cli);
    }
    return (int)cli_flush(&cli, status);
}
