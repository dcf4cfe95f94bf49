/* Strava's activities.csv and shoes.csv. */
#include "files/listing_parts.h"

#include "base/number.h"
#include "files/csv.h"
#include "files/export_date.h"
#include "files/export_words.h"
#include "files/strava_columns.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    ff_list_reading *reading;
    ff_arena rows; /* what is kept until the whole list is known */
    const char **header;
    size_t columns;
    ff_kept_row *kept;
    size_t count;
    ff_strava_layout layout;
    ff_date_order order; /* of dates that are ambiguous alone */
    bool order_guessed;
    double shown_unit_m; /* metres in a unit of the first block's distance; NAN: not known */
    double unit_m;       /* likewise of the second block's */
    ff_list_kinds kinds;
} strava;

static bool is_id(const char *field) {
    size_t digits = strspn(field, "0123456789");
    return digits > 0 && digits < 20 && field[digits] == '\0';
}

/* Of a record: an id, and a date in the second column. Lines that are the rest of a damaged record
 * are told from records by it. */
static bool begins_record(const ff_csv_record *record) {
    ff_export_date date;
    return record->count > 3 && is_id(record->fields[0]) &&
           ff_export_date_read(record->fields[1], &date);
}

static ff_code keep_header(strava *s, const ff_csv_record *record, ff_error *error) {
    s->header = ff_arena_take(&s->rows, record->count, sizeof *s->header);
    for (size_t i = 0; s->header != NULL && i < record->count; i++) {
        s->header[i] = ff_arena_copy(&s->rows, record->fields[i]);
    }
    s->columns = record->count;
    return ff_arena_check(&s->rows, error);
}

static ff_code keep_row(strava *s, const ff_csv_record *record, ff_error *error) {
    if ((s->count & (s->count - 1)) == 0) {
        size_t wanted = s->count > 0 ? s->count * 2 : 1;
        ff_kept_row *grown = ff_arena_grow(&s->rows, s->kept, s->count, wanted, sizeof *s->kept);
        if (grown == NULL) {
            return ff_arena_check(&s->rows, error);
        }
        s->kept = grown;
    }
    /* The fields already stand one behind the other. */
    const char *last = record->fields[s->columns - 1];
    size_t size = (size_t)(last - record->fields[0]) + strlen(last) + 1;
    s->kept[s->count] = (ff_kept_row){
        .line = record->line,
        .fields = ff_arena_copy_bytes(&s->rows, record->fields[0], size),
    };
    s->count++;
    return ff_arena_check(&s->rows, error);
}

static const char *trouble_of(const strava *s, const ff_csv_record *record) {
    if (record->trouble != NULL) {
        return record->trouble;
    }
    bool empty = true; /* what stands beyond the header's columns */
    for (size_t i = s->columns; i < record->count; i++) {
        empty &= record->fields[i][0] == '\0';
    }
    if (record->count < s->columns || !empty) {
        return record->count < s->columns ? "it has fewer columns than the header"
                                          : "it has more columns than the header";
    }
    if (!is_id(record->fields[0])) {
        return "it does not begin with the number of an activity";
    }
    ff_export_date date;
    return ff_export_date_read(record->fields[1], &date) ? NULL : "its date is not understood";
}

/* The next record, unless the reading is to stop. */
static ff_code next_record(const ff_list_reading *reading, ff_csv *csv, ff_csv_record *record,
                           bool *more, ff_error *error) {
    *more = false;
    if (ff_context_cancelled(reading->context)) {
        return ff_fail(error, FF_ERR_CANCELLED, reading->stream->name, FF_NO_OFFSET,
                       "stopped on request");
    }
    if (reading->stream->position > FF_LISTING_MOST_BYTES) {
        return ff_list_too_large(reading, FF_LISTING_MOST_BYTES, error);
    }
    return ff_csv_next(csv, record, more, error);
}

/* Every record with all its columns; damaged ones are counted, one for all lines up to the next
 * that is a record again. */
