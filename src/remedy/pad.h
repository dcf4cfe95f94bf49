/* The place of a metatarsal pad. */
#ifndef FOOTFALL_REMEDY_PAD_H
#define FOOTFALL_REMEDY_PAD_H

#include <footfall/pad.h>

/* foot's length is finite; sore is not 0. The pad is centred behind the middle of the sore heads.
 * Its front lies the middle of the rule's range behind the line of the heads where the ball was
 * measured, else its far end; and so far back that no head, sore or not, is nearer to the pad than
 * the near end of the range and a little more. */
void ff_pad_place_of(const ff_pad_rule *rule, const ff_pad_foot *foot, unsigned sore,
                     ff_pad_place *place);

#endif
