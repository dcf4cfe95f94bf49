#include "app/fit_words.h"

#include "base/number.h"
#include "report/table.h"

#include <math.h>
#include <string.h>

#define NORMAL_95 1.6448536269514722 /* limits of 90 % are so many standard errors away */

double ff_fit_error_of(const ff_fit_estimates *e, size_t which) {
    return sqrt(e->covariance[which * e->count + which]);
}

/* ---- JSON ---- */

void ff_fit_estimates_json(const ff_fit_estimates *e, ff_json *json) {
    ff_json_name(json, "coef");
    ff_json_object(json);
    for (size_t j = 0; j < e->count; j++) {
        ff_json_result_member(json, e->names[j], e->values[j]);
    }
    ff_json_end_object(json);
    ff_json_name(json, "se");
    ff_json_object(json);
    for (size_t j = 0; j < e->count; j++) {
        ff_json_result_member(json, e->names[j], ff_fit_error_of(e, j));
    }
    ff_json_end_object(json);
}

void ff_fit_no_estimate_json(const ff_fit_estimates *e, ff_json *json) {
    ff_json_name(json, "no_finite_estimate");
    ff_json_array(json);
    for (size_t j = 0; j < e->count; j++) {
        if (e->none[j]) {
            ff_json_text(json, e->names[j]);
        }
    }
    ff_json_end_array(json);
}

/* ---- text ---- */

static const char *fixed(ff_arena *arena, double x, int places) {
    return ff_arena_copy(arena, FF_FIXED(x, places));
}

/* e to that power, where it can be told from nothing and from all. */
static const char *ratio_of(double power, char buffer[FF_NUMBER_SIZE]) {
    return power > 13    ? "above 400000"
           : power < -13 ? "0.00"
                         : ff_number_fixed(exp(power), 2, buffer);
}

void ff_fit_estimates_text(ff_fit_job *job, const ff_fit_estimates *e, const char *ratio,
                           size_t first, size_t end) {
    ff_arena *arena = job->arena;
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "", false);
    ff_table_column(&table, "coefficient", true);
    ff_table_column(&table, "s.e.", true);
    ff_table_column(&table, ratio, true);
    ff_table_column(&table, "90 % limits", true);
    for (size_t j = 0; j < e->count; j++) {
        double b = e->values[j], se = ff_fit_error_of(e, j), wide = NORMAL_95 * se;
        char middle[FF_NUMBER_SIZE], low[FF_NUMBER_SIZE], high[FF_NUMBER_SIZE];
        const char *cells[] = {
            e->names[j], fixed(arena, b, 4), fixed(arena, se, 4),
            ff_arena_copy(arena, ratio_of(b, middle)),
            ff_arena_printf(arena, "%s to %s", ratio_of(b - wide, low), ratio_of(b + wide, high))};
        size_t filled = j >= first && j < end ? 5 : 3;
        ff_table_row(&table, cells, filled);
    }
    ff_table_print(&table, 2, job->out);
}

void ff_fit_count_kinds(const ff_fit_table *table, size_t counts[FF_KNOWN_KINDS]) {
    memset(counts, 0, FF_KNOWN_KINDS * sizeof *counts);
    for (size_t i = 0; i < table->data.count; i++) {
        counts[table->data.kinds[i]]++;
    }
}

static bool never_varies(const ff_aft_data *data, size_t column) {
    const double *x = data->columns[column];
    for (size_t i = 1; i < data->count; i++) {
        if (x[i] != x[0]) {
            return false;
        }
    }
    return true;
}

static void add_missing(const ff_fit_table *table, size_t estimates, ff_text *out) {
    const ff_aft_data *data = &table->data;
    size_t kinds[FF_KNOWN_KINDS];
    ff_fit_count_kinds(table, kinds);
    if (kinds[FF_KNOWN_AFTER] == data->count) {
        ff_text_add(out, "In no row did it begin: all that is known is that it came later.\n");
    }
    if (data->count < estimates) {
        ff_text_addf(out,
                     "%zu row%s cannot tell %zu figures: more rows are needed, or fewer columns.\n",
                     data->count, data->count == 1 ? "" : "s", estimates);
    }
    for (size_t k = 0; k < data->column_count; k++) {
        if (never_varies(data, k)) {
            ff_text_addf(out, "The column %s never varies.\n", table->names[k]);
        }
    }
}

