/* What the command line takes from the machine: clock, environment, signals, the terminal. */
#include "face/cli/cli.h"
#include "face/cli/strand.h"
#include "face/cli/tasks.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Set by a signal, asked by every thread. */
static atomic_bool stop_asked;

static void ask_stop(int signal_number) {
    (void)signal_number;
    stop_asked = true;
}

static int64_t clock_now(void *user) {
    (void)user;
    const char *fixed = getenv("FOOTFALL_NOW"); /* tests need the same clock every day */
    return fixed != NULL ? strtoll(fixed, NULL, 10) : (int64_t)time(NULL);
}

static bool stop_wanted(void *user) {
    (void)user;
    return stop_asked;
}

static void print_log(void *user, ff_log_level level, const char *line) {
    (void)user;
    if (level >= FF_LOG_WARNING) {
        fprintf(stderr, "footfall: %s\n", line);
    }
}

/* Linux's does not count while the machine sleeps; macOS's does, and has another. */
#if defined(CLOCK_UPTIME_RAW)
#define AWAKE_CLOCK CLOCK_UPTIME_RAW
#else
#define AWAKE_CLOCK CLOCK_MONOTONIC
#endif

static double monotonic_s(void *user) {
    struct timespec now;
    (void)user;
    clock_gettime(AWAKE_CLOCK, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void print_time_left(double left_s) {
    if (left_s < 90) {
        fprintf(stderr, ", %.0f s left", left_s);
    } else {
        fprintf(stderr, ", %.0f min left", left_s / 60);
    }
}

/* One line that is written over: count, rate, time left. A tenth of a second between two, so that
 * drawing costs nothing beside the work. */
static void draw_progress(void *user, const ff_progress *p) {
    cli_session *cli = user;
    double now_s = monotonic_s(NULL);
    bool last = p->total > 0 && p->done >= p->total;
    if (cli->progress_what != p->what) { /* texts of the library: the same one while it works */
        cli->progress_what = p->what;
        cli->progress_began_s = now_s;
        cli->progress_drawn_s = 0;
    }
    if (!last && now_s - cli->progress_drawn_s < 0.1) {
        return;
    }
    cli->progress_drawn_s = now_s;
    double spent_s = now_s - cli->progress_began_s;
    double share = p->share > 0   ? p->share
                   : p->total > 0 ? (double)p->done / (double)p->total
                                  : 0;
    fprintf(stderr, "\r\033[K%s %llu", p->what, (unsigned long long)p->done);
    if (p->total > 0) {
        fprintf(stderr, " of %llu", (unsigned long long)p->total);
    }
    if (spent_s > 0 && p->done > 0 && !last) {
        fprintf(stderr, ", %.0f a second", (double)p->done / spent_s);
    }
    if (spent_s > 1 && share > 0 && !last) { /* the first second knows too little */
        print_time_left(spent_s * (1 - share) / share);
    }
    if (last) {
        fputc('\n', stderr);
        cli->progress_what = NULL;
    }
    fflush(stderr);
}

/* Where programs put what they need for a moment. */
static const char *find_scratch(cli_session *cli) {
    const char *given = getenv("TMPDIR");
    const char *folder = given != NULL && given[0] == '/' ? given : "/tmp";
    int length = snprintf(cli->scratch, sizeof cli->scratch, "%s", folder);
    return length > 0 && (size_t)length < sizeof cli->scratch ? cli->scratch : "/tmp";
}

void cli_context_init(cli_session *cli) {
    struct sigaction action = {0};
    action.sa_handler = ask_stop;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error to tell, like a full disk */
    cli->context = (ff_context){
        .now = clock_now,
        .stopwatch = monotonic_s,
        .log = print_log,
        .cancelled = stop_wanted,
        .run_tasks = cli_run_tasks,
        .begin_strand = cli_begin_strand,
#if defined(FOOTFALL_WITH_PDF)
        .draw_pdf = cli_draw_pdf,
#endif
        .scratch_folder = find_scratch(cli),
        .user = cli,
    };
    if (isatty(STDERR_FILENO)) {
        cli->context.progress = draw_progress;
    }
    const char *name = getenv("FOOTFALL_CALLED"); /* set by ./try, so that hints can be typed */
    cli->program = name != NULL && name[0] != '\0' ? name : "footfall";
}

bool cli_find_journal(cli_session *cli) {
    const char *given = cli_value(cli, "journal");
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    int length;
    if (given != NULL) {
        length = snprintf(cli->journal, sizeof cli->journal, "%s", given);
    } else if (data != NULL && data[0] == '/') { /* the XDG rule: a relative path is ignored */
        length = snprintf(cli->journal, sizeof cli->journal, "%s/footfall/journal.footfall", data);
    } else if (home != NULL && home[0] != '\0') {
        length = snprintf(cli->journal, sizeof cli->journal,
                          "%s/.local/share/footfall/journal.footfall", home);
    } else {
        ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                "neither HOME nor XDG_DATA_HOME is set: say with --journal FILE where to keep things");
        return false;
    }
    if (length <= 0 || (size_t)length >= sizeof cli->journal) {
        ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "the journal's path is %s",
                length <= 0 ? "empty" : "too long");
        return false;
    }
    return true;
}

