/* fit --curve: in what share of the rows it has not begun yet at each time, without a model. */
#include "app/fit_words.h"

#include "base/number.h"
#include "report/table.h"
#include "trial/kaplan_meier.h"
#include "trial/turnbull.h"

#include <math.h>
#include <stdio.h>

typedef struct {
    ff_fit_job *job;
    ff_fit_groups groups; /* count 0: one curve of all rows */
    ff_limits limits;
    ff_json json;
} work;

static const double shares[] = {0.25, 0.5, 0.75};
enum { SHARES = sizeof shares / sizeof *shares };

static bool is_of(const work *w, size_t row, size_t group) {
    return w->groups.count == 0 || w->groups.of[row] == group;
}

static char *as_read(double x, char buffer[FF_NUMBER_SIZE]) {
    ff_number_format(x, buffer);
    return buffer;
}

/* As FF_FIXED, for a number as it was read. */
#define AS_READ(x) as_read((x), (char[FF_NUMBER_SIZE]){0})

static const char *plain(const work *w, double x) {
    return ff_arena_copy(w->job->arena, AS_READ(x));
}

static const char *fixed(const work *w, double x) {
    return ff_arena_copy(w->job->arena, FF_FIXED(x, 3));
}

static void count_member(ff_json *json, const char *name, size_t count) {
    ff_json_name(json, name);
    ff_json_uint(json, count);
}

/* ---- Kaplan-Meier ---- */

static void row_json(ff_json *json, const ff_survival_row *row) {
    ff_json_object(json);
    ff_json_name(json, "time");
    ff_json_number(json, row->minutes);
    count_member(json, "at_risk", row->at_risk);
    count_member(json, "began", row->began);
    count_member(json, "ended", row->ended);
    ff_json_result_member(json, "free", row->free);
    ff_json_result_member(json, "free_low", row->free_low);
    ff_json_result_member(json, "free_high", row->free_high);
    ff_json_end_object(json);
}

static void quantile_json(ff_json *json, const ff_kaplan_meier *km, double share) {
    ff_json_object(json);
    ff_json_result_member(json, "share", share);
    ff_json_result_member(json, "time", ff_kaplan_meier_time(km, FF_CURVE_FREE, share));
    ff_json_result_member(json, "low", ff_kaplan_meier_time(km, FF_CURVE_LOW, share));
    ff_json_result_member(json, "high", ff_kaplan_meier_time(km, FF_CURVE_HIGH, share));
    ff_json_end_object(json);
}

static void kaplan_meier_json(work *w, const ff_kaplan_meier *km) {
    ff_json *json = &w->json;
    ff_json_text_member(json, "method", "kaplan-meier");
    count_member(json, "began", km->began);
    ff_json_text_member(json, "limits", w->job->request->limits);
    ff_json_name(json, "percent");
    ff_json_int(json, w->job->request->limits_percent);
    ff_json_name(json, "steps");
    ff_json_array(json);
    for (size_t i = 0; i < km->row_count; i++) {
        row_json(json, &km->rows[i]);
    }
    ff_json_end_array(json);
    ff_json_name(json, "quantiles");
    ff_json_array(json);
    for (size_t i = 0; i < SHARES; i++) {
        quantile_json(json, km, shares[i]);
    }
    ff_json_end_array(json);
}

static void write_quantile(const work *w, const ff_kaplan_meier *km, double share) {
    double time = ff_kaplan_meier_time(km, FF_CURVE_FREE, share);
    double low = ff_kaplan_meier_time(km, FF_CURVE_LOW, share);
    double high = ff_kaplan_meier_time(km, FF_CURVE_HIGH, share);
    ff_text_addf(w->job->out, "In %s %% it began by ", FF_FIXED(100 * share, 0));
    ff_text_add(w->job->out, isnan(time) ? "no time that was seen" : AS_READ(time));
    if (!isnan(low) && !isnan(high)) {
        ff_text_addf(w->job->out, " (%s to %s)", AS_READ(low), AS_READ(high));
    } else if (!isnan(low)) {
        ff_text_addf(w->job->out, " (%s or later)", AS_READ(low));
    } else if (!isnan(high)) {
        ff_text_addf(w->job->out, " (%s or sooner)", AS_READ(high));
    }
    ff_text_add(w->job->out, ".\n");
}

