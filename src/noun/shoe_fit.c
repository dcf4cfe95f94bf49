#include <footfall/shoe_fit.h>

static const struct {
    const char *name, *words;
} levels[FF_FIT_LEVEL_COUNT] = {{"length", "length"},
                                {"ball", "ball"},
                                {"toe_80", "toe box, at 80 %"},
                                {"toe_88", "toe box, at 88 %"},
                                {"toe_94", "toe box, at 94 %"}};

static const struct {
    const char *name, *words;
} bands[] = {{"unknown", "cannot tell"},   {"too_short", "too short"}, {"short", "short"},
             {"good", "just right"},       {"long", "long"},           {"too_long", "too long"},
             {"too_narrow", "too narrow"}, {"tight", "tight"},         {"snug", "snug"},
             {"fine", "wide enough"}};

const char *ff_fit_level_name(ff_fit_level level) {
    return (int)level >= 0 && level < FF_FIT_LEVEL_COUNT ? levels[level].name : NULL;
}

const char *ff_fit_level_words(ff_fit_level level) {
    return (int)level >= 0 && level < FF_FIT_LEVEL_COUNT ? levels[level].words : NULL;
}

const char *ff_fit_band_name(ff_fit_band band) {
    return (int)band >= 0 && band <= FF_FIT_FINE ? bands[band].name : NULL;
}

const char *ff_fit_band_words(ff_fit_band band) {
    return (int)band >= 0 && band <= FF_FIT_FINE ? bands[band].words : NULL;
}

bool ff_fit_band_lacks_room(ff_fit_band band) {
    return band == FF_FIT_TOO_SHORT || band == FF_FIT_SHORT || band == FF_FIT_TOO_NARROW ||
           band == FF_FIT_TIGHT;
}

const ff_fit_verdict *ff_fit_tightest(const ff_fit_answer *answer) {
    if (answer->width == FF_FIT_UNKNOWN) {
        return NULL;
    }
    const ff_fit_verdict *left = &answer->verdicts[FF_LEFT][answer->tightest];
    const ff_fit_verdict *right = &answer->verdicts[FF_RIGHT][answer->tightest];
    bool left_known = left->band != FF_FIT_UNKNOWN, right_known = right->band != FF_FIT_UNKNOWN;
    return !right_known || (left_known && left->room_mm <= right->room_mm) ? left : right;
}
