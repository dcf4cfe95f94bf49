/* Lists of exports: Strava's in several layouts and languages, Garmin's. All made up. */
#include "support.h"

#include "base/civil.h"
#include "files/listing.h"

#include <footfall/text.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    ff_arena arena;
    ff_listing listing;
    ff_error error;
    ff_code code;
} reading;

static void begin(reading *r) {
    memset(r, 0, sizeof *r);
    ff_arena_init(&r->arena, NULL);
    ff_error_clear(&r->error);
}

static void take_bytes(reading *r, const char *text, size_t length, const char *name,
                       ff_listing_kind kind) {
    ff_bytes bytes;
    ff_stream stream;
    size_t head = length < 16384 ? length : 16384;
    assert_int_equal(ff_listing_recognise((const uint8_t *)text, head), kind);
    ff_bytes_of_memory(&bytes, text, length, name);
    ff_stream_of_bytes(&stream, &bytes);
    r->code = ff_listing_read(NULL, kind, &stream, &r->arena, &r->listing, &r->error);
}

static void take(reading *r, const char *text, const char *name, ff_listing_kind kind) {
    take_bytes(r, text, strlen(text), name, kind);
}

static void take_activities(reading *r, const char *text) {
    take(r, text, "activities.csv", FF_LISTING_STRAVA_ACTIVITIES);
}

static void end(reading *r) {
    ff_arena_free(&r->arena);
}

static int64_t at(int year, int month, int day, int hour, int minute, int second) {
    ff_civil civil = {year, month, day, hour, minute, second};
    return ff_civil_to_seconds(&civil);
}

static void assert_near(double value, double expected) {
    if (!(fabs(value - expected) < 1e-6)) {
        fail_msg("%.9g is not %.9g", value, expected);
    }
}

static bool noted(const reading *r, const char *words) {
    for (size_t i = 0; i < r->listing.note_count; i++) {
        if (strstr(r->listing.notes[i], words) != NULL) {
            return true;
        }
    }
    return false;
}

/* --- Strava: a layout of `columns` with the file's name at `file` and, with `second`, the SI block
 * three columns behind it --- */

typedef struct {
    int at;
    const char *text;
} cell;

static void add_row(ff_text *out, int columns, const cell *cells) {
    for (int i = 0; i < columns; i++) {
        const char *text = "";
        for (const cell *c = cells; c->text != NULL; c++) {
            text = c->at == i ? c->text : text;
        }
        bool quoted = strpbrk(text, ",\"\n") != NULL;
        ff_text_add(out, i > 0 ? "," : "");
        ff_text_add(out, quoted ? "\"" : "");
        for (; *text != '\0'; text++) {
            ff_text_add(out, *text == '"' ? "\"" : "");
            ff_text_add_char(out, *text);
        }
        ff_text_add(out, quoted ? "\"" : "");
    }
    ff_text_add_char(out, '\n');
}

/* The first names as given (parted by ','), the others "column N". The second block's elapsed time
 * and distance are named as the first's. */
static void add_header(ff_text *out, const char *names, int columns, int second) {
    cell cells[128] = {{0}};
    char text[128][64];
    int count = 0;
    for (; count < columns; count++) {
        size_t length = strcspn(names, ",");
        if (length > 0) {
            snprintf(text[count], sizeof text[count], "%.*s", (int)length, names);
        } else {
            snprintf(text[count], sizeof text[count], "column %d", count);
        }
        names += length + (names[length] == ',');
        cells[count] = (cell){count, text[count]};
    }
    if (second > 0) {
        cells[second].text = text[5];
        cells[second + 2].text = text[6];
    }
    add_row(out, columns, cells);
}

static const char *const german =
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
    "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis,"
    "Aktivitätsausrüstung,Dateiname";

/* 92 columns: the file is the 13th, decimal commas in the first block. */
static void german_92(void **state) {
    (void)state;
    ff_text list;
    ff_text_init(&list, NULL);
    add_header(&list, german, 92, 15);
    add_row(&list, 92,
            (cell[]){{0, "4001"},
                     {1, "09.12.2022, 15:24:49"},
                     {2, "Lauf, am \"Fluss\""},
                     {3, "Lauf"},
                     {4, "Zehen taub\nab Kilometer 6"},
                     {5, "3189"},
                     {6, "9,44"},
                     {10, "nur für mich"},
                     {11, "Rote Schuhe"},
                     {12, "activities/5001.fit.gz"},
                     {15, "3189.0"},
                     {16, "2970.0"},
                     {17, "9442.3"},
                     {19, "3.179"},
                     {20, "71.5"},
                     {21, "70.1"},
                     {29, "84.5"},
                     {31, "148.0"},
                     {33, "251.0"},
                     {36, "19.0"},
                     {43, "7.0"},
                     {56, "2.4"},
                     {0, NULL}});
    add_row(&list, 92,
            (cell[]){{0, "4002"},
                     {1, "10.12.2022, 06:01:02"},
                     {2, "Zur Arbeit"},
                     {3, "Radfahrt"},
                     {5, "1200"},
                     {6, "7,1"},
                     {9, "true"},
                     {12, "activities/5002.gpx"},
                     {15, "1200.0"},
                     {17, "7100.0"},
                     {0, NULL}});
    add_row(&list, 92,
            (cell[]){{0, "4003"},
                     {1, "11.12.2022, 06:01:02"},
                     {2, "Von Hand"},
                     {3, "Traillauf"},
                     {5, "1800"},
                     {6, "5,00"},
                     {15, "1800.0"},
                     {17, "5000.0"},
                     {56, "-3.5"},
                     {0, NULL}});
    reading r;
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 2);
    assert_int_equal(r.listing.others, 1);
    assert_true(noted(&r, "not taken as runs: 1 \"Radfahrt\""));
    const ff_listed_run *listed = &r.listing.runs[0];
    const ff_run *run = &listed->run;
    assert_string_equal(listed->id, "4001");
    assert_string_equal(listed->file, "activities/5001.fit.gz");
    assert_int_equal(run->start_s, at(2022, 12, 9, 15, 24, 49));
    assert_false(run->utc_offset_known);
    assert_int_equal(run->sport, FF_SPORT_RUNNING);
    assert_string_equal(run->sport_detail, "running");
    assert_string_equal(run->title, "Lauf, am \"Fluss\"");
    assert_string_equal(run->comment, "Zehen taub\nab Kilometer 6\nnur für mich");
    assert_string_equal(run->shoe, "Rote Schuhe");
    assert_string_equal(run->format, "Strava list");
    assert_string_equal(run->source, "activities.csv line 2");
    assert_int_equal(run->series.rows, 0);
    assert_near(run->figures.elapsed_s, 3189);
    assert_near(run->figures.moving_s, 2970);
    assert_near(run->figures.duration_s, 2970);
    assert_near(run->figures.distance_m, 9442.3);
    assert_near(run->figures.speed_mps, 3.179);
    assert_near(run->figures.ascent_m, 71.5);
    assert_near(run->figures.descent_m, 70.1);
    assert_near(run->figures.cadence_spm, 169);
    assert_near(run->figures.heart_rate_bpm, 148);
    assert_near(run->figures.power_w, 251);
    assert_near(run->figures.temperature_c, 19);
    assert_near(run->figures.effort, 7);
    assert_true(isnan(run->figures.stance_time_ms));
    listed = &r.listing.runs[1];
    assert_null(listed->file);
    assert_string_equal(listed->run.sport_detail, "running/trail");
    assert_string_equal(listed->run.source, "activities.csv line 5");
    assert_near(listed->run.figures.outdoor_temperature_c, -3.5);
    assert_near(listed->run.figures.speed_mps, 5000.0 / 1800);
    assert_true(isnan(listed->run.figures.effort));
    assert_null(listed->run.shoe);
    assert_null(listed->run.comment);
    end(&r);
    ff_text_free(&list);
}

