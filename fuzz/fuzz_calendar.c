/* Fuzz target: any bytes as the texts of a calendar.
 *
 * The first line is the summary, the rest is what it is about. Lines stay within what the format
 * allows and break between characters; put together again and read by the format's rules they are
 * what went in, but for what has no place in a text.
 */
#include "base/utf8.h"
#include "demand.h"
#include "report/calendar.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Checks the lines, and puts them together again: one a line. */
static void unfold(const ff_text *ics, ff_text *out) {
    const char *at = ics->data, *all = ics->data + ics->length;
    demand(strlen(ics->data) == ics->length);
    while (at < all) {
        const char *end = strstr(at, "\r\n");
        demand(end != NULL && end - at <= 75 && end > at);
        for (const char *c = at; c < end;) {
            size_t length = ff_utf8_length(c, (size_t)(end - c));
            demand(length > 0 && (unsigned char)*c >= ' ' && *c != 0x7F);
            c += length;
        }
        ff_text_add_bytes(out, at, (size_t)(end - at));
        at = end + 2;
        if (*at == ' ') {
            at++;
        } else {
            ff_text_add_char(out, '\n');
        }
    }
}

/* What a text becomes: no broken bytes, no control characters, blanks for tabs. */
static void tidy(const char *text, size_t left, ff_text *out) {
    while (left > 0) {
        size_t length = ff_utf8_length(text, left);
        if (length == 0) {
            ff_text_add(out, "\xEF\xBF\xBD");
        } else if (*text == '\t') {
            ff_text_add_char(out, ' ');
        } else if (*text == '\n' || ((unsigned char)*text >= ' ' && *text != 0x7F)) {
            ff_text_add_bytes(out, text, length);
        }
        text += length > 0 ? length : 1;
        left -= length > 0 ? length : 1;
    }
}

static void read_value(const char *lines, const char *name, ff_text *out) {
    const char *at = strstr(lines, name);
    demand(at != NULL);
    for (at += strlen(name); *at != '\n'; at++) {
        demand(*at != ';' && *at != ',');
        if (*at == '\\') {
            at++;
            demand(*at == '\\' || *at == ';' || *at == ',' || *at == 'n');
            ff_text_add_char(out, *at == 'n' ? '\n' : *at);
        } else {
            ff_text_add_char(out, *at);
        }
    }
}

static void demand_same(const char *lines, const char *name, const char *text, size_t length) {
    ff_text expected, is;
    ff_text_init(&expected, NULL);
    ff_text_init(&is, NULL);
    tidy(text, length, &expected);
    read_value(lines, name, &is);
    demand(strcmp(expected.data, is.data) == 0);
    ff_text_free(&expected);
    ff_text_free(&is);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_text input, ics, lines;
    ff_text_init(&input, NULL);
    ff_text_init(&ics, NULL);
    ff_text_init(&lines, NULL);
    ff_text_add_bytes(&input, data, size);
    size_t first = strcspn(input.data, "\n");
    const char *about = input.data[first] == '\n' ? input.data + first + 1 : "";
    input.data[first] = '\0'; /* of an empty input too: that is what stands there already */
    ff_calendar_event event = {.uid = "a@footfall",
                               .summary = input.data,
                               .about = about,
                               .start_s = 1780272000,
                               .duration_s = 600,
                               .weeks = 1};
    ff_calendar calendar = {.name = "fuzz", .alarm_min = -1, .events = &event, .count = 1};
    demand(ff_calendar_write(&calendar, &ics, NULL) == FF_OK);
    unfold(&ics, &lines);
    demand_same(lines.data, "\nSUMMARY:", input.data, first);
    demand_same(lines.data, "\nDESCRIPTION:", about, strlen(about));
    ff_text_free(&input);
    ff_text_free(&ics);
    ff_text_free(&lines);
    return 0;
}
