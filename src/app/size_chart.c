#include "app/size_chart.h"

#include "app/typed.h"
#include "base/number.h"
#include "files/csv.h"

#include <math.h>
#include <string.h>

typedef struct {
    ff_arena *arena;
    const char *file;
    ff_error *error;
    ff_csv csv;
    ff_chart_row *rows;
    size_t count;
} reader;

static ff_code refuse(const reader *r, size_t line, const char *words) {
    return ff_fail(r->error, FF_ERR_VALUE, r->file, FF_NO_OFFSET, "line %zu: %s", line, words);
}

static bool is_label(const char *text) {
    size_t length = strlen(text);
    return length <= FF_CHART_MOST_LABEL &&
           ff_typed_words(text, "label", FF_CHART_MOST_LABEL, NULL) == FF_OK;
}

static ff_code take_row(reader *r, const ff_csv_record *record) {
    double cm;
    if (record->trouble != NULL || record->count != 2) {
        return refuse(r, record->line,
                      record->trouble != NULL ? record->trouble
                                              : "it must be centimetres and a label");
    }
    if (r->count == FF_CHART_MOST_ROWS) {
        return refuse(r, record->line, "a chart has at most 200 rows");
    }
    if (!ff_number_parse(record->fields[0], &cm) || !(cm >= 8 && cm <= 40)) {
        return refuse(r, record->line,
                      "the first column must be centimetres of foot, from 8 to 40");
    }
    if (r->count > 0 && cm <= r->rows[r->count - 1].cm) {
        return refuse(r, record->line, "the centimetres must rise from row to row");
    }
    if (!is_label(record->fields[1])) {
        return refuse(r, record->line, "the label must be 1 to 24 bytes of plain text");
    }
    r->rows[r->count++] =
        (ff_chart_row){cm, ff_arena_copy(r->arena, record->fields[1]), record->line};
    return ff_arena_check(r->arena, r->error);
}

static ff_code read_head(reader *r) {
    ff_csv_record record;
    bool more;
    ff_code code = ff_csv_next(&r->csv, &record, &more, r->error);
    if (code != FF_OK) {
        return code;
    }
    bool named = more && record.trouble == NULL && record.count == 2 &&
                 strcmp(record.fields[0], "cm") == 0 && strcmp(record.fields[1], "label") == 0;
    return named ? FF_OK : refuse(r, 1, "it must name the columns: cm,label");
}

static ff_code read_rows(reader *r) {
    ff_code code = read_head(r);
    bool more = code == FF_OK;
    while (code == FF_OK && more) {
        ff_csv_record record;
        code = ff_csv_next(&r->csv, &record, &more, r->error);
        if (code == FF_OK && more) {
            code = take_row(r, &record);
        }
    }
    return code == FF_OK && r->count == 0 ? refuse(r, 2, "it has no row") : code;
}

static void find_foot(ff_size_chart *chart, double foot_mm) {
    for (size_t i = 0; i < chart->count; i++) {
        const ff_chart_row *row = &chart->rows[i];
        if (row->cm * 10 <= foot_mm + 1e-9) {
            chart->below = row;
        }
        if (chart->above == NULL && row->cm * 10 >= foot_mm - 1e-9) {
            chart->above = row;
        }
    }
}

/* Label less the line, where every label is a number. */
static void compare(ff_size_chart *chart, int system) {
    double sum = 0, least = INFINITY, most = -INFINITY;
    chart->deviates_mean = chart->deviates_least = chart->deviates_most = NAN;
    for (size_t i = 0; i < chart->count; i++) {
        double label;
        if (!ff_number_parse(chart->rows[i].label, &label)) {
            return;
        }
        double by = label - ff_size_of_foot((ff_size_system)system, chart->rows[i].cm * 10);
        sum += by;
        least = fmin(least, by);
        most = fmax(most, by);
    }
    chart->system = ff_size_system_name((ff_size_system)system);
    chart->deviates_mean = sum / (double)chart->count;
    chart->deviates_least = least;
    chart->deviates_most = most;
}

ff_code ff_size_chart_read(ff_arena *arena, ff_bytes *bytes, double foot_mm, int system,
                           ff_size_chart *chart, ff_error *error) {
    reader r = {.arena = arena, .file = bytes->name, .error = error};
    if (bytes->size > FF_CHART_MOST_BYTES) {
        return ff_fail(error, FF_ERR_LIMIT, bytes->name, FF_NO_OFFSET,
                       "a chart of sizes has at most %d bytes", FF_CHART_MOST_BYTES);
    }
    r.rows = ff_arena_take(arena, FF_CHART_MOST_ROWS, sizeof *r.rows);
    if (r.rows == NULL) {
        return ff_arena_check(arena, error);
    }
    ff_stream stream;
    ff_stream_of_bytes(&stream, bytes);
    ff_code code = ff_csv_open(&r.csv, arena->allocator, &stream, error);
    code = code == FF_OK ? read_rows(&r) : code;
    ff_csv_close(&r.csv);
    *chart = (ff_size_chart){.file = bytes->name,
                             .rows = r.rows,
                             .count = r.count,
                             .deviates_least = NAN,
                             .deviates_mean = NAN,
                             .deviates_most = NAN};
    if (code == FF_OK) {
        find_foot(chart, foot_mm);
    }
    if (code == FF_OK && system >= 0) {
        compare(chart, system);
    }
    return code;
}
