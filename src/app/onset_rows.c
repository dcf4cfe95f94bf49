#include "app/onset_rows.h"

#include "app/show.h"
#include "base/json.h"
#include "report/words.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SHOES   5
#define MOST_CHANGES 4

/* One thing, and on which runs. */
typedef struct {
    const char *name;
    bool *with;
    size_t runs;
} thing;

typedef struct {
    ff_arena *arena;
    thing *items;
    size_t count, room;
    size_t runs; /* of the request */
} things;

static thing *thing_of(things *all, const char *name) {
    for (size_t i = 0; i < all->count; i++) {
        if (strcmp(all->items[i].name, name) == 0) {
            return &all->items[i];
        }
    }
    if (all->count == all->room) {
        size_t room = all->room > 0 ? 2 * all->room : 8;
        thing *grown = ff_arena_grow(all->arena, all->items, all->count, room, sizeof *grown);
        if (grown == NULL) {
            return NULL;
        }
        all->items = grown;
        all->room = room;
    }
    bool *with = ff_arena_take(all->arena, all->runs, sizeof *with);
    if (with == NULL) {
        return NULL;
    }
    all->items[all->count] = (thing){name, with, 0};
    return &all->items[all->count++];
}

static void note(things *all, const char *name, size_t run) {
    thing *one = name != NULL && name[0] != '\0' ? thing_of(all, name) : NULL;
    if (one != NULL && !one->with[run]) {
        one->with[run] = true;
        one->runs++;
    }
}

static int by_runs(const void *a, const void *b) {
    const thing *x = a, *y = b;
    return x->runs != y->runs ? (x->runs < y->runs ? 1 : -1) : strcmp(x->name, y->name);
}

static const char *as_it_is(ff_arena *arena, const char *name) {
    (void)arena;
    return name;
}

/* What the runner called it in words of their own stands in quotes: nobody else's words are in
 * them. */
static const char *as_a_change(ff_arena *arena, const char *name) {
    const char *words = ff_words_change(name);
    return words != NULL ? ff_arena_printf(arena, "changed: %s", words)
                         : ff_arena_printf(arena, "changed: \"%s\"", name);
}

static void add_rows(things *all, const char *(*called)(ff_arena *, const char *), size_t most,
                     ff_onset_row *rows, ff_onset_request *request) {
    if (all->count > 0) {
        qsort(all->items, all->count, sizeof *all->items, by_runs);
    }
    for (size_t i = 0; i < all->count && i < most; i++) {
        const char *name = called(all->arena, all->items[i].name);
        rows[request->row_count++] = (ff_onset_row){name != NULL ? name : "", all->items[i].with};
    }
    request->rows_left_out += all->count > most ? all->count - most : 0;
}

void ff_onset_rows(ff_arena *arena, ff_onset_request *request) {
    things shoes = {.arena = arena, .runs = request->count};
    things changes = shoes;
    ff_onset_row *rows = ff_arena_take(arena, MOST_SHOES + MOST_CHANGES, sizeof *rows);
    for (size_t i = 0; i < request->count; i++) {
        const ff_logged_run *run = &request->runs[i];
        note(&shoes, run->shoe, i);
        for (size_t c = 0; c < run->change_count; c++) {
            note(&changes, run->changes[c], i);
        }
    }
    request->rows = rows;
    request->row_count = request->rows_left_out = 0;
    if (rows != NULL) {
        add_rows(&shoes, as_it_is, MOST_SHOES, rows, request);
        add_rows(&changes, as_a_change, MOST_CHANGES, rows, request);
    }
}

void ff_onset_reply(const ff_text *svg, const ff_onset_marks *marks, ff_format format,
                    ff_reply *reply) {
    ff_json json;
    if (format != FF_AS_JSON) {
        ff_app_reply_drawing(svg, format, reply);
        return;
    }
    reply->text.failed |= svg->failed;
    ff_json_init(&json, &reply->text);
    ff_json_object(&json);
    ff_json_text_member(&json, "svg", svg->data);
    ff_json_result_member(&json, "width", marks->width);
    ff_json_result_member(&json, "height", marks->height);
    ff_json_name(&json, "marks");
    ff_json_array(&json);
    for (size_t i = 0; i < marks->count; i++) {
        ff_json_object(&json);
        ff_json_name(&json, "run");
        ff_json_int(&json, marks->items[i].run_id);
        ff_json_result_member(&json, "x", marks->items[i].x);
        ff_json_result_member(&json, "y", marks->items[i].y);
        ff_json_end_object(&json);
    }
    ff_json_end_array(&json);
    ff_json_end_object(&json);
    ff_text_add_char(&reply->text, '\n');
}
