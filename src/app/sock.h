/* Socks as people name them. */
#ifndef FOOTFALL_APP_SOCK_H
#define FOOTFALL_APP_SOCK_H

#include <footfall/error.h>
#include <footfall/shoe_fit.h>

/* A medium running sock: what is taken where nothing was said. Thin 1, medium 2, thick 3 mm, not
 * pressed (recalled and judged: no measured number was found). */
extern const ff_measure ff_sock_medium;

/* "none", "thin", "medium", "thick", or a thickness "2", "2.5mm" up to 10. FF_ERR_VALUE. */
ff_code ff_sock_parse(const char *text, ff_measure *sock, ff_error *error);

/* The same of a sock's own name, such as "thin wool": false when it says no thickness. */
bool ff_sock_of_name(const char *name, ff_measure *sock);

#endif