/* 2018: lower-case names, metres, no second block. */
static void english_10_in_metres(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take_activities(
        &r, "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\r\n"
            "11,2018-09-12 15:02:23,Evening Run,Run,,1583,5281.0,false,Old Pair,"
            "activities/11.gpx\r\n"
            "12,2018-09-13 15:02:23,Evening Ride,Ride,,783,3681.0,true,,activities/12.gpx\r\n"
            "13,2018-09-14 15:02:23,By hand,Run,,600,2000.0,false,Old Pair,\r\n");
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 2);
    assert_int_equal(r.listing.others, 1);
    const ff_listed_run *run = &r.listing.runs[0];
    assert_int_equal(run->run.start_s, at(2018, 9, 12, 15, 2, 23));
    assert_near(run->run.figures.distance_m, 5281);
    assert_near(run->run.figures.elapsed_s, 1583);
    assert_string_equal(run->run.shoe, "Old Pair");
    assert_string_equal(run->file, "activities/11.gpx");
    assert_null(r.listing.runs[1].file);
    assert_string_equal(r.listing.runs[1].run.shoe, "Old Pair");
    assert_false(noted(&r, "kilometres"));
    end(&r);
}

/* 2019: the same columns with other names, and kilometres; a narrow blank before PM. */
static void english_10_in_kilometres(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take_activities(&r,
                    "\xEF\xBB\xBF"
                    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
                    "Elapsed Time,Distance,Commute,Activity Gear,Filename\n"
                    "21,\"Sep 12, 2019, 3:02:23\u202FPM\",A,Run,,1583,5.28,false,Pair,"
                    "activities/21.gpx\n");
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    assert_int_equal(r.listing.runs[0].run.start_s, at(2019, 9, 12, 15, 2, 23));
    assert_near(r.listing.runs[0].run.figures.distance_m, 5280);
    assert_true(noted(&r, "only in the account's unit, taken as kilometres: 1"));
    end(&r);
}

/* 2020: the file is the 11th column, so that no private note stands before the gear. */
static void french_82_without_private_note(void **state) {
    (void)state;
    ff_text list;
    ff_text_init(&list, NULL);
    add_header(&list,
               "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,"
               "Description de l'activité,Temps écoulé,Distance,Effort relatif,Trajet,"
               "Équipement,Nom du fichier",
               82, 13);
    add_row(&list, 82,
            (cell[]){{0, "31"},
                     {1, "24 mai 2020 à 16:27:40"},
                     {2, "Sortie"},
                     {3, "Course à pied"},
                     {5, "3600"},
                     {6, "10,5"},
                     {7, "33"},
                     {8, "false"},
                     {9, "Mes chaussures"},
                     {10, "activities/31.tcx.gz"},
                     {13, "3600.0"},
                     {14, "3500.0"},
                     {15, "10512.0"},
                     {27, "171.0"},
                     {29, "151.5"},
                     {41, "3.0"},
                     {0, NULL}});
    reading r;
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    const ff_run *run = &r.listing.runs[0].run;
    assert_int_equal(run->start_s, at(2020, 5, 24, 16, 27, 40));
    assert_near(run->figures.distance_m, 10512);
    assert_near(run->figures.moving_s, 3500);
    assert_near(run->figures.cadence_spm, 171); /* both feet already */
    assert_near(run->figures.heart_rate_bpm, 151.5);
    assert_near(run->figures.effort, 3);
    assert_string_equal(run->shoe, "Mes chaussures");
    assert_null(run->comment);
    assert_string_equal(r.listing.runs[0].file, "activities/31.tcx.gz");
    end(&r);
    ff_text_free(&list);
}

/* The English layout of 99 and more, with columns that only it names. */
static void english_103_by_names(void **state) {
    (void)state;
    ff_text list;
    ff_text_init(&list, NULL);
    /* The order is not Strava's: names tell. */
    ff_text_add(&list, "Activity ID,Activity Date,Activity Name,Activity Type,Media,"
                       "Activity Description,Elapsed Time,Distance,Filename,Activity Gear,"
                       "Activity Private Note,Elapsed Time,Distance,Moving Time,Timer Time,"
                       "Perceived Exertion,Average Cadence,Weather Temperature\n");
    ff_text_add(&list, "41,\"Feb 29, 2024, 12:00:01 AM\",Leap,Virtual Run,media/1.jpg,,2000,6.2,"
                       "activities/41.fit.gz,Pair,,2000.0,6200.0,1950.0,1980.0,0,88,8\n");
    reading r;
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    const ff_run *run = &r.listing.runs[0].run;
    assert_int_equal(run->start_s, at(2024, 2, 29, 0, 0, 1));
    assert_string_equal(run->sport_detail, "running/virtual_activity");
    assert_near(run->figures.duration_s, 1980);
    assert_near(run->figures.moving_s, 1950);
    assert_near(run->figures.distance_m, 6200);
    assert_near(run->figures.cadence_spm, 176);
    assert_near(run->figures.outdoor_temperature_c, 8);
    assert_true(isnan(run->figures.effort)); /* 0: not asked */
    assert_string_equal(run->shoe, "Pair");
    end(&r);
    ff_text_free(&list);
}

