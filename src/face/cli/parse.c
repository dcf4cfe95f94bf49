#include "face/cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether the words are all of a name of as many words. */
static bool is_named(const cli_command *command, const char *const *words, int count) {
    const char *name = command->name;
    for (int i = 0; i < count; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(name, words[i], length) != 0 || name[length] != (i + 1 < count ? ' ' : '\0')) {
            return false;
        }
        name += length + 1;
    }
    return true;
}

const cli_command *cli_find_command(const char *const *words, int count, int *used) {
    for (*used = count < 2 ? count : 2; *used > 0; --*used) {
        for (const cli_command *c = cli_commands; c->name != NULL; c++) {
            if (is_named(c, words, *used)) {
                return c;
            }
        }
    }
    return NULL;
}

/* The options in force, in getopt's form; val is the index into `known` plus one. */
typedef struct {
    const cli_option *known[CLI_MAX_OPTIONS];
    struct option longs[CLI_MAX_OPTIONS + 1];
    char shorts[CLI_MAX_OPTIONS * 2 + 4];
    int count;
} getopt_form;

static void add_options(getopt_form *form, const cli_option *options) {
    for (; options != NULL && options->name != NULL && form->count < CLI_MAX_OPTIONS; options++) {
        int takes = options->argument != NULL ? required_argument : no_argument;
        form->known[form->count] = options;
        form->longs[form->count] = (struct option){options->name, takes, NULL, 256 + form->count};
        form->count++;
        if (options->letter != 0) {
            size_t at = strlen(form->shorts);
            form->shorts[at++] = options->letter;
            if (takes == required_argument) {
                form->shorts[at] = ':';
            }
        }
    }
}

static const cli_option *option_of(const getopt_form *form, int value) {
    if (value >= 256) {
        return form->known[value - 256];
    }
    for (int i = 0; i < form->count && value != 0; i++) { /* 0 stands for having no letter */
        if (form->known[i]->letter == value) {
            return form->known[i];
        }
    }
    return NULL;
}

/* getopt's own words name neither the program nor the command: said here instead. `at` is the word
 * of the command line that getopt was at; it stops at '?' or, for a missing value, ':'. */
static cli_status refuse_option(const cli_session *cli, const getopt_form *form, int stop,
                                const char *at) {
    const char *command = cli->command != NULL ? cli->command->name : "";
    const cli_option *option = option_of(form, optopt);
    fprintf(stderr, "%s%s%s: ", cli->program, command[0] != '\0' ? " " : "", command);
    if (stop == ':' && option != NULL) {
        fprintf(stderr, "--%s needs a value: --%s %s\n", option->name, option->name,
                option->argument);
    } else if (option != NULL) {
        fprintf(stderr, "--%s takes no value\n", option->name);
    } else if (optopt != 0 && strncmp(at, "--", 2) != 0) {
        fprintf(stderr, "'-%c' is not an option here\n", optopt);
    } else {
        fprintf(stderr, "'%s' is not an option here, or is short for several\n", at);
    }
    cli_usage_hint(cli);
    return CLI_USAGE;
}

static cli_status read_options(cli_session *cli, const getopt_form *form, int argc, char **argv) {
    opterr = 0;
    for (;;) {
        int value = getopt_long(argc, argv, form->shorts, form->longs, NULL);
        if (value == -1) {
            return CLI_DONE;
        }
        const cli_option *option = option_of(form, value);
        if (option == NULL) {
            return refuse_option(cli, form, value, argv[optind - 1]);
        }
        if (cli->given_count == CLI_MAX_OPTIONS) {
            fprintf(stderr, "%s: more than %d options\n", cli->program, CLI_MAX_OPTIONS);
            return CLI_USAGE;
        }
        cli->given[cli->given_count].option = option;
        cli->given[cli->given_count++].value = optarg != NULL ? optarg : "";
    }
}