static ff_code keep_rows(strava *s, ff_csv *csv, ff_error *error) {
    bool more = true, lost = false;
    for (;;) {
        ff_csv_record record;
        ff_code code = next_record(s->reading, csv, &record, &more, error);
        if (code != FF_OK || !more) {
            return code;
        }
        if (s->count >= FF_LISTING_MOST_ACTIVITIES) {
            return ff_list_too_many(s->reading, error);
        }
        if (lost && record.trouble == NULL && !begins_record(&record)) {
            continue;
        }
        const char *trouble = trouble_of(s, &record);
        lost = record.trouble != NULL;
        if (trouble == NULL) {
            code = keep_row(s, &record, error);
        } else if (!ff_list_damage(s->reading, record.line, trouble)) {
            return FF_OK;
        }
        if (code != FF_OK) {
            return code;
        }
    }
}

/* How often the dates, in the list's order, step back when read so. */
static size_t steps_back(const strava *s, bool month_first) {
    size_t steps = 0;
    int64_t before = INT64_MIN;
    for (size_t i = 0; i < s->count; i++) {
        ff_export_date date;
        ff_export_date_read(ff_kept_field(&s->kept[i], s->layout.at[FF_STRAVA_DATE]), &date);
        int64_t at = month_first ? date.month_first_s : date.day_first_s;
        steps += at < before;
        before = at;
    }
    return steps;
}

/* The order of day and month for the whole list: as its certain dates have it, else by what parts
 * them, else so that the list is in the order of time, in which Strava writes it (or the reverse).
 */
static void decide_order(strava *s) {
    size_t day = 0, month = 0, ambiguous = 0, dots = 0, slashes_half_day = 0;
    for (size_t i = 0; i < s->count; i++) {
        ff_export_date date;
        ff_export_date_read(ff_kept_field(&s->kept[i], s->layout.at[FF_STRAVA_DATE]), &date);
        day += date.order == FF_DATE_DAY_FIRST;
        month += date.order == FF_DATE_MONTH_FIRST;
        ambiguous += date.ambiguous;
        dots += date.ambiguous && date.dots;
        slashes_half_day += date.ambiguous && date.slashes && date.half_day;
    }
    s->order = FF_DATE_DAY_FIRST;
    if (day != month) {
        s->order = month > day ? FF_DATE_MONTH_FIRST : FF_DATE_DAY_FIRST;
        return;
    }
    if (ambiguous == 0 || dots == ambiguous) {
        return;
    }
    size_t day_back = steps_back(s, false), month_back = steps_back(s, true);
    size_t turns = s->count - 1; /* a list in the reverse order steps back each time */
    day_back = day_back * 2 > turns ? turns - day_back : day_back;
    month_back = month_back * 2 > turns ? turns - month_back : month_back;
    if (day_back != month_back) {
        s->order = month_back < day_back ? FF_DATE_MONTH_FIRST : FF_DATE_DAY_FIRST;
        return;
    }
    s->order = s->layout.english && slashes_half_day == ambiguous ? FF_DATE_MONTH_FIRST
                                                                  : FF_DATE_DAY_FIRST;
    s->order_guessed = true;
    ff_list_note(s->reading,
                 "nothing in it tells day from month; dates that were read with the %s first: %zu",
                 s->order == FF_DATE_DAY_FIRST ? "day" : "month", ambiguous);
}

/* The byte that parts the fraction in a number of either block: "33.22", "33,22", "1.033,22",
 * "1 033,22"; NULL when there is none. */
static const char *decimal_of(const char *field) {
    const char *comma = strrchr(field, ','), *point = strrchr(field, '.');
    if (comma != NULL && point != NULL) {
        return strlen(comma) < strlen(point) ? comma : point;
    }
    if (comma != NULL && strchr(field, ',') != comma) {
        return NULL; /* "1,033,220" */
    }
    return comma != NULL ? comma : point;
}

/* NAN when it is no number. */
static double number(const char *field) {
    char plain[32];
    size_t out = 0;
    const char *decimal = decimal_of(field);
    for (const char *c = field; *c != '\0'; c++) {
        bool kept = (*c >= '0' && *c <= '9') || strchr("-+eE", *c) != NULL;
        bool parting = strchr(",.' ", *c) != NULL || (unsigned char)*c >= 0x80;
        if ((!kept && !parting) || out + 1 >= sizeof plain) {
            return NAN;
        }
        if (c == decimal) {
            plain[out++] = '.';
        } else if (kept) {
            plain[out++] = *c;
        }
    }
    plain[out] = '\0';
    double x;
    return ff_number_parse(plain, &x) ? x : NAN;
}

