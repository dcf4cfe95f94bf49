#include "made_journal.h"

#include "app/demo_runner.h"
#include "base/folder.h"
#include "demand.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW UINT64_C(1780315200) /* 2026-06-01T12:00:00Z, as in every test */

/* The last of the made-up runner's: enough for a trial and for patterns, few enough that a question
 * to them takes milliseconds. */
enum { RUNS = 12 };

static char folder[1024];
static char journal[sizeof folder + 16];
static ff_context context;

static int64_t now(void *user) {
    (void)user;
    return NOW;
}

static void remove_folder(void) {
    ff_folder_remove(folder, NULL);
}

const ff_context *made_context(void) {
    if (folder[0] == '\0') {
        const char *temporary = getenv("TMPDIR");
        snprintf(folder, sizeof folder, "%s/footfall-fuzz-XXXXXX",
                 temporary != NULL ? temporary : "/tmp");
        demand(mkdtemp(folder) != NULL);
        snprintf(journal, sizeof journal, "%s/journal", folder);
        context = (ff_context){.now = now, .seed = 25, .scratch_folder = folder};
        demand(atexit(remove_folder) == 0);
    }
    return &context;
}

ff_app *made_journal_open_again(void) {
    ff_app *app;
    demand(ff_app_open(made_context(), journal, &app, NULL) == FF_OK);
    return app;
}

/* ---- what the runner does, as a page would ---- */

static void send(ff_app *app, const char *path, const void *body, size_t length) {
    ff_answer answer;
    ff_answer_init(&answer, NULL);
    const ff_request request = {"POST", path, body, length};
    demand(ff_request_answer(made_context(), app, &request, &answer) == 200);
    ff_answer_free(&answer);
}

/* Takes the body over. */
static void send_json(ff_app *app, const char *path, json_t *body) {
    char *text = json_dumps(body, JSON_COMPACT);
    demand(text != NULL);
    send(app, path, text, strlen(text));
    free(text);
    json_decref(body);
}

static void bring_in(ff_app *app, const ff_demo_run *runs) {
    send(app, "/api/import", "{}", 2);
    for (size_t i = 0; i < RUNS; i++) {
        char path[256];
        snprintf(path, sizeof path, "/api/import/file?import=1&name=%s&at=0&size=%zu",
                 runs[i].file_name, runs[i].size);
        send(app, path, runs[i].bytes, runs[i].size);
    }
    send_json(app, "/api/import/step", json_pack("{s:i}", "import", 1));
}

static void say(ff_app *app, int id, const ff_demo_run *run) {
    json_t *body = json_pack("{s:i, s:s}", "run", id, "shoe", run->shoe);
    if (run->said && run->onset == FF_ONSET_NONE) {
        json_object_set_new(body, "none", json_true());
    } else if (run->said) {
        json_object_set_new(body, "from_lap", json_integer((json_int_t)run->from_lap));
        json_object_set_new(body, "sites", json_string(run->sites));
    }
    if (run->changed != NULL) {
        json_object_set_new(body, "changed", json_pack("[s]", run->changed));
    }
    send_json(app, "/api/log", body);
}

static void answer_all(ff_app *app, const ff_finding_list *answers) {
    json_t *list = json_array();
    for (size_t i = 0; i < answers->count; i++) {
        const ff_finding *answer = &answers->items[i];
        json_t *said = answer->state == FF_SAID
                           ? json_pack("{s:s, s:s, s:s}", "id", answer->id, "state", "said",
                                       "value", answer->value)
                           : json_pack("{s:s, s:s}", "id", answer->id, "state", "not_sure");
        json_array_append_new(list, said);
    }
    send_json(app, "/api/answers", json_pack("{s:o}", "answers", list));
}

static void make_journal(void) {
    ff_arena arena;
    ff_demo_runner runner;
    ff_arena_init(&arena, NULL);
    demand(ff_demo_runner_make(made_context(), &arena, &runner, NULL) == FF_OK);
    const ff_demo_run *runs = &runner.runs[runner.count - RUNS];
    ff_app *app = made_journal_open_again();
    bring_in(app, runs);
    for (int i = 0; i < RUNS; i++) {
        say(app, i + 1, &runs[i]);
    }
    answer_all(app, &runner.answers);
    ff_app_close(app);
    ff_arena_free(&arena);
}

/* ---- its bytes ---- */

static uint8_t *bytes;
static size_t size;

static void keep_bytes(void) {
    ff_bytes file;
    demand(ff_bytes_of_file(&file, journal, NULL) == FF_OK);
    size = (size_t)file.size;
    bytes = malloc(size);
    demand(bytes != NULL && ff_bytes_read(&file, 0, bytes, size, NULL) == FF_OK);
    ff_bytes_close(&file);
}

ff_app *made_journal_open(void) {
    if (bytes == NULL) {
        made_context();
        make_journal();
        keep_bytes();
    }
    /* By hand: ff_file_write waits for the disk. */
    FILE *file = fopen(journal, "wb");
    demand(file != NULL && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
    return made_journal_open_again();
}

bool made_journal_lies_alone(void) {
    ff_arena arena;
    ff_path_list list = {0};
    ff_arena_init(&arena, NULL);
    bool alone = ff_folder_files(&arena, folder, &list, NULL) == FF_OK && list.count == 1 &&
                 list.trouble_count == 0 && strcmp(list.items[0], journal) == 0;
    ff_arena_free(&arena);
    return alone;
}
