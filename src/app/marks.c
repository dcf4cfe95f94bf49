#include "app/marks.h"

#include "app/sites.h"

static const ff_knowledge *const knowledge = &ff_knowledge_built_in;

static void count_marks(const ff_history *history, ff_marks *m) {
    for (size_t i = 0; i < history->count; i++) {
        const ff_onset *onset = history->runs[i].onset;
        ff_sites sites;
        if (onset == NULL || onset->sites == NULL || onset->sites[0] == '\0' ||
            ff_sites_parse(onset->sites, &sites, NULL) != FF_OK) {
            continue;
        }
        m->runs++;
        if (m->last == NULL || history->runs[i].run->start_s >= m->last->run->start_s) {
            m->last = &history->runs[i];
        }
        for (size_t r = 0; r < knowledge->region_count; r++) {
            m->left[r] += sites.left >> r & 1;
            m->right[r] += sites.right >> r & 1;
        }
    }
}

/* Thirds of the runs with a mark; what was only drawn is the lightest beside them. */
static ff_foot_shade shade_of(size_t marked, size_t runs, bool drawn) {
    return 3 * marked > 2 * runs               ? FF_SHADE_MOST
           : 3 * marked > runs                 ? FF_SHADE_OFTEN
           : marked > 0 || (drawn && runs > 0) ? FF_SHADE_SOME
           : drawn                             ? FF_SHADE_MOST
                                               : FF_SHADE_NONE;
}

void ff_marks_sum(const ff_collected *collected, bool sides, ff_arena *arena, ff_marks *marks) {
    const ff_case *runner = &collected->runner;
    ff_sites all = {runner->sites.left | runner->also_sites.left,
                    runner->sites.right | runner->also_sites.right};
    *marks = (ff_marks){0};
    count_marks(&collected->history, marks);
    ff_foot_map *map = ff_arena_take(arena, 1, sizeof *map);
    if (map == NULL || (all.left | all.right) == 0) {
        return;
    }
    *map = (ff_foot_map){.sides = sides};
    for (size_t r = 0; r < knowledge->region_count; r++) {
        map->left[r] = shade_of(marks->left[r], marks->runs, all.left >> r & 1);
        map->right[r] = shade_of(marks->right[r], marks->runs, all.right >> r & 1);
    }
    map->key[FF_SHADE_MOST] =
        marks->runs > 0 ? "marked on over two thirds of these runs" : "as drawn by the runner";
    map->key[FF_SHADE_OFTEN] = "on a third to two thirds";
    map->key[FF_SHADE_SOME] = "on fewer, or only drawn";
    ff_text words;
    ff_text_init(&words, arena->allocator);
    ff_sites_describe(&all, &words);
    marks->words = ff_arena_keep(arena, &words);
    marks->from = marks->runs > 0 ? ff_arena_printf(arena, "marked on %zu run%s", marks->runs,
                                                    marks->runs == 1 ? "" : "s")
                                  : "drawn by the runner";
    map->words = ff_arena_printf(arena, "%s (%s)", marks->words, marks->from);
    marks->map = map;
}
