/* Whether the interview reaches with few questions what all answers would have told.
 * Usage: bench_asking [PEOPLE [SEED [only]]]   (only: without plain greed)
 *
 * People are drawn from the network itself: a state from the priors, every answer from
 * P(answer | state), the drawing of the foot from the maps of one cause of the state. Everybody
 * goes through the safety checklist, the drawing and the age first; then the interview asks, with
 * the functions that `footfall ask` uses. A page of lines to tick is one question, for it is one
 * screen and one answer; all is told a second time with every line counted as a question. The
 * answers of a group are drawn independently of each other, which is a kinder world than the
 * damping expects; nobody is ever unsure, overlooks a line or has not tried what it asks for; lines
 * of the checklist are ticked only where a question says the same (ff_fact.safety), so that many
 * who would tick a sign of danger are found by their answers, later.
 *
 * Beside it stands plain greed for information: the question with the greatest expected information
 * about the state, whatever it costs and without ever stopping.
 */
#include "app/assess.h"
#include "base/arena.h"
#include "base/random.h"
#include "reason/network.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_FACTS 512
#define MOST_FLAGS 128
#define MOST_LINES 32
/* The age is asked of everybody, and it is a question. */
#define QUESTIONS_BEFORE 1

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;
static const size_t stops[] = {5, 8, 10, 12, 15, 20, 30, SIZE_MAX};
enum { STOPS = sizeof stops / sizeof stops[0], HEADLINE = 4 };

typedef struct person {
    size_t state;
    size_t level[MOST_FACTS]; /* the answer to every fact */
    ff_sites sites;
    double age_years;
    const ff_flag *ticked[MOST_FLAGS];
    size_t ticked_count;
} person;

/* What an assessment comes to. */
typedef struct advice {
    const ff_cause *first;
    double p;
    ff_triage_level level;
    const ff_remedy *remedy; /* NULL: nothing, or act on a flag */
    bool urgent;             /* a flag of a doctor today or sooner: asking ends */
} advice;

typedef struct tally {
    size_t people, questions, pages, lines, home_tests;
    double seconds;
    size_t same_first, same_level, same_remedy, true_first;
    size_t near; /* the first cause is another, but all answers put both within 0.1 of each other */
} tally;

/* What is asked next, at once: a question, or the lines of a page; count 0: done. */
typedef struct screen {
    const ff_fact *facts[MOST_LINES];
    size_t count;
    bool page;
} screen;

typedef screen (*chooser)(ff_arena *arena, const ff_case *runner, const ff_assessment *assessment);

/* What counts towards a stop. */
typedef enum counting { SCREENS, LINES, COUNTINGS } counting;

/* Where one who is asked stands. */
typedef struct progress {
    size_t asked, pages, lines, tests;
    double seconds;
} progress;

static void die(const char *what) {
    fprintf(stderr, "bench_asking: %s\n", what);
    exit(3);
}

/* --- drawing people --------------------------------------------------------------------------- */

static size_t draw(ff_random *random, const double *p, size_t count) {
    double left = ff_random_unit(random);
    for (size_t i = 0; i + 1 < count; i++) {
        left -= p[i];
        if (left < 0) {
            return i;
        }
    }
    return count - 1;
}

/* The states' prior weights, as probabilities. */
typedef struct world {
    double *prior;
    ff_chances chances;
} world;

static world make_world(ff_arena *arena) {
    size_t states = ff_state_count(knowledge), sets = (size_t)1 << knowledge->contributor_count;
    world w = {.prior = ff_arena_take(arena, states, sizeof(double))};
    double *prior = ff_arena_take(arena, knowledge->cause_count, sizeof(double));
    double *of_sets = ff_arena_take(arena, sets, sizeof(double)), sum = 0;
    if (!ff_chances_take(&w.chances, arena, knowledge) || arena->failed) {
        die("not enough memory");
    }
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        prior[i] = knowledge->causes[i].prior;
    }
    ff_state_weights(knowledge, prior, of_sets, w.prior);
    for (size_t s = 0; s < states; s++) {
        sum += w.prior[s];
    }
    for (size_t s = 0; s < states; s++) {
        w.prior[s] /= sum;
    }
    return w;
}

