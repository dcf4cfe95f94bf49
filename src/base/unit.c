#include "base/unit.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* One run takes less than a month and less than a trip round the world. */
#define LONGEST_S  2678400.0
#define FARTHEST_M 4.0e7

#define LONGEST_NUMBER 32

bool ff_unit_split(const char *text, double *number, const char **rest) {
    char digits[LONGEST_NUMBER];
    size_t length = strspn(text, "0123456789.+-");
    if (length == 0 || length >= sizeof digits) {
        return false;
    }
    memcpy(digits, text, length);
    digits[length] = '\0';
    *rest = text + length + strspn(text + length, " ");
    return ff_number_parse(digits, number);
}

/* What follows a number without a sign; NULL: there is none. */
static const char *leading_number(const char *text, double *number) {
    const char *rest = NULL;
    bool sign = text[0] == '-' || text[0] == '+';
    return !sign && ff_unit_split(text, number, &rest) ? rest : NULL;
}

static bool one_of(const char *text, const char *const *words) {
    for (; *words != NULL; words++) {
        if (strcmp(text, *words) == 0) {
            return true;
        }
    }
    return false;
}

static bool parse_clock(const char *text, double *seconds) {
    double parts[3] = {0};
    int count = 0;
    for (const char *at = text; at != NULL; count++) {
        if (count == 3 || (at = leading_number(at, &parts[count])) == NULL ||
            (count > 0 && parts[count] >= 60)) {
            return false;
        }
        bool last = *at == '\0';
        if (!last && (*at != ':' || parts[count] != floor(parts[count]))) {
            return false; /* only the seconds may have a fraction */
        }
        at = last ? NULL : at + 1;
    }
    *seconds = count == 2 ? parts[0] * 60 + parts[1] : parts[0] * 3600 + parts[1] * 60 + parts[2];
    return true;
}

bool ff_unit_parse_duration(const char *text, double *seconds) {
    static const char *const hour[] = {"h", "hour", "hours", NULL};
    static const char *const minute[] = {"min", "mins", "minute", "minutes", "'", NULL};
    static const char *const second[] = {"s", "sec", "second", "seconds", NULL};
    double number;
    bool good = false;
    if (strchr(text, ':') != NULL) {
        good = parse_clock(text, seconds);
    } else {
        const char *rest = leading_number(text, &number);
        if (rest == NULL) {
            return false;
        }
        if (one_of(rest, hour)) {
            *seconds = number * 3600;
            good = true;
        } else if (one_of(rest, minute)) {
            *seconds = number * 60;
            good = true;
        } else if (one_of(rest, second)) {
            *seconds = number;
            good = true;
        } else if (rest[0] == 'h') { /* 1h05 or 1h05min */
            double minutes;
            const char *end = leading_number(rest + 1 + strspn(rest + 1, " "), &minutes);
            good = end != NULL && minutes < 60 && (*end == '\0' || one_of(end, minute));
            *seconds = good ? number * 3600 + minutes * 60 : 0;
        }
    }
    return good && *seconds <= LONGEST_S;
}

bool ff_unit_parse_distance(const char *text, double *metres) {
    static const char *const metre[] = {"m", "metre", "metres", "meter", "meters", NULL};
    static const char *const kilometre[] = {"km",        "k",          "kilometre", "kilometres",
                                            "kilometer", "kilometers", NULL};
    static const char *const mile[] = {"mi", "mile", "miles", NULL};
    double number;
    const char *rest = leading_number(text, &number);
    if (rest == NULL) {
        return false;
    }
    double scale = one_of(rest, metre)       ? 1
                   : one_of(rest, kilometre) ? 1000
                   : one_of(rest, mile)      ? 1609.344
                                             : 0;
    *metres = number * scale;
    return scale > 0 && *metres <= FARTHEST_M;
}

void ff_unit_format_duration(double seconds, char buffer[FF_UNIT_SIZE]) {
    if (isnan(seconds)) {
        buffer[0] = '\0';
        return;
    }
    double clamped = fmin(fmax(seconds, 0), 1e9);
    unsigned long whole = (unsigned long)lround(clamped);
    bool hours = whole >= 3600;
    char *at = buffer;
    if (hours) {
        at = ff_number_digits(whole / 3600, 1, at);
        *at++ = ':';
    }
    at = ff_number_digits(whole / 60 % 60, hours ? 2 : 1, at);
    *at++ = ':';
    ff_number_digits(whole % 60, 2, at);
}
