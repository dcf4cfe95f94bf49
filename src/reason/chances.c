#include "reason/chances.h"

#include <math.h>
#include <string.h>

/* --- one cause alone ------------------------------------------------------------------------- */

const ff_likelihood *ff_cause_row(const ff_fact *fact, const ff_cause *cause) {
    for (size_t i = 0; i < fact->likelihood_count; i++) {
        if (fact->likelihoods[i].cause == cause) {
            return &fact->likelihoods[i];
        }
    }
    return NULL;
}

/* The false positives of a clinician's test when it is done at home. */
static double home_background(const ff_model *model, double p) {
    double more = fmin(p * model->home_false_positive, model->home_false_positive_cap);
    return fmax(p, more);
}

/* P(yes) of a clinician's test at home: what it finds is found less often, and whatever it finds
 * no more often than in anyone errs as the background does. */
static double home_yes(const ff_model *model, double p, double background) {
    double at_home = home_background(model, background);
    if (p > background) {
        return fmax(p * model->home_sensitivity, at_home);
    }
    return p * at_home / background;
}

double ff_background_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                                bool by_clinician) {
    if (!fact->clinician_figures || by_clinician) {
        return fact->background[level];
    }
    double yes = home_background(&knowledge->model, fact->background[0]);
    return level == 0 ? yes : 1 - yes;
}

static double row_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                             bool by_clinician, const ff_likelihood *row) {
    if (!fact->clinician_figures || by_clinician) {
        return row->p[level];
    }
    double yes = home_yes(&knowledge->model, row->p[0], fact->background[0]);
    return level == 0 ? yes : 1 - yes;
}

double ff_cause_likelihood(const ff_knowledge *knowledge, const ff_fact *fact, size_t level,
                           bool by_clinician, const ff_cause *cause) {
    const ff_likelihood *row = ff_cause_row(fact, cause);
    return row ? row_likelihood(knowledge, fact, level, by_clinician, row)
               : ff_background_likelihood(knowledge, fact, level, by_clinician);
}

/* --- causes together ------------------------------------------------------------------------- */

/* What causes that are present together have said so far. Of a yes/no finding: that all which
 * raise it above the background miss, and what those which lower it leave; else the sum. */
typedef struct voice {
    double missed, kept, sum;
    int speaking;
} voice;

/* The finding whose chances are worked out. */
typedef struct asked {
    bool yes_no, no; /* no: the answer to a yes/no finding was no */
    double background;
} asked;

static voice silence(const asked *finding) {
    return (voice){.missed = 1 - finding->background, .kept = 1};
}

static voice joined_by(voice all, const asked *finding, double own) {
    double b = finding->background;
    if (!finding->yes_no) {
        all.sum += own;
    } else if (own > b) {
        all.missed *= (1 - own) / (1 - b);
    } else {
        all.kept *= own / b;
    }
    all.speaking++;
    return all;
}

/* P(yes | causes): noisy-OR of those that raise it above the background b,
 * 1 - (1 - b) * product of (1 - p_i) / (1 - b), times p_i / b of those that lower it.
 * Pearl 1988; with one cause it is p_i itself.
 * P(level | causes): the mean of the causes present that speak about the finding. */
static double chance_of(voice all, const asked *finding) {
    if (!finding->yes_no) {
        return all.speaking ? all.sum / all.speaking : finding->background;
    }
    double yes = (1 - all.missed) * all.kept;
    return finding->no ? 1 - yes : yes;
}

/* The causes that speak, with what each says alone. */
typedef struct speakers {
    double contributor[FF_MOST_CAUSES], diagnosis[FF_MOST_CAUSES];
    size_t contributors, diagnoses;
} speakers;

/* Lists the causes that speak, and gives every set and every diagnosis its place in the table. */
static speakers list_speakers(ff_chances *chances, const ff_knowledge *knowledge,
                              const ff_fact *fact, size_t level, bool by_clinician) {
    speakers found = {.contributors = 0};
    size_t contributors = knowledge->contributor_count;
    chances->set[0] = 0;
    for (size_t i = 0; i < contributors; i++) {
        const ff_likelihood *row = ff_cause_row(fact, &knowledge->causes[i]);
        size_t sets = (size_t)1 << i, bit = row ? (size_t)1 << found.contributors : 0;
        for (size_t s = 0; s < sets; s++) {
            chances->set[sets + s] = chances->set[s] | bit;
        }
        if (row) {
            found.contributor[found.contributors++] =
                row_likelihood(knowledge, fact, level, by_clinician, row);
        }
    }
    chances->row[0] = 0;
    for (size_t d = 1; d <= knowledge->diagnosis_count; d++) {
        const ff_likelihood *row = ff_cause_row(fact, &knowledge->causes[contributors + d - 1]);
        chances->row[d] = 0;
        if (row) {
            found.diagnosis[found.diagnoses++] =
                row_likelihood(knowledge, fact, level, by_clinician, row);
            chances->row[d] = found.diagnoses << found.contributors;
        }
    }
    return found;
}

