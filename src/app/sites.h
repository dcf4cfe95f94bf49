/* Regions of the foot as people type them and as the journal keeps them. */
#ifndef FOOTFALL_APP_SITES_H
#define FOOTFALL_APP_SITES_H

#include <footfall/assessment.h>
#include <footfall/error.h>
#include <footfall/text.h>

/* Reads "L:W1,TP3 R:TP3", "left:toes", "both:top,ball": a side, a colon, and regions by their ids
 * or by the words of 'help sites', with commas between; sides apart by blanks, ';' or '/'. Capitals do not
 * matter. FF_ERR_VALUE names the word that is not known. */
ff_code ff_sites_parse(const char *text, ff_sites *sites, ff_error *error);

/* "L:TP3,TP4 R:TP3": the one form that is stored. Nothing is added for no region. */
void ff_sites_format(const ff_sites *sites, ff_text *out);

/* "left foot: instep, gap between big and second toe", "both feet: toes": for people. Everyday words
 * where all of their regions are named. */
void ff_sites_describe(const ff_sites *sites, ff_text *out);

/* Whether toes, the gaps between them or the ball are numb, as marked on runs or drawn beside: there
 * a landing on the front of the foot presses more. */
bool ff_sites_forefoot(const ff_case *runner);

#endif
