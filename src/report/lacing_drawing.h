/* A lacing as a drawing: both shoes, the two ends told apart without colour, the steps numbered,
 * and between the shoes how hard it presses where, beside criss-cross. */
#ifndef FOOTFALL_REPORT_LACING_DRAWING_H
#define FOOTFALL_REPORT_LACING_DRAWING_H

#include <footfall/lacing.h>

/* title: the lacing in plain words. notice: what must be said before anything else; NULL: nothing.
 */
void ff_lacing_drawing(const ff_lacing_sheet *sheet, const char *title, const char *notice,
                       ff_text *out);

#endif