void ff_chances_of(ff_chances *chances, const ff_knowledge *knowledge, const ff_fact *fact,
                   size_t level, bool by_clinician) {
    size_t chosen = fact->yes_no ? 0 : level;
    asked finding = {fact->yes_no, fact->yes_no && level == 1,
                     ff_background_likelihood(knowledge, fact, chosen, by_clinician)};
    speakers found = list_speakers(chances, knowledge, fact, chosen, by_clinician);
    size_t sets = (size_t)1 << found.contributors;
    for (size_t s = 0; s < sets; s++) {
        voice together = silence(&finding);
        for (size_t i = 0; i < found.contributors; i++) {
            if (s >> i & 1) {
                together = joined_by(together, &finding, found.contributor[i]);
            }
        }
        chances->cell[s] = chance_of(together, &finding);
        for (size_t d = 0; d < found.diagnoses; d++) {
            voice beside = joined_by(together, &finding, found.diagnosis[d]);
            chances->cell[(d + 1) * sets + s] = chance_of(beside, &finding);
        }
    }
    chances->cell_count = sets * (found.diagnoses + 1);
    const ff_cause *none = &knowledge->causes[knowledge->cause_count - 1];
    chances->empty = ff_cause_likelihood(knowledge, fact, level, by_clinician, none);
}

/* --- the table ------------------------------------------------------------------------------- */

bool ff_chances_take(ff_chances *chances, ff_arena *arena, const ff_knowledge *knowledge) {
    size_t sets = (size_t)1 << knowledge->contributor_count;
    size_t rows = knowledge->diagnosis_count + 1;
    *chances = (ff_chances){.cell = ff_arena_take(arena, sets * rows, sizeof(double)),
                            .row = ff_arena_take(arena, rows, sizeof(size_t)),
                            .set = ff_arena_take(arena, sets, sizeof(size_t))};
    return chances->cell && chances->row && chances->set;
}

void ff_chances_of_nothing(ff_chances *chances, const ff_knowledge *knowledge) {
    memset(chances->row, 0, (knowledge->diagnosis_count + 1) * sizeof *chances->row);
    memset(chances->set, 0, ((size_t)1 << knowledge->contributor_count) * sizeof *chances->set);
    chances->cell_count = 1;
    chances->cell[0] = chances->empty = 1;
}

double ff_chances_at(const ff_chances *chances, const ff_knowledge *knowledge, size_t state) {
    size_t sets = (size_t)1 << knowledge->contributor_count;
    return state ? chances->cell[chances->row[state / sets] + chances->set[state % sets]]
                 : chances->empty;
}

void ff_chances_raise(ff_chances *chances, double power) {
    if (power == 1) {
        return;
    }
    for (size_t i = 0; i < chances->cell_count; i++) {
        chances->cell[i] = pow(chances->cell[i], power);
    }
    chances->empty = pow(chances->empty, power);
}

void ff_chances_log(ff_chances *chances) {
    for (size_t i = 0; i < chances->cell_count; i++) {
        chances->cell[i] = log(chances->cell[i]);
    }
    chances->empty = log(chances->empty);
}

void ff_chances_divide(ff_chances *chances, const ff_chances *by) {
    for (size_t i = 0; i < chances->cell_count; i++) {
        chances->cell[i] /= by->cell[i];
    }
    chances->empty /= by->empty;
}

void ff_chances_add(const ff_chances *chances, const ff_knowledge *knowledge, double *out) {
    size_t sets = (size_t)1 << knowledge->contributor_count;
    double empty = out[0] + chances->empty;
    for (size_t d = 0; d <= knowledge->diagnosis_count; d++) {
        const double *cell = chances->cell + chances->row[d];
        double *row = out + d * sets;
        for (size_t s = 0; s < sets; s++) {
            row[s] += cell[chances->set[s]];
        }
    }
    out[0] = empty;
}
