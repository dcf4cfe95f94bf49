#include "app/feet.h"

#include "base/number.h"
#include "measure/foot_findings.h"

#include <math.h>
#include <string.h>

ff_code ff_feet_check(const double *values, const bool *newer, const char *const *where,
                      ff_error *error) {
    const ff_foot_share *s = ff_foot_share_broken(values, newer);
    if (s == NULL) {
        return FF_OK;
    }
    const char *name =
        where != NULL && where[s->part] != NULL ? where[s->part] : ff_foot_kind_name(s->part);
    double whole = values[s->whole];
    return ff_fail(error, FF_ERR_VALUE, name, FF_NO_OFFSET,
                   "%s %s mm does not go with %s %s mm: from %s to %s mm would. Check both: %s",
                   ff_foot_kind_words(s->part), FF_FIXED(values[s->part], 0),
                   ff_foot_kind_words(s->whole), FF_FIXED(whole, 0), FF_FIXED(s->least * whole, 0),
                   FF_FIXED(s->most * whole, 0), s->check);
}

/* The arch is told by prints and tests; they say nothing of the size. */
static bool is_size(ff_foot_kind kind) {
    return kind <= FF_FOOT_HEEL_WIDTH;
}

bool ff_foot_figure_counts(ff_foot_kind kind, ff_foot_method method) {
    return !is_size(kind) || ff_foot_method_sizes(method);
}

static void take_figures(ff_feet *feet) {
    for (size_t i = 0; i < feet->figures.count; i++) {
        const ff_foot_figure *f = &feet->figures.items[i];
        if (ff_foot_figure_counts(f->kind, f->method)) {
            feet->counts[f->side][f->kind] = f; /* the later one stands */
        }
    }
}

static ff_code read_sex(ff_app *app, ff_arena *arena, ff_feet *feet, ff_error *error) {
    ff_finding_list answers;
    ff_code code = ff_journal_answers(app->journal, arena, &answers, error);
    for (size_t i = 0; code == FF_OK && i < answers.count; i++) {
        const ff_finding *answer = &answers.items[i];
        if (strcmp(answer->id, "female") == 0 && answer->state == FF_SAID) {
            feet->sex_known = true;
            feet->women = strcmp(answer->value, "yes") == 0;
        }
    }
    return code;
}

ff_code ff_feet_read(ff_app *app, ff_arena *arena, ff_feet *feet, ff_error *error) {
    *feet = (ff_feet){0};
    ff_code code = ff_journal_foot_figures(app->journal, arena, &feet->figures, error);
    if (code == FF_OK) {
        take_figures(feet);
        code = read_sex(app, arena, feet, error);
    }
    return code;
}

/* ---- keeping ---- */

static bool tells_of(const ff_foot_figure_list *figures, const ff_home_test *test) {
    for (size_t i = 0; i < figures->count; i++) {
        const ff_home_test *of;
        ff_home_test_of_figure(&ff_knowledge_built_in, figures->items[i].kind, &of);
        if (of == test && !isnan(figures->items[i].value)) {
            return true;
        }
    }
    return false;
}

static bool is_answered(const ff_finding_list *answers, const char *id) {
    for (size_t i = 0; i < answers->count; i++) {
        if (strcmp(answers->items[i].id, id) == 0) {
            return answers->items[i].state != FF_NOT_ASKED;
        }
    }
    return false;
}

static ff_code take_back_answers(ff_app *app, ff_arena *arena, const ff_foot_figure_list *figures,
                                 ff_error *error) {
    ff_feet feet;
    ff_finding_list answers;
    ff_code code = ff_feet_read(app, arena, &feet, error);
    if (code == FF_OK) {
        code = ff_journal_answers(app->journal, arena, &answers, error);
    }
    const ff_foot_facts facts = {
        .counts = (const ff_foot_figure *const(*)[FF_FOOT_KIND_COUNT])feet.counts};
    for (size_t t = 0; t < ff_knowledge_built_in.home_test_count && code == FF_OK; t++) {
        const ff_home_test *test = &ff_knowledge_built_in.home_tests[t];
        if (tells_of(figures, test) && is_answered(&answers, test->fact->id) &&
            ff_foot_finding_of_test(arena, &facts, test).state != FF_NOT_ASKED) {
            const ff_finding back = {.id = test->fact->id,
                                     .state = FF_NOT_ASKED,
                                     .said_by = "runner",
                                     .from = "measured since"};
            code = ff_journal_put_answer(app->journal, &back, error);
        }
    }
    return code == FF_OK ? ff_arena_check(arena, error) : code;
}

ff_code ff_feet_put(ff_app *app, ff_arena *arena, const ff_foot_figure_list *figures,
                    ff_error *error) {
    ff_code code = ff_journal_put_foot_figures(app->journal, figures, error);
    return code == FF_OK ? take_back_answers(app, arena, figures, error) : code;
}

/* ---- the measures ---- */

ff_fit_measures ff_feet_measures(const ff_feet *feet, ff_side side) {
    static const ff_foot_kind kinds[FF_FIT_LEVEL_COUNT] = {
        FF_FOOT_LENGTH, FF_FOOT_BALL_WIDTH, FF_FOOT_WIDTH_80, FF_FOOT_WIDTH_88, FF_FOOT_WIDTH_94};
    ff_fit_measures measures;
    for (int level = 0; level < FF_FIT_LEVEL_COUNT; level++) {
        const ff_foot_figure *f = feet->counts[side][kinds[level]];
        measures.at[level] =
            f != NULL ? (ff_measure){f->value, f->error} : (ff_measure){(double)NAN, (double)NAN};
    }
    return measures;
}

int ff_feet_longer(const ff_feet *feet) {
    const ff_foot_figure *left = feet->counts[FF_LEFT][FF_FOOT_LENGTH];
    const ff_foot_figure *right = feet->counts[FF_RIGHT][FF_FOOT_LENGTH];
    if (left == NULL || right == NULL) {
        return left != NULL ? FF_LEFT : right != NULL ? FF_RIGHT : -1;
    }
    return right->value > left->value ? FF_RIGHT : FF_LEFT;
}

ff_code ff_feet_parse_sex(const char *text, bool *women, ff_error *error) {
    *women = strcmp(text, "female") == 0;
    return *women || strcmp(text, "male") == 0
               ? FF_OK
               : ff_fail(error, FF_ERR_VALUE, "sex", FF_NO_OFFSET,
                         "sex is female or male, by whose shoes are looked at, not '%.20s'", text);
}
