/* Dates as exports write them, in the language of the account.
 *
 * "Mar 15, 2024, 6:45:12 PM", "09.12.2022, 15:24:49", "15 mars 2024 à 18:45:12",
 * "2024年3月15日 18:45:12". Where only the order of two numbers tells day from month, one date
 * alone may be ambiguous; the list that it stands in decides.
 */
#ifndef FOOTFALL_FILES_EXPORT_DATE_H
#define FOOTFALL_FILES_EXPORT_DATE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ff_date_order {
    FF_DATE_CERTAIN, /* the date has only one reading */
    FF_DATE_DAY_FIRST,
    FF_DATE_MONTH_FIRST
} ff_date_order;

typedef struct ff_export_date {
    ff_date_order order; /* the only one under which it is a date; FF_DATE_CERTAIN: it does not
                            matter which is taken, or both are dates (see ambiguous) */
    bool ambiguous;      /* both orders make a date, and not the same */
    int64_t day_first_s; /* seconds since 1970 as it stands, by either order; equal when certain */
    int64_t month_first_s;
    bool dots;     /* day and month are parted by '.', which every country does day first */
    bool slashes;  /* likewise by '/' */
    bool half_day; /* written with AM or PM */
} ff_export_date;

/* False when the text is no date with a time of day between 1980 and 2200. */
bool ff_export_date_read(const char *text, ff_export_date *date);

#endif
