#include "files/export_date.h"

#include "base/civil.h"
#include "base/utf8.h"
#include "files/export_words.h"

#include <string.h>

#define MOST_NUMBERS 6

/* A date taken apart. */
typedef struct {
    int numbers[MOST_NUMBERS];
    int digits[MOST_NUMBERS];
    char behind[MOST_NUMBERS]; /* the first byte behind each */
    int count;
    int month; /* by name; 0: none */
    ff_half_day half;
    bool broken;
} pieces;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t take_number(pieces *p, const char *text) {
    size_t length = strspn(text, "0123456789");
    if (p->count == MOST_NUMBERS || length > 4) {
        p->broken = true;
        return length;
    }
    int number = 0;
    for (size_t i = 0; i < length; i++) {
        number = number * 10 + (text[i] - '0');
    }
    p->numbers[p->count] = number;
    p->digits[p->count] = (int)length;
    p->behind[p->count++] = text[length];
    return length;
}

/* Letters, and what is not ASCII, with the blanks and dots of "p. m." and "Feb." */
static size_t take_words(pieces *p, const char *text) {
    size_t length = strcspn(text, "0123456789,:/;-");
    char folded[FF_WORD_SIZE];
    ff_word_fold(text, length, folded);
    ff_half_day half = ff_word_half_day(folded);
    p->half = half != FF_DAY_WHOLE ? half : p->half;
    /* Word by word: "de mayo de", "15 mars 2024 à". */
    for (char *word = folded; *word != '\0';) {
        size_t size = strcspn(word, " ");
        bool last = word[size] == '\0';
        word[size] = '\0';
        /* The last counts: "mar. 16 avr." is a Tuesday in April. */
        int month = ff_word_month(word);
        p->month = month > 0 ? month : p->month;
        half = ff_word_half_day(word);
        p->half = half != FF_DAY_WHOLE ? half : p->half;
        word += size + !last;
    }
    return length;
}

static pieces take_apart(const char *text) {
    pieces p = {0};
    while (*text != '\0' && !p.broken) {
        if (is_digit(*text)) {
            text += take_number(&p, text);
        } else if (strchr(",:/;-", *text) != NULL) {
            text++;
        } else {
            text += take_words(&p, text);
        }
    }
    return p;
}

/* Moves a time of day that stands before the date behind it. */
static void date_first(pieces *p) {
    int time = p->count > 0 && p->behind[0] == ':' ? 2 : 0;
    time += time > 0 && p->count > 2 && p->behind[1] == ':';
    if (time == 0 || p->count <= time) {
        return;
    }
    pieces turned = *p;
    for (int i = 0; i < p->count; i++) {
        int from = (i + time) % p->count;
        turned.numbers[i] = p->numbers[from];
        turned.digits[i] = p->digits[from];
        turned.behind[i] = p->behind[from];
    }
    *p = turned;
}

static bool read_time(const pieces *p, int first, ff_civil *civil) {
    if (p->count - first < 2 || p->count - first > 3) {
        return false;
    }
    civil->hour = p->numbers[first];
    civil->minute = p->numbers[first + 1];
    civil->second = p->count - first == 3 ? p->numbers[first + 2] : 0;
    if (p->half != FF_DAY_WHOLE) {
        bool twelve = civil->hour == 12;
        if (civil->hour > 12) {
            /* "下午 18:45" says it twice */
            return p->half == FF_DAY_AFTERNOON && civil->hour < 24 && civil->minute < 60 &&
                   civil->second < 61;
        }
        civil->hour = (twelve ? 0 : civil->hour) + (p->half == FF_DAY_AFTERNOON ? 12 : 0);
    }
    return civil->hour < 24 && civil->minute < 60 && civil->second < 61;
}

static bool is_date(const ff_civil *c) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (c->month < 1 || c->month > 12 || c->year < 1980 || c->year > 2200) {
        return false;
    }
    bool leap = c->year % 4 == 0 && (c->year % 100 != 0 || c->year % 400 == 0);
    return c->day >= 1 && c->day <= days[c->month - 1] + (leap && c->month == 2);
}

static int year_of(const pieces *p, int index) {
    return p->digits[index] == 2 ? 2000 + p->numbers[index] : p->numbers[index];
}

static bool certain(ff_civil civil, ff_export_date *date) {
    date->order = FF_DATE_CERTAIN;
    date->day_first_s = date->month_first_s = ff_civil_to_seconds(&civil);
    return is_date(&civil);
}

/* Day, month and year as numbers, in one of two orders. */
static bool read_both(const pieces *p, ff_civil civil, ff_export_date *date) {
    int a = p->numbers[0], b = p->numbers[1];
    civil.year = year_of(p, 2);
    ff_civil day_first = civil, month_first = civil;
    day_first.day = month_first.month = a;
    day_first.month = month_first.day = b;
    bool day = is_date(&day_first), month = is_date(&month_first);
    date->day_first_s = ff_civil_to_seconds(day ? &day_first : &month_first);
    date->month_first_s = ff_civil_to_seconds(month ? &month_first : &day_first);
    date->ambiguous = day && month && a != b;
    date->order = day == month ? FF_DATE_CERTAIN : day ? FF_DATE_DAY_FIRST : FF_DATE_MONTH_FIRST;
    date->dots = p->behind[0] == '.';
    date->slashes = p->behind[0] == '/';
    return day || month;
}

bool ff_export_date_read(const char *text, ff_export_date *date) {
    *date = (ff_export_date){0};
    pieces p = take_apart(text);
    date_first(&p);
    int first = p.month > 0 ? 2 : 3; /* where the time of day begins */
    ff_civil civil = {0};
    if (p.broken || p.count <= first || !read_time(&p, first, &civil)) {
        return false;
    }
    date->half_day = p.half != FF_DAY_WHOLE;
    if (p.month > 0) {
        bool year_first = p.digits[0] == 4;
        civil.month = p.month;
        civil.year = year_of(&p, year_first ? 0 : 1);
        civil.day = p.numbers[year_first ? 1 : 0];
        return certain(civil, date);
    }
    if (p.digits[0] == 4) {
        civil.year = p.numbers[0];
        civil.month = p.numbers[1];
        civil.day = p.numbers[2];
        return certain(civil, date);
    }
    return read_both(&p, civil, date);
}
