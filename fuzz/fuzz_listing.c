/* Fuzz target: any bytes as a list of an export.
 *
 * What comes out must be whole: figures finite and in their ranges or absent, texts in UTF-8, each
 * run with a source; and the same whether the bytes come all at once or a few at a time.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "files/listing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool truth) {
    if (!truth) {
        abort();
    }
}

static void demand_text(const char *text) {
    size_t length = text != NULL ? strlen(text) : 0;
    for (size_t i = 0; i < length;) {
        size_t step = ff_utf8_length(text + i, length - i);
        demand(step > 0);
        i += step;
    }
}

static void demand_figures(const ff_run_figures *figures) {
    double all[sizeof *figures / sizeof(double)];
    memcpy(all, figures, sizeof all);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        demand(isnan(all[i]) || (isfinite(all[i]) && all[i] > -100 && all[i] <= 2678400));
    }
}

static void demand_run(const ff_listed_run *listed) {
    const ff_run *run = &listed->run;
    demand_figures(&run->figures);
    demand_text(run->title);
    demand_text(run->comment);
    demand_text(run->shoe);
    demand_text(listed->file);
    demand_text(listed->id);
    demand(run->source != NULL && run->format != NULL && run->sport_detail != NULL);
    demand(run->sport == FF_SPORT_RUNNING && run->series.rows == 0);
    demand(run->start_s >= 315532800 - 86400 && run->start_s <= INT64_C(7289654400));
    demand(!run->utc_offset_known || abs(run->utc_offset_s) <= 50400);
    for (size_t i = 0; i < run->note_count; i++) {
        demand_text(run->notes[i]);
    }
}

typedef struct {
    const uint8_t *data;
    size_t size, at;
} drip;

static ff_code read_drip(ff_stream *stream, void *buffer, size_t count, size_t *got,
                         ff_error *error) {
    (void)error;
    drip *d = stream->state;
    *got = d->size - d->at < count ? d->size - d->at : count;
    *got = *got < 7 ? *got : 7;
    memcpy(buffer, d->data + d->at, *got);
    d->at += *got;
    return FF_OK;
}

static void read_list(ff_listing_kind kind, const uint8_t *data, size_t size) {
    ff_arena arena;
    ff_bytes bytes;
    ff_stream stream;
    ff_error error;
    ff_listing listing = {0}, again = {0};
    ff_error_clear(&error);
    ff_arena_init(&arena, NULL);
    ff_bytes_of_memory(&bytes, data, size, "fuzz");
    ff_stream_of_bytes(&stream, &bytes);
    ff_code code = ff_listing_read(NULL, kind, &stream, &arena, &listing, &error);
    demand(code == error.code);
    demand(code == FF_OK || code == FF_ERR_DAMAGED || code == FF_ERR_LIMIT);
    drip d = {data, size, 0};
    stream = (ff_stream){.read = read_drip, .name = "fuzz", .state = &d};
    demand(ff_listing_read(NULL, kind, &stream, &arena, &again, NULL) == code);
    demand(again.run_count == listing.run_count && again.shoe_count == listing.shoe_count &&
           again.link_count == listing.link_count && again.others == listing.others &&
           again.note_count == listing.note_count);
    ff_listing_join(&listing);
    for (size_t i = 0; i < listing.run_count; i++) {
        demand_run(&listing.runs[i]);
    }
    for (size_t i = 0; i < listing.shoe_count; i++) {
        demand(listing.shoes[i].name != NULL);
        demand_text(listing.shoes[i].name);
    }
    for (size_t i = 0; i < listing.note_count; i++) {
        demand(listing.notes[i] != NULL);
    }
    ff_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    size_t head = size < 16384 ? size : 16384;
    ff_listing_kind kind = ff_listing_recognise(data, head);
    if (kind != FF_LISTING_NONE) {
        read_list(kind, data, size);
        return 0;
    }
    for (int k = FF_LISTING_STRAVA_ACTIVITIES; k <= FF_LISTING_GARMIN_GEAR; k++) {
        read_list((ff_listing_kind)k, data, size);
    }
    return 0;
}