/* One run in each language, all else the same; the header's own words do not matter. */
static void many_languages(void **state) {
    (void)state;
    static const struct {
        const char *date, *type;
    } cases[] = {
        {"15 mar 2024, 18:45:12", "Carrera"},
        {"15 mar 2024, 18:45:12", "Corsa"},
        {"15 de mar. de 2024, 18:45:12", "Corrida"},
        {"15 mrt. 2024 18:45:12", "Hardloopsessie"},
        {"15 mar 2024, 18:45:12", "Bieg"},
        {"15 mars 2024 18:45:12", "L\u00F6pning"},
        {"15. mar. 2024 18.45.12", "L\u00F8b"},
        {"15. mars 2024, 18:45:12", "L\u00F8petur"},
        {"15.3.2024 klo 18.45.12", "Juoksu"},
        {"15. 3. 2024 18:45:12", "B\u011Bh"},
        {"15 \u043C\u0430\u0440. 2024 \u0433., 18:45:12", "\u0417\u0430\u0431\u0435\u0433"},
        {"2024/03/15 18:45:12", "ランニング"},
        {"2024年3月15日 18:45:12", "跑步"},
        {"2024. 3. 15. 오후 6:45:12", "달리기"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ff_text list;
        ff_text_init(&list, NULL);
        add_header(&list, "", 94, 15);
        add_row(&list, 94,
                (cell[]){{0, "7"},
                         {1, cases[i].date},
                         {3, cases[i].type},
                         {5, "600"},
                         {6, "2,00"},
                         {11, "Pair"},
                         {12, "activities/7.fit.gz"},
                         {15, "600.0"},
                         {17, "2000.0"},
                         {0, NULL}});
        reading r;
        begin(&r);
        take_activities(&r, list.data);
        if (r.listing.run_count != 1 || r.listing.runs[0].run.start_s != 1710528312) {
            fail_msg("%s, %s", cases[i].date, cases[i].type);
        }
        assert_near(r.listing.runs[0].run.figures.distance_m, 2000);
        assert_string_equal(r.listing.runs[0].run.shoe, "Pair");
        end(&r);
        ff_text_free(&list);
    }
}

/* A header whose second block is translated differently, and one where nothing but entries by hand
 * stands below. */
static void second_block_found_otherwise(void **state) {
    (void)state;
    ff_text list;
    reading r;
    ff_text_init(&list, NULL);
    add_header(&list, "", 92, 0);
    for (int i = 0; i < 4; i++) {
        add_row(&list, 92,
                (cell[]){{0, "7"},
                         {1, "2024-03-15 18:45:12"},
                         {3, "Bieg"},
                         {5, "600"},
                         {6, "2,00"},
                         {12, "activities/7.fit.gz"},
                         {15, "600.0"},
                         {17, "2003.0"},
                         {0, NULL}});
    }
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.listing.run_count, 4);
    assert_near(r.listing.runs[3].run.figures.distance_m, 2003);
    end(&r);
    ff_text_clear(&list);
    add_header(&list, "", 92, 15);
    add_row(&list, 92,
            (cell[]){{0, "7"},
                     {1, "2024-03-15 18:45:12"},
                     {3, "Bieg"},
                     {5, "600"},
                     {10, "activities/ hurt my toes"},
                     {11, "Pair"},
                     {15, "600.0"},
                     {17, "2003.0"},
                     {0, NULL}});
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.listing.run_count, 1);
    end(&r);
    ff_text_free(&list);
}

/* A second block that repeats the display's kilometres is told by what makes runs. */
static void units_by_what_makes_runs(void **state) {
    (void)state;
    ff_text list;
    ff_text_init(&list, NULL);
    add_header(&list, german, 92, 15);
    add_row(&list, 92,
            (cell[]){{0, "7"},
                     {1, "21.07.2026, 15:09:27"},
                     {3, "Lauf"},
                     {5, "1390"},
                     {6, "2,81"},
                     {12, "activities/7.fit.gz"},
                     {15, "1390"},
                     {17, "2,81"},
                     {0, NULL}});
    reading r;
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.listing.run_count, 1);
    assert_near(r.listing.runs[0].run.figures.distance_m, 2810);
    end(&r);
    ff_text_free(&list);
}

static void english_dates(reading *r, const char *const *dates, size_t count) {
    ff_text list;
    ff_text_init(&list, NULL);
    ff_text_add(&list, "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
                       "Elapsed Time,Distance,Commute,Activity Gear,Filename\n");
    for (size_t i = 0; i < count; i++) {
        ff_text_addf(&list, "%zu,\"%s\",A,Run,,600,2.0,false,,activities/%zu.fit\n", i + 1,
                     dates[i], i);
    }
    begin(r);
    take_activities(r, list.data);
    assert_int_equal(r->code, FF_OK);
    assert_int_equal(r->listing.run_count, count);
    ff_text_free(&list);
}

static void day_or_month_first(void **state) {
    (void)state;
    reading r;
    /* One date that has only one reading decides. */
    english_dates(&r, (const char *const[]){"3/4/2024, 06:00:00", "3/14/2024, 06:00:00"}, 2);
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 3, 4, 6, 0, 0));
    end(&r);
    english_dates(&r, (const char *const[]){"3/4/2024, 06:00:00", "14/4/2024, 06:00:00"}, 2);
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 4, 3, 6, 0, 0));
    assert_int_equal(r.listing.runs[0].run.note_count, 0);
    end(&r);
    /* Else the order of time: month first, and in the reverse order. */
    english_dates(&r,
                  (const char *const[]){"1/9/2024, 06:00:00", "2/3/2024, 06:00:00",
                                        "3/1/2024, 06:00:00", "3/7/2024, 06:00:00"},
                  4);
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 1, 9, 6, 0, 0));
    assert_false(noted(&r, "tells day from month"));
    end(&r);
    english_dates(&r,
                  (const char *const[]){"3/7/2024, 06:00:00", "3/1/2024, 06:00:00",
                                        "2/3/2024, 06:00:00", "1/9/2024, 06:00:00"},
                  4);
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 3, 7, 6, 0, 0));
    end(&r);
    /* Dots are day first everywhere. */
    english_dates(&r, (const char *const[]){"03.04.2024, 06:00:00"}, 1);
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 4, 3, 6, 0, 0));
    assert_false(noted(&r, "tells day from month"));
    end(&r);
    /* Nothing decides: it is said, of the list and of the run. */
    english_dates(&r, (const char *const[]){"3/4/2024, 06:00:00"}, 1);
    assert_true(noted(
        &r, "nothing in it tells day from month; dates that were read with the day first: 1"));
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 4, 3, 6, 0, 0));
    assert_int_equal(r.listing.runs[0].run.note_count, 1);
    end(&r);
    english_dates(&r, (const char *const[]){"3/4/2024, 6:00:00 PM"}, 1);
    assert_true(noted(&r, "with the month first"));
    assert_int_equal(r.listing.runs[0].run.start_s, at(2024, 3, 4, 18, 0, 0));
    end(&r);
}

#define TEN_COLUMNS                                                                                \
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"                  \
    "Elapsed Time,Distance,Commute,Activity Gear,Filename\n"

