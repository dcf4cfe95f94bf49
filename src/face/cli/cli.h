/* The command line: one table of commands and options, from which the parser, the help, the
 * manual page and the shell completions are made. */
#ifndef FOOTFALL_FACE_CLI_H
#define FOOTFALL_FACE_CLI_H

#include <footfall/app.h>

#include <stdbool.h>
#include <stdio.h>

/* Exit status, the same for every command. */
typedef enum cli_status {
    CLI_DONE = 0,
    CLI_INCOMPLETE = 1, /* done, but the answer is "no" or part of the input failed */
    CLI_USAGE = 2,
    CLI_FAILED = 3
} cli_status;

typedef struct cli_option {
    const char *name;     /* "journal"; NULL ends a list */
    char letter;          /* 'j', or 0 */
    const char *argument; /* "FILE"; NULL for a switch */
    const char *help;
    const char *(*word)(int i); /* values that completion offers, NULL behind the last; none when
                                   it is NULL: files */
} cli_option;

typedef struct cli_session cli_session;

typedef struct cli_command {
    const char *name;      /* one word or two ("trial start"); NULL ends the table */
    const char *arguments; /* "PATH..." */
    int least, most;       /* how many arguments; most -1: any number */
    const char *summary;   /* one line */
    const char *description;
    const cli_option *options; /* beside the general ones; may be NULL */
    cli_status (*run)(cli_session *cli);
    const char *(*word)(int i); /* what completion offers as arguments; NULL: files */
} cli_command;

extern const cli_option cli_general_options[];
extern const cli_command cli_commands[];

/* The options of every command behind whose answer stands a document, and what was given of them
 * (parse.c). False, with the error set, when they cannot be met. */
/* clang-format off */
#define CLI_DOCUMENT_OPTIONS                                                                       \
    {"html", 0, "FILE", "also write it to FILE as a page that needs no other file; - prints it",   \
     NULL},                                                                                        \
    {"pdf", 0, "FILE", "also write it to FILE as a PDF; - prints it", NULL},                       \
    {"paper", 0, "SIZE", "paper of the PDF: a4 (unless told) or letter", cli_paper_word}
/* clang-format on */
bool cli_document_files(cli_session *cli, ff_document_files *files);
const char *cli_paper_word(int i); /* "a4", "letter", NULL */

/* Of the command plan, what takes it along; whether any was given (plan_take.c). */
/* clang-format off */
#define CLI_PLAN_TAKE_OPTIONS                                                                      \
    {"ics", 0, "FILE", "write what is to come to FILE as a calendar; - prints it", NULL},          \
    {"alarm", 0, "MIN", "with --ics: an alarm MIN minutes before, 0 to 10080, instead of 30",      \
     NULL},                                                                                        \
    {"no-alarm", 0, NULL, "with --ics: no alarm", NULL},                                           \
    {"zone", 0, "ZONE",                                                                            \
     "your time zone, such as Europe/Berlin, instead of this machine's", NULL},                    \
    {"fit", 0, "FOLDER",                                                                           \
     "write what is to come into FOLDER as workouts for a Garmin watch, a file a run", NULL}
/* clang-format on */
bool cli_takes_plan(const cli_session *cli);

#define CLI_MAX_OPTIONS 64

/* One run of the program: what was typed, and what the library is given. */
struct cli_session {
    const char *program; /* what to call it in hints: "footfall", or "./try" */
    const cli_command *command;
    const char **arguments;
    int argument_count;
    struct {
        const cli_option *option;
        const char *value;
    } given[CLI_MAX_OPTIONS];
    int given_count;
    ff_context context;
    ff_error error;
    char journal[4096];
    char scratch[4096]; /* the folder for what is too large for memory */
    char zone_name[64]; /* the time zone as the app is told it */
    unsigned char zone_data[32768];
    size_t zone_size;
    const char *progress_what; /* what the progress line is of; NULL: there is none */
    double progress_began_s, progress_drawn_s; /* of the progress line, on the monotonic clock */
};

/* parse.c: fills command, arguments and given; on CLI_USAGE it has said why on standard error. */
cli_status cli_parse(cli_session *cli, int argc, char **argv);
/* The command whose name the first of count words are, *used of them; two are taken before one. NULL
 * when there is none. */
const cli_command *cli_find_command(const char *const *words, int count, int *used);
bool cli_has(const cli_session *cli, const char *option);
const char *cli_value(const cli_session *cli, const char *option); /* the last given, or NULL */
ff_format cli_format(const cli_session *cli);
/* The option as a whole number within bounds; left as it is when the option was not given. False,
 * with the error set, when it holds anything else. */
bool cli_whole_number(cli_session *cli, const char *option, int least, int most, int *number);

/* memory.c: to be called first. */
void cli_keep_memory(void);