static size_t draw_level(ff_random *random, world *w, const ff_fact *fact, size_t state) {
    double p[64] = {0};
    for (size_t l = 0; l < fact->level_count; l++) {
        ff_chances_of(&w->chances, knowledge, fact, l, false);
        p[l] = ff_chances_at(&w->chances, knowledge, state);
    }
    return draw(random, p, fact->level_count);
}

/* The regions that some map holds. The others are marked only by who has something to tell there,
 * and raise a flag: a slip of the pen does not. */
static uint64_t mapped_regions(void) {
    uint64_t all = 0;
    for (size_t i = 0; i < knowledge->map_count; i++) {
        all |= knowledge->maps[i].core | knowledge->maps[i].border;
    }
    return all;
}

/* A drawing that tells nothing: any number of regions, anywhere. */
static uint64_t draw_slip(ff_random *random) {
    uint32_t n = (uint32_t)knowledge->region_count, k = 1 + ff_random_below(random, n);
    uint64_t marked = 0;
    for (uint32_t r = 0; r < n; r++) {
        if (ff_random_below(random, n - r) < k) {
            marked |= UINT64_C(1) << r;
            k--;
        }
    }
    return marked;
}

static uint64_t draw_map(ff_random *random, const ff_map *map) {
    const ff_model *model = &knowledge->model;
    double extent = ff_random_unit(random) < model->site_part ? model->site_part_extent : 1;
    uint64_t marked = 0;
    for (size_t r = 0; r < knowledge->region_count; r++) {
        uint64_t bit = UINT64_C(1) << r;
        double p = map->core & bit     ? model->region_core
                   : map->border & bit ? model->region_border
                                       : model->region_outside;
        marked |= ff_random_unit(random) < p * extent ? bit : 0;
    }
    return marked;
}

/* One of the state's causes, each as likely: its regions are what is numb. */
static const ff_cause *draw_cause(ff_random *random, size_t state) {
    const ff_cause *present[64];
    uint32_t count = 0;
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        if (ff_state_has(knowledge, state, i)) {
            present[count++] = &knowledge->causes[i];
        }
    }
    return present[ff_random_below(random, count)];
}

/* Both feet are numb in the same place; nobody comes with nothing marked. */
static uint64_t draw_foot(ff_random *random, const ff_map *map) {
    uint64_t marked = 0;
    while (marked == 0) {
        marked = ff_random_unit(random) < knowledge->model.site_slip ? draw_slip(random)
                                                                     : draw_map(random, map);
        marked &= mapped_regions();
    }
    return marked;
}

static void draw_sites(ff_random *random, person *who) {
    const ff_cause *cause = draw_cause(random, who->state);
    double weights[64] = {0};
    for (size_t i = 0; i < cause->site_count; i++) {
        weights[i] = cause->sites[i].weight;
    }
    const ff_map *map = cause->sites[draw(random, weights, cause->site_count)].map;
    const ff_fact *side = ff_knowledge_fact(knowledge, "side");
    bool one = who->level[side->index] == (size_t)ff_fact_level(side, "one");
    bool left = !one || ff_random_unit(random) < 0.5;
    who->sites = (ff_sites){0};
    if (left) {
        who->sites.left = draw_foot(random, map);
    }
    if (!one || !left) {
        who->sites.right = draw_foot(random, map);
    }
}

static person draw_person(ff_random *random, world *w) {
    person who = {.state = draw(random, w->prior, ff_state_count(knowledge))};
    for (size_t f = 0; f < knowledge->fact_count; f++) {
        const ff_fact *fact = &knowledge->facts[f];
        who.level[f] = draw_level(random, w, fact, who.state);
        if (fact->safety && who.level[f] == 0) {
            who.ticked[who.ticked_count++] = fact->safety;
        }
    }
    const ff_fact *age = ff_knowledge_fact(knowledge, "age");
    const ff_level *band = &age->levels[who.level[age->index]];
    double low = fmax(band->low, 18), high = fmin(band->high, 80);
    who.age_years = floor(low + ff_random_unit(random) * (high - low));
    draw_sites(random, &who);
    return who;
}

