#include "remedy/suggest.h"

#include <footfall/remedy.h>

/* A remedy aims at causes on which it works at least this strongly, as a share of its strongest
 * effect: stretching may help a little with tight laces, but that is not what it is for. */
static const double AIM_SHARE = 0.5;

static double strongest_effect(const ff_remedy *remedy) {
    double most = 0;
    for (size_t i = 0; i < remedy->effect_count; i++) {
        most = remedy->effects[i].mean > most ? remedy->effects[i].mean : most;
    }
    return most;
}

/* The cause it mostly aims at. p: one a cause. */
static const ff_cause *aim_of(const ff_remedy *remedy, const double *p) {
    const ff_cause *aim = NULL;
    double most = 0, least = strongest_effect(remedy) * AIM_SHARE;
    for (size_t i = 0; i < remedy->effect_count; i++) {
        const ff_effect *effect = &remedy->effects[i];
        double part = p[effect->cause->index] * effect->mean;
        if (part > most && effect->mean >= least) {
            most = part;
            aim = effect->cause;
        }
    }
    return aim;
}

/* The remedies that are worth naming, the best first, behind what is suggested already. */
static ff_code add_remedies(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                            bool worsening, ff_assessment *assessment, ff_error *error) {
    double *p = ff_arena_take(arena, knowledge->cause_count, sizeof *p);
    ff_remedy_rank *ranks = ff_arena_take(arena, knowledge->remedy_count, sizeof *ranks);
    if (!p || !ranks) {
        return ff_arena_check(arena, error);
    }
    for (size_t i = 0; i < assessment->cause_count; i++) {
        p[assessment->causes[i].form->index] = assessment->causes[i].p;
    }
    bool fixed = assessment->level_by_flag || assessment->level_by_unsure;
    ff_remedy_terms terms =
        ff_remedy_terms_at(assessment->level, assessment->cause_level, fixed, worsening);
    size_t count = ff_remedies_ranked(knowledge, runner, &terms, p, ranks);
    for (size_t i = 0; i < count; i++) {
        bool limit = !ranks[i].remedy->visit && (worsening || assessment->level >= FF_WITHIN_DAYS);
        assessment->suggestions[assessment->suggestion_count++] =
            (ff_suggestion){.remedy = ranks[i].remedy,
                            .worth = ranks[i].worth,
                            .cause = aim_of(ranks[i].remedy, p),
                            .limit = limit,
                            .helped = ranks[i].helped};
    }
    return FF_OK;
}

ff_code ff_suggest(ff_arena *arena, const ff_knowledge *knowledge, const ff_case *runner,
                   bool worsening, ff_assessment *assessment, ff_error *error) {
    assessment->suggestion_count = 0;
    assessment->suggestions =
        ff_arena_take(arena, knowledge->remedy_count + 1, sizeof *assessment->suggestions);
    if (!assessment->suggestions) {
        return ff_arena_check(arena, error);
    }
    if (assessment->level_by_flag && assessment->level >= FF_WITHIN_DAYS) {
        assessment->suggestions[assessment->suggestion_count++].flag = assessment->flags[0].flag;
    }
    return ff_flag_stands_alone(assessment)
               ? FF_OK
               : add_remedies(arena, knowledge, runner, worsening, assessment, error);
}
