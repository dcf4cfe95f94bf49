/* XML, read as a stream of elements: expat with the bounds and the leniency that run files need.
 *
 * Leading white space and a byte order mark are passed over (Strava's TCX begin with ten spaces),
 * and a control character that XML forbids is read as a space. A document type is passed over too,
 * but an entity declared in one is refused: no run file has any, and expanding them is an attack.
 * Where the text stops being well-formed, what came before stands, and the error says at which
 * byte. Besides what expat knows by itself (UTF-8, UTF-16, ISO-8859-1, ASCII), windows-1252 is
 * read; of any other encoding the figures are, and its letters beyond ASCII become U+FFFD.
 */
#ifndef FOOTFALL_FILES_XML_H
#define FOOTFALL_FILES_XML_H

#include "base/arena.h"
#include "files/stream.h"

/* More than this is refused with FF_ERR_LIMIT. Real files: depth 12, text of some kilobytes. */
#define FF_XML_MOST_DEPTH 64u
#define FF_XML_MOST_TEXT  (UINT32_C(1) << 20) /* bytes of text in one element, children left out */
#define FF_XML_MOST_TAG   (UINT32_C(1) << 20) /* about so many bytes in one tag or comment */

/* One element as it begins. Names come without their namespace prefix ("TPX" for "ns3:TPX").
 * attributes: name as written, value, name, value, ..., NULL. All of it is borrowed until the call
 * returns. */
typedef struct ff_xml_element {
    const char *name;
    const char *const *attributes;
    unsigned depth; /* 0 for the root */
} ff_xml_element;

typedef struct ff_xml_handler {
    /* Whatever is not FF_OK ends the reading and is returned by ff_xml_read. */
    ff_code (*begin)(void *user, const ff_xml_element *element, ff_error *error);
    /* text: what stood in the element itself, white space at both ends left out, "" when nothing;
     * NULL with no_text. Borrowed until the call returns. */
    ff_code (*end)(void *user, const char *name, const char *text, unsigned depth, ff_error *error);
    bool no_text;  /* nothing is gathered, which is faster */
    bool fragment; /* the text may be several elements side by side, without a root around them */
    void *user;
} ff_xml_handler;

/* Reads a whole stream. FF_ERR_DAMAGED (not well-formed, or forbidden characters in it) and
 * FF_ERR_TRUNCATED (ends within an element) come after everything readable was handed out, and so
 * does an error of the stream. FF_ERR_FORMAT: it declares an entity. Asks context whether to stop.
 * The parser's own memory, which these bounds keep small, is the C library's: expat has no other
 * way for one that is not shared by the whole program. */
ff_code ff_xml_read(const ff_context *context, ff_stream *stream, const ff_xml_handler *handler,
                    ff_error *error);

/* The value of an attribute, or NULL. */
const char *ff_xml_attribute(const ff_xml_element *element, const char *name);

#endif
