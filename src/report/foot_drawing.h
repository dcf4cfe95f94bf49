/* Where to measure on the outline of a foot, as a drawing. */
#ifndef FOOTFALL_REPORT_FOOT_DRAWING_H
#define FOOTFALL_REPORT_FOOT_DRAWING_H

#include <footfall/text.h>

/* An <svg> element as of report/svg.h: a right foot from above, its heel at a wall. */
void ff_foot_drawing_svg(ff_text *svg);

#endif
