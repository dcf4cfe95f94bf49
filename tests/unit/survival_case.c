#include "survival_case.h"

#include "support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t *load(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/trial/reference/open/%s.json", shared_folder(), name);
    json_t *json = json_load_file(path, JSON_DECODE_INT_AS_REAL, NULL);
    if (json == NULL) {
        fail_msg("%s cannot be read", path);
    }
    return json;
}

enum { MOST_ROWS = 1000, MOST_FIELDS = 16 };

/* The words of a line; returns how many. */
static size_t split(char *line, char **words) {
    size_t count = 0;
    for (char *word = strtok(line, ",\r\n"); word != NULL; word = strtok(NULL, ",\r\n")) {
        assert_true(count < MOST_FIELDS);
        words[count++] = word;
    }
    return count;
}

static void read_table(survival_case *c) {
    char path[4096], line[4096], *words[MOST_FIELDS];
    snprintf(path, sizeof path, "%s/trial/reference/open/%s", shared_folder(),
             json_string_value(json_object_get(c->json, "data")));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    c->column_count = split(line, words);
    c->column_names = ff_arena_take(&c->arena, c->column_count, sizeof *c->column_names);
    c->columns = ff_arena_take(&c->arena, c->column_count, sizeof *c->columns);
    for (size_t k = 0; k < c->column_count; k++) {
        c->column_names[k] = ff_arena_copy(&c->arena, words[k]);
        c->columns[k] = ff_arena_take(&c->arena, MOST_ROWS, sizeof *c->columns[k]);
    }
    for (; fgets(line, sizeof line, file) != NULL; c->rows++) {
        assert_true(c->rows < MOST_ROWS && split(line, words) == c->column_count);
        for (size_t k = 0; k < c->column_count; k++) {
            c->columns[k][c->rows] = strtod(words[k], NULL);
        }
    }
    fclose(file);
}

/* type, lo, hi and the columns. */
static void take_data(survival_case *c) {
    unsigned char *kinds = ff_arena_take(&c->arena, c->rows, 1);
    double *times = ff_arena_take(&c->arena, 2 * c->rows, sizeof *times);
    for (size_t i = 0; i < c->rows; i++) {
        kinds[i] = (unsigned char)c->columns[0][i];
        times[i] = log(c->columns[kinds[i] == FF_KNOWN_BEFORE ? 2 : 1][i]);
        times[c->rows + i] = log(c->columns[2][i]);
    }
    c->names = c->column_names + 3;
    c->data = (ff_aft_data){.count = c->rows,
                            .kinds = kinds,
                            .low = times,
                            .high = times + c->rows,
                            .column_count = c->column_count - 3,
                            .columns = (const double *const *)(c->columns + 3)};
}

bool survival_case_read(const char *name, survival_case *c) {
    if (shared_folder() == NULL) {
        return false;
    }
    *c = (survival_case){.json = load(name)};
    ff_arena_init(&c->arena, NULL);
    read_table(c);
    if (strcmp(c->column_names[0], "type") == 0) {
        take_data(c);
    }
    return true;
}

void survival_case_free(survival_case *c) {
    json_decref(c->json);
    ff_arena_free(&c->arena);
}

const double *survival_case_column(const survival_case *c, const char *name) {
    for (size_t k = 0; k < c->column_count; k++) {
        if (strcmp(c->column_names[k], name) == 0) {
            return c->columns[k];
        }
    }
    fail_msg("there is no column %s", name);
    return NULL;
}

const unsigned char *survival_case_kinds(survival_case *c, const char *name) {
    const double *column = survival_case_column(c, name);
    unsigned char *kinds = ff_arena_take(&c->arena, c->rows, 1);
    for (size_t i = 0; i < c->rows; i++) {
        kinds[i] = column[i] > 0 ? FF_KNOWN_AT : FF_KNOWN_AFTER;
    }
    return kinds;
}

json_t *survival_case_at(const survival_case *c, const char *path) {
    char part[128];
    json_t *at = c->json;
    while (*path != '\0' && at != NULL) {
        size_t length = strcspn(path, "/");
        snprintf(part, sizeof part, "%.*s", (int)length, path);
        at = json_is_array(at) ? json_array_get(at, (size_t)atoi(part)) : json_object_get(at, part);
        path += length + (path[length] == '/');
    }
    return at;
}

double survival_case_number(const survival_case *c, const char *path) {
    json_t *at = survival_case_at(c, path);
    if (!json_is_number(at)) {
        fail_msg("there is no number %s", path);
    }
    return json_number_value(at);
}