static double cell(const strava *s, const ff_kept_row *row, ff_strava_column column) {
    return number(ff_kept_field(row, s->layout.at[column]));
}

static double first_of(double a, double b) {
    return isnan(a) ? b : a;
}

static double elapsed_of(const strava *s, const ff_kept_row *row) {
    return first_of(cell(s, row, FF_STRAVA_ELAPSED), cell(s, row, FF_STRAVA_SHOWN_ELAPSED));
}

/* Of the runs in a list, how many go at a runner's speed when distances are so many metres. */
static size_t believable(const strava *s, ff_strava_column column, double unit_m) {
    size_t count = 0;
    for (size_t i = 0; i < s->count; i++) {
        const ff_kept_row *row = &s->kept[i];
        const char *type = ff_kept_field(row, s->layout.at[FF_STRAVA_TYPE]);
        double elapsed = elapsed_of(s, row);
        double speed = cell(s, row, column) * unit_m / elapsed;
        bool runs = speed >= 0.5 && speed <= 8 && elapsed > 0;
        count += runs && ff_word_run_kind(type) != FF_KIND_NONE;
    }
    return count;
}

/* Metres or kilometres, whichever makes runs of more rows; NAN when neither makes any. */
static double unit_of(const strava *s, ff_strava_column column) {
    size_t metres = believable(s, column, 1), kilometres = believable(s, column, 1000);
    if (metres == 0 && kilometres == 0) {
        return NAN;
    }
    return metres >= kilometres ? 1 : 1000;
}

static int64_t start_of(const strava *s, const ff_kept_row *row, ff_run *run) {
    ff_export_date date;
    ff_export_date_read(ff_kept_field(row, s->layout.at[FF_STRAVA_DATE]), &date);
    if (date.ambiguous && s->order_guessed) {
        ff_arena *arena = s->reading->arena;
        run->notes = ff_arena_take(arena, 2, sizeof *run->notes);
        run->note_count = run->notes != NULL;
        if (run->notes != NULL) {
            run->notes[0] = "day and month of its date may be the other way round in the list";
        }
    }
    return s->order == FF_DATE_MONTH_FIRST ? date.month_first_s : date.day_first_s;
}

static double distance_of(const strava *s, const ff_kept_row *row) {
    double distance = cell(s, row, FF_STRAVA_DISTANCE) * s->unit_m;
    return isnan(distance) ? cell(s, row, FF_STRAVA_SHOWN_DISTANCE) * s->shown_unit_m : distance;
}

static void fill_figures(const strava *s, const ff_kept_row *row, ff_run_figures *f) {
    f->elapsed_s = elapsed_of(s, row);
    f->moving_s = cell(s, row, FF_STRAVA_MOVING);
    f->duration_s = cell(s, row, FF_STRAVA_TIMER);
    f->distance_m = distance_of(s, row);
    f->speed_mps = cell(s, row, FF_STRAVA_SPEED);
    f->ascent_m = cell(s, row, FF_STRAVA_ASCENT);
    f->descent_m = cell(s, row, FF_STRAVA_DESCENT);
    f->heart_rate_bpm = cell(s, row, FF_STRAVA_HEART_RATE);
    f->power_w = cell(s, row, FF_STRAVA_POWER);
    f->temperature_c = cell(s, row, FF_STRAVA_TEMPERATURE);
    f->outdoor_temperature_c = cell(s, row, FF_STRAVA_WEATHER);
    double effort = cell(s, row, FF_STRAVA_EFFORT);
    f->effort = effort >= 1 ? effort : NAN; /* it is asked from 1; 0 says "not asked" */
    /* Strava counts one foot. */
    double cadence = cell(s, row, FF_STRAVA_CADENCE);
    f->cadence_spm = cadence < 120 ? cadence * 2 : cadence;
}

/* What the runner wrote: for all, and below it for no one else. */
static const char *comment_of(const strava *s, const ff_kept_row *row) {
    ff_arena *arena = s->reading->arena;
    const char *said = ff_list_text(arena, ff_kept_field(row, s->layout.at[FF_STRAVA_DESCRIPTION]));
    const char *note = ff_list_text(arena, ff_kept_field(row, s->layout.at[FF_STRAVA_NOTE]));
    if (said == NULL || note == NULL) {
        return said != NULL ? said : note;
    }
    return ff_arena_printf(arena, "%s\n%s", said, note);
}

