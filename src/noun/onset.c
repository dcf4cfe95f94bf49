#include <footfall/onset.h>

#include <math.h>
#include <string.h>

static const char *const kind_names[] = {"exact", "interval", "at_start", "none", "sometime"};

const char *ff_onset_kind_name(ff_onset_kind kind) {
    return kind <= FF_ONSET_SOMETIME ? kind_names[kind] : "sometime";
}

int ff_onset_kind_of_name(const char *name) {
    for (int i = 0; i <= FF_ONSET_SOMETIME; i++) {
        if (strcmp(kind_names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

void ff_onset_init(ff_onset *onset) {
    *onset = (ff_onset){.kind = FF_ONSET_SOMETIME,
                        .from_s = NAN,
                        .to_s = NAN,
                        .from_m = NAN,
                        .to_m = NAN,
                        .gone_s = NAN,
                        .sites = "",
                        .strength = -1,
                        .said_by = "",
                        .from = ""};
}