static cli_status status_of(ff_code code) {
    switch (code) {
    case FF_OK:
        return CLI_DONE;
    case FF_ERR_CANCELLED:
        return CLI_INCOMPLETE;
    case FF_ERR_USAGE:
    case FF_ERR_KEY:
    case FF_ERR_VALUE:
        return CLI_USAGE;
    default:
        return CLI_FAILED;
    }
}

cli_status cli_begin(cli_session *cli, ff_app **app, ff_reply *reply) {
    ff_reply_init(reply, &cli->context);
    *app = NULL;
    ff_code code = FF_ERR_USAGE;
    if (cli_find_journal(cli)) {
        code = ff_app_open(&cli->context, cli->journal, app, &cli->error);
    }
    if (code != FF_OK) {
        return cli_fail(cli, code);
    }
    ff_app_call_me(*app, cli->program);
    return CLI_DONE;
}

void cli_print(const char *text) {
    fputs(text, stdout);
}

void cli_complain(const cli_session *cli, const ff_error *error) {
    fprintf(stderr, "%s: ", cli->program);
    if (error->where[0] != '\0') {
        fprintf(stderr, "%s: ", error->where);
    }
    fprintf(stderr, "%s", error->message[0] != '\0' ? error->message : ff_code_text(error->code));
    if (error->offset >= 0) {
        fprintf(stderr, " (byte %lld)", (long long)error->offset);
    }
    fputc('\n', stderr);
    const char *next = ff_code_next_step(error->code);
    if (status_of(error->code) == CLI_USAGE) {
        cli_usage_hint(cli);
    } else if (next[0] != '\0') {
        fprintf(stderr, "What to do: %s.\n", next);
    }
}

cli_status cli_finish(cli_session *cli, ff_code code, ff_reply *reply) {
    if (code == FF_OK) {
        code = ff_text_check(&reply->text, &cli->error);
    }
    if (reply->text.failed) {
        ff_text_free(&reply->text); /* half an answer would be taken for a whole one */
    }
    if (code != FF_OK && reply->text.length == 0 && cli_format(cli) == FF_AS_JSON) {
        ff_reply_error(reply, &cli->error); /* a program that reads JSON gets the reason as JSON */
    }
    fwrite(reply->text.data, 1, reply->text.length, stdout); /* a PDF holds NULs */
    cli_status status = code == FF_OK && reply->incomplete ? CLI_INCOMPLETE : status_of(code);
    if (code != FF_OK) {
        fflush(stdout);
        cli_complain(cli, &cli->error);
    }
    ff_reply_free(reply);
    return status;
}

cli_status cli_end(cli_session *cli, ff_app *app, ff_code code, ff_reply *reply) {
    cli_status status = cli_finish(cli, code, reply);
    ff_app_close(app);
    return status;
}

cli_status cli_fail(cli_session *cli, ff_code code) {
    ff_reply none;
    ff_reply_init(&none, &cli->context);
    return cli_finish(cli, code, &none);
}

cli_status cli_flush(cli_session *cli, cli_status status) {
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "%s: the output could not be written: %s\n", cli->program,
                strerror(errno));
        return CLI_FAILED;
    }
    return status;
}
