/* The words of translated exports: months, halves of the day, kinds of runs.
 *
 * Strava writes its lists in the language of the account. All words stand in one place, in lower
 * case and without dots.
 */
#ifndef FOOTFALL_FILES_EXPORT_WORDS_H
#define FOOTFALL_FILES_EXPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#define FF_WORD_SIZE 64

/* A text in lower case (Latin, Greek, Cyrillic), its dots left out, blanks of any kind as one ' '
 * and none at the ends; cut when it does not fit. Bytes that are not UTF-8 are left out. */
void ff_word_fold(const char *text, size_t length, char folded[FF_WORD_SIZE]);

/* 1 to 12 for a folded name of a month or its short form; 0 when it is none. */
int ff_word_month(const char *folded);

typedef enum ff_half_day { FF_DAY_WHOLE, FF_DAY_MORNING, FF_DAY_AFTERNOON } ff_half_day;

/* "am", "p m", "下午" */
ff_half_day ff_word_half_day(const char *folded);

typedef enum ff_run_kind { FF_KIND_NONE, FF_KIND_ROAD, FF_KIND_TRAIL, FF_KIND_VIRTUAL } ff_run_kind;

/* The kind of run that an activity type of Strava names, in any language. */
ff_run_kind ff_word_run_kind(const char *type);

/* Whether an activity type of Strava is known to be a ride, a walk, a hike or a swim. False for
 * runs and for whatever is not known. */
bool ff_word_is_other_sport(const char *type);

/* True when the name of a column speaks of shoes ("Shoe Name", "Schuhname"), which tells the list
 * of shoes from that of bicycles. */
bool ff_word_of_shoes(const char *column);

#endif
