#include "report/where_report.h"

#include "report/table.h"
#include "report/words.h"

#include <footfall/onset.h>

#include <math.h>
#include <string.h>

static const char *const sides[] = {"left", "right"};

static size_t bits_of(uint64_t mask) {
    size_t count = 0;
    for (; mask != 0; mask &= mask - 1) {
        count++;
    }
    return count;
}

static uint64_t mask_of(const ff_sites *sites_of, int side) {
    return side == 0 ? sites_of->left : sites_of->right;
}

static const size_t *counts_of(const ff_where_report *r, int side) {
    return side == 0 ? r->left : r->right;
}

/* ---- whose skin these places are ---- */

#define MOST_FITS 3

typedef struct fit {
    const ff_map *map;
    size_t core, border; /* of the places, and how many of them there are */
    double likely;       /* the logarithm of the chance that just these places are marked */
} fit;

/* By the knowledge's own chances of a mark in a map's core, its border, and elsewhere. */
static double likely(const ff_knowledge *k, const ff_map *map, uint64_t places) {
    double sum = 0;
    for (size_t i = 0; i < k->region_count; i++) {
        double chance = map->core >> i & 1     ? k->model.region_core
                        : map->border >> i & 1 ? k->model.region_border
                                               : k->model.region_outside;
        sum += log(places >> i & 1 ? chance : 1 - chance);
    }
    return sum;
}

/* The maps of nerves and of pressure that hold all places of a foot, the likeliest first; how many.
 * What speaks for a cause is weighed by "why", with all else that is known. */
static size_t fits_of(const ff_where_report *r, uint64_t places, fit best[MOST_FITS]) {
    size_t count = 0;
    for (size_t i = 0; places != 0 && i < r->knowledge->map_count; i++) {
        const ff_map *map = &r->knowledge->maps[i];
        const fit f = {map, bits_of(places & map->core), bits_of(places & map->border),
                       likely(r->knowledge, map, places)};
        if (map->kind == FF_MAP_OTHER || f.core == 0 ||
            (places & ~(map->core | map->border)) != 0) {
            continue;
        }
        size_t at = count < MOST_FITS ? count++ : MOST_FITS;
        for (; at > 0 && f.likely > best[at - 1].likely; at--) {
            if (at < MOST_FITS) {
                best[at] = best[at - 1];
            }
        }
        if (at < MOST_FITS) {
            best[at] = f;
        }
    }
    return count;
}

static const char *const kinds[] = {"nerve", "pressure", "other"};

#define CAREFUL                                                                                    \
    "Skin areas of nerves overlap and differ from person to person: where it is numb says which "  \
    "to "                                                                                          \
    "look at, not which it is."

/* ---- text ---- */

static void print_sum(const ff_where_report *r, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "foot", false);
    ff_table_column(&table, "place", false);
    ff_table_column(&table, "runs", true);
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < r->knowledge->region_count; i++) {
            if (counts_of(r, side)[i] > 0) {
                const char *cells[] = {
                    sides[side], r->knowledge->regions[i].name,
                    ff_arena_printf(arena, "%zu of %zu", counts_of(r, side)[i], r->runs)};
                ff_table_row(&table, cells, 3);
            }
        }
    }
    ff_table_print(&table, 0, out);
}

