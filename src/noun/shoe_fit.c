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
