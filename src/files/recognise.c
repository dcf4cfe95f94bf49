#include "files/recognise.h"

#include "files/fit_reader.h"

#include <ctype.h>
#include <string.h>

typedef struct {
    size_t offset;
    const char *bytes;
    size_t length;
    ff_recognised is;
} magic_row;

/* A text constant and its length, without the NUL. */
#define BYTES(text) (text), sizeof(text) - 1

static const magic_row magics[] = {
    {0, BYTES("PK\x03\x04"), {FF_FORMAT_ZIP, "a zip archive"}},
    {0, BYTES("PK\x05\x06"), {FF_FORMAT_ZIP, "an empty zip archive"}},
    {0, BYTES("\x1F\x8B"), {FF_FORMAT_GZIP, "a gzip file"}},
    {0, BYTES("BZh"), {FF_FORMAT_PACKED, "a bzip2 file"}},
    {0, BYTES("\3757zXZ"), {FF_FORMAT_PACKED, "an xz file"}},
    {0, BYTES("\x28\xB5\x2F\xFD"), {FF_FORMAT_PACKED, "a zstd file"}},
    {0, BYTES("7z\xBC\xAF"), {FF_FORMAT_PACKED, "a 7z archive"}},
    {0, BYTES("Rar!"), {FF_FORMAT_PACKED, "a rar archive"}},
    {257, BYTES("ustar"), {FF_FORMAT_PACKED, "a tar archive"}},
    {0, BYTES("\x89PNG"), {FF_FORMAT_OTHER, "a picture"}},
    {0, BYTES("\xFF\xD8\xFF"), {FF_FORMAT_OTHER, "a picture"}},
    {0, BYTES("GIF8"), {FF_FORMAT_OTHER, "a picture"}},
    {0, BYTES("BM"), {FF_FORMAT_OTHER, "a picture"}},
    {0, BYTES("II*\0"), {FF_FORMAT_OTHER, "a picture"}},
    {0, BYTES("MM\0*"), {FF_FORMAT_OTHER, "a picture"}},
    {0, BYTES("RIFF"), {FF_FORMAT_OTHER, "a picture, a sound or a film"}},
    {4, BYTES("ftyp"), {FF_FORMAT_OTHER, "a picture or a film"}},
    {0, BYTES("%PDF"), {FF_FORMAT_OTHER, "a PDF document"}},
    {0, BYTES("SQLite format 3"), {FF_FORMAT_OTHER, "a database"}},
    {0, BYTES("\177ELF"), {FF_FORMAT_OTHER, "a program"}},
    {0, BYTES("MZ"), {FF_FORMAT_OTHER, "a program"}},
};

/* What the first tag of an XML text says; the first that is found counts. */
typedef struct {
    const char *tag;
    ff_recognised is;
} tag_row;

static const tag_row tags[] = {
    {"<gpx", {FF_FORMAT_GPX, "a GPX track"}},
    {"<TrainingCenterDatabase", {FF_FORMAT_TCX, "a TCX file"}},
    {"<HealthData", {FF_FORMAT_APPLE, "an Apple Health export"}},
    {"<Workout workoutActivityType", {FF_FORMAT_APPLE, "a part of an Apple Health export"}},
    {"<Record type=\"HK", {FF_FORMAT_APPLE, "a part of an Apple Health export"}},
    {"<ClinicalDocument", {FF_FORMAT_OTHER, "a clinical document of Apple Health"}},
    {"<pwx", {FF_FORMAT_UNREAD, "a PWX file"}},
    {"<sml", {FF_FORMAT_UNREAD, "a Suunto SML file"}},
    {"<kml", {FF_FORMAT_UNREAD, "a KML map"}},
    {"<html", {FF_FORMAT_OTHER, "a web page"}},
    {"<!DOCTYPE html", {FF_FORMAT_OTHER, "a web page"}},
    {"<svg", {FF_FORMAT_OTHER, "a picture"}},
    {"<", {FF_FORMAT_OTHER, "an XML text of another kind"}},
};

static bool matches(const uint8_t *head, size_t count, const magic_row *row) {
    return count >= row->offset + row->length &&
           memcmp(head + row->offset, row->bytes, row->length) == 0;
}

/* Byte order mark and white space before the text: Strava's TCX begin with ten spaces. */
static size_t text_begin(const uint8_t *head, size_t count) {
    size_t i = count >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < count && isspace(head[i])) {
        i++;
    }
    return i;
}

