#include "face/cli/cli.h"

#ifdef __GLIBC__
#include <malloc.h>

/* A run takes up to a megabyte for a moment, and glibc would give each back to the system and fetch it
 * anew, page by page: a third of the time of an import. What is kept is bounded by what is in use at once. */
static void keep_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 32 << 20); /* the most it allows */
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
}
#else
static void keep_memory(void) {}
#endif

int main(int argc, char **argv) {
    cli_session cli = {0};
    keep_memory();
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