/* pdf.c, where it is built: a context's draw_pdf (<footfall/context.h>). */
ff_code cli_draw_pdf(void *user, const ff_document *document, ff_text *out, ff_error *error);

/* terminal.c: everything that touches the machine. */
void cli_context_init(cli_session *cli);
/* Where the demo lives: a folder beside the journal that was found; false with error set. */
bool cli_demo_folder(cli_session *cli, char *folder, size_t size);
bool cli_find_journal(cli_session *cli);                     /* fills journal; false with error set */
/* Makes the reply an empty one and opens the app, or says why not: then there is nothing to end. */
cli_status cli_begin(cli_session *cli, ff_app **app, ff_reply *reply);
/* As cli_finish, and closes the app. */
cli_status cli_end(cli_session *cli, ff_app *app, ff_code code, ff_reply *reply);
cli_status cli_finish(cli_session *cli, ff_code code, ff_reply *reply); /* prints, frees, gives the status */
cli_status cli_fail(cli_session *cli, ff_code code);         /* the same with nothing to print but cli->error */
void cli_print(const char *text);                    /* to standard output */
void cli_complain(const cli_session *cli, const ff_error *error); /* to standard error */
cli_status cli_flush(cli_session *cli, cli_status status);   /* CLI_FAILED when output was lost */

/* zone.c: fills zone_name, zone_data and zone_size with the zone of --zone, else the machine's; false
 * where there is none. */
bool cli_find_zone(cli_session *cli);
/* Tells the app the zone of --zone, else the machine's, where it has one. False with the error
 * set when --zone names none. */
bool cli_tell_zone(cli_session *cli, ff_app *app);
/* commands.c: all of a file, or of standard input ("-"), into text: at most 1 MiB. */
ff_code cli_read_input(cli_session *cli, const char *path, ff_text *text);

/* help.c */
void cli_help_general(const cli_session *cli);
void cli_help_command(const cli_session *cli, const cli_command *command);
void cli_usage_line(const cli_session *cli, const cli_command *command, FILE *out);
void cli_usage_hint(const cli_session *cli);
void cli_welcome(const cli_session *cli);
cli_status cli_run_help(cli_session *cli);
const char *cli_help_word(int i); /* what help explains, NULL behind the last */

/* manual.c, completion.c: to standard output. */
void cli_print_manual(void);
void cli_print_bash_completion(void);
void cli_print_zsh_completion(void);

/* commands.c, ask.c, lace.c, open.c: one function a command. */
cli_status cli_run_ask(cli_session *cli);
cli_status cli_run_assess(cli_session *cli);
cli_status cli_run_decode(cli_session *cli);
cli_status cli_run_demo(cli_session *cli);
cli_status cli_run_import(cli_session *cli);
cli_status cli_run_imports(cli_session *cli);
cli_status cli_run_patterns(cli_session *cli);
cli_status cli_run_export(cli_session *cli);
cli_status cli_run_copy(cli_session *cli);   /* data.c */
cli_status cli_run_data(cli_session *cli);   /* data.c */
cli_status cli_run_forget(cli_session *cli); /* data.c */
cli_status cli_run_fit(cli_session *cli);
cli_status cli_run_restore(cli_session *cli);
cli_status cli_run_lace(cli_session *cli);
cli_status cli_run_log(cli_session *cli);
cli_status cli_run_merge(cli_session *cli);
cli_status cli_run_open(cli_session *cli);
cli_status cli_run_part(cli_session *cli);
cli_status cli_run_plan(cli_session *cli);
cli_status cli_run_plan_take(cli_session *cli); /* plan_take.c */
cli_status cli_run_step(cli_session *cli);
cli_status cli_run_runs(cli_session *cli);
cli_status cli_run_fit_shoe(cli_session *cli);
cli_status cli_run_foot(cli_session *cli);
cli_status cli_run_shoe(cli_session *cli);
cli_status cli_run_size(cli_session *cli);
cli_status cli_run_routine(cli_session *cli);   /* routine.c */
cli_status cli_run_home_test(cli_session *cli); /* routine.c */
cli_status cli_run_pad(cli_session *cli);       /* routine.c */
cli_status cli_run_habits(cli_session *cli);    /* routine.c */
cli_status cli_run_show(cli_session *cli);
cli_status cli_run_where(cli_session *cli);
cli_status cli_run_next(cli_session *cli);
cli_status cli_run_trial(cli_session *cli);
cli_status cli_run_trial_analyse(cli_session *cli);
cli_status cli_run_trial_end(cli_session *cli);
cli_status cli_run_trial_plan(cli_session *cli);
cli_status cli_run_trial_start(cli_session *cli);
cli_status cli_run_visit(cli_session *cli); /* visit.c */
cli_status cli_run_why(cli_session *cli);

#endif