/* --- asking ------------------------------------------------------------------------------------
 */

static void give(const person *who, const ff_fact *fact, ff_case *runner) {
    runner->findings.items[runner->findings.count++] =
        (ff_finding){.id = fact->id,
                     .state = FF_SAID,
                     .value = fact->levels[who->level[fact->index]].id,
                     .said_by = "runner"};
}

/* What everybody is asked before the questions. */
static ff_case begin(const person *who, ff_finding *findings) {
    return (ff_case){.age_years = who->age_years,
                     .findings = {.items = findings},
                     .sites = who->sites,
                     .checklist_asked = true,
                     .ticked = who->ticked,
                     .ticked_count = who->ticked_count};
}

static void assess(ff_arena *arena, const ff_case *runner, ff_assessment *assessment) {
    ff_error error;
    if (ff_assess_case(arena, runner, assessment, &error) != FF_OK) {
        die(error.message);
    }
}

static advice advice_of(const ff_assessment *assessment) {
    advice a = {.first = assessment->causes[0].cause,
                .p = assessment->causes[0].p,
                .level = assessment->level,
                .urgent = assessment->level_by_flag && assessment->level >= FF_SAME_DAY};
    for (size_t i = 0; i < assessment->suggestion_count && !a.remedy; i++) {
        a.remedy = assessment->suggestions[i].remedy;
    }
    return a;
}

static double p_of(const ff_assessment *assessment, const ff_cause *cause) {
    for (size_t i = 0; i < assessment->cause_count; i++) {
        if (assessment->causes[i].cause == cause) {
            return assessment->causes[i].p;
        }
    }
    return 0;
}

static bool is_present(const person *who, const ff_cause *cause) {
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        bool same = &knowledge->causes[i] == cause || knowledge->causes[i].form_of == cause;
        if (same && ff_state_has(knowledge, who->state, i)) {
            return true;
        }
    }
    return false;
}

static void count_person(tally *t, const person *who, const advice *got, const ff_assessment *all) {
    advice want = advice_of(all);
    bool same = got->first == want.first;
    t->people++;
    t->same_first += same;
    t->near += !same && p_of(all, want.first) - p_of(all, got->first) < 0.1;
    t->same_level += got->level == want.level;
    t->same_remedy += got->remedy == want.remedy;
    t->true_first += is_present(who, got->first);
}

/* As the interview does: the best question, with all others of its page when it is a line of one.
 */
static screen ask_footfall(ff_arena *arena, const ff_case *runner,
                           const ff_assessment *assessment) {
    screen next = {.count = 0};
    const ff_page *page = NULL;
    (void)arena;
    (void)runner;
    for (size_t i = 0; i < assessment->question_count; i++) {
        const ff_question *question = &assessment->questions[i];
        bool first = question->fact && next.count == 0;
        if (first) {
            page = question->page_why ? question->fact->page : NULL;
        }
        if (first || (question->fact && page && question->fact->page == page)) {
            next.facts[next.count++] = question->fact;
        }
    }
    next.page = next.count > 1;
    return next;
}

static bool was_given(const ff_case *runner, const ff_fact *fact) {
    for (size_t i = 0; i < runner->findings.count; i++) {
        if (strcmp(runner->findings.items[i].id, fact->id) == 0) {
            return true;
        }
    }
    return fact->safety || strcmp(fact->id, "age") == 0;
}

/* Information about the state in bits: entropy of the answer less what the states leave of it. */
static double information(const ff_network *network, const ff_fact *fact) {
    ff_chances *chances = &network->workspace->chances;
    double bits = 0;
    for (size_t l = 0; l < fact->level_count; l++) {
        double mean = 0;
        ff_chances_of(chances, knowledge, fact, l, false);
        for (size_t s = 0; s < network->state_count; s++) {
            double chance = ff_chances_at(chances, knowledge, s);
            mean += network->posterior[s] * chance;
            bits += network->posterior[s] * chance * log2(chance);
        }
        bits -= mean * log2(mean);
    }
    return bits;
}

