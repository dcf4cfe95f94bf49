#include <footfall/onset.h>

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

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

static const char *const feeling_names[FF_FEELING_COUNT] = {"numb", "tingling", "burning", "cold",
                                                            "pain"};

const char *ff_feeling_name(ff_feeling feeling) {
    return feeling_names[feeling];
}

static int feeling_of(const char *word, size_t length) {
    for (int i = 0; i < FF_FEELING_COUNT; i++) {
        if (strlen(feeling_names[i]) == length &&
            strncasecmp(feeling_names[i], word, length) == 0) {
            return i;
        }
    }
    return -1;
}

int ff_feelings_of_text(const char *text) {
    int feelings = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, ", ");
        int feeling = feeling_of(text, length);
        if (length > 0 && feeling < 0) {
            return -1;
        }
        feelings |= length > 0 ? 1 << feeling : 0;
        text += length;
        text += *text != '\0';
    }
    return feelings;
}

void ff_feelings_text(int feelings, const char *between, char text[FF_FEELINGS_SIZE]) {
    size_t at = 0;
    text[0] = '\0';
    for (int i = 0; i < FF_FEELING_COUNT; i++) {
        if ((feelings >> i & 1) != 0 && at < FF_FEELINGS_SIZE) {
            at += (size_t)snprintf(text + at, FF_FEELINGS_SIZE - at, "%s%s", at > 0 ? between : "",
                                   feeling_names[i]);
        }
    }
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
