#include "report/run_report.h"

#include <inttypes.h>

static const char *words(const char *text) {
    return text != NULL ? text : "";
}

static void print_recording(const ff_recording *r, ff_text *line, ff_text *out) {
    ff_text_clear(line);
    ff_text_addf(line, "%s (%s%s%s)", words(r->source), words(r->format),
                 r->damaged ? ", damaged" : "", r->leads ? ", leads" : "");
    if (r->with != NULL) {
        ff_text_addf(line, ", one with %s", r->with);
    }
    if (r->why != NULL) {
        ff_text_addf(line, ": %s", r->why);
    }
    ff_text_wrap(out, "  ", line->data, FF_TEXT_WIDTH);
}

static void print_likeness(const ff_likeness *like, const char *program, ff_text *line,
                           ff_text *out) {
    ff_text_clear(line);
    ff_text_addf(line,
                 "It may be one with run %" PRId64 ": %s. If it is: %s merge %" PRId64 " %" PRId64,
                 like->other_run_id, words(like->why), program, like->other_run_id, like->run_id);
    ff_text_wrap(out, "  ", line->data, FF_TEXT_WIDTH);
}

static void print_row(const ff_run_row *row, const char *program, ff_text *line, ff_text *out) {
    int64_t id = row->said->run->id;
    ff_text_addf(out, "\nRun %" PRId64 " is from %zu recording%s:\n", id, row->recording_count,
                 row->recording_count == 1 ? "" : "s");
    for (size_t i = 0; i < row->recording_count; i++) {
        print_recording(&row->recordings[i], line, out);
    }
    if (row->recording_count > 1) {
        ff_text_addf(out, "  If they are not one run: %s part %" PRId64 "\n", program, id);
    }
    for (size_t i = 0; i < row->like_count; i++) {
        print_likeness(&row->like[i], program, line, out);
    }
}

void ff_recordings_report_text(const ff_run_row *rows, size_t count, bool all, const char *program,
                               ff_arena *arena, ff_text *out) {
    ff_text line;
    ff_text_init(&line, arena->allocator);
    for (size_t i = 0; i < count; i++) {
        if (all || rows[i].recording_count > 1 || rows[i].like_count > 0) {
            print_row(&rows[i], program, &line, out);
        }
    }
    out->failed |= line.failed;
    ff_text_free(&line);
}
