#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The library never calls setlocale, but an embedding program may have: the point is put back. */
static void use_point(char *text) {
    for (char *c = text; *c != '\0'; c++) {
        if (*c == ',') {
            *c = '.';
        }
    }
}

double ff_round_result(double x) {
    if (!isfinite(x)) {
        return x;
    }
    if (x == 0) {
        return 0;
    }
    char text[FF_NUMBER_SIZE];
    snprintf(text, sizeof text, "%.9e", x);
    return strtod(text, NULL); /* same locale both ways */
}

double ff_round_places(double x, int places) {
    static const double wide[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    double scale = wide[places < 0 ? 0 : places > 9 ? 9 : places];
    double rounded = round(x * scale) / scale;
    return rounded == 0 ? 0 : rounded;
}

static const double scales[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
#define SCALE_COUNT (int)(sizeof scales / sizeof *scales)

char *ff_number_digits(unsigned long number, int least, char *at) {
    char digits[FF_NUMBER_SIZE];
    int count = 0;
    for (; number > 0 || count < least; number /= 10) {
        digits[count++] = (char)('0' + number % 10);
    }
    while (count > 0) {
        *at++ = digits[--count];
    }
    *at = '\0';
    return at;
}

/* The digits of k with the point before the last places of them; returns the length. */
static size_t print_places(bool below_zero, uint64_t k, int places, char *buffer) {
    char digits[FF_NUMBER_SIZE];
    int count = 0;
    size_t length = 0;
    for (; k > 0 || count <= places; k /= 10) {
        digits[count++] = (char)('0' + k % 10);
    }
    if (below_zero) {
        buffer[length++] = '-';
    }
    while (count > 0) {
        buffer[length++] = digits[--count];
        if (count == places && places > 0) {
            buffer[length++] = '.';
        }
    }
    buffer[length] = '\0';
    return length;
}

/* Most numbers have few places, and no more than 15 digits: they are whole numbers over a power of
 * ten, both exact, so that their quotient is the double that their digits read back as. That is many
 * times faster than asking printf. 0 when x is not such a number. */
static size_t format_short(double x, char *buffer) {
    double size = fabs(x);
    if (size < 1e-4 || size >= 1e9) { /* %g turns to powers of ten below */
        return 0;
    }
    for (int places = 0; places < SCALE_COUNT; places++) {
        double k = rint(size * scales[places]);
        if (k / scales[places] == size) {
            return print_places(x < 0, (uint64_t)k, places, buffer);
        }
    }
    return 0;
}

size_t ff_number_format(double x, char *buffer) {
    size_t quick = format_short(x, buffer);
    if (quick > 0) {
        return quick;
    }
    int length = 0;
    for (int digits = 15; digits <= 17; digits++) {
        length = snprintf(buffer, FF_NUMBER_SIZE, "%.*g", digits, x);
        if (strtod(buffer, NULL) == x) {
            break;
        }
    }
    use_point(buffer);
    return (size_t)length;
}

/* Small numbers with few places, unless they lie so near the middle between two texts that the
 * product could fall on the wrong side of it (its error is below 1e9 * 2^-53). */
static bool format_fixed(double x, int places, char *buffer) {
    if (places < 0 || places >= SCALE_COUNT) {
        return false;
    }
    double size = fabs(x) * scales[places], whole = floor(size);
    if (!(size < 1e9) || fabs(size - whole - 0.5) < 1e-6) {
        return false;
    }
    uint64_t k = (uint64_t)whole + (size - whole > 0.5);
    print_places(x < 0 && k > 0, k, places, buffer);
    return true;
}

char *ff_number_fixed(double x, int places, char buffer[FF_NUMBER_SIZE]) {
    if (format_fixed(x, places, buffer)) {
        return buffer;
    }
    if (fabs(x) >= 1e15) {
        ff_number_format(x, buffer);
        return buffer;
    }
    snprintf(buffer, FF_NUMBER_SIZE, "%.*f", places < 0 ? 0 : places > 14 ? 14 : places, x);
    use_point(buffer);
    if (buffer[0] == '-' && buffer[strspn(buffer, "-0.")] == '\0') {
        memmove(buffer, buffer + 1, strlen(buffer)); /* nothing that can be seen is below zero */
    }
    return buffer;
}

static bool is_decimal(const char *s) {
    s += *s == '-' || *s == '+';
    size_t whole = strspn(s, "0123456789");
    s += whole;
    size_t part = 0;
    if (*s == '.') {
        part = strspn(++s, "0123456789");
        s += part;
    }
    if (whole + part == 0) {
        return false;
    }
    if (*s == 'e' || *s == 'E') {
        s++;
        s += *s == '-' || *s == '+';
        size_t power = strspn(s, "0123456789");
        if (power == 0) {
            return false;
        }
        s += power;
    }
    return *s == '\0';
}

bool ff_number_parse(const char *string, double *x) {
    if (!is_decimal(string) || strlen(string) > 60) {
        return false;
    }
    /* strtod follows the locale; a number with a point is read as whole and fraction digits in
     * one integer and a power of ten would lose the correct rounding, so the point is swapped for
     * the one strtod wants. */
    char text[64];
    snprintf(text, sizeof text, "%s", string);
    char sample[8];
    snprintf(sample, sizeof sample, "%.1f", 0.5);
    for (char *c = text; *c != '\0'; c++) {
        if (*c == '.') {
            *c = sample[1];
        }
    }
    *x = strtod(text, NULL);
    return isfinite(*x);
}