static void write_steps(const work *w, const ff_kaplan_meier *km) {
    ff_arena *arena = w->job->arena;
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "time", true);
    ff_table_column(&table, "at risk", true);
    ff_table_column(&table, "began", true);
    ff_table_column(&table, "still without", true);
    char limits_head[32];
    snprintf(limits_head, sizeof limits_head, "%d %% limits", w->job->request->limits_percent);
    ff_table_column(&table, limits_head, true);
    for (size_t i = 0; i < km->row_count; i++) {
        const ff_survival_row *row = &km->rows[i];
        const char *limits = isnan(row->free_low)
                                 ? ""
                                 : ff_arena_printf(arena, "%s to %s", FF_FIXED(row->free_low, 3),
                                                   FF_FIXED(row->free_high, 3));
        const char *cells[] = {plain(w, row->minutes), ff_arena_printf(arena, "%zu", row->at_risk),
                               ff_arena_printf(arena, "%zu", row->began), fixed(w, row->free),
                               limits};
        if (row->began > 0) {
            ff_table_row(&table, cells, 5);
        }
    }
    ff_table_print(&table, 2, w->job->out);
}

static void kaplan_meier_text(work *w, const ff_kaplan_meier *km) {
    ff_text_addf(w->job->out,
                 "Kaplan-Meier curve of %zu row%s: in %zu it began, %zu ended before it came.\n",
                 km->runs, km->runs == 1 ? "" : "s", km->began, km->ended);
    if (km->began == 0) {
        ff_text_add(w->job->out, "The curve never falls: in no row did it begin.\n");
        return;
    }
    write_steps(w, km);
    for (size_t i = 0; i < SHARES; i++) {
        write_quantile(w, km, shares[i]);
    }
}

static ff_code kaplan_meier(work *w, size_t group) {
    ff_fit_job *job = w->job;
    const ff_aft_data *data = &job->table.data;
    ff_survival_time *times = ff_arena_take(job->arena, data->count, sizeof *times);
    ff_kaplan_meier km;
    size_t count = 0;
    for (size_t i = 0; i < data->count && times != NULL; i++) {
        if (is_of(w, i, group)) {
            times[count++] = (ff_survival_time){data->low[i], data->kinds[i] == FF_KNOWN_AT};
        }
    }
    ff_code code = ff_arena_check(job->arena, job->error);
    if (code == FF_OK) {
        code = ff_kaplan_meier_of_times(job->arena, times, count, &km, job->error);
    }
    if (code == FF_OK) {
        ff_kaplan_meier_set_limits(&km, w->limits, job->request->limits_percent / 100.0);
        (job->request->as_json ? kaplan_meier_json : kaplan_meier_text)(w, &km);
    }
    return code;
}

/* ---- Turnbull ---- */

