/* Completions for shells, from the table of commands. */
#include "face/cli/cli.h"

#include <stdio.h>
#include <string.h>

static void print_option_names(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        printf(" --%s", options->name);
    }
}

/* The values of an option that takes a known word. */
static void print_words(const cli_option *option) {
    for (int i = 0; option->word(i) != NULL; i++) {
        printf("%s%s", i > 0 ? " " : "", option->word(i));
    }
}

static void print_word_cases(const cli_option *options) {
    for (; options != NULL && options->name != NULL; options++) {
        if (options->word != NULL) {
            printf("        --%s) COMPREPLY=($(compgen -W \"", options->name);
            print_words(options);
            printf("\" -- \"$cur\")); return ;;\n");
        }
    }
}

void cli_print_bash_completion(void) {
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
           "        COMPREPLY=($(compgen -W \"$commands sites questions causes sources\" -- "
           "\"$cur\"))\n"
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
                print_words(options);
                printf(")");
            } else {
                printf("_files");
            }
        }
        printf("'");
    }
}

void cli_print_zsh_completion(void) {
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