static bool begins(const uint8_t *text, size_t count, const char *word) {
    size_t k = 0;
    while (word[k] != '\0' && k < count && tolower(text[k]) == tolower((unsigned char)word[k])) {
        k++;
    }
    return word[k] == '\0';
}

/* Bytes of a namespace's prefix and its colon; 0 when there is none. Some programs write one before
 * every name ("<ns0:gpx"). */
static size_t prefix_length(const uint8_t *text, size_t count) {
    const size_t longest = 32;
    size_t i = 0;
    while (i < count && i < longest &&
           (isalnum(text[i]) || text[i] == '_' || text[i] == '-' || text[i] == '.')) {
        i++;
    }
    return i > 0 && i < count && text[i] == ':' ? i + 1 : 0;
}

/* Whether the text holds a tag: "<" and the beginning of its name. */
static bool holds(const uint8_t *text, size_t count, const char *tag) {
    for (size_t i = 0; i < count; i++) {
        if (text[i] != '<') {
            continue;
        }
        const uint8_t *name = text + i + 1;
        size_t left = count - i - 1, prefix = prefix_length(name, left);
        if (begins(name, left, tag + 1) || begins(name + prefix, left - prefix, tag + 1)) {
            return true;
        }
    }
    return false;
}

/* Text: no control characters but white space, in UTF-8 or an old single-byte encoding. */
static bool is_text(const uint8_t *head, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (head[i] < 0x20 && !isspace(head[i])) {
            return false;
        }
    }
    return count > 0;
}

static const tag_row *tag_of(const uint8_t *text, size_t count) {
    for (size_t i = 0; count > 0 && text[0] == '<' && i < sizeof tags / sizeof tags[0]; i++) {
        if (holds(text, count, tags[i].tag)) {
            return &tags[i];
        }
    }
    return NULL;
}

/* UTF-16 as ASCII, other characters as '?'; how many, 0 when it is not UTF-16. XML may come without
 * a byte order mark: then its first '<' tells. */
static size_t narrow_utf16(const uint8_t *head, size_t count, uint8_t *narrow) {
    bool little =
        count >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == '<' && head[1] == 0));
    bool big =
        count >= 2 && ((head[0] == 0xFE && head[1] == 0xFF) || (head[0] == 0 && head[1] == '<'));
    if (!little && !big) {
        return 0;
    }
    size_t length = 0;
    for (size_t i = head[0] >= 0xFE ? 2 : 0; i + 1 < count; i += 2) {
        uint8_t high = head[i + (little ? 1 : 0)], low = head[i + (little ? 0 : 1)];
        narrow[length++] = high == 0 && low < 0x80 ? low : '?';
    }
    return length;
}

static ff_recognised recognise_text(const uint8_t *head, size_t count) {
    size_t begin = text_begin(head, count);
    const tag_row *tag = tag_of(head + begin, count - begin);
    /* A format that is known by its tag may hold a stray control character. */
    bool known = tag != NULL && tag->is.format != FF_FORMAT_OTHER;
    if (!known && !is_text(head, count)) {
        return (ff_recognised){FF_FORMAT_UNREAD, "a file of an unknown kind"};
    }
    static const char own[] = "[{\"footfall_journal\":";
    if (count - begin >= sizeof own - 1 && memcmp(head + begin, own, sizeof own - 1) == 0) {
        return (ff_recognised){FF_FORMAT_OTHER, "an export of footfall, which 'restore' puts back"};
    }
    return tag != NULL ? tag->is : (ff_recognised){FF_FORMAT_OTHER, "a text"};
}

ff_recognised ff_recognise(const uint8_t *head, size_t count) {
    if (ff_fit_recognise(head, count)) {
        return (ff_recognised){FF_FORMAT_FIT, "a FIT file"};
    }
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++) {
        if (matches(head, count, &magics[i])) {
            return magics[i].is;
        }
    }
    uint8_t narrow[FF_RECOGNISE_HEAD / 2];
    size_t narrowed =
        narrow_utf16(head, count < FF_RECOGNISE_HEAD ? count : FF_RECOGNISE_HEAD, narrow);
    return narrowed > 0 ? recognise_text(narrow, narrowed) : recognise_text(head, count);
}
