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

/* The table: type, lo, hi and the columns. */
static void read_table(survival_case *c) {
    char path[4096], line[4096];
    snprintf(path, sizeof path, "%s/trial/reference/open/%s", shared_folder(),
             json_string_value(json_object_get(c->json, "data")));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    unsigned char *kinds = ff_arena_take(&c->arena, MOST_ROWS, 1);
    double *values = ff_arena_take(&c->arena, MOST_ROWS * MOST_FIELDS, sizeof *values);
    const double **columns = ff_arena_take(&c->arena, MOST_FIELDS, sizeof *columns);
    c->names = ff_arena_take(&c->arena, MOST_FIELDS, sizeof *c->names);
    assert_non_null(fgets(line, sizeof line, file));
    size_t fields = 0;
    for (char *word = strtok(line, ",\r\n"); word != NULL; word = strtok(NULL, ",\r\n"), fields++) {
        if (fields >= 3) {
            c->names[fields - 3] = ff_arena_copy(&c->arena, word);
            columns[fields - 3] = values + fields * MOST_ROWS;
        }
    }
    size_t count = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        size_t field = 0;
        for (char *word = strtok(line, ",\r\n"); word != NULL; word = strtok(NULL, ",\r\n")) {
            values[field++ * MOST_ROWS + count] = strtod(word, NULL);
        }
        kinds[count] = (unsigned char)values[count];
        for (size_t k = 1; k <= 2; k++) {
            values[k * MOST_ROWS + count] = log(values[k * MOST_ROWS + count]);
        }
        if (kinds[count] == FF_KNOWN_BEFORE) { /* known by lo = hi */
            values[MOST_ROWS + count] = values[2 * MOST_ROWS + count];
        }
        count++;
    }
    fclose(file);
    c->data = (ff_aft_data){.count = count,
                            .kinds = kinds,
                            .low = values + MOST_ROWS,
                            .high = values + 2 * MOST_ROWS,
                            .column_count = fields - 3,
                            .columns = columns};
}

bool survival_case_read(const char *name, survival_case *c) {
    if (shared_folder() == NULL) {
        return false;
    }
    *c = (survival_case){.json = load(name)};
    ff_arena_init(&c->arena, NULL);
    read_table(c);
    return true;
}

void survival_case_free(survival_case *c) {
    json_decref(c->json);
    ff_arena_free(&c->arena);
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
