#include "files/import_runs.h"

#include "files/fit_reader.h"
#include "files/fit_runs.h"

#include <ctype.h>
#include <string.h>

/* Looked at to tell what a file is. Apple's export begins with a document type of over 2 KB. */
#define HEAD_SIZE 16384u

/* What a file that is not FIT turns out to be. */
typedef struct {
    bool may_hold_run; /* then it is not read, and that is an error */
    const char *what;  /* plain words */
    bool packed;       /* what is in it could be read; else the watch's original .fit could */
} recognised;

typedef struct {
    size_t offset;
    const char *bytes;
    size_t length;
    recognised is;
} magic_row;

/* A text constant and its length, without the NUL. */
#define BYTES(text) (text), sizeof(text) - 1

static const magic_row magics[] = {
    {0, BYTES("PK\x03\x04"), {true, "a zip archive", true}},
    {0, BYTES("PK\x05\x06"), {true, "an empty zip archive", true}},
    {0, BYTES("\x1F\x8B"), {true, "a gzip file", true}},
    {0, BYTES("BZh"), {true, "a bzip2 file", true}},
    {0, BYTES("\3757zXZ"), {true, "an xz file", true}},
    {0, BYTES("\x28\xB5\x2F\xFD"), {true, "a zstd file", true}},
    {0, BYTES("7z\xBC\xAF"), {true, "a 7z archive", true}},
    {0, BYTES("Rar!"), {true, "a rar archive", true}},
    {257, BYTES("ustar"), {true, "a tar archive", true}},
    {0, BYTES("\x89PNG"), {false, "a picture", false}},
    {0, BYTES("\xFF\xD8\xFF"), {false, "a picture", false}},
    {0, BYTES("GIF8"), {false, "a picture", false}},
    {0, BYTES("BM"), {false, "a picture", false}},
    {0, BYTES("II*\0"), {false, "a picture", false}},
    {0, BYTES("MM\0*"), {false, "a picture", false}},
    {0, BYTES("RIFF"), {false, "a picture, a sound or a film", false}},
    {4, BYTES("ftyp"), {false, "a picture or a film", false}},
    {0, BYTES("%PDF"), {false, "a PDF document", false}},
    {0, BYTES("SQLite format 3"), {false, "a database", false}},
    {0, BYTES("\177ELF"), {false, "a program", false}},
    {0, BYTES("MZ"), {false, "a program", false}},
};

/* What the first tag of an XML text says; the first that is found counts. */
typedef struct {
    const char *tag;
    recognised is;
} tag_row;

static const tag_row tags[] = {
    {"<gpx", {true, "a GPX track (it holds no stance time)", false}},
    {"<TrainingCenterDatabase", {true, "a TCX file", false}},
    {"<HealthData", {true, "an Apple Health export", false}},
    {"<Workout workoutActivityType", {true, "a part of an Apple Health export", false}},
    {"<Record type=\"HK", {true, "a part of an Apple Health export", false}},
    {"<ClinicalDocument", {false, "a clinical document of Apple Health", false}},
    {"<pwx", {true, "a PWX file", false}},
    {"<sml", {true, "a Suunto SML file", false}},
    {"<kml", {true, "a KML map", false}},
    {"<html", {false, "a web page", false}},
    {"<!DOCTYPE html", {false, "a web page", false}},
    {"<svg", {false, "a picture", false}},
    {"<", {false, "an XML text of another kind", false}},
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

static bool holds(const uint8_t *text, size_t count, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= count; i++) {
        size_t k = 0;
        while (k < length && tolower(text[i + k]) == tolower((unsigned char)word[k])) {
            k++;
        }
        if (k == length) {
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

static bool ends_with(const char *name, const char *end) {
    size_t length = name != NULL ? strlen(name) : 0, tail = strlen(end);
    if (length < tail) {
        return false;
    }
    for (size_t i = 0; i < tail; i++) {
        if (tolower((unsigned char)name[length - tail + i]) != end[i]) {
            return false;
        }
    }
    return true;
}

static recognised recognise(const uint8_t *head, size_t count) {
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++) {
        if (matches(head, count, &magics[i])) {
            return magics[i].is;
        }
    }
    size_t begin = text_begin(head, count);
    if (!is_text(head, count)) {
        return (recognised){true, "a file of an unknown kind", false};
    }
    for (size_t i = 0; begin < count && head[begin] == '<' && i < sizeof tags / sizeof tags[0];
         i++) {
        if (holds(head + begin, count - begin, tags[i].tag)) {
            return tags[i].is;
        }
    }
    return (recognised){false, "a text", false};
}

/* A file whose first bytes are not a FIT header. */
static ff_code other_file(const ff_bytes *bytes, const uint8_t *head, size_t count,
                          ff_file_result *result, ff_error *error) {
    bool signature = count >= 12 && memcmp(head + 8, ".FIT", 4) == 0;
    recognised is = recognise(head, count);
    if (signature || (ends_with(bytes->name, ".fit") && !is.may_hold_run)) {
        return ff_fail(error, FF_ERR_FORMAT, bytes->name, 0,
                       "calls itself a FIT file, but its header is not one%s%s",
                       signature ? "" : ": it is ", signature ? "" : is.what);
    }
    if (is.may_hold_run) {
        return ff_fail(error, is.packed ? FF_ERR_PACKED : FF_ERR_FORMAT, bytes->name, 0,
                       "is %s, which is not read", is.what);
    }
    result->kind = FF_FILE_NOT_RUNS;
    result->what = is.what;
    return FF_OK;
}

ff_code ff_file_read_runs(const ff_context *context, ff_bytes *bytes, ff_arena *arena,
                          ff_file_result *result, ff_error *error) {
    *result = (ff_file_result){.kind = FF_FILE_FAILED};
    ff_error_clear(&result->damage);
    if (bytes->size == 0) {
        return ff_fail(error, FF_ERR_EMPTY, bytes->name, 0, "holds no bytes");
    }
    uint8_t head[HEAD_SIZE];
    size_t count = 0;
    ff_code code = bytes->read_at(bytes, 0, head, sizeof head, &count, error);
    if (code == FF_OK) {
        code = ff_fit_recognise(head, count)
                   ? ff_fit_read_runs(context, bytes, arena, result, error)
                   : other_file(bytes, head, count, result, error);
    }
    if (code != FF_OK) {
        result->kind = FF_FILE_FAILED;
        result->runs = (ff_run_list){0};
    }
    return code;
}
