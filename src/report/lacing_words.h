/* A lacing in words: how it is threaded, and what the drawing shows. */
#ifndef FOOTFALL_REPORT_LACING_WORDS_H
#define FOOTFALL_REPORT_LACING_WORDS_H

#include <footfall/lacing.h>

/* One step, without its number: "Solid end: across to R2, under the side and up through it." */
void ff_lacing_step_words(const ff_lacing_sheet *sheet, size_t step, ff_text *out);

/* "0.53" as "53 %"; "none of it" for nothing; more than criss-cross where that presses nothing:
 * "more". */
void ff_lacing_share_words(double share, ff_text *out);

/* All of it for who hears the drawing: the steps, the spots, where it presses. */
void ff_lacing_describe(const ff_lacing_sheet *sheet, ff_text *out);

#endif
