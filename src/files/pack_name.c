#include "files/pack_name.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

/* The upper half of code page 437, in which old zips write names (Unicode's table CP437.TXT). */
static const uint16_t cp437[128] = {
    0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
    0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
    0x00FF, 0x00D6, 0x00DC, 0x00A2, 0x00A3, 0x00A5, 0x20A7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
    0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x2310, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255D, 0x255C, 0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
    0x03B1, 0x00DF, 0x0393, 0x03C0, 0x03A3, 0x03C3, 0x00B5, 0x03C4, 0x03A6, 0x0398, 0x03A9, 0x03B4,
    0x221E, 0x03C6, 0x03B5, 0x2229, 0x2261, 0x00B1, 0x2265, 0x2264, 0x2320, 0x2321, 0x00F7, 0x2248,
    0x00B0, 0x2219, 0x00B7, 0x221A, 0x207F, 0x00B2, 0x25A0, 0x00A0,
};

/* The letters of a name with what it may hold made plain. */
typedef struct {
    char *text;
    size_t length;
} name_text;

static void add_code(name_text *name, uint32_t code) {
    if (code == '\\') {
        code = '/';
    }
    /* NUL, escapes of a terminal: nothing that a name needs. */
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) {
        code = '_';
    }
    char *out = name->text + name->length;
    if (code < 0x80) {
        out[0] = (char)code;
        name->length += 1;
    } else if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        name->length += 2;
    } else {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        name->length += 3;
    }
}

static bool is_utf8(const char *raw, size_t length) {
    size_t step;
    for (size_t i = 0; i < length; i += step) {
        step = ff_utf8_length(raw + i, length - i);
        if (step == 0) {
            return false;
        }
    }
    return true;
}

/* C1 controls are written C2 80 to C2 9F. */
static void add_utf8(name_text *name, const char *raw, size_t length) {
    for (size_t i = 0; i < length;) {
        size_t step = ff_utf8_length(raw + i, length - i);
        if (step == 1) {
            add_code(name, (unsigned char)raw[i]);
        } else if (step == 2) {
            add_code(name, (uint32_t)(raw[i] & 0x1F) << 6 | (uint32_t)(raw[i + 1] & 0x3F));
        } else {
            memcpy(name->text + name->length, raw + i, step);
            name->length += step;
        }
        i += step;
    }
}

static bool is_drive(const char *part, size_t length) {
    return length >= 2 && part[1] == ':' &&
           ((part[0] >= 'A' && part[0] <= 'Z') || (part[0] >= 'a' && part[0] <= 'z'));
}

/* Keeps the parts that say something: no root, no drive, no "." and no "..". */
static void keep_parts(name_text *name, ff_pack_name *out) {
    char *text = name->text;
    size_t to = 0;
    out->folder = name->length > 0 && text[name->length - 1] == '/';
    for (size_t at = 0, end; at <= name->length; at = end + 1) {
        const char *slash = memchr(text + at, '/', name->length - at);
        end = slash != NULL ? (size_t)(slash - text) : name->length;
        size_t skip = at == 0 && is_drive(text, end) ? 2 : 0;
        const char *part = text + at + skip;
        size_t length = end - at - skip;
        if (length == 2 && memcmp(part, "..", 2) == 0) {
            out->leads_out = true;
        } else if (length > 0 && !(length == 1 && part[0] == '.')) {
            bool mac = length == 8 && memcmp(part, "__MACOSX", 8) == 0;
            out->hidden = out->hidden || part[0] == '.' || mac;
            if (to > 0) {
                text[to++] = '/';
            }
            memmove(text + to, part, length);
            to += length;
        }
    }
    text[to] = '\0';
    out->text = to > 0 ? text : "unnamed";
}

ff_pack_name ff_pack_name_of(ff_arena *arena, const void *raw, size_t length) {
    ff_pack_name out = {.text = NULL};
    bool utf8 = is_utf8(raw, length);
    name_text name = {.text = ff_arena_take(arena, (utf8 ? 1 : 3) * length + 1, 1)};
    if (name.text == NULL) {
        return out;
    }
    if (utf8) {
        add_utf8(&name, raw, length);
    } else {
        const uint8_t *bytes = raw;
        for (size_t i = 0; i < length; i++) {
            add_code(&name, bytes[i] < 0x80 ? bytes[i] : cp437[bytes[i] - 0x80]);
        }
    }
    keep_parts(&name, &out);
    return out;
}