/* What comes before and behind a damaged line stands. */
/* A recording of another sport is told with its file; a kind that is not known says nothing. */
static void recordings_of_other_sports(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take_activities(&r, TEN_COLUMNS
                    "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/1.fit\n"
                    "2,\"Mar 2, 2024, 6:00:00 AM\",B,Ride,,600,9.0,false,,activities/2.fit\n"
                    "3,\"Mar 3, 2024, 6:00:00 AM\",C,Wanderung,,600,2.0,false,,activities/3.fit\n"
                    "4,\"Mar 4, 2024, 6:00:00 AM\",D,Glide,,600,2.0,false,,activities/4.fit\n"
                    "5,\"Mar 5, 2024, 6:00:00 AM\",E,Ride,,600,9.0,false,,\n");
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    assert_int_equal(r.listing.others, 4);
    assert_int_equal(r.listing.other_file_count, 2);
    assert_string_equal(r.listing.other_files[0].file, "activities/2.fit");
    assert_string_equal(r.listing.other_files[0].type, "Ride");
    assert_string_equal(r.listing.other_files[1].type, "Wanderung");
    end(&r);
}

static void damaged_lines(void **state) {
    (void)state;
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"2,\"Mar 2, 2024, 6:00:00 AM\",\"open,Run,,600,2.0,false,,activities/2.fit\n",
         "line 3 cannot be read: text follows the quote that ends a field"},
        {"2,\"Mar 2, 2024, 6:00:00 AM\",A,Run,\"of\nthree \"bad\" lines\n",
         "line 3 cannot be read: text follows the quote that ends a field"},
        {"2,\"Mar 2, 2024, 6:00:00 AM\",A,Run\n",
         "line 3 cannot be read: it has fewer columns than the header"},
        {"2,\"Mar 2, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/2.fit,more\n",
         "line 3 cannot be read: it has more columns than the header"},
        {"2,someday,A,Run,,600,2.0,false,,activities/2.fit\n",
         "line 3 cannot be read: its date is not understood"},
        {"two,\"Mar 2, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/2.fit\n",
         "line 3 cannot be read: it does not begin with the number of an activity"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[2000];
        snprintf(text, sizeof text, "%s%s%s%s", TEN_COLUMNS,
                 "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/1.fit\n",
                 cases[i].line,
                 "3,\"Mar 3, 2024, 6:00:00 AM\",B,Run,,600,2.0,false,,activities/3.fit\n");
        reading r;
        begin(&r);
        take_activities(&r, text);
        assert_int_equal(r.code, FF_ERR_DAMAGED);
        assert_string_equal(r.error.where, "activities.csv");
        assert_string_equal(r.error.message, cases[i].message);
        assert_int_equal(r.listing.run_count, 2);
        assert_string_equal(r.listing.runs[1].id, "3");
        end(&r);
    }
}

static void damage_is_counted_and_bounded(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take_activities(&r, TEN_COLUMNS
                    "1,bad,A,Run,,600,2.0,false,,activities/1.fit\n"
                    "2,\"Mar 2, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/2.fit\n"
                    "3,bad,A,Run,,600,2.0,false,,activities/3.fit\n");
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_string_equal(r.error.message, "2 lines cannot be read; the first is line 2: its date is "
                                         "not understood");
    assert_int_equal(r.listing.run_count, 1);
    end(&r);
    ff_text list;
    ff_text_init(&list, NULL);
    ff_text_add(&list, TEN_COLUMNS
                "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/1.fit\n");
    for (int i = 0; i < 5000; i++) {
        ff_text_add(&list, "\"x\"x\n9,bad,,,,,,,,\n");
    }
    begin(&r);
    take_activities(&r, list.data);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_non_null(strstr(r.error.message, "1000 lines cannot be read; that is too many"));
    assert_int_equal(r.listing.run_count, 1);
    end(&r);
    ff_text_free(&list);
}

static void texts_are_made_whole(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take_activities(&r, TEN_COLUMNS "1,\"Mar 1, 2024, 6:00:00 AM\",\" L\xE4ufer\x01 \",Run,\"  \","
                                    "600,2.0,false,\"\",activities/1.fit\n");
    assert_int_equal(r.code, FF_OK);
    assert_string_equal(r.listing.runs[0].run.title, "L\u00E4ufer");
    assert_null(r.listing.runs[0].run.comment);
    assert_null(r.listing.runs[0].run.shoe);
    end(&r);
}

static void figures_out_of_sense(void **state) {
    (void)state;
    ff_text list;
    ff_text_init(&list, NULL);
    add_header(&list, german, 92, 15);
    add_row(&list, 92,
            (cell[]){{0, "7"},
                     {1, "21.07.2026, 15:09:27"},
                     {3, "Lauf"},
                     {5, "600"},
                     {6, "2,00"},
                     {12, "activities/7.fit.gz"},
                     {15, "600.0"},
                     {16, "0.0"},
                     {17, "2000.0"},
                     {19, "99"},
                     {29, "0"},
                     {31, "nan"},
                     {36, "900"},
                     {43, "11"},
                     {0, NULL}});
    reading r;
    begin(&r);
    take_activities(&r, list.data);
    const ff_run_figures *f = &r.listing.runs[0].run.figures;
    assert_true(isnan(f->moving_s) && isnan(f->cadence_spm) && isnan(f->heart_rate_bpm) &&
                isnan(f->temperature_c) && isnan(f->outdoor_temperature_c) && isnan(f->effort));
    assert_near(f->duration_s, 600);
    assert_near(f->speed_mps, 2000.0 / 600);
    end(&r);
    ff_text_free(&list);
}

static void shoes_take_the_runs_name(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take(&r,
         "Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\n"
         "Blue,Swift,Glide 3,Run\n"
         ",Swift,Glide 3,\n"
         "Lone,,,\n"
         "\"Red, old\",Swift,Mile,\n"
         ",,,\n"
         "short\n",
         "shoes.csv", FF_LISTING_STRAVA_SHOES);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_string_equal(r.error.message,
                        "line 7 cannot be read: it does not have the columns of the header");
    assert_int_equal(r.listing.shoe_count, 4);
    assert_string_equal(r.listing.shoes[0].name, "Swift Glide 3 Blue");
    assert_string_equal(r.listing.shoes[1].name, "Swift Glide 3");
    assert_string_equal(r.listing.shoes[2].name, "Lone");
    assert_string_equal(r.listing.shoes[3].name, "Swift Mile Red, old");
    take_activities(&r, TEN_COLUMNS
                    "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,Blue,activities/1.fit\n"
                    "2,\"Mar 2, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,Swift Glide 3,\n"
                    "3,\"Mar 3, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,\"Swift Red, old\",\n");
    assert_int_equal(r.code, FF_OK);
    ff_listing_join(&r.listing);
    assert_string_equal(r.listing.shoes[0].name, "Blue");
    assert_string_equal(r.listing.shoes[1].name, "Swift Glide 3");
    assert_string_equal(r.listing.shoes[2].name, "Lone");
    assert_string_equal(r.listing.shoes[3].name, "Swift Red, old");
    end(&r);
    begin(&r);
    take(&r, "Schuhname;Schuhmarke;Schuhmodell;Sportarten\nBlau;Flink;Eins;\n", "shoes.csv",
         FF_LISTING_STRAVA_SHOES);
    assert_string_equal(r.listing.shoes[0].name, "Flink Eins Blau");
    end(&r);
}

