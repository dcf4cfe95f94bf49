/* Where laces press: the stations of the throat and the words for them. */
#include "base/nearest.h"
#include "base/number.h"
#include "base/unit.h"

#include <footfall/lacing.h>

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* How wide a spot is that was told in millimetres. */
#define OWN_SPOT_HALF_MM 5.0

/* Stations as shares of the throat of a shoe with 6 or 7 pairs (judgement): where the deep peroneal
 * nerve can be pressed (StatPearls, read), and the toe box. */
static const struct {
    const char *word;
    const char *name;
    const char *clinical;
    double from, to;
    const char *also;    /* words that mean it too, blanks around */
    const char *regions; /* of the map, blanks around */
} stations[] = {
    {"toes", "the toes", "toe box", 0, 0.25, " toe toebox toe_box bigtoe littletoe ",
     " TD1 TD2 TD3 TD4 TD5 "},
    {"ball", "the top of the forefoot, over the ball", "first ray", 0, 0.25, " forefoot ",
     " DFM DFL "},
    {"instep", "the middle of the instep", "tarsometatarsal joints", 0.3, 0.5,
     " midfoot mid_instep tmt ", " DMM DML "},
    {"upper_instep", "the upper instep", "navicular bone, talonavicular joint", 0.55, 0.8,
     " upper upperinstep high_instep navicular ", " "},
    {"ankle", "the front of the ankle", "talus, under the extensor retinaculum", 0.85, 1, " talus ",
     " DA "},
};
#define STATION_COUNT (sizeof stations / sizeof *stations)

const char *ff_lacing_spot_word(int i) {
    size_t at = (size_t)i;
    return at < STATION_COUNT ? stations[at].word : at == STATION_COUNT ? "top" : NULL;
}

/* Whether a list " a b " has the word, whatever the case. */
static bool lists(const char *list, const char *word) {
    size_t length = strlen(word);
    for (const char *at = list; *at != '\0'; at++) {
        if (*at == ' ' && strncasecmp(at + 1, word, length) == 0 && at[1 + length] == ' ') {
            return length > 0;
        }
    }
    return false;
}

const char *ff_lacing_spot_of_region(const char *region) {
    for (size_t i = 0; i < STATION_COUNT; i++) {
        if (lists(stations[i].regions, region)) {
            return stations[i].word;
        }
    }
    return NULL;
}

static ff_code add(const ff_lacing_spot *spot, ff_lacing_wish *wish, ff_error *error) {
    for (size_t i = 0; i < wish->spot_count; i++) {
        const ff_lacing_spot *have = &wish->spots[i];
        if (strcmp(have->id, spot->id) == 0 && have->from_mm == spot->from_mm) {
            return FF_OK;
        }
    }
    if (wish->spot_count == FF_LACING_MOST_SPOTS) {
        return ff_fail(error, FF_ERR_LIMIT, "where", FF_NO_OFFSET,
                       "more than %d places: loosen all of the lace instead", FF_LACING_MOST_SPOTS);
    }
    wish->spots[wish->spot_count++] = *spot;
    return FF_OK;
}

static ff_code add_station(size_t i, const ff_lacing_shoe *shoe, ff_lacing_wish *wish,
                           ff_error *error) {
    double throat = (shoe->pairs - 1) * shoe->pitch_mm;
    const ff_lacing_spot spot = {.id = stations[i].word,
                                 .name = stations[i].name,
                                 .clinical = stations[i].clinical,
                                 .from_mm = stations[i].from * throat,
                                 .to_mm = stations[i].to * throat};
    return add(&spot, wish, error);
}

/* "40mm"; false: it is no such place. */
static bool read_place(const char *word, double *mm) {
    const char *unit = "";
    return ff_unit_split(word, mm, &unit) && strcasecmp(unit, "mm") == 0;
}

static ff_code add_place(double mm, const ff_lacing_shoe *shoe, ff_lacing_wish *wish,
                         ff_error *error) {
    double throat = (shoe->pairs - 1) * shoe->pitch_mm;
    if (!(mm >= 0 && mm <= throat)) {
        return ff_fail(error, FF_ERR_VALUE, "where", FF_NO_OFFSET,
                       "%s mm is not under the laces: they run from row 1 (0 mm) to row %d (%s mm)",
                       FF_FIXED(mm, 0), shoe->pairs, FF_FIXED(throat, 0));
    }
    const ff_lacing_spot spot = {.id = "place",
                                 .name = "the place you measured",
                                 .clinical = "",
                                 .from_mm = mm > OWN_SPOT_HALF_MM ? mm - OWN_SPOT_HALF_MM : 0,
                                 .to_mm = mm + OWN_SPOT_HALF_MM < throat ? mm + OWN_SPOT_HALF_MM
                                                                         : throat};
    return add(&spot, wish, error);
}

/* The nerve of the first gap runs under all of the instep, so that the gap does not tell the spot.
 */
static ff_code refuse(const char *word, ff_error *error) {
    if (strcasecmp(word, "W1") == 0) {
        return ff_fail(
            error, FF_ERR_VALUE, "where", FF_NO_OFFSET,
            "numb skin in the first gap tells of a nerve that runs under the whole instep, "
            "not where it is pressed: press along the laces with a finger, and name the sore "
            "place (instep, upper_instep, ankle or 40mm)");
    }
    ff_nearest nearest = {.wanted = word};
    char near[3 * FF_NEAREST_LENGTH + 40];
    for (int i = 0; ff_lacing_spot_word(i) != NULL; i++) {
        ff_nearest_offer(&nearest, ff_lacing_spot_word(i));
    }
    ff_nearest_text(&nearest, near, sizeof near);
    return ff_fail(
        error, FF_ERR_VALUE, "where", FF_NO_OFFSET,
        "'%.30s' is no place on which laces press.%s Say toes, ball, instep, upper_instep, "
        "ankle, top (the whole instep), or millimetres from the lowest row such as 40mm",
        word, near);
}

ff_code ff_lacing_add_spot(const char *word, const ff_lacing_shoe *shoe, ff_lacing_wish *wish,
                           ff_error *error) {
    double mm;
    if (read_place(word, &mm)) {
        return add_place(mm, shoe, wish, error);
    }
    bool top = strcasecmp(word, "top") == 0 || strcasecmp(word, "whole_instep") == 0;
    bool found = false;
    ff_code code = FF_OK;
    for (size_t i = 0; i < STATION_COUNT && code == FF_OK; i++) {
        bool of_top = top && (strcmp(stations[i].word, "instep") == 0 ||
                              strcmp(stations[i].word, "upper_instep") == 0);
        if (of_top || strcasecmp(word, stations[i].word) == 0 || lists(stations[i].also, word) ||
            lists(stations[i].regions, word)) {
            found = true;
            code = add_station(i, shoe, wish, error);
        }
    }
    return found || code != FF_OK ? code : refuse(word, error);
}
