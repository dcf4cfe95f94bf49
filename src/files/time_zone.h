/* Local time by the name of a time zone ("Europe/Paris"), for the zones whose rules have been
 * plain: one offset, and summer time by one of the rules that whole continents keep. Others are not
 * known.
 */
#ifndef FOOTFALL_FILES_TIME_ZONE_H
#define FOOTFALL_FILES_TIME_ZONE_H

#include <stdbool.h>
#include <stdint.h>

/* Local time minus UTC at a moment (seconds since 1970); false where it is not known. */
bool ff_time_zone_offset(const char *name, int64_t utc_s, int32_t *offset_s);

#endif