/* --- Garmin --- */

static void garmin_activities(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take(&r,
         "[{\"summarizedActivitiesExport\":[\n"
         "{\"activityId\":901,\"name\":\"Town \\\"Running\\\" \\\\\",\"activityType\":\"running\","
         "\"sportType\":\"RUNNING\",\"startTimeGmt\":1710528312000.0,\"startTimeLocal\":"
         "1710531912000.0,\"duration\":2953511.96,\"elapsedDuration\":3000000.0,"
         "\"movingDuration\":2856871.98,\"distance\":1000000.0,\"avgSpeed\":0.33859,"
         "\"elevationGain\":7150.0,\"elevationLoss\":6900.0,\"avgHr\":141.0,"
         "\"avgDoubleCadence\":168.640625,\"avgRunCadence\":84.3,\"avgGroundContactTime\":258.2,"
         "\"avgVerticalOscillation\":9.18,\"avgStrideLength\":102.62,\"avgVerticalRatio\":9.01,"
         "\"avgGroundContactBalance\":50.4,\"avgPower\":300.0,\"workoutRpe\":60,"
         "\"workoutFeel\":25,\"description\":\"Toes numb {again]\",\"splits\":[{\"a\":1}]},\n"
         "{\"activityId\":902,\"activityType\":\"cycling\",\"beginTimestamp\":1710528312000},\n"
         "{\"activityId\":903,\"activityType\":\"multi_sport\",\"parent\":true,"
         "\"beginTimestamp\":1710528312000},\n"
         "{\"activityId\":904,\"activityType\":\"trail_running\",\"beginTimestamp\":1710600000500,"
         "\"startTimeLocal\":1710603611000,\"avgRunCadence\":80,\"distance\":null,\"name\":null},\n"
         "{\"activityId\":905,\"activityType\":\"treadmill_running\",\"parent\":false,"
         "\"beginTimestamp\":1710700000000,\"startTimeLocal\":1710719800000,\"duration\":1800000,"
         "\"distance\":0.0,\"avgHr\":0,\"workoutRpe\":0},\n"
         "{\"activityId\":906,\"activityType\":\"virtual_run\",\"beginTimestamp\":1710800000000,"
         "\"startTimeLocal\":1710700000000,\"duration\":1800,\"distance\":5000,\"avgSpeed\":2.7}\n"
         "]}]\n",
         "a_0_summarizedActivities.json", FF_LISTING_GARMIN_ACTIVITIES);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 4);
    assert_int_equal(r.listing.others, 1);
    const ff_run *run = &r.listing.runs[0].run;
    const ff_run_figures *f = &run->figures;
    assert_string_equal(r.listing.runs[0].id, "901");
    assert_null(r.listing.runs[0].file);
    assert_int_equal(run->start_s, 1710528312);
    assert_true(run->utc_offset_known);
    assert_int_equal(run->utc_offset_s, 3600);
    assert_string_equal(run->title, "Town \"Running\" \\");
    assert_string_equal(run->comment, "Toes numb {again]");
    assert_string_equal(run->format, "Garmin list");
    assert_string_equal(run->source, "a_0_summarizedActivities.json entry 1");
    assert_near(f->duration_s, 2953.51196);
    assert_near(f->elapsed_s, 3000);
    assert_near(f->moving_s, 2856.87198);
    assert_near(f->distance_m, 10000);
    assert_near(f->speed_mps, 3.3859);
    assert_near(f->ascent_m, 71.5);
    assert_near(f->descent_m, 69);
    assert_near(f->heart_rate_bpm, 141);
    assert_near(f->cadence_spm, 168.640625);
    assert_near(f->stance_time_ms, 258.2);
    assert_near(f->vertical_oscillation_mm, 91.8);
    assert_near(f->step_length_mm, 1026.2);
    assert_near(f->vertical_ratio_percent, 9.01);
    assert_near(f->balance_left_percent, 50.4);
    assert_near(f->power_w, 300);
    assert_near(f->effort, 6);
    assert_near(f->feel, 25);
    run = &r.listing.runs[1].run;
    assert_string_equal(run->sport_detail, "running/trail");
    assert_int_equal(run->start_s, 1710600000);
    assert_false(run->utc_offset_known); /* an hour and eleven seconds */
    assert_near(run->figures.cadence_spm, 160);
    assert_true(isnan(run->figures.distance_m));
    assert_null(run->title);
    run = &r.listing.runs[2].run;
    assert_string_equal(run->sport_detail, "running/treadmill");
    assert_int_equal(run->utc_offset_s, 19800);
    assert_near(run->figures.duration_s, 1800);
    assert_true(isnan(run->figures.distance_m) && isnan(run->figures.heart_rate_bpm) &&
                isnan(run->figures.effort));
    /* Seconds and metres, as Garmin's interface has them: not this export's. */
    run = &r.listing.runs[3].run;
    assert_false(run->utc_offset_known);
    assert_true(isnan(run->figures.distance_m) && isnan(run->figures.duration_s));
    assert_int_equal(run->note_count, 1);
    end(&r);
}

static void garmin_bare_list(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take(&r,
         "\xEF\xBB\xBF [ {\"activityId\":1,\"activityType\":{\"typeKey\":\"street_running\"},"
         "\"beginTimestamp\":1710528312000,\"duration\":600000,\"distance\":200000} ]",
         "x.json", FF_LISTING_GARMIN_ACTIVITIES);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    assert_near(r.listing.runs[0].run.figures.distance_m, 2000);
    end(&r);
}