void ff_fit_no_estimate_text(ff_fit_job *job, const ff_fit_estimates *e, const char *advice) {
    size_t none = 0;
    for (size_t j = 0; j < e->count; j++) {
        none += e->none[j];
    }
    ff_text_add(job->out, "There is no finite estimate of ");
    bool all = none == e->count && none > 3;
    if (all) {
        ff_text_add(job->out, "anything");
    }
    for (size_t j = 0, told = 0; j < e->count && !all; j++) {
        if (e->none[j]) {
            ff_text_addf(job->out, "%s%s", told++ > 0 ? ", " : "", e->names[j]);
        }
    }
    ff_text_addf(job->out,
                 ": the rows fit the better the larger it is, or cannot tell it from another. %s\n",
                 advice);
    add_missing(&job->table, e->count, job->out);
}

/* ---- the model ---- */

ff_code ff_fit_parameters(ff_fit_job *job, const char *last, const char ***names) {
    static const char first[] = "(Intercept)"; /* as survreg calls it */
    const ff_fit_table *table = &job->table;
    size_t columns = table->data.column_count;
    const char **all = ff_arena_take(job->arena, FF_AFT_PARAMETERS(columns), sizeof *all);
    if (all == NULL) {
        return ff_arena_check(job->arena, job->error);
    }
    for (size_t k = 0; k < columns; k++) {
        if (strcmp(table->names[k], first) == 0 || strcmp(table->names[k], last) == 0) {
            return ff_fail(job->error, FF_ERR_VALUE, table->file, FF_NO_OFFSET,
                           "the model has a figure of its own called %s: call the column otherwise",
                           table->names[k]);
        }
        all[k + 1] = table->names[k];
    }
    all[0] = first;
    all[columns + 1] = last;
    *names = all;
    return FF_OK;
}

ff_code ff_fit_read_law(const ff_fit_job *job, ff_law *law) {
    int found = ff_law_of_name(job->request->law);
    *law = found >= 0 ? (ff_law)found : FF_LAW_LOGLOGISTIC;
    return found >= 0 ? FF_OK
                      : ff_fail(job->error, FF_ERR_VALUE, "dist", FF_NO_OFFSET,
                                "it must be loglogistic, lognormal or weibull");
}

void ff_fit_describe(ff_fit_job *job, ff_law law) {
    size_t kinds[FF_KNOWN_KINDS];
    ff_fit_count_kinds(&job->table, kinds);
    ff_text_addf(job->out,
                 "%s model of %zu row%s: %zu exact, %zu ended before it came, %zu by a time, %zu "
                 "between two.\n",
                 ff_law_name(law), job->table.data.count, job->table.data.count == 1 ? "" : "s",
                 kinds[FF_KNOWN_AT], kinds[FF_KNOWN_AFTER], kinds[FF_KNOWN_BEFORE],
                 kinds[FF_KNOWN_BETWEEN]);
}

/* ---- what was asked ---- */

static void add_allowed(const char *const *names, ff_text *out) {
    for (size_t i = 0; names[i] != NULL; i++) {
        ff_text_addf(out, "%s%s", i == 0 ? "" : names[i + 1] == NULL ? " or " : ", ", names[i]);
    }
}

ff_code ff_fit_choose(const ff_fit_job *job, const char *option, const char *given,
                      const char *const *names, int *choice) {
    for (*choice = 0; names[*choice] != NULL; (*choice)++) {
        if (strcmp(given, names[*choice]) == 0) {
            return FF_OK;
        }
    }
    ff_text allowed;
    ff_text_init(&allowed, job->arena->allocator);
    add_allowed(names, &allowed);
    ff_code code = ff_text_check(&allowed, job->error);
    if (code == FF_OK) {
        code =
            ff_fail(job->error, FF_ERR_VALUE, option, FF_NO_OFFSET, "it must be %s", allowed.data);
    }
    ff_text_free(&allowed);
    return code;
}