static const char *const details[] = {
    [FF_KIND_ROAD] = "running",
    [FF_KIND_TRAIL] = "running/trail",
    [FF_KIND_VIRTUAL] = "running/virtual_activity",
};

static void add_run(strava *s, const ff_kept_row *row, ff_run_kind kind) {
    ff_arena *arena = s->reading->arena;
    ff_listed_run *listed = ff_list_add_run(s->reading);
    if (listed == NULL) {
        return;
    }
    ff_run *run = &listed->run;
    run->start_s = start_of(s, row, run);
    run->sport = FF_SPORT_RUNNING;
    run->sport_detail = details[kind];
    run->title = ff_list_text(arena, ff_kept_field(row, s->layout.at[FF_STRAVA_NAME]));
    run->comment = comment_of(s, row);
    run->shoe = ff_list_text(arena, ff_kept_field(row, s->layout.at[FF_STRAVA_GEAR]));
    run->format = "Strava list";
    run->source = ff_arena_printf(arena, "%s line %zu", s->reading->stream->name, row->line);
    fill_figures(s, row, &run->figures);
    ff_list_finish_run(run);
    listed->id = ff_arena_copy(arena, ff_kept_field(row, s->layout.at[FF_STRAVA_ID]));
    listed->file = ff_list_text(arena, ff_kept_field(row, s->layout.at[FF_STRAVA_RECORDING]));
}

static void add_other_file(strava *s, const ff_kept_row *row, const char *type) {
    ff_arena *arena = s->reading->arena;
    const char *file = ff_kept_field(row, s->layout.at[FF_STRAVA_RECORDING]);
    ff_listed_other *other =
        *file != '\0' && ff_word_is_other_sport(type) ? ff_list_add_other_file(s->reading) : NULL;
    if (other != NULL) {
        other->file = ff_list_text(arena, file);
        other->type = ff_list_text(arena, type);
    }
}

static void make_runs(strava *s) {
    ff_kept_list list = {.header = (const char *const *)s->header,
                         .columns = s->columns,
                         .rows = s->kept,
                         .count = s->count};
    s->layout = ff_strava_find_columns(&list);
    decide_order(s);
    s->unit_m = unit_of(s, FF_STRAVA_DISTANCE);
    s->shown_unit_m = unit_of(s, FF_STRAVA_SHOWN_DISTANCE);
    size_t shown = 0;
    for (size_t i = 0; i < s->count; i++) {
        const ff_kept_row *row = &s->kept[i];
        const char *type = ff_kept_field(row, s->layout.at[FF_STRAVA_TYPE]);
        ff_run_kind kind = ff_word_run_kind(type);
        if (kind == FF_KIND_NONE) {
            ff_list_count_other(s->reading, &s->kinds, type);
            add_other_file(s, row, type);
            continue;
        }
        add_run(s, row, kind);
        bool si = !isnan(cell(s, row, FF_STRAVA_DISTANCE) * s->unit_m);
        shown += !si && !isnan(cell(s, row, FF_STRAVA_SHOWN_DISTANCE)) && s->shown_unit_m > 1;
    }
    ff_list_note_others(s->reading, &s->kinds);
    if (shown > 0) {
        ff_list_note(s->reading,
                     "distances that stand only in the account's unit, taken as kilometres: %zu",
                     shown);
    }
}

static ff_code read_header(strava *s, ff_csv *csv, ff_error *error) {
    ff_csv_record record;
    bool more = false;
    ff_code code = ff_csv_next(csv, &record, &more, error);
    if (code == FF_OK && (!more || record.trouble != NULL || record.count < 7)) {
        code = ff_fail(error, FF_ERR_DAMAGED, s->reading->stream->name, FF_NO_OFFSET,
                       "the header of the list cannot be read%s%s",
                       more && record.trouble != NULL ? ": " : "",
                       more && record.trouble != NULL ? record.trouble : "");
    }
    return code == FF_OK ? keep_header(s, &record, error) : code;
}

ff_code ff_strava_read_activities(ff_list_reading *reading, ff_error *error) {
    strava s = {.reading = reading};
    ff_csv csv;
    ff_arena_init(&s.rows, ff_context_allocator(reading->context));
    ff_code code =
        ff_csv_open(&csv, ff_context_allocator(reading->context), reading->stream, error);
    code = code == FF_OK ? read_header(&s, &csv, error) : code;
    code = code == FF_OK ? keep_rows(&s, &csv, error) : code;
    if (s.count > 0 && code != FF_ERR_MEMORY && code != FF_ERR_CANCELLED) {
        make_runs(&s);
    }
    ff_csv_close(&csv);
    ff_arena_free(&s.rows);
    return code;
}