static void garmin_damage(void **state) {
    (void)state;
#define GOOD(id)                                                                                   \
    "{\"activityId\":" id ",\"activityType\":\"running\",\"beginTimestamp\":1710528312000}"
    static const struct {
        const char *text, *message;
        size_t runs;
    } cases[] = {
        {"[{\"summarizedActivitiesExport\":[\n" GOOD("1") ",\n{\"activityId\":2,\"na",
         "line 3 cannot be read: an activity does not end", 1},
        {"[{\"summarizedActivitiesExport\":[\n" GOOD("1") ",\n",
         "line 3 cannot be read: the list "
         "ends too early",
         1},
        {"[{\"summarizedActivitiesExport\":[\n" GOOD("1") ",\n{\"activityId\":2,,},\n" GOOD(
             "3") "]}]",
         "line 3 cannot be read: an activity is not valid JSON", 2},
        {"[{\"summarizedActivitiesExport\":[\n" GOOD("1") ",\n{\"activityId\":2,\"x\":{,\n" GOOD(
             "3") ", " GOOD("4") "]}]",
         "line 3 cannot be read: an activity is not valid JSON", 3},
        {"[{\"summarizedActivitiesExport\":[\n" GOOD("1") ",7," GOOD("3") "]}]",
         "line 2 cannot be read: an activity does not end", 2},
        {"[{\"summarizedActivitiesExport\":[{},\n" GOOD("3") "]}]",
         "line 1 cannot be read: it is no activity", 1},
        {"[{\"summarizedActivitiesExport\":[{\"activityType\":\"running\"},\n" GOOD("3") "]}]",
         "line 1 cannot be read: it does not tell when it began", 1},
        {"[{\"summarizedActivitiesExport\":{}}",
         "line 1 cannot be read: it holds no list of "
         "activities",
         0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        reading r;
        begin(&r);
        take(&r, cases[i].text, "g.json", FF_LISTING_GARMIN_ACTIVITIES);
        assert_int_equal(r.code, FF_ERR_DAMAGED);
        assert_string_equal(r.error.message, cases[i].message);
        assert_int_equal(r.listing.run_count, cases[i].runs);
        end(&r);
    }
    reading r;
    begin(&r);
    take(&r,
         "[{\"summarizedActivitiesExport\":[]},{\"summarizedActivitiesExport\":[" GOOD("1") "]}]",
         "g.json", FF_LISTING_GARMIN_ACTIVITIES);
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    end(&r);
}

static void garmin_shoes(void **state) {
    (void)state;
    static const char *const links[] = {
        "{\"71\":[{\"gearPk\":71,\"activityId\":1},{\"gearPk\":71,\"activityId\":2}],"
        "\"72\":[{\"gearPk\":72,\"activityId\":3}],\"99\":[{\"activityId\":4}]}",
        "[{\"gearPk\":71,\"activityId\":1},{\"gearPk\":71,\"activityId\":2},"
        "{\"gearPk\":72,\"activityId\":\"3\"},{\"gearPk\":99,\"activityId\":4}]",
    };
    for (size_t i = 0; i < 2; i++) {
        reading r;
        char text[3000];
        snprintf(text, sizeof text,
                 "[{\"gearDTOS\":["
                 "{\"gearPk\":71,\"gearTypeName\":\"Shoes\",\"gearStatusName\":\"retired\","
                 "\"displayName\":null,\"customMakeModel\":\"Swift Glide\",\"dateBegin\":"
                 "\"2023-01-05T00:00:00.0\",\"dateEnd\":\"2024-02-03T00:00:00.0\"},"
                 "{\"gearPk\":72,\"gearTypeName\":\"Shoes\",\"gearStatusName\":\"active\","
                 "\"displayName\":\"Blue\",\"customMakeModel\":\"Swift Glide\"},"
                 "{\"gearPk\":73,\"gearTypeName\":\"Bike\",\"displayName\":\"Bike\"},"
                 "{\"gearPk\":74,\"gearTypeName\":\"Shoes\",\"gearStatusName\":\"retired\","
                 "\"customMakeModel\":\"Twin\",\"dateBegin\":1672876800000,\"dateEnd\":"
                 "1706918400000},"
                 "{\"gearPk\":75,\"gearTypeName\":\"Shoes\",\"customMakeModel\":\"Twin\"},"
                 "{\"gearPk\":76,\"gearTypeName\":\"Shoes\"}],"
                 "\"gearActivityDTOs\":%s,\"gearActivityTypeDTOS\":[]}]",
                 links[i]);
        begin(&r);
        take(&r,
             "[{\"summarizedActivitiesExport\":[" GOOD("1") "," GOOD("2") "," GOOD("3") "," GOOD(
                 "4") "]}]",
             "g.json", FF_LISTING_GARMIN_ACTIVITIES);
        take(&r, text, "gear.json", FF_LISTING_GARMIN_GEAR);
        assert_int_equal(r.code, FF_OK);
        assert_int_equal(r.listing.shoe_count, 4);
        assert_int_equal(r.listing.link_count, 3);
        assert_string_equal(r.listing.shoes[0].name, "Swift Glide");
        assert_true(r.listing.shoes[0].retired);
        assert_int_equal(r.listing.shoes[0].retired_at_s, at(2024, 2, 3, 0, 0, 0));
        assert_string_equal(r.listing.shoes[1].name, "Blue");
        assert_false(r.listing.shoes[1].retired);
        /* Two pairs of one model, told apart. */
        assert_string_equal(r.listing.shoes[2].name, "Twin (from 2023-01-05)");
        assert_int_equal(r.listing.shoes[2].retired_at_s, at(2024, 2, 3, 0, 0, 0));
        assert_string_equal(r.listing.shoes[3].name, "Twin (75)");
        ff_listing_join(&r.listing);
        assert_string_equal(r.listing.runs[0].run.shoe, "Swift Glide");
        assert_string_equal(r.listing.runs[1].run.shoe, "Swift Glide");
        assert_string_equal(r.listing.runs[2].run.shoe, "Blue");
        assert_null(r.listing.runs[3].run.shoe);
        end(&r);
    }
    reading r;
    begin(&r);
    take(&r, "[{\"gearDTOS\":[]\n,}", "gear.json", FF_LISTING_GARMIN_GEAR);
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_string_equal(r.error.message, "line 2 cannot be read: it is not valid JSON");
    end(&r);
}

static void what_is_no_list(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "\xEF\xBB\xBF",
        "no list\n",
        "Bike Name,Bike Brand,Bike Model,Bike Default Sport Types\nA,B,C,\n",
        "date,steps\n2024-01-01,5000\n",
        "{\"personalRecords\":[{\"activityId\":1}]}",
        "[1,2,3]",
        "Goal Type,Activity Type,Goal,Start Date,End Date,Time Period\n",
        "type,lo,hi,covariates\ninterval,1,2,0\n",
        "<?xml version=\"1.0\"?><gpx></gpx>",
        "Media Filename,Media Caption\nmedia/1.jpg,shoe\n",
        "Button,Size,Colour\na,b,c\n",
        "id,date,name,type\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ff_listing_kind kind = ff_listing_recognise((const uint8_t *)texts[i], strlen(texts[i]));
        if (kind != FF_LISTING_NONE) {
            fail_msg("\"%s\" was taken for a list", texts[i]);
        }
    }
    assert_int_equal(ff_listing_recognise((const uint8_t *)"Activity ID,\0,", 14), FF_LISTING_NONE);
    reading r;
    begin(&r);
    ff_bytes bytes;
    ff_stream stream;
    ff_bytes_of_memory(&bytes, "x", 1, "x");
    ff_stream_of_bytes(&stream, &bytes);
    assert_int_equal(
        ff_listing_read(NULL, FF_LISTING_NONE, &stream, &r.arena, &r.listing, &r.error),
        FF_ERR_FORMAT);
    end(&r);
}

