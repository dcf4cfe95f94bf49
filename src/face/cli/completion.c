/* Completions for shells, from the table of commands. */
#include "face/cli/cli.h"

#include <stdio.h>
#include <string.h>

static void print_option_names(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        printf(" --%s", options->name);
    }
}

/* Known words, such as the values of an option. */
static void print_words(const char *(*word)(int i)) {
    for (int i = 0; word(i) != NULL; i++) {
        printf("%s%s", i > 0 ? " " : "", word(i));
    }
}

/* The second word of a name of two whose first is that of command; NULL when it is none. */
static const char *second_word(const cli_command *command, const cli_command *first) {
    size_t length = strlen(first->name);
    bool of_it = strncmp(command->name, first->name, length) == 0 && command->name[length] == ' ';
    return of_it ? command->name + length + 1 : NULL;
}

/* What may follow the name of a command that has_arguments. */
static void print_arguments(const cli_command *command) {
    bool any = false;
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        const char *word = second_word(c, command);
        if (word != NULL) {
            printf("%s%s", any ? " " : "", word);
            any = true;
        }
    }
    if (command->word != NULL) {
        printf("%s", any ? " " : "");
        print_words(command->word);
    }
}

/* Whether words follow the name of a command, and not files. */
static bool has_arguments(const cli_command *command) {
    bool any = command->word != NULL;
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        any = any || second_word(c, command) != NULL;
    }
    return any;
}

static void print_word_cases(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        if (options->word != NULL) {
            printf("        --%s) COMPREPLY=($(compgen -W \"", options->name);
            print_words(options->word);
            printf("\" -- \"$cur\")); return ;;\n");
        }
    }
}

void cli_print_bash_completion(void) {
    printf(
        "# bash completion for footfall, made from its table of commands\n"
        "_footfall() {\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= arguments= word\n"
        "    local commands=\"");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        if (strchr(c->name, ' ') == NULL) {
            printf("%s%s", c == cli_commands ? "" : " ", c->name);
        }
    }
    printf("\"\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \"$command \"$word in\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        if (strchr(c->name, ' ') != NULL) {
            printf("            '%s') command='%s' ;;\n", c->name, c->name);
        }
    }
    printf("            ' '*) case \" $commands \" in *\" $word \"*) command=$word ;; esac ;;\n"
           "        esac\n"
           "    done\n"
           "    case $prev in\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        print_word_cases(c->options);
    }
    printf("    esac\n"
           "    case $command in\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        printf("        '%s') word=\"", c->name);
        print_option_names(cli_general_options);
        print_option_names(c->options);
        printf("\"");
        if (has_arguments(c)) {
            printf("; arguments=\"");
            print_arguments(c);
            printf("\"");
        }
        printf(" ;;\n");
    }
    printf("        *) word=\"$commands");
    print_option_names(cli_general_options);
    printf("\" ;;\n"
           "    esac\n"
           "    if [[ $cur == -* || -z $command ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$word\" -- \"$cur\"))\n"
           "    elif [[ -n $arguments ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$arguments\" -- \"$cur\"))\n"
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
            if (options->word != NULL) {
                printf("(");
                print_words(options->word);
                printf(")");
            } else {
                printf("_files");
            }
        }
        printf("'");
    }
}

/* Names of two words are looked for before those of one. */
static void print_zsh_commands(bool two_words) {
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        if ((strchr(c->name, ' ') != NULL) != two_words) {
            continue;
        }
        printf("            '%s%s) _arguments", c->name, two_words ? "'" : " '*");
        if (has_arguments(c)) {
            printf(two_words ? " '1:word:' '*:argument:(" : " '*:argument:(");
            print_arguments(c);
            printf(")'");
        } else {
            printf(" '*:file:_files'");
        }
        print_zsh_options(cli_general_options);
        print_zsh_options(c->options);
        printf(" ;;\n");
    }
}

void cli_print_zsh_completion(void) {
    printf("#compdef footfall\n# zsh completion for footfall, made from its table of commands\n"
           "_footfall() {\n"
           "    local -a commands=(\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        if (strchr(c->name, ' ') == NULL) {
            printf("        '%s:", c->name);
            print_zsh_text(c->summary);
            printf("'\n");
        }
    }
    printf("    )\n"
           "    local curcontext=$curcontext state line\n"
           "    _arguments -C '1: :->command' '*:: :->rest'");
    print_zsh_options(cli_general_options);
    printf("\n    case $state in\n"
           "        command) _describe command commands ;;\n"
           "        rest)\n"
           "            case \"$words[1] $words[2]\" in\n");
    print_zsh_commands(true);
    print_zsh_commands(false);
    printf("            esac ;;\n"
           "    esac\n"
           "}\n"
           "_footfall \"$@\"\n");
}