static screen ask_greedily(ff_arena *arena, const ff_case *runner,
                           const ff_assessment *assessment) {
    ff_network network;
    const ff_fact *best = NULL;
    double most = -1;
    (void)assessment;
    if (ff_network_build(&network, arena, knowledge, runner, NULL) != FF_OK) {
        die("not enough memory");
    }
    for (size_t f = 0; f < knowledge->fact_count; f++) {
        const ff_fact *fact = &knowledge->facts[f];
        if (!was_given(runner, fact)) {
            double bits = information(&network, fact);
            best = bits > most ? fact : best;
            most = fmax(bits, most);
        }
    }
    return (screen){.facts = {best}, .count = best != NULL};
}

/* The runner's time for it. */
static double seconds_of(const screen *next) {
    const ff_model *model = &knowledge->model;
    double seconds = next->page ? model->page_seconds : next->facts[0]->seconds;
    for (size_t i = 0; next->page && i < next->count; i++) {
        seconds += ff_line_seconds(model, next->facts[i]);
    }
    return seconds;
}

static void answer(const person *who, const screen *next, ff_case *runner, progress *so_far) {
    so_far->asked++;
    so_far->pages += next->page;
    so_far->lines += next->count;
    so_far->seconds += seconds_of(next);
    for (size_t i = 0; i < next->count; i++) {
        give(who, next->facts[i], runner);
        so_far->tests += strcmp(next->facts[i]->kind, "test") == 0;
    }
}

/* Whether the next screen would lead beyond a stop. */
static bool is_over(const progress *so_far, const screen *next, counting by, size_t stop) {
    size_t then = by == SCREENS ? so_far->asked + 1 : so_far->lines + next->count;
    return next->count == 0 || then > stop;
}

static void count_stop(tally *t, const person *who, const advice *got, const ff_assessment *all,
                       const progress *so_far) {
    count_person(t, who, got, all);
    t->questions += so_far->asked;
    t->pages += so_far->pages;
    t->lines += so_far->lines;
    t->home_tests += so_far->tests;
    t->seconds += so_far->seconds;
}

/* Asks one person; at every stop of every counting what the advice was by then is counted. */
static void interview(const person *who, const ff_assessment *all, chooser choose, size_t most,
                      tally tallies[COUNTINGS][STOPS], bool *urgent) {
    ff_finding findings[MOST_FACTS];
    ff_case runner = begin(who, findings);
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    progress so_far = {.asked = QUESTIONS_BEFORE, .lines = QUESTIONS_BEFORE};
    size_t last[COUNTINGS] = {0};
    while (last[SCREENS] < most || last[LINES] < most) {
        ff_assessment now;
        assess(&arena, &runner, &now);
        advice got = advice_of(&now);
        screen next = choose(&arena, &runner, &now);
        *urgent |= got.urgent;
        for (counting by = SCREENS; by < COUNTINGS; by++) {
            while (last[by] < most && is_over(&so_far, &next, by, stops[last[by]])) {
                count_stop(&tallies[by][last[by]++], who, &got, all, &so_far);
            }
        }
        if (next.count > 0) {
            answer(who, &next, &runner, &so_far);
        }
        ff_arena_free(&arena);
    }
}

/* --- telling -----------------------------------------------------------------------------------
 */

static double percent(size_t part, size_t whole) {
    return whole ? 100 * (double)part / (double)whole : 0;
}