/* The first records of a file whose beginning is at hand. */
typedef struct {
    ff_bytes bytes;
    ff_stream stream;
    ff_csv csv;
} peeked;

static bool peek(peeked *p, const char *head, size_t count, ff_csv_record *record) {
    bool more = false;
    ff_bytes_of_memory(&p->bytes, head, count, "");
    ff_stream_of_bytes(&p->stream, &p->bytes);
    bool good = ff_csv_open(&p->csv, NULL, &p->stream, NULL) == FF_OK &&
                ff_csv_next(&p->csv, record, &more, NULL) == FF_OK && more &&
                record->trouble == NULL;
    return good;
}

bool ff_strava_is_activities(const char *head, size_t count) {
    peeked p;
    ff_csv_record record;
    bool found = peek(&p, head, count, &record);
    if (found && !ff_strava_header(record.fields, record.count)) {
        /* A translated header that does not repeat: what stands below it tells. */
        bool more = record.count >= 10;
        found = false;
        while (!found && more && ff_csv_next(&p.csv, &record, &more, NULL) == FF_OK && more) {
            for (size_t i = 7; !found && i < record.count && i < 20; i++) {
                found = begins_record(&record) && ff_strava_is_file(record.fields[i]);
            }
        }
    }
    ff_csv_close(&p.csv);
    return found;
}

/* Name, brand, model, kinds of sport it is the first choice for: all but one at most of the names
 * speak of shoes, which those of other tables do not. */
bool ff_strava_is_shoes(const char *head, size_t count) {
    peeked p;
    ff_csv_record record;
    bool found = peek(&p, head, count, &record) && record.count >= 3 && record.count <= 5;
    int of_shoes = 0;
    for (size_t i = 0; found && i < 3; i++) {
        of_shoes += ff_word_of_shoes(record.fields[i]);
    }
    ff_csv_close(&p.csv);
    return found && of_shoes >= 2;
}

static void add_shoe(ff_list_reading *reading, const ff_csv_record *record) {
    const char *part[3]; /* name, brand, model */
    for (size_t i = 0; i < 3; i++) {
        part[i] = i < record->count ? ff_list_text(reading->arena, record->fields[i]) : NULL;
    }
    if (part[0] == NULL && part[1] == NULL && part[2] == NULL) {
        return;
    }
    ff_listed_shoe *shoe = ff_list_add_shoe(reading);
    if (shoe != NULL) {
        shoe->nickname = part[0];
        shoe->brand = part[1];
        shoe->model = part[2];
        const char *brand = part[1] != NULL ? part[1] : "", *model = part[2] != NULL ? part[2] : "";
        const char *name = part[0] != NULL ? part[0] : "";
        shoe->name = ff_arena_printf(
            reading->arena, "%s%s%s%s%s", brand, *brand != '\0' && *model != '\0' ? " " : "", model,
            (*brand != '\0' || *model != '\0') && *name != '\0' ? " " : "", name);
    }
}

ff_code ff_strava_read_shoes(ff_list_reading *reading, ff_error *error) {
    ff_csv csv;
    ff_csv_record record = {0};
    bool more = false;
    ff_code code =
        ff_csv_open(&csv, ff_context_allocator(reading->context), reading->stream, error);
    code = code == FF_OK ? ff_csv_next(&csv, &record, &more, error) : code; /* the header */
    size_t columns = record.count;
    while (code == FF_OK && more) {
        code = next_record(reading, &csv, &record, &more, error);
        if (code != FF_OK || !more) {
            break;
        }
        if (reading->listing->shoe_count >= FF_LISTING_MOST_SHOES) {
            code = ff_list_too_many(reading, error);
        } else if (record.trouble == NULL && record.count == columns) {
            add_shoe(reading, &record);
        } else if (!ff_list_damage(reading, record.line,
                                   record.trouble != NULL
                                       ? record.trouble
                                       : "it does not have the columns of the header")) {
            break;
        }
    }
    ff_csv_close(&csv);
    return code;
}
