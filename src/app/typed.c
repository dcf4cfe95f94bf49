#include "app/typed.h"

#include "base/number.h"
#include "base/unit.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static bool to_unit(const char *unit, const char *wanted, double *number) {
    if (*unit == '\0' || strcmp(unit, wanted) == 0) {
        return true;
    }
    bool length = strcmp(wanted, "mm") == 0;
    if (length && strcmp(unit, "cm") == 0) {
        *number *= 10;
        return true;
    }
    if (length && strcmp(unit, "in") == 0) {
        *number *= 25.4;
        return true;
    }
    return false;
}

/* What may have been meant by a length that is not believed: " Was it meant in cm (26.2cm)?" */
static void add_hint(const ff_typed_limits *limits, double number, char *hint, size_t size) {
    static const struct {
        const char *unit;
        double mm;
    } units[] = {{"cm", 10}, {"in", 25.4}};
    size_t used = 0;
    hint[0] = '\0';
    for (size_t i = 0; i < 2 && strcmp(limits->unit, "mm") == 0; i++) {
        double mm = number * units[i].mm;
        if (mm >= limits->least && mm <= limits->most && used < size) {
            used += (size_t)snprintf(hint + used, size - used, "%s %s%s",
                                     used > 0 ? " or" : ". If another unit was meant, type",
                                     FF_FIXED(number, 1), units[i].unit);
        }
    }
}

ff_code ff_typed_number(const char *text, const ff_typed_limits *limits, double *number,
                        ff_error *error) {
    const char *unit = "";
    char hint[96];
    if (!ff_unit_split(text, number, &unit) || !to_unit(unit, limits->unit, number)) {
        bool length = strcmp(limits->unit, "mm") == 0;
        return ff_fail(error, FF_ERR_VALUE, limits->where, FF_NO_OFFSET,
                       "%s is a number%s, not '%.40s'", limits->what,
                       length ? " of millimetres such as 262, or 26.2cm, or 10.3in" : "", text);
    }
    if (*number >= limits->least && *number <= limits->most) {
        return FF_OK;
    }
    add_hint(limits, *number, hint, sizeof hint);
    return ff_fail(error, FF_ERR_VALUE, limits->where, FF_NO_OFFSET,
                   "%s is from %s to %s%s%s, not %s%s", limits->what, FF_FIXED(limits->least, 0),
                   FF_FIXED(limits->most, limits->most < 1 ? 1 : 0),
                   limits->unit[0] != '\0' ? " " : "", limits->unit, FF_FIXED(*number, 1), hint);
}

ff_code ff_typed_words(const char *text, const char *where, size_t most, ff_error *error) {
    size_t length = strlen(text);
    if (length == 0 || length > most) {
        return ff_fail(error, FF_ERR_VALUE, where, FF_NO_OFFSET,
                       "%s takes 1 to %zu bytes of text, not %zu", where, most, length);
    }
    for (size_t at = 0, step; at < length; at += step) {
        bool control = (unsigned char)text[at] < ' ' || text[at] == 0x7F;
        step = ff_utf8_length(text + at, length - at);
        if (step == 0 || control) {
            return ff_fail(error, FF_ERR_VALUE, where, FF_NO_OFFSET,
                           "%s takes one line of text, in UTF-8, without control characters",
                           where);
        }
    }
    return FF_OK;
}

void ff_typed_names(int count, const char *(*name)(int i), ff_text *out) {
    bool any = false;
    for (int i = 0; i < count; i++) {
        if (name(i)[0] != '\0') {
            ff_text_addf(out, "%s%s", any ? ", " : "", name(i));
            any = true;
        }
    }
}

ff_code ff_typed_unknown(const char *where, const char *word, int count, const char *(*name)(int i),
                         ff_error *error) {
    ff_text names;
    ff_text_init(&names, NULL);
    ff_typed_names(count, name, &names);
    ff_code code = ff_fail(error, FF_ERR_VALUE, where, FF_NO_OFFSET,
                           "'%.24s' is not known here; there are %s", word, names.data);
    ff_text_free(&names);
    return code;
}
