#include "base/nearest.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

size_t ff_edit_distance(const char *a, const char *b) {
    size_t m = strlen(a), n = strlen(b);
    if (m > FF_NEAREST_LENGTH || n > FF_NEAREST_LENGTH) {
        return strcasecmp(a, b) == 0 ? 0 : FF_NEAREST_LENGTH;
    }
    size_t rows[3][FF_NEAREST_LENGTH + 1]; /* of the last three letters of a */
    for (size_t j = 0; j <= n; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= m; i++) {
        size_t *row = rows[i % 3], *before = rows[(i + 2) % 3], *two_before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = least(before[j - 1] + !same, least(before[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1])) {
                row[j] = least(row[j], two_before[j - 2] + 1);
            }
        }
    }
    return rows[m % 3][n];
}

static bool begins_with_other(const char *a, const char *b) {
    size_t shorter = least(strlen(a), strlen(b));
    return shorter >= 3 && strncasecmp(a, b, shorter) == 0;
}

void ff_nearest_offer(ff_nearest *nearest, const char *known) {
    size_t length = strlen(nearest->wanted);
    size_t reach = length / 3 > 2 ? length / 3 : 2;
    size_t distance = ff_edit_distance(nearest->wanted, known);
    bool near =
        (distance <= reach && distance < length) || begins_with_other(nearest->wanted, known);
    size_t at = nearest->count;
    while (at > 0 && nearest->distances[at - 1] > distance) {
        at--;
    }
    if (!near || at == FF_NEAREST_MOST) {
        return;
    }
    nearest->count += nearest->count < FF_NEAREST_MOST;
    for (size_t i = nearest->count - 1; i > at; i--) {
        nearest->words[i] = nearest->words[i - 1];
        nearest->distances[i] = nearest->distances[i - 1];
    }
    nearest->words[at] = known;
    nearest->distances[at] = distance;
}

void ff_nearest_text(const ff_nearest *nearest, char *text, size_t size) {
    size_t at = 0;
    text[0] = '\0';
    for (size_t i = 0; i < nearest->count && at < size; i++) {
        int more = snprintf(text + at, size - at, "%s\"%s\"%s", i == 0 ? " Did you mean " : " or ",
                            nearest->words[i],
                            i + 1 == nearest->count ? "?" : "");
        at += more > 0 ? (size_t)more : 0;
    }
}