static void print_feelings(const ff_where_report *r, ff_arena *arena, ff_text *out) {
    const char *before = "It felt ";
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (int i = 0; i < FF_FEELING_COUNT; i++) {
        if (r->feelings[i] > 0) {
            ff_text_addf(&line, "%s%s (%zu run%s)", before, ff_feeling_name((ff_feeling)i),
                         r->feelings[i], r->feelings[i] == 1 ? "" : "s");
            before = ", ";
        }
    }
    if (line.length > 0) {
        ff_text_add(&line, ". This is told to a doctor, and weighed in nothing.");
        ff_text_add_char(out, '\n');
        ff_text_wrap(out, "", line.data, FF_TEXT_WIDTH);
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}

static void print_fits(const ff_where_report *r, ff_arena *arena, ff_text *out) {
    ff_text_add(out, "\nWhose skin these places are:\n");
    for (int side = 0; side < 2; side++) {
        fit best[MOST_FITS];
        uint64_t places = mask_of(&r->sites, side);
        size_t count = fits_of(r, places, best);
        if (places != 0 && count == 0) {
            ff_text_addf(out, "  %s foot: no one area holds all of them\n", sides[side]);
        }
        for (size_t i = 0; i < count; i++) {
            ff_text line;
            ff_text_init(&line, arena->allocator);
            ff_text_addf(&line, "%s foot: %s: %zu in its middle, %zu at its edge (%s, ",
                         sides[side], best[i].map->name, best[i].core, best[i].border,
                         best[i].map->id);
            ff_words_sources(&line, &best[i].map->basis);
            ff_text_add_char(&line, ')');
            ff_text_wrap(out, "  ", line.data, FF_TEXT_WIDTH);
            out->failed |= line.failed;
            ff_text_free(&line);
        }
    }
    ff_text_wrap(out, "", CAREFUL, FF_TEXT_WIDTH);
}

void ff_where_text(const ff_where_report *r, const char *program, ff_arena *arena, ff_text *out) {
    if (r->map == NULL) {
        ff_text_addf(out,
                     "No place is marked yet.\n"
                     "For a run:          %s log last --site left:toes\n"
                     "For what is usual:  %s ask sites\n",
                     program, program);
        return;
    }
    ff_text_addf(out, "Where it goes numb, %s:\n", r->from);
    if (r->runs > 0) {
        print_sum(r, arena, out);
    } else {
        ff_text_wrap(out, "  ", r->words, FF_TEXT_WIDTH);
    }
    if (r->drawn_too) {
        ff_text_add_char(out, '\n');
        ff_text_wrap(out, "Drawn beside: ", r->drawn_words, FF_TEXT_WIDTH);
    }
    print_feelings(r, arena, out);
    print_fits(r, arena, out);
    ff_text_addf(out, "What it makes of the causes: %s why\n", program);
}

/* ---- JSON ---- */

static void svg_member(ff_json *json, const ff_text *svg) {
    json->out->failed |= svg->failed;
    ff_json_text_member(json, "svg", svg->data);
}

static void drawings(const ff_where_report *r, ff_arena *arena, ff_json *json) {
    ff_text svg;
    ff_text_init(&svg, arena->allocator);
    ff_json_name(json, "drawings");
    ff_json_array(json);
    for (int view = 0; view < FF_FOOT_VIEWS; view++) {
        for (int side = 0; side < 2; side++) {
            ff_text_clear(&svg);
            ff_foot_view_draw((ff_foot_view)view, side == 0, r->knowledge, &svg);
            ff_json_object(json);
            ff_json_text_member(json, "view", ff_foot_view_name((ff_foot_view)view));
            ff_json_text_member(json, "side", sides[side]);
            svg_member(json, &svg);
            ff_json_end_object(json);
        }
    }
    ff_json_end_array(json);
    ff_text_free(&svg);
}

static void regions(const ff_knowledge *k, ff_json *json) {
    ff_json_name(json, "regions");
    ff_json_array(json);
    for (size_t i = 0; i < k->region_count; i++) {
        ff_json_object(json);
        ff_json_text_member(json, "id", k->regions[i].id);
        ff_json_text_member(json, "name", k->regions[i].name);
        ff_json_text_member(json, "group", k->regions[i].group);
        ff_json_name(json, "views");
        ff_json_array(json);
        for (int view = 0; view < FF_FOOT_VIEWS; view++) {
            if (ff_foot_view_has((ff_foot_view)view, k->regions[i].id)) {
                ff_json_text(json, ff_foot_view_name((ff_foot_view)view));
            }
        }
        ff_json_end_array(json);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void ids(const ff_knowledge *k, const char *name, uint64_t mask, ff_json *json) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < k->region_count; i++) {
        if (mask >> i & 1) {
            ff_json_text(json, k->regions[i].id);
        }
    }
    ff_json_end_array(json);
}

static void overlays(const ff_where_report *report, ff_json *json) {
    const ff_knowledge *k = report->knowledge;
    static const ff_basis judged = {.evidence_class = 'c', .note = ""};
    ff_json_name(json, "overlays");
    ff_json_array(json);
    ff_json_object(json);
    ff_json_text_member(json, "id", "laces");
    ff_json_text_member(json, "name", "where laces press");
    ff_json_text_member(json, "kind", "laces");
    ids(k, "core", report->under_laces, json);
    ids(k, "border", 0, json);
    ff_words_basis_json(json, &judged, judged.evidence_class);
    ff_json_end_object(json);
    for (size_t i = 0; i < k->map_count; i++) {
        const ff_map *map = &k->maps[i];
        ff_json_object(json);
        ff_json_text_member(json, "id", map->id);
        ff_json_text_member(json, "name", map->name);
        ff_json_text_member(json, "kind", kinds[map->kind]);
        ids(k, "core", map->core, json);
        ids(k, "border", map->border, json);
        ff_words_basis_json(json, &map->basis, map->basis.evidence_class);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
}

static void counts(const ff_where_report *r, int side, ff_json *json) {
    ff_json_name(json, sides[side]);
    ff_json_object(json);
    for (size_t i = 0; i < r->knowledge->region_count; i++) {
        if (counts_of(r, side)[i] > 0) {
            ff_json_name(json, r->knowledge->regions[i].id);
            ff_json_uint(json, counts_of(r, side)[i]);
        }
    }
    ff_json_end_object(json);
}

static void sum(const ff_where_report *r, ff_arena *arena, ff_json *json) {
    ff_json_name(json, "sum");
    ff_json_object(json);
    ff_json_name(json, "runs");
    ff_json_uint(json, r->runs);
    counts(r, 0, json);
    counts(r, 1, json);
    ff_json_name(json, "feelings");
    ff_json_object(json);
    for (int i = 0; i < FF_FEELING_COUNT; i++) {
        if (r->feelings[i] > 0) {
            ff_json_name(json, ff_feeling_name((ff_feeling)i));
            ff_json_uint(json, r->feelings[i]);
        }
    }
    ff_json_end_object(json);
    if (r->map != NULL) {
        ff_text svg;
        ff_text_init(&svg, arena->allocator);
        ff_json_text_member(json, "text", r->words);
        ff_json_text_member(json, "from", r->from);
        ff_foot_map_draw(r->map, r->knowledge, &svg);
        svg_member(json, &svg);
        ff_text_free(&svg);
    }
    ff_json_end_object(json);
}

static void fits(const ff_where_report *r, ff_json *json) {
    ff_json_name(json, "fits");
    ff_json_array(json);
    for (int side = 0; side < 2; side++) {
        fit best[MOST_FITS];
        size_t count = fits_of(r, mask_of(&r->sites, side), best);
        for (size_t i = 0; i < count; i++) {
            ff_json_object(json);
            ff_json_text_member(json, "side", sides[side]);
            ff_json_text_member(json, "overlay", best[i].map->id);
            ff_json_text_member(json, "name", best[i].map->name);
            ff_json_text_member(json, "kind", kinds[best[i].map->kind]);
            ff_json_name(json, "core");
            ff_json_uint(json, best[i].core);
            ff_json_name(json, "border");
            ff_json_uint(json, best[i].border);
            ff_json_end_object(json);
        }
    }
    ff_json_end_array(json);
    ff_json_text_member(json, "careful", CAREFUL);
}

static void last(const ff_where_report *r, ff_json *json) {
    if (r->last_sites == NULL) {
        return;
    }
    ff_json_name(json, "last");
    ff_json_object(json);
    ff_json_name(json, "run");
    ff_json_int(json, r->last_run);
    ff_json_text_member(json, "date", r->last_date);
    ff_json_text_member(json, "sites", r->last_sites);
    ff_json_end_object(json);
}

void ff_where_members(const ff_where_report *r, ff_arena *arena, ff_json *json) {
    drawings(r, arena, json);
    regions(r->knowledge, json);
    overlays(r, json);
    ff_json_name(json, "feelings");
    ff_json_array(json);
    for (int i = 0; i < FF_FEELING_COUNT; i++) {
        ff_json_text(json, ff_feeling_name((ff_feeling)i));
    }
    ff_json_end_array(json);
    if (r->drawn_sites[0] != '\0') {
        ff_json_text_member(json, "drawn", r->drawn_sites);
    }
    last(r, json);
    sum(r, arena, json);
    fits(r, json);
}