/* A list that was translated and does not repeat its names is told by what stands below. */
static void a_translated_list_of_ten(void **state) {
    (void)state;
    reading r;
    begin(&r);
    take_activities(&r, "numero;fecha;nombre;tipo;descripcion;tiempo;distancia;trayecto;material;"
                        "archivo\n"
                        "5;15 mar 2020, 18:45:12;A;Carrera;;600;2,0;false;Par;activities/5.gpx\n");
    assert_int_equal(r.code, FF_OK);
    assert_int_equal(r.listing.run_count, 1);
    assert_near(r.listing.runs[0].run.figures.distance_m, 2000);
    assert_string_equal(r.listing.runs[0].run.shoe, "Par");
    assert_string_equal(r.listing.runs[0].file, "activities/5.gpx");
    end(&r);
}

/* --- limits --- */

typedef struct {
    const char *text;
    size_t length, at;
    int64_t left; /* of repetitions */
    ff_code after;
    const char *first; /* comes once, before; may be NULL */
} endless;

static ff_code read_endless(ff_stream *stream, void *buffer, size_t count, size_t *got,
                            ff_error *error) {
    endless *e = stream->state;
    *got = 0;
    if (e->first != NULL) {
        *got = strlen(e->first);
        memcpy(buffer, e->first, *got);
        e->first = NULL;
        return FF_OK;
    }
    while (*got < count && e->left > 0) {
        size_t n = e->length - e->at < count - *got ? e->length - e->at : count - *got;
        memcpy((char *)buffer + *got, e->text + e->at, n);
        *got += n;
        e->at += n;
        if (e->at == e->length) {
            e->at = 0;
            e->left--;
        }
    }
    return *got == 0 && e->after != FF_OK
               ? ff_fail(error, e->after, stream->name, stream->position, "broke off")
               : FF_OK;
}

static void read_endlessly(reading *r, ff_listing_kind kind, const char *first, const char *again) {
    endless e = {again, strlen(again), 0, INT64_MAX, FF_OK, first};
    ff_stream stream = {.read = read_endless, .name = "big", .state = &e};
    begin(r);
    r->code = ff_listing_read(NULL, kind, &stream, &r->arena, &r->listing, &r->error);
    assert_int_equal(r->code, FF_ERR_LIMIT);
    assert_true(stream.position <= FF_LISTING_MOST_BYTES + (2 << 20));
}

static void lists_without_end(void **state) {
    (void)state;
    reading r;
    static char blanks[60000], row[62000];
    memset(blanks, ' ', sizeof blanks - 1);
    snprintf(row, sizeof row, "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,%s,600,2.0,,,\n", blanks);
    read_endlessly(&r, FF_LISTING_STRAVA_ACTIVITIES, TEN_COLUMNS, row);
    assert_non_null(strstr(r.error.message, "more than 64 MB"));
    assert_true(r.listing.run_count > 1000); /* what came before stands */
    end(&r);
    read_endlessly(&r, FF_LISTING_STRAVA_ACTIVITIES, TEN_COLUMNS,
                   "1,\"Mar 1, 2024, 6:00:00 AM\",A,Ride,,600,2.0,,,\n");
    assert_non_null(strstr(r.error.message, "more than 100,000 activities"));
    assert_int_equal(r.listing.others, FF_LISTING_MOST_ACTIVITIES);
    end(&r);
    read_endlessly(&r, FF_LISTING_STRAVA_SHOES, "Shoe Name,Shoe Brand,Shoe Model\n", "a,b,c\n");
    assert_int_equal(r.listing.shoe_count, FF_LISTING_MOST_SHOES);
    end(&r);
    read_endlessly(&r, FF_LISTING_GARMIN_ACTIVITIES, "[{\"summarizedActivitiesExport\":[",
                   GOOD("1") ",");
    assert_non_null(strstr(r.error.message, "more than 100,000 activities"));
    assert_int_equal(r.listing.run_count, FF_LISTING_MOST_ACTIVITIES);
    end(&r);
    read_endlessly(&r, FF_LISTING_GARMIN_GEAR, "[{\"gearDTOS\":[", "{},");
    end(&r);
}

/* An activity may hold a text of any length up to the limit: a list of a thousand is 70 MB. */
static void a_large_list_is_read_through(void **state) {
    (void)state;
    static char text[72000];
    int length = snprintf(text, sizeof text,
                          "{\"activityId\":7,\"activityType\":\"running\","
                          "\"beginTimestamp\":1710528312000,\"splits\":[");
    while (length < 70000) {
        length +=
            snprintf(text + length, sizeof text - (size_t)length, "{\"type\":\"%05d\"},", length);
    }
    snprintf(text + length, sizeof text - (size_t)length, "0]},\n");
    endless e = {text, strlen(text), 0, 1001, FF_OK, "[{\"summarizedActivitiesExport\":[\n"};
    ff_stream stream = {.read = read_endless, .name = "large", .state = &e};
    reading r;
    begin(&r);
    r.code = ff_listing_read(NULL, FF_LISTING_GARMIN_ACTIVITIES, &stream, &r.arena, &r.listing,
                             &r.error);
    assert_true(stream.position > FF_LISTING_MOST_BYTES);
    assert_int_equal(r.listing.run_count, 1001);
    assert_string_equal(r.listing.runs[1000].run.source, "large entry 1001");
    assert_int_equal(r.code, FF_ERR_DAMAGED);
    assert_non_null(strstr(r.error.message, "line 1003 cannot be read: the list ends too early"));
    end(&r);
}

/* Wherever the next activity begins behind a damaged one of any length, it is found. */
static void a_long_damaged_activity_costs_itself(void **state) {
    (void)state;
    static const char head[] = "[{\"summarizedActivitiesExport\":[{\"activityId\":1,\"x\":\"";
    const size_t window = (size_t)4 << 20; /* what the reader has at hand */
    for (size_t shift = 0; shift < 16; shift++) {
        size_t length = window - shift;
        char *text = malloc(length + 200);
        assert_non_null(text);
        memset(text, 'a', length);
        memcpy(text, head, sizeof head - 1);
        strcpy(text + length, "\n{ "
                              "\"activityId\":2,\"activityType\":\"running\","
                              "\"beginTimestamp\":1710528312000}]}]\n");
        reading r;
        begin(&r);
        take(&r, text, "long", FF_LISTING_GARMIN_ACTIVITIES);
        assert_int_equal(r.code, FF_ERR_DAMAGED);
        assert_non_null(strstr(r.error.message, "line 1 cannot be read: an activity is too long"));
        assert_int_equal(r.listing.run_count, 1);
        assert_string_equal(r.listing.runs[0].id, "2");
        end(&r);
        free(text);
    }
}