static void tell(const char *title, const tally *tallies) {
    printf("\n%s\n%10s %8s %8s %8s %8s %8s %8s %10s %8s %8s %8s %8s\n", title, "at most", "same",
           "+-", "near", "level", "remedy", "true", "questions", "pages", "answers", "tests",
           "seconds");
    for (size_t i = 0; i < STOPS && tallies[i].people; i++) {
        const tally *t = &tallies[i];
        double n = (double)t->people, share = (double)t->same_first / n;
        char most[32] = "its end";
        if (stops[i] != SIZE_MAX) {
            snprintf(most, sizeof most, "%zu", stops[i]);
        }
        printf(
            "%10s %7.1f%% %7.1f%% %7.1f%% %7.1f%% %7.1f%% %7.1f%% %10.1f %8.1f %8.1f %8.2f %8.0f\n",
            most, 100 * share, 196 * sqrt(share * (1 - share) / n), percent(t->near, t->people),
            percent(t->same_level, t->people), percent(t->same_remedy, t->people),
            percent(t->true_first, t->people), (double)t->questions / n, (double)t->pages / n,
            (double)t->lines / n, (double)t->home_tests / n, t->seconds / n);
    }
}

/* Why the first cause after HEADLINE screens is not that of all answers, each person once. */
typedef struct misses {
    size_t sent, sent_missed;        /* to a doctor today or now, on the way */
    size_t sent_rightly, sent_alike; /* those, and those that missed, whom all answers send too */
    size_t longer, longer_missed, longer_late; /* need more screens; get there with them */
    size_t ended_missed, ended_near;           /* asking had ended: nothing would have changed it */
} misses;

typedef struct sums {
    tally footfall[COUNTINGS][STOPS], greedy[COUNTINGS][STOPS];
    tally spared[COUNTINGS][STOPS]; /* as footfall asks, those whom no flag sent to a doctor */
    size_t people, urgent, true_first;
    size_t missed[64], leaders[64]; /* by the first cause after all answers */
    misses of;
} sums;

static void add_tallies(tally to_all[COUNTINGS][STOPS], tally own[COUNTINGS][STOPS]) {
    for (size_t i = 0; i < (size_t)COUNTINGS * STOPS; i++) {
        tally *to = &to_all[i / STOPS][i % STOPS], *t = &own[i / STOPS][i % STOPS];
        to->people += t->people;
        to->questions += t->questions;
        to->pages += t->pages;
        to->lines += t->lines;
        to->home_tests += t->home_tests;
        to->seconds += t->seconds;
        to->same_first += t->same_first;
        to->same_level += t->same_level;
        to->same_remedy += t->same_remedy;
        to->true_first += t->true_first;
        to->near += t->near;
    }
}

static void count_misses(misses *of, tally own[STOPS], bool urgent, bool all_urgent) {
    const tally *then = &own[HEADLINE], *at_end = &own[STOPS - 1];
    bool missed = then->same_first == 0;
    if (urgent) {
        of->sent++;
        of->sent_missed += missed;
        of->sent_rightly += all_urgent;
        of->sent_alike += missed && all_urgent;
    } else if (at_end->questions > stops[HEADLINE]) {
        of->longer++;
        of->longer_missed += missed;
        of->longer_late += missed && at_end->same_first;
    } else {
        of->ended_missed += missed;
        of->ended_near += missed && then->near;
    }
}

static void tell_misses(const sums *s) {
    const misses *of = &s->of;
    size_t same = s->footfall[SCREENS][HEADLINE].same_first + of->sent_alike;
    printf("\nWhere the first cause after %zu questions is not that of all answers:\n"
           "%5zu of the %zu whom an answer on the way sent to a doctor today or now, where asking "
           "ends\n      (all answers send %zu of the %zu there too)\n"
           "%5zu of the %zu who need more questions (%zu get there with them)\n"
           "%5zu where asking had ended (for %zu all answers hardly tell the two apart)\n"
           "At the first cause of all answers, or sent to a doctor today or now as all answers "
           "would: %.1f %%.\n",
           stops[HEADLINE], of->sent_missed, of->sent, of->sent_rightly, of->sent,
           of->longer_missed, of->longer, of->longer_late, of->ended_missed, of->ended_near,
           percent(same, s->people - s->urgent));
}

