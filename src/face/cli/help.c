#include "face/cli/cli.h"

#include <stdio.h>
#include <string.h>

#define WIDTH 80

/* Prints text from column `indent`, broken at blanks before the 80th column; the cursor already
 * stands at that column. */
static void print_wrapped(const char *text, int indent) {
    int column = indent;
    while (*text != '\0') {
        int word = (int)strcspn(text, " ");
        if (column > indent && column + 1 + word > WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            putchar(' ');
            column++;
        }
        printf("%.*s", word, text);
        column += word;
        text += word;
        text += strspn(text, " ");
    }
    putchar('\n');
}

static void print_options(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        char left[64];
        snprintf(left, sizeof left, "%s%c%s --%s%s%s", options->letter ? "-" : "",
                 options->letter ? options->letter : ' ', options->letter ? "," : "  ",
                 options->name, options->argument ? " " : "",
                 options->argument ? options->argument : "");
        if (strlen(left) > 22) {
            printf("  %s\n%26s", left, "");
        } else {
            printf("  %-22s  ", left);
        }
        print_wrapped(options->help, 26);
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

static cli_status print_topic(cli_session *cli, int topic) {
    ff_reply reply;
    ff_reply_init(&reply, &cli->context);
    ff_code code = topics[topic].list(cli_format(cli), &reply, &cli->error);
    return cli_finish(cli, code, &reply);
}

void cli_help_general(const cli_session *cli) {
    printf("usage: %s [OPTION...] COMMAND [ARGUMENT...]\n\ncommands:\n", cli->program);
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("  %-9s  %s\n", c->name, c->summary);
    }
    printf("\nlists of names, with '%s help NAME':\n", cli->program);
    for (int i = 0; i < TOPICS; i++) {
        printf("  %-9s  %s\n", topics[i].name, topics[i].summary);
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
    print_wrapped(command->description, 0);
    if (command->options != NULL) {
        printf("\noptions:\n");
        print_options(command->options);
    }
    printf("\noptions for every command:\n");
    print_options(cli_general_options);
}

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

static void print_manual(void) {
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

static void print_option_names(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        printf(" --%s", options->name);
    }
}

static void print_word_cases(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        if (options->words != NULL) {
            printf("        --%s) COMPREPLY=($(compgen -W \"", options->name);
            for (const char *const *w = options->words; *w != NULL; w++) {
                printf("%s%s", w == options->words ? "" : " ", *w);
            }
            printf("\" -- \"$cur\")); return ;;\n");
        }
    }
}

static void print_bash_completion(void) {
    printf(
        "# bash completion for footfall, made from its table of commands\n"
        "_footfall() {\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word\n"
        "    local commands=\"");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("%s%s", c == cli_commands ? "" : " ", c->name);
    }
    printf("\"\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \" $commands \" in *\" $word \"*) command=$word; break ;; esac\n"
           "    done\n"
           "    case $prev in\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        print_word_cases(c->options);
    }
    printf("    esac\n"
           "    case $command in\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("        %s) word=\"", c->name);
        print_option_names(cli_general_options);
        print_option_names(c->options);
        printf("\" ;;\n");
    }
    printf("        *) word=\"$commands");
    print_option_names(cli_general_options);
    printf("\" ;;\n"
           "    esac\n"
           "    if [[ $cur == -* || -z $command ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$word\" -- \"$cur\"))\n"
           "    elif [[ $command == help ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$commands sites questions sources\" -- \"$cur\"))\n"
           "    else\n"
           "        COMPREPLY=($(compgen -f -- \"$cur\"))\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _footfall footfall\n");
}

/* zsh wants '[' ']' and ':' in explanations escaped inside single quotes. */
static void print_zsh_text(const char *text) {
    for (; *text != '\0'; text++) {
        if (strchr("[]:\\", *text) != NULL) {
            putchar('\\');
        }
        printf(*text == '\'' ? "'\\''" : "%c", *text);
    }
}

static void print_zsh_options(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        printf(" \\\n                '*--%s[", options->name);
        print_zsh_text(options->help);
        printf("]");
        if (options->argument != NULL) {
            printf(":%s:", options->argument);
            if (options->words != NULL) {
                printf("(");
                for (const char *const *w = options->words; *w != NULL; w++) {
                    printf("%s%s", w == options->words ? "" : " ", *w);
                }
                printf(")");
            } else {
                printf("_files");
            }
        }
        printf("'");
    }
}

static void print_zsh_completion(void) {
    printf("#compdef footfall\n# zsh completion for footfall, made from its table of commands\n"
           "_footfall() {\n"
           "    local -a commands=(\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("        '%s:", c->name);
        print_zsh_text(c->summary);
        printf("'\n");
    }
    printf("    )\n"
           "    local curcontext=$curcontext state line\n"
           "    _arguments -C '1: :->command' '*:: :->rest'");
    print_zsh_options(cli_general_options);
    printf("\n    case $state in\n"
           "        command) _describe command commands ;;\n"
           "        rest)\n"
           "            case $words[1] in\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("            %s) _arguments '*:file:_files'", c->name);
        print_zsh_options(cli_general_options);
        print_zsh_options(c->options);
        printf(" ;;\n");
    }
    printf("            esac ;;\n"
           "    esac\n"
           "}\n"
           "_footfall \"$@\"\n");
}

static cli_status print_completion(const cli_session *cli) {
    const char *shell = cli_value(cli, "completion");
    if (strcmp(shell, "bash") == 0) {
        print_bash_completion();
    } else if (strcmp(shell, "zsh") == 0) {
        print_zsh_completion();
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
        print_manual();
        return CLI_DONE;
    }
    if (cli_has(cli, "completion")) {
        return print_completion(cli);
    }
    int topic = cli->argument_count > 0 ? topic_of(cli->arguments[0]) : -1;
    if (topic >= 0) {
        return print_topic(cli, topic);
    }
    if (cli_format(cli) == FF_AS_JSON) {
        return cli_fail(cli, ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                                     "only the lists of names (sites, questions, sources) come as "
                                     "JSON"));
    }
    if (cli->argument_count == 0) {
        cli_help_general(cli);
        return CLI_DONE;
    }
    const cli_command *command = cli_find_command(cli->arguments[0]);
    if (command == NULL) {
        fprintf(stderr, "%s: there is no command '%s'\n", cli->program, cli->arguments[0]);
        cli->command = NULL;
        cli_usage_hint(cli);
        return CLI_USAGE;
    }
    cli_help_command(cli, command);
    return CLI_DONE;
}
