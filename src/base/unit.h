/* What people type for times and distances, and how both are printed. */
#ifndef FOOTFALL_BASE_UNIT_H
#define FOOTFALL_BASE_UNIT_H

#include <stdbool.h>
#include <stddef.h>

/* Splits "26.2 cm" into its number, which may have a sign, and what follows it and its blanks ("cm";
 * "" where nothing does): *rest points into text. False: it does not begin with a number of up to 31
 * characters. */
bool ff_unit_split(const char *text, double *number, const char **rest);

/* "34min", "34.5 min", "90s", "1h", "1h05", "1h05min", "34:10" (min:s), "1:02:30" (h:min:s).
 * Seconds, 0 or more; false when it is none of these. A bare number is refused: its unit would be
 * a guess. */
bool ff_unit_parse_duration(const char *text, double *seconds);

/* "5km", "5.2 km", "800m", "3mi". Metres, 0 or more; a mile is 1609.344 m. */
bool ff_unit_parse_distance(const char *text, double *metres);

#define FF_UNIT_SIZE 32
/* "34:10", "1:02:30"; "" for NAN. */
void ff_unit_format_duration(double seconds, char buffer[FF_UNIT_SIZE]);

#endif
