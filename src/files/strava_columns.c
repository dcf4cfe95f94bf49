#include "files/strava_columns.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

/* Until June 2019 the ten columns had other names. */
static const char *const old_names[] = {"id",          "date",         "name",     "type",
                                        "description", "elapsed_time", "distance", "commute",
                                        "gear",        "filename"};
#define OLD_COLUMNS 10

/* The second block begins so many columns behind the file's name. */
#define FILE_TO_SECOND 3

/* Columns of the first block whose names repeat. */
#define SHOWN_ELAPSED_AT  5
#define SHOWN_DISTANCE_AT 6

const char *ff_kept_field(const ff_kept_row *row, int index) {
    if (index < 0) {
        return "";
    }
    const char *field = row->fields;
    for (int i = 0; i < index; i++) {
        field += strlen(field) + 1;
    }
    return field;
}

static bool same_name(const char *a, const char *b) {
    for (; *a != '\0' && *b != '\0'; a++, b++) {
        int x = *a >= 'A' && *a <= 'Z' ? *a + 32 : *a;
        int y = *b >= 'A' && *b <= 'Z' ? *b + 32 : *b;
        if (x != y) {
            return false;
        }
    }
    return *a == *b;
}

static int find(const char *const *names, size_t count, const char *name, int which) {
    for (size_t i = 0; i < count; i++) {
        if (same_name(names[i], name) && --which == 0) {
            return (int)i;
        }
    }
    return -1;
}

static bool is_old(const char *const *names, size_t count) {
    bool old = count >= OLD_COLUMNS;
    for (size_t i = 0; old && i < OLD_COLUMNS; i++) {
        old = same_name(names[i], old_names[i]);
    }
    return old;
}

static bool is_english(const char *const *names, size_t count) {
    return count > SHOWN_DISTANCE_AT && same_name(names[0], "Activity ID") &&
           same_name(names[1], "Activity Date") && find(names, count, "Activity Type", 1) > 0;
}

/* Where the second block begins, by the names that repeat: the elapsed time, and two columns
 * behind it the distance. -1 when there is none. */
static int second_block(const char *const *names, size_t count) {
    for (size_t i = SHOWN_DISTANCE_AT + 1; i + 2 < count; i++) {
        if (names[SHOWN_ELAPSED_AT][0] != '\0' && names[SHOWN_DISTANCE_AT][0] != '\0' &&
            same_name(names[i], names[SHOWN_ELAPSED_AT]) &&
            same_name(names[i + 2], names[SHOWN_DISTANCE_AT])) {
            return (int)i;
        }
    }
    return -1;
}

bool ff_strava_header(const char *const *names, size_t count) {
    return is_old(names, count) || is_english(names, count) || second_block(names, count) > 0;
}

bool ff_strava_is_file(const char *field) {
    return strncmp(field, "activities/", 11) == 0 && field[11] != '\0';
}

/* The column in which most rows name a file; -1 when none does. A description may name one too. */
static int file_column(const ff_kept_list *list) {
    int best = -1;
    size_t most = 0;
    int last = list->columns > 40 ? 40 : (int)list->columns; /* it has never been beyond the 13th */
    for (int i = SHOWN_DISTANCE_AT; i < last; i++) {
        size_t named = 0;
        for (size_t r = 0; r < list->count; r++) {
            named += ff_strava_is_file(ff_kept_field(&list->rows[r], i));
        }
        if (named > most) {
            most = named;
            best = i;
        }
    }
    return best;
}

/* Without names that repeat (a translation may differ between the blocks): the place behind the
 * file's name, when the times there are those of the first block. */
static int second_by_values(const ff_kept_list *list, int file) {
    int second = file + FILE_TO_SECOND;
    if (file < 0 || second + 2 >= (int)list->columns) {
        return -1;
    }
    size_t same = 0, both = 0;
    for (size_t r = 0; r < list->count; r++) {
        double shown, si;
        if (ff_number_parse(ff_kept_field(&list->rows[r], SHOWN_ELAPSED_AT), &shown) &&
            ff_number_parse(ff_kept_field(&list->rows[r], second), &si)) {
            both++;
            same += fabs(shown - si) <= 1;
        }
    }
    return both > 0 && same * 10 >= both * 9 ? second : -1;
}

static void by_names(const char *const *names, size_t count, ff_strava_layout *layout) {
#define BY_NAME(id, name, which, place)                                                            \
    layout->at[FF_STRAVA_##id] = find(names, count, name, which);
    FF_STRAVA_COLUMN_LIST(BY_NAME)
#undef BY_NAME
    layout->english = true;
}

static void by_place(const ff_kept_list *list, int second, ff_strava_layout *layout) {
#define BY_PLACE(id, name, which, place)                                                           \
    layout->at[FF_STRAVA_##id] =                                                                   \
        (place) >= 0 && second >= 0 && second + (place) < (int)list->columns ? second + (place)    \
                                                                             : -1;
    FF_STRAVA_COLUMN_LIST(BY_PLACE)
#undef BY_PLACE
    for (int i = 0; i <= SHOWN_DISTANCE_AT && i < (int)list->columns; i++) {
        static const ff_strava_column first[] = {
            FF_STRAVA_ID,          FF_STRAVA_DATE,          FF_STRAVA_NAME,          FF_STRAVA_TYPE,
            FF_STRAVA_DESCRIPTION, FF_STRAVA_SHOWN_ELAPSED, FF_STRAVA_SHOWN_DISTANCE};
        layout->at[first[i]] = i;
    }
}

ff_strava_layout ff_strava_find_columns(const ff_kept_list *list) {
    ff_strava_layout layout = {.english = false};
    if (is_english(list->header, list->columns)) {
        by_names(list->header, list->columns, &layout);
        return layout;
    }
    bool old = is_old(list->header, list->columns);
    int file = old ? OLD_COLUMNS - 1 : file_column(list);
    int second = second_block(list->header, list->columns);
    if (file < 0 && second >= 0) {
        file = second - FILE_TO_SECOND; /* nothing but entries by hand */
    }
    second = second >= 0 ? second : second_by_values(list, file);
    by_place(list, second, &layout);
    layout.english = old;
    layout.at[FF_STRAVA_RECORDING] = file;
    if (file > SHOWN_DISTANCE_AT + 1) {
        layout.at[FF_STRAVA_GEAR] = file - 1;
    }
    /* Only where the file's name is the 13th column does a private note stand before the gear. */
    if (file == 12) {
        layout.at[FF_STRAVA_NOTE] = file - 2;
    }
    return layout;
}
