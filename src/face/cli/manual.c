/* The manual page, from the table of commands. */
#include "face/cli/cli.h"

#include <stdio.h>

/* roff: a line must not begin with a point or a quote, and hyphens of options stay hyphens. */
static void print_roff(const char *text) {
    if (*text == '.' || *text == '\'') {
        printf("\\&");
    }
    for (; *text != '\0'; text++) {
        if (*text == '-') {
            printf("\\-");
        } else if (*text == '\\') {
            printf("\\e");
        } else {
            putchar(*text);
        }
    }
    putchar('\n');
}

static void print_roff_options(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        printf(".TP\n");
        if (options->letter != 0) {
            printf("\\fB\\-%c\\fR, ", options->letter);
        }
        printf("\\fB\\-\\-");
        for (const char *c = options->name; *c != '\0'; c++) {
            printf(*c == '-' ? "\\-" : "%c", *c);
        }
        printf("\\fR%s%s%s\n", options->argument ? " \\fI" : "",
               options->argument ? options->argument : "", options->argument ? "\\fR" : "");
        print_roff(options->help);
    }
}

void cli_print_manual(void) {
    printf(
        ".TH FOOTFALL 1 \"\" \"footfall " FOOTFALL_VERSION "\" \"User Commands\"\n"
        ".SH NAME\n"
        "footfall \\- why a foot goes numb when running, what to try next, and whether it worked\n"
        ".SH SYNOPSIS\n.B footfall\n[\\fIOPTION\\fR...] \\fICOMMAND\\fR [\\fIARGUMENT\\fR...]\n"
        ".SH DESCRIPTION\n"
        "Reads the runs of a watch, keeps when a foot went numb in each, asks a few questions,\n"
        "and says which cause fits best so far, why, and what to try next.\n"
        "Everything stays on this machine. It is not a diagnosis.\n"
        ".SH OPTIONS FOR EVERY COMMAND\n");
    print_roff_options(cli_general_options);
    printf(".SH COMMANDS\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf(".SS %s", c->name);
        if (c->arguments[0] != '\0') {
            printf(" %s", c->arguments);
        }
        putchar('\n');
        print_roff(c->description);
        print_roff_options(c->options);
    }
    printf(".SH EXIT STATUS\n"
           ".TP\n0\ndone\n.TP\n1\ndone, but the answer is no or part of the input failed\n"
           ".TP\n2\nnot understood\n.TP\n3\ncould not be done\n"
           ".SH FILES\n.TP\n"
           ".I $XDG_DATA_HOME/footfall/journal.footfall\n"
           "everything remembered; ~/.local/share when XDG_DATA_HOME is not set. One SQLite file\n"
           "that only its owner may read.\n");
}
