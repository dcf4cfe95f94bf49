/* How a drawing is answered. */
#ifndef FOOTFALL_APP_SHOW_H
#define FOOTFALL_APP_SHOW_H

#include "app/app.h"

/* As it is, or as {"svg": "..."}; the reply has failed when the drawing has. */
void ff_app_reply_drawing(const ff_text *svg, ff_format format, ff_reply *reply);

#endif