static void turnbull_json(work *w, const ff_turnbull *t) {
    ff_json *json = &w->json;
    ff_json_text_member(json, "method", "turnbull");
    ff_json_name(json, "intervals");
    ff_json_array(json);
    for (size_t j = 0; j < t->count; j++) {
        ff_json_object(json);
        ff_json_name(json, "after");
        ff_json_number(json, t->masses[j].left);
        ff_json_name(json, "by"); /* null: not seen */
        ff_json_number(json, t->masses[j].right);
        ff_json_result_member(json, "mass", t->masses[j].mass);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_result_member(json, "loglik", t->log_likelihood);
    ff_json_result_member(json, "within", t->within);
}

static void write_masses(const work *w, const ff_turnbull *t) {
    ff_table table;
    ff_table_init(&table, w->job->arena);
    ff_table_column(&table, "after", true);
    ff_table_column(&table, "by", true);
    ff_table_column(&table, "began", true);
    ff_table_column(&table, "still without", true);
    double left = 1;
    for (size_t j = 0; j < t->count; j++) {
        const ff_turnbull_mass *m = &t->masses[j];
        bool seen = !isinf(m->right);
        left -= m->mass;
        const char *cells[] = {plain(w, m->left), seen ? plain(w, m->right) : "not seen",
                               fixed(w, m->mass), seen ? fixed(w, fmax(0, left)) : ""};
        if (m->mass >= FF_TURNBULL_NOTHING) {
            ff_table_row(&table, cells, 4);
        }
    }
    ff_table_print(&table, 2, w->job->out);
}

static void turnbull_text(work *w, const ff_turnbull *t) {
    ff_text_addf(
        w->job->out,
        "Turnbull curve of %zu row%s, some known only by a time or between two. Where between "
        "the two times of a line it falls nobody can tell.\n",
        t->rows, t->rows == 1 ? "" : "s");
    write_masses(w, t);
    ff_text_addf(w->job->out, "Log-likelihood %s.\n", FF_FIXED(t->log_likelihood, 4));
    if (t->within > 1e-6) {
        ff_text_addf(w->job->out,
                     "It was not worked out to the end: the likeliest curve is likelier by up to "
                     "%.2g.\n",
                     t->within);
    }
}

static ff_known_between between_of(const ff_aft_data *data, size_t row) {
    double low = data->low[row];
    switch ((ff_known)data->kinds[row]) {
    case FF_KNOWN_AFTER:
        return (ff_known_between){low, INFINITY};
    case FF_KNOWN_BEFORE:
        return (ff_known_between){0, low};
    case FF_KNOWN_BETWEEN:
        return (ff_known_between){low, data->high[row]};
    default:
        return (ff_known_between){low, low};
    }
}

static ff_code turnbull(work *w, size_t group) {
    ff_fit_job *job = w->job;
    const ff_aft_data *data = &job->table.data;
    ff_known_between *rows = ff_arena_take(job->arena, data->count, sizeof *rows);
    ff_turnbull t;
    size_t count = 0;
    for (size_t i = 0; i < data->count && rows != NULL; i++) {
        if (is_of(w, i, group)) {
            rows[count++] = between_of(data, i);
        }
    }
    ff_code code = ff_arena_check(job->arena, job->error);
    if (code == FF_OK) {
        code = ff_turnbull_of(job->arena, rows, count, &t, job->error);
    }
    if (code == FF_OK) {
        (job->request->as_json ? turnbull_json : turnbull_text)(w, &t);
    }
    return code;
}

/* ---- either ---- */

static size_t rows_of(const work *w, size_t group) {
    size_t count = 0;
    for (size_t i = 0; i < w->job->table.data.count; i++) {
        count += is_of(w, i, group);
    }
    return count;
}

static void begin_curve(work *w, size_t group) {
    bool grouped = w->groups.count > 0;
    if (w->job->request->as_json) {
        ff_json_object(&w->json);
        if (grouped) {
            ff_json_name(&w->json, "value");
            ff_json_number(&w->json, w->groups.values[group]);
        }
        count_member(&w->json, "rows", rows_of(w, group));
    } else if (grouped) {
        ff_text_addf(w->job->out, "%s%s %s\n\n", group > 0 ? "\n" : "", w->job->request->by,
                     AS_READ(w->groups.values[group]));
    }
}

static ff_code curve(work *w, size_t group) {
    size_t kinds[FF_KNOWN_KINDS];
    ff_fit_count_kinds(&w->job->table, kinds);
    bool between = kinds[FF_KNOWN_BEFORE] + kinds[FF_KNOWN_BETWEEN] > 0;
    begin_curve(w, group);
    ff_code code = between ? turnbull(w, group) : kaplan_meier(w, group);
    if (w->job->request->as_json) {
        ff_json_end_object(&w->json);
    }
    return code;
}

static ff_code curves(work *w) {
    size_t count = w->groups.count > 0 ? w->groups.count : 1;
    ff_code code = FF_OK;
    ff_json_init(&w->json, w->job->out);
    if (w->job->request->as_json) {
        ff_json_object(&w->json);
        ff_json_name(&w->json, "curves");
        ff_json_array(&w->json);
    }
    for (size_t g = 0; g < count && code == FF_OK; g++) {
        code = curve(w, g);
    }
    if (w->job->request->as_json) {
        ff_json_end_array(&w->json);
        ff_json_end_object(&w->json);
        ff_text_add_char(w->job->out, '\n');
    }
    return code;
}

static ff_code check_level(const ff_fit_job *job) {
    int percent = job->request->limits_percent;
    return percent >= 1 && percent <= 99 ? FF_OK
                                         : ff_fail(job->error, FF_ERR_VALUE, "level", FF_NO_OFFSET,
                                                   "it must be 1 to 99 percent");
}

ff_code ff_fit_curve(ff_fit_job *job) {
    static const char *const limits[] = {"log-log", "log", "plain", NULL};
    work w = {.job = job};
    int chosen;
    ff_code code = ff_fit_choose(job, "limits", job->request->limits, limits, &chosen);
    if (code == FF_OK) {
        code = check_level(job);
    }
    if (code == FF_OK && job->request->by != NULL) {
        code = ff_fit_table_groups(job->arena, &job->table, job->request->by, FF_FIT_MOST_GROUPS,
                                   &w.groups, job->error);
    }
    w.limits = (ff_limits)chosen;
    return code == FF_OK ? curves(&w) : code;
}
