/* Developer fields of running sensors: which channel of a series they fill.
 *
 * Keyed on the application id and the name, or the number where a sensor leaves the name empty.
 */
#ifndef FOOTFALL_FILES_FIT_DYNAMICS_H
#define FOOTFALL_FILES_FIT_DYNAMICS_H

#include "files/fit_reader.h"

#include <footfall/run.h>

/* Where the values of a developer field go. */
typedef struct ff_fit_dynamic {
    int channel;   /* ff_channel, or -1: not for us */
    double factor; /* times this: the channel's unit */
    bool native;   /* stands for a native field: that field's own value, when there, wins */
    bool nameless; /* a running sensor's field without a name that we cannot place */
} ff_fit_dynamic;

/* The application id of the developer fields that footfall itself writes, named after channels and
 * in their units. */
extern const uint8_t ff_fit_own_application[16];

/* The channel of a developer field of message 20 (record). Never fails. */
ff_fit_dynamic ff_fit_dynamic_of(const ff_fit_description *description);

/* Whether a developer field of a session is Suunto's question how one felt, from 1 to 5. */
bool ff_fit_is_suunto_feeling(const ff_fit_description *description);

/* The channel that a native field of message 20 fills, or -1. */
int ff_fit_channel_of_field(uint8_t field);

#endif