static cli_status check_arguments(const cli_session *cli) {
    const cli_command *command = cli->command;
    if (cli_has(cli, "help") || cli_has(cli, "version")) {
        return CLI_DONE;
    }
    if (cli->argument_count >= command->least &&
        (command->most < 0 || cli->argument_count <= command->most)) {
        return CLI_DONE;
    }
    fprintf(stderr, "%s %s: ", cli->program, command->name);
    if (cli->argument_count < command->least) {
        fprintf(stderr, "%s is missing\n", command->arguments);
    } else {
        fprintf(stderr, "'%s' is too much\n", cli->arguments[command->most]);
    }
    cli_usage_line(cli, command, stderr);
    cli_usage_hint(cli);
    return CLI_USAGE;
}

cli_status cli_parse(cli_session *cli, int argc, char **argv) {
    /* General options first, up to the command's name; ':' tells a missing value from an unknown
     * option. */
    getopt_form form = {.shorts = "+:"};
    add_options(&form, cli_general_options);
    cli_status status = read_options(cli, &form, argc, argv);
    if (status != CLI_DONE || optind >= argc) {
        return status;
    }
    int used;
    cli->command = cli_find_command((const char *const *)argv + optind, argc - optind, &used);
    if (cli->command == NULL) {
        fprintf(stderr, "%s: there is no command '%s'\n", cli->program, argv[optind]);
        cli_usage_hint(cli);
        return CLI_USAGE;
    }
    argv += optind + used - 1; /* the command's name now stands where getopt expects the program's */
    argc -= optind + used - 1;
    getopt_form own = {.shorts = ":"}; /* now options may stand between the arguments */
    add_options(&own, cli_general_options);
    add_options(&own, cli->command->options);
    optind = 0;
    status = read_options(cli, &own, argc, argv);
    cli->arguments = (const char **)(argv + optind);
    cli->argument_count = argc - optind;
    return status == CLI_DONE ? check_arguments(cli) : status;
}

bool cli_has(const cli_session *cli, const char *option) {
    return cli_value(cli, option) != NULL;
}

const char *cli_value(const cli_session *cli, const char *option) {
    for (int i = cli->given_count - 1; i >= 0; i--) {
        if (strcmp(cli->given[i].option->name, option) == 0) {
            return cli->given[i].value;
        }
    }
    return NULL;
}

ff_format cli_format(const cli_session *cli) {
    return cli_has(cli, "json") ? FF_AS_JSON : FF_AS_TEXT;
}

bool cli_whole_number(cli_session *cli, const char *option, int least, int most, int *number) {
    const char *text = cli_value(cli, option);
    if (text == NULL) {
        return true;
    }
    char *end;
    long value = strtol(text, &end, 10); /* at its own limits when out of range */
    if (end == text || *end != '\0' || value < least || value > most) {
        ff_fail(&cli->error, FF_ERR_VALUE, option, FF_NO_OFFSET,
                "'%s' is not a whole number from %d to %d", text, least, most);
        return false;
    }
    *number = (int)value;
    return true;
}

const char *cli_paper_word(int i) {
    static const char *const papers[] = {"a4", "letter", NULL};
    return papers[i];
}

bool cli_document_files(cli_session *cli, ff_document_files *files) {
    const char *paper = cli_value(cli, "paper");
    *files = (ff_document_files){.html = cli_value(cli, "html"), .pdf = cli_value(cli, "pdf")};
    if (paper != NULL && files->pdf == NULL) {
        ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                "--paper is of the PDF: give --pdf FILE too");
        return false;
    }
    if (paper != NULL && strcmp(paper, "a4") != 0 && strcmp(paper, "letter") != 0) {
        ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                "--paper takes a4 or letter, not '%s'", paper);
        return false;
    }
    files->paper = paper != NULL && paper[0] == 'l' ? FF_PAPER_LETTER : FF_PAPER_A4;
    return true;
}
