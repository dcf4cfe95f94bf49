/* Numbers as text, and the one rule by which results are rounded.
 *
 * Math libraries differ between platforms in the last bits, so every computed number that is
 * printed or stored goes through ff_round_result first: the nearest number of 10 significant decimal
 * digits (what %.9e prints). Numbers that were read, not computed, are never
 * rounded.
 */
#ifndef FOOTFALL_BASE_NUMBER_H
#define FOOTFALL_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* x to 10 significant digits; NAN and infinities stay; negative zero becomes zero. */
double ff_round_result(double x);

/* x rounded half away from zero to that many places after the point (0 to 9). */
double ff_round_places(double x, int places);

/* The shortest of %.15g, %.16g, %.17g that reads back as the same double; locale-free. x must be
 * finite. buffer needs FF_NUMBER_SIZE bytes. Returns the length. */
#define FF_NUMBER_SIZE 32
size_t ff_number_format(double x, char *buffer);

/* x with that many places after the point (0 to 14), as %.*f prints it, but with a point in every
 * locale and without a sign before zero; for texts that people read. x must be finite; at 1e15 and
 * beyond as ff_number_format. Returns buffer. */
char *ff_number_fixed(double x, int places, char buffer[FF_NUMBER_SIZE]);

/* That, as an argument of a format's %s; lives as long as the block it stands in. */
#define FF_FIXED(x, places) ff_number_fixed((x), (places), (char[FF_NUMBER_SIZE]){0})

/* The number with zeros before it up to `least` digits (1 to 20), ended by a zero byte; returns
 * where that stands. Several times as fast as printf, for lists of thousands of lines. */
char *ff_number_digits(unsigned long number, int least, char *at);

/* Reads a whole string as a finite decimal number ("12", "-0.5", "1e3"); false when it is not
 * one or anything follows. Locale-free. */
bool ff_number_parse(const char *string, double *x);

#endif
