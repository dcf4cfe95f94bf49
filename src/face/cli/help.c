#include "face/cli/cli.h"

#include <stdio.h>
#include <string.h>

/* Prints words behind first, broken before the edge of a terminal. */
static void print_wrapped(const char *first, const char *words) {
    ff_text text;
    ff_text_init(&text, NULL);
    ff_text_wrap(&text, first, words, FF_TEXT_WIDTH);
    cli_print(text.failed ? words : text.data);
    ff_text_free(&text);
}

static void print_options(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        char left[64], first[64];
        snprintf(left, sizeof left, "%s%c%s --%s%s%s", options->letter ? "-" : "",
                 options->letter ? options->letter : ' ', options->letter ? "," : "  ",
                 options->name, options->argument ? " " : "",
                 options->argument ? options->argument : "");
        bool long_name = strlen(left) > 22;
        if (long_name) {
            printf("  %s\n", left);
        }
        snprintf(first, sizeof first, "  %-22.22s  ", long_name ? "" : left);
        print_wrapped(first, options->help);
    }
}

void cli_usage_hint(const cli_session *cli) {
    if (cli->command != NULL) {
        fprintf(stderr, "'%s help %s' explains it.\n", cli->program, cli->command->name);
    } else {
        fprintf(stderr, "'%s help' lists the commands.\n", cli->program);
    }
}

void cli_welcome(const cli_session *cli) {
    printf("footfall tells you why a foot goes numb when you run, what to try next, and whether\n"
           "it worked. Everything stays on this machine. It is not a diagnosis.\n"
           "\n"
           "Start with one of these:\n"
           "  %s demo             see it work with a made-up runner\n"
           "  %s import FOLDER    read the .fit files of your watch\n"
           "  %s ask              answer a few questions, safety first\n"
           "\n"
           "'%s help' lists all commands.\n",
           cli->program, cli->program, cli->program, cli->program);
}

/* Lists of names, explained like commands. */
static const struct {
    const char *name;
    const char *summary;
    ff_code (*list)(ff_format, ff_reply *, ff_error *);
} topics[] = {
    {"sites", "the regions of the foot", ff_sites_list},
    {"questions", "what is asked, and the names of the answers", ff_questions_list},
    {"causes", "what is weighed, as --explain takes it", ff_causes_list},
    {"sources", "what the numbers rest on", ff_sources_list},
};
enum { TOPICS = sizeof topics / sizeof *topics };

static int topic_of(const char *name) {
    for (int i = 0; i < TOPICS; i++) {
        if (strcmp(name, topics[i].name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *cli_help_word(int i) {
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        if (strchr(c->name, ' ') == NULL && i-- == 0) {
            return c->name;
        }
    }
    return i < TOPICS ? topics[i].name : NULL;
}

static cli_status print_topic(cli_session *cli, int topic) {
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_code code = topics[topic].list(cli_format(cli), &reply, &cli->error);
    return cli_finish(cli, code, &reply);
}

void cli_help_general(const cli_session *cli) {
    printf("usage: %s [OPTION...] COMMAND [ARGUMENT...]\n\ncommands:\n", cli->program);
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("  %-13s  %s\n", c->name, c->summary);
    }
    printf("\nlists of names, with '%s help NAME':\n", cli->program);
    for (int i = 0; i < TOPICS; i++) {
        printf("  %-13s  %s\n", topics[i].name, topics[i].summary);
    }
    printf("\noptions for every command:\n");
    print_options(cli_general_options);
    printf("\nExit status: 0 done; 1 done, but the answer is no or part of the input failed;\n"
           "2 not understood; 3 could not be done.\n");
}

void cli_usage_line(const cli_session *cli, const cli_command *command, FILE *out) {
    fprintf(out, "usage: %s %s%s%s%s\n", cli->program, command->name,
            command->options != NULL ? " [OPTION...]" : "", command->arguments[0] ? " " : "",
            command->arguments);
}

void cli_help_command(const cli_session *cli, const cli_command *command) {
    cli_usage_line(cli, command, stdout);
    putchar('\n');
    print_wrapped("", command->description);
    if (command->options != NULL) {
        printf("\noptions:\n");
        print_options(command->options);
    }
    printf("\noptions for every command:\n");
    print_options(cli_general_options);
}

static cli_status print_completion(const cli_session *cli) {
    const char *shell = cli_value(cli, "completion");
    if (strcmp(shell, "bash") == 0) {
        cli_print_bash_completion();
    } else if (strcmp(shell, "zsh") == 0) {
        cli_print_zsh_completion();
    } else {
        fprintf(stderr, "%s help: completions are made for bash and zsh, not for '%s'\n",
                cli->program, shell);
        cli_usage_hint(cli);
        return CLI_USAGE;
    }
    return CLI_DONE;
}

cli_status cli_run_help(cli_session *cli) {
    if (cli_has(cli, "man")) {
        cli_print_manual();
        return CLI_DONE;
    }
    if (cli_has(cli, "completion")) {
        return print_completion(cli);
    }
    int topic = cli->argument_count == 1 ? topic_of(cli->arguments[0]) : -1;
    if (topic >= 0) {
        return print_topic(cli, topic);
    }
    if (cli_format(cli) == FF_AS_JSON) {
        return cli_fail(cli, ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                                     "only the lists of names (sites, questions, causes, sources) come as "
                                     "JSON"));
    }
    if (cli->argument_count == 0) {
        cli_help_general(cli);
        return CLI_DONE;
    }
    int used;
    const cli_command *command = cli_find_command(cli->arguments, cli->argument_count, &used);
    if (command == NULL || used < cli->argument_count) {
        fprintf(stderr, "%s: there is no command '%s'\n", cli->program,
                cli->arguments[command == NULL ? 0 : used]);
        cli->command = NULL;
        cli_usage_hint(cli);
        return CLI_USAGE;
    }
    cli_help_command(cli, command);
    return CLI_DONE;
}