static void run_person(const person *who, bool greedy, sums *out) {
    ff_finding findings[MOST_FACTS];
    ff_case runner = begin(who, findings);
    ff_arena arena;
    ff_assessment start, all;
    ff_arena_init(&arena, NULL);
    assess(&arena, &runner, &start);
    for (size_t f = 0; f < knowledge->fact_count; f++) {
        give(who, &knowledge->facts[f], &runner);
    }
    assess(&arena, &runner, &all);
    out->people++;
    if (advice_of(&start).urgent) {
        out->urgent++;
    } else {
        size_t before = out->footfall[SCREENS][HEADLINE].same_first;
        out->true_first += is_present(who, all.causes[0].cause);
        tally own[COUNTINGS][STOPS] = {{{0}}};
        bool urgent = false;
        interview(who, &all, ask_footfall, STOPS, own, &urgent);
        add_tallies(out->footfall, own);
        count_misses(&out->of, own[SCREENS], urgent, advice_of(&all).urgent);
        if (!urgent) {
            add_tallies(out->spared, own);
        }
        out->leaders[all.causes[0].cause->index]++;
        out->missed[all.causes[0].cause->index] +=
            out->footfall[SCREENS][HEADLINE].same_first == before;
        if (greedy) {
            interview(who, &all, ask_greedily, STOPS - 1, out->greedy, &urgent); /* it has no end */
        }
    }
    ff_arena_free(&arena);
}

static void tell_all(const sums *s, double seconds) {
    size_t rest = s->people - s->urgent;
    printf(
        "%zu people drawn from the network (%zu causes, %zu findings). A kind world: the answers\n"
        "of a group are independent of each other given the causes, and nobody is unsure.\n"
        "%zu ticked a sign of a doctor today or now: asking ends there, and they are left out.\n"
        "After all answers the first cause is a true one in %.1f %% of the %zu others.\n"
        "The age counts as a question, and so does a page of lines to tick; the checklist and the\n"
        "drawing do not. +-: 95 %% limits of \"same\" from the number of people.\n",
        s->people, knowledge->cause_count, knowledge->fact_count, s->urgent,
        percent(s->true_first, rest), rest);
    printf(
        "After at most %zu questions %.1f %% are at the first cause of all answers; the aim is "
        "90.\n",
        stops[HEADLINE],
        percent(s->footfall[SCREENS][HEADLINE].same_first, s->footfall[SCREENS][HEADLINE].people));
    tell("as footfall asks (same: the first cause is that of all answers)", s->footfall[SCREENS]);
    tell("the same, \"at most\" so many single answers: each line of a page counts",
         s->footfall[LINES]);
    tell("those alone whom no answer on the way sent to a doctor today or now (asking ends there, "
         "for a "
         "reason)",
         s->spared[SCREENS]);
    if (s->greedy[SCREENS][0].people) {
        tell("greedy for information, one question at a time, without a stop", s->greedy[SCREENS]);
    }
    tell_misses(s);
    printf("\nfirst cause after all answers: people, not reached after %zu questions\n",
           stops[HEADLINE]);
    for (size_t i = 0; i < knowledge->cause_count; i++) {
        printf("%-10s %5zu %5zu\n", knowledge->causes[i].id, s->leaders[i], s->missed[i]);
    }
    printf("%.1f s\n", seconds);
}

int main(int argc, char **argv) {
    long people = argc > 1 ? strtol(argv[1], NULL, 10) : 400;
    long seed = argc > 2 ? strtol(argv[2], NULL, 10) : 1;
    bool greedy = argc <= 3 || strcmp(argv[3], "only") != 0;
    if (people < 1 || knowledge->fact_count > MOST_FACTS || knowledge->flag_count > MOST_FLAGS) {
        fprintf(stderr, "usage: bench_asking [PEOPLE [SEED [only]]]\n");
        return 2;
    }
    static sums s;
    ff_arena arena;
    ff_random random;
    ff_arena_init(&arena, NULL);
    ff_random_init(&random, (uint64_t)seed);
    world w = make_world(&arena);
    clock_t start = clock();
    for (long i = 0; i < people; i++) {
        person who = draw_person(&random, &w);
        run_person(&who, greedy, &s);
    }
    tell_all(&s, (double)(clock() - start) / CLOCKS_PER_SEC);
    ff_arena_free(&arena);
    return 0;
}
