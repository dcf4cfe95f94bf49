#include <footfall/knowledge.h>

#include <math.h>
#include <string.h>

const char *ff_triage_level_name(ff_triage_level level) {
    static const char *const names[] = {"self_care", "routine", "within_days", "same_day",
                                        "emergency"};
    return level < FF_TRIAGE_LEVEL_COUNT ? names[level] : names[FF_EMERGENCY];
}

const char *ff_counts_name(ff_counts counts) {
    static const char *const names[] = {"neither", "runs", "sites", "finding"};
    return counts <= FF_COUNTS_FACT ? names[counts] : names[FF_COUNTS_NEITHER];
}

const char *ff_cost_name(ff_cost cost) {
    static const char *const names[] = {"free", "cheap", "costly"};
    return cost <= FF_COST_COSTLY ? names[cost] : names[FF_COST_COSTLY];
}

/* The first item whose id, its member at this offset, is id. */
static const void *find(const void *items, size_t count, size_t size, size_t id_offset,
                        const char *id) {
    for (size_t i = 0; id && i < count; i++) {
        const char *item = (const char *)items + i * size;
        const char *own;
        memcpy(&own, item + id_offset, sizeof own);
        if (strcmp(own, id) == 0) {
            return item;
        }
    }
    return NULL;
}

const ff_fact *ff_knowledge_fact(const ff_knowledge *knowledge, const char *id) {
    return find(knowledge->facts, knowledge->fact_count, sizeof(ff_fact), offsetof(ff_fact, id),
                id);
}

const ff_cause *ff_knowledge_cause(const ff_knowledge *knowledge, const char *id) {
    return find(knowledge->causes, knowledge->cause_count, sizeof(ff_cause), offsetof(ff_cause, id),
                id);
}

const ff_flag *ff_knowledge_flag(const ff_knowledge *knowledge, const char *id) {
    return find(knowledge->flags, knowledge->flag_count, sizeof(ff_flag), offsetof(ff_flag, id),
                id);
}

const ff_remedy *ff_knowledge_remedy(const ff_knowledge *knowledge, const char *id) {
    return find(knowledge->remedies, knowledge->remedy_count, sizeof(ff_remedy),
                offsetof(ff_remedy, id), id);
}

static const ff_effect *effect_under(const ff_remedy *remedy, const ff_cause *cause) {
    for (size_t e = 0; e < remedy->effect_count; e++) {
        if (remedy->effects[e].cause == cause && remedy->effects[e].sd > 0) {
            return &remedy->effects[e];
        }
    }
    return NULL;
}

ff_expected_effect ff_knowledge_effect(const ff_knowledge *knowledge, const ff_remedy *remedy,
                                       const ff_cause *cause) {
    const ff_effect *effect = effect_under(remedy, cause);
    if (!effect && cause->form_of) {
        effect = effect_under(remedy, cause->form_of);
    }
    return effect ? (ff_expected_effect){effect->mean, effect->sd, &effect->basis}
                  : (ff_expected_effect){0, knowledge->model.no_effect_sd, NULL};
}

int ff_knowledge_region(const ff_knowledge *knowledge, const char *id) {
    const ff_region *region = find(knowledge->regions, knowledge->region_count, sizeof(ff_region),
                                   offsetof(ff_region, id), id);
    return region ? (int)(region - knowledge->regions) : -1;
}

int ff_fact_level(const ff_fact *fact, const char *id) {
    const ff_level *level =
        find(fact->levels, fact->level_count, sizeof(ff_level), offsetof(ff_level, id), id);
    return level ? (int)(level - fact->levels) : -1;
}

int ff_fact_level_of_number(const ff_fact *fact, double x) {
    for (size_t i = 0; i < fact->level_count; i++) {
        if (fact->levels[i].low <= x && x < fact->levels[i].high) {
            return (int)i;
        }
    }
    return -1;
}

double ff_line_seconds(const ff_model *model, const ff_fact *fact) {
    double easy = fact->yes_no ? model->line_seconds : model->choice_seconds;
    return easy + fmax(0, fact->seconds - model->question_seconds);
}

bool ff_fact_is_skip(const ff_fact *fact, const char *id) {
    return find(fact->skips, fact->skip_count, sizeof(ff_level), offsetof(ff_level, id), id) !=
           NULL;
}
