/* fit --compare: a rank test of the times between the values of a column. */
#include "app/fit_job.h"

#include "base/json.h"
#include "base/number.h"
#include "report/table.h"
#include "trial/rank_test.h"

typedef struct {
    ff_fit_job *job;
    ff_fit_groups groups;
    ff_rank_test test;
} work;

static void group_json(const work *w, size_t g, ff_json *json) {
    ff_json_object(json);
    ff_json_name(json, "value");
    ff_json_number(json, w->groups.values[g]);
    ff_json_name(json, "rows");
    ff_json_uint(json, w->test.rows[g]);
    ff_json_result_member(json, "observed", w->test.observed[g]);
    ff_json_result_member(json, "expected", w->test.expected[g]);
    ff_json_result_member(json, "variance", w->test.variance[g * w->groups.count + g]);
    ff_json_end_object(json);
}

static void write_json(const work *w) {
    ff_json json;
    ff_json_init(&json, w->job->out);
    ff_json_object(&json);
    ff_json_name(&json, "groups");
    ff_json_array(&json);
    for (size_t g = 0; g < w->groups.count; g++) {
        group_json(w, g, &json);
    }
    ff_json_end_array(&json);
    ff_json_name(&json, "degrees");
    ff_json_uint(&json, w->test.degrees);
    if (w->job->finite) {
        ff_json_result_member(&json, "chi_square", w->test.chi_square);
        ff_json_result_member(&json, "p", w->test.p);
    }
    ff_json_end_object(&json);
    ff_text_add_char(w->job->out, '\n');
}

static void write_table(const work *w) {
    ff_arena *arena = w->job->arena;
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, w->job->request->by, false);
    ff_table_column(&table, "rows", true);
    bool weighted = w->job->request->peto;
    ff_table_column(&table, weighted ? "began, weighted" : "began", true);
    ff_table_column(&table, "expected if alike", true);
    for (size_t g = 0; g < w->groups.count; g++) {
        char value[FF_NUMBER_SIZE];
        ff_number_format(w->groups.values[g], value);
        const char *cells[] = {ff_arena_copy(arena, value),
                               ff_arena_printf(arena, "%zu", w->test.rows[g]),
                               ff_arena_printf(arena, "%s", FF_FIXED(w->test.observed[g], 2)),
                               ff_arena_printf(arena, "%s", FF_FIXED(w->test.expected[g], 2))};
        ff_table_row(&table, cells, 4);
    }
    ff_table_print(&table, 2, w->job->out);
}

static void write_text(const work *w) {
    const ff_fit_request *request = w->job->request;
    write_table(w);
    if (!w->job->finite) {
        ff_text_addf(
            w->job->out,
            "There is nothing to compare: at no time at which it began was a row of another "
            "value of %s still without it.\n",
            request->by);
        return;
    }
    ff_text_addf(w->job->out, "%s test", request->peto ? "Peto-Peto" : "Log-rank");
    if (request->strata != NULL) {
        ff_text_addf(w->job->out, " within the values of %s", request->strata);
    }
    ff_text_addf(w->job->out,
                 ": chi-square %s, %zu degree%s of freedom, p = %s. That is how often chance alone "
                 "sets values of %s that are alike so far apart; it does not say by how much they "
                 "differ.\n",
                 FF_FIXED(w->test.chi_square, 3), w->test.degrees, w->test.degrees == 1 ? "" : "s",
                 FF_FIXED(w->test.p, 4), request->by);
}

ff_code ff_fit_rank(ff_fit_job *job) {
    const ff_aft_data *data = &job->table.data;
    work w = {.job = job};
    ff_rank_data rank = {.rows = {.count = data->count, .times = data->low, .kinds = data->kinds},
                         .rho = job->request->peto ? 1 : 0};
    ff_code code = ff_fit_table_groups(job->arena, &job->table, job->request->by,
                                       FF_RANK_MOST_GROUPS, &w.groups, job->error);
    if (code == FF_OK && job->request->strata != NULL) {
        rank.rows.strata = ff_fit_table_column(&job->table, job->request->strata, job->error);
        code = rank.rows.strata != NULL ? FF_OK : FF_ERR_VALUE;
    }
    if (code != FF_OK) {
        return code;
    }
    rank.groups = w.groups.of;
    rank.group_count = w.groups.count;
    code = ff_rank_test_of(job->arena, &rank, &w.test, job->error);
    if (code == FF_OK) {
        job->finite = w.test.degrees > 0;
        (job->request->as_json ? write_json : write_text)(&w);
    }
    return code;
}
