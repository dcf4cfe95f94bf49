/* open: the page, served on this machine, and a browser that shows it. */
#include "face/cli/cli.h"

#include <stdio.h>

#if defined(FOOTFALL_WITH_SERVER)

#include <footfall/serve.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define IDLE_S 900 /* a browser that saves power may let a page that nobody looks at rest for minutes */

typedef struct {
    const cli_session *cli;
    bool with_browser;
    int idle_s; /* 0: it goes on */
    char door[sizeof((cli_session *)0)->journal + 64]; /* the file that leads the browser in; "" */
} opening;

static bool make_token(char token[FF_TOKEN_LENGTH + 1], ff_error *error) {
    unsigned char bytes[FF_TOKEN_LENGTH / 2];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) {
        ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET, "no random numbers: %s",
                strerror(errno));
        return false;
    }
    for (size_t i = 0; i < sizeof bytes; i++) {
        snprintf(token + 2 * i, 3, "%02x", bytes[i]);
    }
    return true;
}

/* A browser is told a file, not the address: what a program is started with, everyone on the
 * machine can read, and the address holds the token. Only we may read the file. */
static bool make_door(opening *o, const char *address) {
    const char *folder = getenv("XDG_RUNTIME_DIR");
    const char *slash = strrchr(o->cli->journal, '/');
    int length =
        folder != NULL && folder[0] == '/'
            ? snprintf(o->door, sizeof o->door, "%s/footfall-%ld.html", folder, (long)getpid())
            : snprintf(o->door, sizeof o->door, "%.*sfootfall-%ld.html",
                       slash != NULL ? (int)(slash - o->cli->journal + 1) : 0, o->cli->journal,
                       (long)getpid());
    int file = length > 0 && (size_t)length < sizeof o->door
                   ? open(o->door, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)
                   : -1;
    FILE *out = file >= 0 ? fdopen(file, "w") : NULL;
    if (out == NULL) {
        if (file >= 0) {
            close(file);
            unlink(o->door);
        }
        o->door[0] = '\0';
        return false;
    }
    fprintf(out,
            "<!doctype html><meta charset=\"utf-8\"><title>footfall</title>"
            "<meta http-equiv=\"refresh\" content=\"0;url=%s\"><a href=\"%s\">footfall</a>\n",
            address, address);
    return fclose(out) == 0;
}

/* The opener is let go at once: it, and the browser it may start, are not ours to end. */
static void start_opener(const char *file) {
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_RDWR);
        if (setsid() >= 0 && fork() == 0 && nowhere >= 0 && dup2(nowhere, STDIN_FILENO) >= 0 &&
            dup2(nowhere, STDOUT_FILENO) >= 0 && dup2(nowhere, STDERR_FILENO) >= 0) {
            execlp("xdg-open", "xdg-open", file, (char *)NULL);
        }
        _exit(0);
    }
    if (child > 0) {
        waitpid(child, NULL, 0);
    }
}

static bool has_display(void) {
    const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    return (x != NULL && x[0] != '\0') || (wayland != NULL && wayland[0] != '\0');
}

/* "15 minutes", "90 seconds". */
static void write_idle(const opening *o, char words[32]) {
    bool minutes = o->idle_s % 60 == 0;
    int count = minutes ? o->idle_s / 60 : o->idle_s;
    snprintf(words, 32, "%d %s%s", count, minutes ? "minute" : "second", count == 1 ? "" : "s");
}

static void say_address(const opening *o, const char *address) {
    char idle[32];
    printf("The page is at\n  %s\n"
           "Keep the address to yourself: whoever has it sees your runs, as long as this runs.\n",
           address);
    if (o->idle_s > 0) {
        write_idle(o, idle);
        printf("It ends when the page has been closed for %s, or with Ctrl-C.\n", idle);
    } else {
        printf("Ctrl-C ends it.\n");
    }
}

static void say_left(void *user) {
    const opening *o = user;
    if (cli_format(o->cli) != FF_AS_JSON) { /* which has had its one value */
        char idle[32];
        write_idle(o, idle);
        printf("No page was open for %s, so this has ended. What you said is kept. To see it "
               "again: %s open\n",
               idle, o->cli->program);
    }
}

static void tell(void *user, const char *address) {
    opening *o = user;
    if (cli_format(o->cli) == FF_AS_JSON) {
        printf("{\"address\":\"%s\"}\n", address);
    } else {
        say_address(o, address);
    }
    fflush(stdout);
    if (o->with_browser && has_display() && make_door(o, address)) {
        start_opener(o->door);
    }
}

/* How long it waits for a page that is closed; false with the error set. */
static bool read_life(cli_session *cli, opening *o) {
    bool keep = cli_has(cli, "keep");
    if (keep && cli_has(cli, "idle")) {
        ff_fail(&cli->error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                "--keep and --idle exclude each other");
        return false;
    }
    o->idle_s = keep ? 0 : IDLE_S;
    return cli_whole_number(cli, "idle", 1, 86400, &o->idle_s);
}

static ff_code serve(cli_session *cli) {
    char token[FF_TOKEN_LENGTH + 1];
    opening o = {.cli = cli, .with_browser = !cli_has(cli, "no-browser")};
    int port = 0;
    char sample[sizeof cli->journal];
    if (!read_life(cli, &o) || !cli_find_journal(cli) ||
        !cli_demo_folder(cli, sample, sizeof sample) ||
        !cli_whole_number(cli, "port", 1024, UINT16_MAX, &port) || !make_token(token, &cli->error)) {
        return cli->error.code;
    }
    ff_serve_options options = {.port = (uint16_t)port,
                                .token = token,
                                .program = cli->program,
                                .sample_folder = sample,
                                .idle_s = o.idle_s,
                                .left = say_left,
                                .listening = tell,
                                .user = &o};
    if (cli_find_zone(cli)) {
        options.time_zone.name = cli->zone_name;
        options.time_zone.data = cli->zone_data;
        options.time_zone.size = cli->zone_size;
    }
    signal(SIGPIPE, SIG_IGN); /* a browser that goes away in the middle is no reason to end */
    ff_code code = ff_serve(&cli->context, cli->journal, &options, &cli->error);
    if (o.door[0] != '\0') {
        unlink(o.door);
    }
    return code;
}

cli_status cli_run_open(cli_session *cli) {
    ff_reply none;
    ff_reply_init(&none, &cli->context);
    return cli_finish(cli, serve(cli), &none);
}

#else

cli_status cli_run_open(cli_session *cli) {
    fprintf(stderr,
            "%s: this footfall was built without the page server\n"
            "What to do: install libmicrohttpd-dev and build footfall again. All other commands "
            "work without it.\n",
            cli->program);
    return CLI_FAILED;
}

#endif
