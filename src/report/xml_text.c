#include "report/xml_text.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

/* U+FFFE and U+FFFF are UTF-8 and no XML. */
static bool is_no_character(const char *text, size_t length) {
    return length == 3 && memcmp(text, "\xEF\xBF", 2) == 0 && (unsigned char)text[2] >= 0xBE;
}

static void add_plain(ff_text *out, char c, bool value) {
    switch (c) {
    case '"':
        ff_text_add(out, value ? "&quot;" : "\"");
        break;
    case '&':
        ff_text_add(out, "&amp;");
        break;
    case '<':
        ff_text_add(out, "&lt;");
        break;
    case '>':
        ff_text_add(out, "&gt;");
        break;
    default:
        if ((unsigned char)c < 0x20 && c != '\t' && c != '\n') {
            c = '?';
        }
        ff_text_add_char(out, c);
    }
}

static void add(ff_text *out, const char *text, bool value) {
    size_t left = strlen(text);
    while (left > 0) {
        size_t length = ff_utf8_length(text, left);
        if (length == 0) {
            ff_text_add(out, "\xEF\xBF\xBD");
            length = 1;
        } else if (length == 1) {
            add_plain(out, *text, value);
        } else if (is_no_character(text, length)) {
            ff_text_add_char(out, '?');
        } else {
            ff_text_add_bytes(out, text, length);
        }
        text += length;
        left -= length;
    }
}

void ff_xml_add(ff_text *out, const char *text) {
    add(out, text, false);
}

void ff_xml_add_value(ff_text *out, const char *text) {
    add(out, text, true);
}