/* Nothing but blanks, or one activity without end: given up where no list can go on to. */
static void a_list_of_nothing_ends(void **state) {
    (void)state;
    static const char *const firsts[] = {"[{\"summarizedActivitiesExport\":[", "[", "{",
                                         "[{\"summarizedActivitiesExport\":[{\"activityId\":"};
    static const char *const agains[] = {"    \n", "[[[[", "{\"a\":", "  {  \"activityI "};
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < 4; k++) {
            endless e = {agains[k], strlen(agains[k]), 0, INT64_MAX, FF_OK, firsts[i]};
            ff_stream stream = {.read = read_endless,
                                .name = "big",
                                .state = &e,
                                .position = FF_LISTING_MOST_STREAMED - (9 << 20)};
            reading r;
            begin(&r);
            r.code = ff_listing_read(NULL, FF_LISTING_GARMIN_ACTIVITIES, &stream, &r.arena,
                                     &r.listing, &r.error);
            assert_true(r.code == FF_ERR_LIMIT || r.code == FF_ERR_DAMAGED);
            assert_true(stream.position < FF_LISTING_MOST_STREAMED + (5 << 20));
            assert_int_equal(r.listing.run_count, 0);
            end(&r);
        }
    }
}

/* What was read stands when the stream breaks off, as a damaged gzip does. */
static void a_stream_that_breaks_off(void **state) {
    (void)state;
    static const char text[] =
        TEN_COLUMNS "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,,600,2.0,false,,activities/1.fit\n"
                    "2,\"Mar 2, 20";
    endless e = {text, sizeof text - 1, 0, 1, FF_ERR_TRUNCATED, NULL};
    ff_stream stream = {.read = read_endless, .name = "activities.csv.gz", .state = &e};
    reading r;
    begin(&r);
    r.code = ff_listing_read(NULL, FF_LISTING_STRAVA_ACTIVITIES, &stream, &r.arena, &r.listing,
                             &r.error);
    assert_int_equal(r.code, FF_ERR_TRUNCATED);
    assert_int_equal(r.listing.run_count, 1);
    end(&r);
    static const char json[] = "[{\"summarizedActivitiesExport\":[" GOOD("1") ",";
    endless f = {json, sizeof json - 1, 0, 1, FF_ERR_CHECKSUM, NULL};
    stream = (ff_stream){.read = read_endless, .name = "a.json.gz", .state = &f};
    begin(&r);
    r.code = ff_listing_read(NULL, FF_LISTING_GARMIN_ACTIVITIES, &stream, &r.arena, &r.listing,
                             &r.error);
    assert_int_equal(r.code, FF_ERR_CHECKSUM);
    assert_int_equal(r.listing.run_count, 1);
    end(&r);
}

static bool always(void *user) {
    (void)user;
    return true;
}

static void stops_when_asked(void **state) {
    (void)state;
    static const struct {
        ff_listing_kind kind;
        const char *text;
    } cases[] = {
        {FF_LISTING_STRAVA_ACTIVITIES, TEN_COLUMNS "1,\"Mar 1, 2024, 6:00:00 AM\",A,Run,,600,2.0,,,"
                                                   "\n"},
        {FF_LISTING_STRAVA_SHOES, "Shoe Name,Shoe Brand,Shoe Model\na,b,c\n"},
        {FF_LISTING_GARMIN_ACTIVITIES, "[{\"summarizedActivitiesExport\":[" GOOD("1") "]}]"},
        {FF_LISTING_GARMIN_GEAR, "[{\"gearDTOS\":[]}]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ff_context context = {.cancelled = always};
        ff_bytes bytes;
        ff_stream stream;
        reading r;
        begin(&r);
        ff_bytes_of_memory(&bytes, cases[i].text, strlen(cases[i].text), "x");
        ff_stream_of_bytes(&stream, &bytes);
        assert_int_equal(
            ff_listing_read(&context, cases[i].kind, &stream, &r.arena, &r.listing, &r.error),
            FF_ERR_CANCELLED);
        assert_int_equal(r.listing.run_count, 0);
        end(&r);
    }
}

static void without_memory(void **state) {
    (void)state;
    static const struct {
        ff_listing_kind kind;
        const char *text;
    } cases[] = {
        {FF_LISTING_STRAVA_ACTIVITIES,
         TEN_COLUMNS "1,\"3/4/2024, 6:00:00 AM\",A,Run,text,600,2.0,,pair,activities/1.fit\n"
                     "2,\"3/4/2024, 6:00:00 AM\",A,Ride,text,600,2.0,,pair,activities/2.fit\n"},
        {FF_LISTING_STRAVA_SHOES, "Shoe Name,Shoe Brand,Shoe Model\na,b,c\n"},
        {FF_LISTING_GARMIN_ACTIVITIES, "[{\"summarizedActivitiesExport\":[" GOOD("1") "]}]"},
        {FF_LISTING_GARMIN_GEAR, "[{\"gearDTOS\":[{\"gearPk\":1,\"displayName\":\"a\"}],"
                                 "\"gearActivityDTOs\":{\"1\":[{\"activityId\":5}]}}]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ff_code code = FF_ERR_MEMORY;
        for (size_t n = 1; code != FF_OK; n++) {
            assert_true(n < 100);
            failing_allocator failing;
            failing_allocator_init(&failing, n);
            ff_context context = {.allocator = &failing.allocator};
            ff_bytes bytes;
            ff_stream stream;
            reading r;
            begin(&r);
            ff_arena_init(&r.arena, &failing.allocator);
            ff_bytes_of_memory(&bytes, cases[i].text, strlen(cases[i].text), "x");
            ff_stream_of_bytes(&stream, &bytes);
            code =
                ff_listing_read(&context, cases[i].kind, &stream, &r.arena, &r.listing, &r.error);
            assert_true(code == FF_OK || code == FF_ERR_MEMORY);
            end(&r);
            assert_int_equal(failing.held, 0);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(german_92),
        cmocka_unit_test(english_10_in_metres),
        cmocka_unit_test(english_10_in_kilometres),
        cmocka_unit_test(french_82_without_private_note),
        cmocka_unit_test(english_103_by_names),
        cmocka_unit_test(many_languages),
        cmocka_unit_test(second_block_found_otherwise),
        cmocka_unit_test(units_by_what_makes_runs),
        cmocka_unit_test(day_or_month_first),
        cmocka_unit_test(recordings_of_other_sports),
        cmocka_unit_test(damaged_lines),
        cmocka_unit_test(damage_is_counted_and_bounded),
        cmocka_unit_test(texts_are_made_whole),
        cmocka_unit_test(figures_out_of_sense),
        cmocka_unit_test(shoes_take_the_runs_name),
        cmocka_unit_test(garmin_activities),
        cmocka_unit_test(garmin_bare_list),
        cmocka_unit_test(garmin_damage),
        cmocka_unit_test(garmin_shoes),
        cmocka_unit_test(what_is_no_list),
        cmocka_unit_test(a_translated_list_of_ten),
        cmocka_unit_test(lists_without_end),
        cmocka_unit_test(a_large_list_is_read_through),
        cmocka_unit_test(a_long_damaged_activity_costs_itself),
        cmocka_unit_test(a_list_of_nothing_ends),
        cmocka_unit_test(a_stream_that_breaks_off),
        cmocka_unit_test(stops_when_asked),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
