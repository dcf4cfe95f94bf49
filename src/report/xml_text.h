/* Text within XML: the one place where it is escaped. */
#ifndef FOOTFALL_REPORT_XML_TEXT_H
#define FOOTFALL_REPORT_XML_TEXT_H

#include <footfall/text.h>

/* Text between tags: markup is escaped, what is no XML character becomes '?', and bytes that are no
 * UTF-8 become U+FFFD. Not for attributes: quotes stay. */
void ff_xml_add(ff_text *out, const char *text);

/* The same for the value of an attribute that stands in double quotes. */
void ff_xml_add_value(ff_text *out, const char *text);

#endif
