#include "journal/store.h"

#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Published statements are never changed: a new version is a new list. */
static const char *const version_1[] = {
    "CREATE TABLE run ("
    " id INTEGER PRIMARY KEY,"
    " start_s INTEGER NOT NULL,"
    " utc_offset_s INTEGER," /* NULL: not known */
    " sport TEXT NOT NULL,"
    " sport_detail TEXT,"
    " duration_s REAL,"
    " elapsed_s REAL,"
    " moving_s REAL,"
    " distance_m REAL,"
    " ascent_m REAL,"
    " descent_m REAL,"
    " speed_mps REAL,"
    " cadence_spm REAL,"
    " stance_time_ms REAL,"
    " vertical_oscillation_mm REAL,"
    " step_length_mm REAL,"
    " balance_left_percent REAL,"
    " vertical_ratio_percent REAL,"
    " power_w REAL,"
    " heart_rate_bpm REAL,"
    " temperature_c REAL,"
    " effort REAL,"
    " feel REAL,"
    " device_maker TEXT,"
    " device_product TEXT,"
    " device_serial TEXT,"
    " device_software TEXT,"
    " source TEXT,"
    " format TEXT,"
    " file_sha256 TEXT NOT NULL,"
    " file_index INTEGER NOT NULL,"
    " file_damaged INTEGER NOT NULL,"
    " series_rows INTEGER NOT NULL,"
    " added_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"the sport is not one footfall knows\""
    "  CHECK (sport IN ('unknown', 'running', 'walking', 'other')),"
    " CONSTRAINT \"a fingerprint has 64 digits\" CHECK (length(file_sha256) = 64),"
    " UNIQUE (file_sha256, file_index)"
    ") STRICT",
    "CREATE INDEX run_start ON run (start_s)",

    "CREATE TABLE lap ("
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " number INTEGER NOT NULL," /* from 0 */
    " start_s REAL,"
    " end_s REAL,"
    " timer_s REAL,"
    " distance_m REAL,"
    " ended_by TEXT NOT NULL,"
    " PRIMARY KEY (run_id, number)"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE pause ("
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " number INTEGER NOT NULL,"
    " start_s REAL,"
    " end_s REAL,"
    " PRIMARY KEY (run_id, number)"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE note ("
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " number INTEGER NOT NULL,"
    " words TEXT NOT NULL,"
    " PRIMARY KEY (run_id, number)"
    ") STRICT, WITHOUT ROWID",

    /* With rowid: the blobs are longer than an index entry should be. */
    "CREATE TABLE series ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " name TEXT NOT NULL," /* 'time_s' or the name of a channel */
    " row_count INTEGER NOT NULL,"
    " codec INTEGER NOT NULL,"
    " data BLOB NOT NULL,"
    " UNIQUE (run_id, name)"
    ") STRICT",

    "CREATE TABLE onset ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " kind TEXT NOT NULL,"
    " from_s REAL,"
    " to_s REAL,"
    " from_m REAL,"
    " to_m REAL,"
    " sites TEXT NOT NULL,"
    " strength INTEGER," /* NULL: not said */
    " said_by TEXT NOT NULL,"
    " said_from TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"the kind of onset is not one footfall knows\""
    "  CHECK (kind IN ('exact', 'interval', 'at_start', 'none', 'sometime')),"
    " CONSTRAINT \"the strength must be 0 to 10\" CHECK (strength BETWEEN 0 AND 10),"
    " CONSTRAINT \"the onset ends before it begins\" CHECK (from_s <= to_s AND from_m <= to_m)"
    ") STRICT",
    "CREATE INDEX onset_run ON onset (run_id)",

    "CREATE TABLE shoe ("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL COLLATE NOCASE UNIQUE,"
    " created_at_s INTEGER NOT NULL,"
    " retired_at_s INTEGER," /* NULL: in use */
    " CONSTRAINT \"a shoe needs a name\" CHECK (name <> '')"
    ") STRICT",

    "CREATE TABLE run_shoe ("
    " run_id INTEGER PRIMARY KEY REFERENCES run (id),"
    " shoe_id INTEGER NOT NULL REFERENCES shoe (id),"
    " said_by TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL"
    ") STRICT",

    "CREATE TABLE run_change ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " what TEXT NOT NULL,"
    " said_by TEXT NOT NULL,"
    " said_from TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"a change needs a word for what was changed\" CHECK (what <> ''),"
    " UNIQUE (run_id, what)"
    ") STRICT",

    "CREATE TABLE answer ("
    " id INTEGER PRIMARY KEY,"
    " finding TEXT NOT NULL,"
    " state TEXT NOT NULL,"
    " value TEXT,"
    " said_by TEXT NOT NULL,"
    " said_from TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"an answer needs the name of what was asked\" CHECK (finding <> ''),"
    " CONSTRAINT \"the state of an answer is not one footfall knows\""
    "  CHECK (state IN ('not_asked', 'not_sure', 'said')),"
    " CONSTRAINT \"an answer has a value when something was said, and only then\""
    "  CHECK ((state = 'said') = (value IS NOT NULL))"
    ") STRICT",
    "CREATE INDEX answer_finding ON answer (finding)",

    "CREATE TABLE import ("
    " id INTEGER PRIMARY KEY,"
    " started_at_s INTEGER NOT NULL,"
    " ended_at_s INTEGER" /* NULL: broken off, or still going on */
    ") STRICT",

    "CREATE TABLE import_file ("
    " id INTEGER PRIMARY KEY,"
    " import_id INTEGER NOT NULL REFERENCES import (id),"
    " path TEXT NOT NULL,"
    " size INTEGER,"
    " sha256 TEXT,"
    " outcome TEXT NOT NULL,"
    " code TEXT NOT NULL," /* 'FF_OK', or the name of the error */
    " message TEXT,"
    " byte_offset INTEGER,"
    " CONSTRAINT \"the outcome is not one footfall knows\""
    "  CHECK (outcome IN ('imported', 'damaged', 'duplicate', 'not_a_run', 'failed'))"
    ") STRICT",
    "CREATE INDEX import_file_import ON import_file (import_id)",
    "CREATE INDEX import_file_sha256 ON import_file (sha256)",

    "CREATE TABLE import_run ("
    " file_id INTEGER NOT NULL REFERENCES import_file (id),"
    " number INTEGER NOT NULL," /* of the run in the file, from 0 */
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " how TEXT NOT NULL,"
    " CONSTRAINT \"how a run was imported is not a word footfall knows\""
    "  CHECK (how IN ('new', 'same_file', 'same_run', 'completed')),"
    " PRIMARY KEY (file_id, number)"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE setting ("
    " name TEXT PRIMARY KEY NOT NULL,"
    " value TEXT NOT NULL,"
    " CONSTRAINT \"a setting needs a name\" CHECK (name <> '')"
    ") STRICT, WITHOUT ROWID",
    NULL};

#define FIGURES                                                                                    \
    " duration_s REAL,"                                                                            \
    " elapsed_s REAL,"                                                                             \
    " moving_s REAL,"                                                                              \
    " distance_m REAL,"                                                                            \
    " ascent_m REAL,"                                                                              \
    " descent_m REAL,"                                                                             \
    " speed_mps REAL,"                                                                             \
    " cadence_spm REAL,"                                                                           \
    " stance_time_ms REAL,"                                                                        \
    " vertical_oscillation_mm REAL,"                                                               \
    " step_length_mm REAL,"                                                                        \
    " balance_left_percent REAL,"                                                                  \
    " vertical_ratio_percent REAL,"                                                                \
    " power_w REAL,"                                                                               \
    " heart_rate_bpm REAL,"                                                                        \
    " temperature_c REAL,"                                                                         \
    " effort REAL,"                                                                                \
    " feel REAL,"                                                                                  \
    " outdoor_temperature_c REAL,"                                                                 \
    " steps REAL,"

#define WHAT_A_RUN_IS                                                                              \
    " start_s INTEGER NOT NULL,"                                                                   \
    " utc_offset_s INTEGER,"                                                                       \
    " sport TEXT NOT NULL,"                                                                        \
    " sport_detail TEXT," FIGURES " device_maker TEXT,"                                            \
    " device_product TEXT,"                                                                        \
    " device_serial TEXT,"                                                                         \
    " device_software TEXT,"                                                                       \
    " source TEXT,"                                                                                \
    " format TEXT,"                                                                                \
    " series_rows INTEGER NOT NULL,"                                                               \
    " title TEXT,"                                                                                 \
    " comment TEXT,"

#define FIGURE_NAMES                                                                               \
    " duration_s, elapsed_s, moving_s, distance_m, ascent_m, descent_m, speed_mps, cadence_spm,"   \
    " stance_time_ms, vertical_oscillation_mm, step_length_mm, balance_left_percent,"              \
    " vertical_ratio_percent, power_w, heart_rate_bpm, temperature_c, effort, feel"
#define KEPT_NAMES                                                                                 \
    " id, start_s, utc_offset_s, sport, sport_detail," FIGURE_NAMES                                \
    ", device_maker, device_product, device_serial, device_software, source, format, series_rows"

/* A run becomes what several recordings say of it. What was a run is a recording first, so that
 * laps and series, which are large, go on referring to it as it is renamed; the run is made anew
 * under the same number, which what was said of it goes on referring to. */
static const char *const version_2[] = {
    "DROP INDEX run_start",
    "ALTER TABLE run RENAME TO recording", /* lap, pause, note and series follow */
    "CREATE TABLE recording_made ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " founded INTEGER REFERENCES run (id)," /* the run it was the first recording of */
    " joined_to INTEGER REFERENCES recording (id) DEFERRABLE INITIALLY DEFERRED,"
    " joined_by TEXT," /* NULL: it stands first */
    " joined_why TEXT," WHAT_A_RUN_IS " shoe TEXT,"
    " file_sha256 TEXT NOT NULL,"
    " file_index INTEGER NOT NULL,"
    " file_damaged INTEGER NOT NULL,"
    " added_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"the sport is not one footfall knows\""
    "  CHECK (sport IN ('unknown', 'running', 'walking', 'other')),"
    " CONSTRAINT \"what joined a recording is not a word footfall knows\""
    "  CHECK (joined_by IN ('rule', 'list')),"
    " CONSTRAINT \"a fingerprint has 64 digits\" CHECK (length(file_sha256) = 64),"
    " UNIQUE (file_sha256, file_index)"
    ") STRICT",
    "INSERT INTO recording_made (run_id, founded, file_sha256, file_index, file_damaged,"
    " added_at_s," KEPT_NAMES ")"
    " SELECT id, id, file_sha256, file_index, file_damaged, added_at_s," KEPT_NAMES
    " FROM recording",

    "CREATE TABLE run ("
    " id INTEGER PRIMARY KEY,"
    " root_id INTEGER REFERENCES run (id),"     /* the run it is shown as; NULL: itself */
    " joined_into INTEGER REFERENCES run (id)," /* the one it was joined to, which may be joined */
    " joined_by TEXT,"
    " joined_why TEXT,"
    " leader INTEGER REFERENCES recording (id) DEFERRABLE INITIALLY DEFERRED," WHAT_A_RUN_IS
    " added_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"what joined a run is not a word footfall knows\""
    "  CHECK (joined_by IN ('rule', 'runner')),"
    " CONSTRAINT \"a run is joined to another, or to none\""
    "  CHECK ((joined_into IS NULL) = (root_id IS NULL) AND joined_into <> id AND root_id <> id)"
    ") STRICT",
    "INSERT INTO run (leader, added_at_s," KEPT_NAMES ")"
    " SELECT id, added_at_s," KEPT_NAMES " FROM recording",
    "DROP TABLE recording", "ALTER TABLE recording_made RENAME TO recording",
    "CREATE INDEX recording_start ON recording (start_s)",
    "CREATE INDEX recording_run ON recording (run_id)", "CREATE INDEX run_start ON run (start_s)",
    "CREATE INDEX run_root ON run (root_id) WHERE root_id IS NOT NULL",
    "CREATE INDEX run_joined ON run (joined_into) WHERE joined_into IS NOT NULL",

    "ALTER TABLE lap RENAME COLUMN run_id TO recording_id",
    "ALTER TABLE pause RENAME COLUMN run_id TO recording_id",
    "ALTER TABLE note RENAME COLUMN run_id TO recording_id",
    "ALTER TABLE series RENAME COLUMN run_id TO recording_id",

    /* What the rule must not join, the runner having taken it apart: the smaller number first. */
    "CREATE TABLE apart ("
    " one INTEGER NOT NULL REFERENCES recording (id),"
    " other INTEGER NOT NULL REFERENCES recording (id),"
    " PRIMARY KEY (one, other),"
    " CHECK (one < other)"
    ") STRICT, WITHOUT ROWID",
    /* What looks like one run and was not joined. */
    "CREATE TABLE likeness ("
    " one INTEGER NOT NULL REFERENCES recording (id),"
    " other INTEGER NOT NULL REFERENCES recording (id),"
    " why TEXT NOT NULL,"
    " PRIMARY KEY (one, other),"
    " CHECK (one < other)"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE onset_made ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " kind TEXT NOT NULL,"
    " from_s REAL,"
    " to_s REAL,"
    " from_m REAL,"
    " to_m REAL,"
    " sites TEXT NOT NULL,"
    " strength INTEGER,"
    " said_by TEXT NOT NULL,"
    " said_from TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"the kind of onset is not one footfall knows\""
    "  CHECK (kind IN ('exact', 'interval', 'at_start', 'none', 'sometime')),"
    " CONSTRAINT \"the strength must be 0 to 10\" CHECK (strength BETWEEN 0 AND 10),"
    " CONSTRAINT \"the onset ends before it begins\" CHECK (from_s <= to_s AND from_m <= to_m)"
    ") STRICT",
    "INSERT INTO onset_made SELECT id, run_id, kind, from_s, to_s, from_m, to_m, sites, strength,"
    " said_by, said_from, said_at_s FROM onset",
    "DROP TABLE onset", "ALTER TABLE onset_made RENAME TO onset",
    "CREATE INDEX onset_run ON onset (run_id)",

    /* recording_id: the recording that told of it; NULL: the runner. shoe_id NULL: the runner said
     * that it was none of them. */
    "CREATE TABLE run_shoe_made ("
    " run_id INTEGER PRIMARY KEY REFERENCES run (id),"
    " shoe_id INTEGER REFERENCES shoe (id),"
    " said_by TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " recording_id INTEGER REFERENCES recording (id)"
    ") STRICT",
    "INSERT INTO run_shoe_made (run_id, shoe_id, said_by, said_at_s)"
    " SELECT run_id, shoe_id, said_by, said_at_s FROM run_shoe",
    "DROP TABLE run_shoe", "ALTER TABLE run_shoe_made RENAME TO run_shoe",

    "CREATE TABLE run_change_made ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " what TEXT NOT NULL,"
    " said_by TEXT NOT NULL,"
    " said_from TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"a change needs a word for what was changed\" CHECK (what <> ''),"
    " UNIQUE (run_id, what)"
    ") STRICT",
    "INSERT INTO run_change_made SELECT id, run_id, what, said_by, said_from, said_at_s"
    " FROM run_change",
    "DROP TABLE run_change", "ALTER TABLE run_change_made RENAME TO run_change",

    "CREATE TABLE import_run_made ("
    " file_id INTEGER NOT NULL REFERENCES import_file (id),"
    " number INTEGER NOT NULL,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " how TEXT NOT NULL,"
    " why TEXT,"
    " CONSTRAINT \"how a run was imported is not a word footfall knows\""
    "  CHECK (how IN ('new', 'same_file', 'same_run', 'completed', 'joined')),"
    " PRIMARY KEY (file_id, number)"
    ") STRICT, WITHOUT ROWID",
    "INSERT INTO import_run_made (file_id, number, run_id, how)"
    " SELECT file_id, number, run_id, how FROM import_run",
    "DROP TABLE import_run", "ALTER TABLE import_run_made RENAME TO import_run", NULL};

/* Trials: a change against the usual, in an order that is drawn. What was done differently on a run
 * is said as a whole, so that it can be taken back. */
static const char *const version_3[] = {
    "CREATE TABLE run_change_made ("
    " id INTEGER PRIMARY KEY,"
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " saying INTEGER NOT NULL," /* rows said in one breath have the same; the newest counts */
    " what TEXT NOT NULL,"
    " said_by TEXT NOT NULL,"
    " said_from TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"a change needs a word for what was changed\" CHECK (what <> ''),"
    " UNIQUE (run_id, saying, what)"
    ") STRICT",
    "INSERT INTO run_change_made SELECT id, run_id, 1, what, said_by, said_from, said_at_s"
    " FROM run_change",
    "DROP TABLE run_change", "ALTER TABLE run_change_made RENAME TO run_change",

    "CREATE TABLE trial ("
    " id INTEGER PRIMARY KEY,"
    " policy TEXT NOT NULL,"
    " seed INTEGER NOT NULL," /* the 64 bits of it, as a signed number */
    " started_at_s INTEGER NOT NULL,"
    " ended_by TEXT NOT NULL DEFAULT 'goes_on',"
    " ended_at_s INTEGER," /* NULL: it goes on */
    " ended_why TEXT NOT NULL DEFAULT '',"
    " CONSTRAINT \"the policy of a trial is not one footfall knows\""
    "  CHECK (policy IN ('information', 'comfort')),"
    " CONSTRAINT \"what ended a trial is not a word footfall knows\""
    "  CHECK (ended_by IN ('goes_on', 'runner', 'red_flag')),"
    " CONSTRAINT \"a trial that ended has a time when it did, and only then\""
    "  CHECK ((ended_by = 'goes_on') = (ended_at_s IS NULL))"
    ") STRICT",
    /* The laps that a list of runs shows are few among many. */
    "CREATE INDEX lap_pressed ON lap (recording_id) WHERE ended_by = 'manual'",

    /* One at a time: two would ask for different things of the same run. */
    "CREATE UNIQUE INDEX trial_goes_on ON trial (ended_by) WHERE ended_by = 'goes_on'",

    "CREATE TABLE trial_change ("
    " trial_id INTEGER NOT NULL REFERENCES trial (id),"
    " number INTEGER NOT NULL," /* from 0 */
    " what TEXT NOT NULL,"
    " CONSTRAINT \"a change needs a word for what was changed\" CHECK (what <> ''),"
    " CONSTRAINT \"a trial has at most four changes\" CHECK (number BETWEEN 0 AND 3),"
    " PRIMARY KEY (trial_id, number),"
    " UNIQUE (trial_id, what)"
    ") STRICT, WITHOUT ROWID",

    "CREATE TABLE trial_draw ("
    " id INTEGER PRIMARY KEY,"
    " trial_id INTEGER NOT NULL REFERENCES trial (id),"
    " arm TEXT NOT NULL," /* a change of the trial, or 'usual' */
    " why TEXT NOT NULL,"
    " drawn_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"an arm needs a word for what it is\" CHECK (arm <> '')"
    ") STRICT",
    "CREATE INDEX trial_draw_trial ON trial_draw (trial_id)", NULL};

/* From here on series are written by codec 2, which an older footfall would take for damage: by the
 * version it knows that it must not try. */
static const char *const version_4[] = {
    /* Bits of the arms it was drawn from by lot: 1 the usual, 2 the first change, ... 0: by no such lot. */
    "ALTER TABLE trial_draw ADD COLUMN lot INTEGER NOT NULL DEFAULT 0",
    /* 1: the other half of the pair that the draw before began. */
    "ALTER TABLE trial_draw ADD COLUMN other_half INTEGER NOT NULL DEFAULT 0",
    NULL};

static const char *const version_5[] = {
    /* 1: the run was ended because it was felt coming. */
    "ALTER TABLE onset ADD COLUMN coming INTEGER NOT NULL DEFAULT 0"
    " CONSTRAINT \"only what did not come can have been felt coming\""
    " CHECK (coming = 0 OR (coming = 1 AND kind = 'none'))",
    NULL};

static const char *const version_6[] = {
    /* What a run was run with beside the shoe: one of a kind a run. */
    "CREATE TABLE run_gear ("
    " run_id INTEGER NOT NULL REFERENCES run (id),"
    " kind TEXT NOT NULL,"
    " name TEXT NOT NULL COLLATE NOCASE,"
    " said_by TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"the kind of gear is not one footfall knows\""
    "  CHECK (kind IN ('insole', 'sock', 'lacing')),"
    " CONSTRAINT \"gear needs a name\" CHECK (name <> ''),"
    " PRIMARY KEY (run_id, kind)"
    ") STRICT, WITHOUT ROWID",
    /* When in the run it was gone again, on the watch's timer; NULL: not said. */
    "ALTER TABLE onset ADD COLUMN gone_s REAL"
    " CONSTRAINT \"only what came can be gone, and not before it came\""
    " CHECK (gone_s IS NULL OR (kind <> 'none' AND (to_s IS NULL OR gone_s >= to_s)))",
    /* What was measured in the series of a recording: made anew when it is not of the version that
     * is asked for, and left out of an export. */
    "CREATE TABLE measured ("
    " recording_id INTEGER PRIMARY KEY REFERENCES recording (id),"
    " version INTEGER NOT NULL,"
    " data BLOB NOT NULL"
    ") STRICT",
    NULL};

static const char *const version_7[] = {
    /* What was measured of a foot; the newest of a side, a kind and a method counts for it. */
    "CREATE TABLE foot_figure ("
    " id INTEGER PRIMARY KEY,"
    " side TEXT NOT NULL,"
    " kind TEXT NOT NULL,"
    " value REAL," /* NULL: what was said before is taken back */
    " error REAL," /* 9 of 10 measurings lie within it; NULL where there is no value */
    " method TEXT NOT NULL,"
    " time_of_day TEXT NOT NULL DEFAULT ''," /* '': not said */
    " said_by TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"a foot is left or right\" CHECK (side IN ('L', 'R')),"
    " CONSTRAINT \"a measure needs a name\" CHECK (kind <> '' AND method <> ''),"
    " CONSTRAINT \"an error is not below nothing\" CHECK (error >= 0),"
    " CONSTRAINT \"a measure has an error when it has a value, and only then\""
    "  CHECK ((value IS NULL) = (error IS NULL))"
    ") STRICT",
    "CREATE INDEX foot_figure_kind ON foot_figure (side, kind)",

    /* What was measured of a shoe, and told of it in numbers; the newest of a kind counts. */
    "CREATE TABLE shoe_figure ("
    " id INTEGER PRIMARY KEY,"
    " shoe_id INTEGER NOT NULL REFERENCES shoe (id),"
    " kind TEXT NOT NULL,"
    " value REAL,"
    " error REAL,"
    " method TEXT NOT NULL,"
    " said_by TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"a measure needs a name\" CHECK (kind <> '' AND method <> ''),"
    " CONSTRAINT \"an error is not below nothing\" CHECK (error >= 0),"
    " CONSTRAINT \"a measure has an error when it has a value, and only then\""
    "  CHECK ((value IS NULL) = (error IS NULL))"
    ") STRICT",
    "CREATE INDEX shoe_figure_shoe ON shoe_figure (shoe_id, kind)",

    /* What a shoe is usually worn with, and the size on it: one of a kind a shoe. */
    "CREATE TABLE shoe_label ("
    " shoe_id INTEGER NOT NULL REFERENCES shoe (id),"
    " kind TEXT NOT NULL,"
    " words TEXT NOT NULL,"
    " said_by TEXT NOT NULL,"
    " said_at_s INTEGER NOT NULL,"
    " CONSTRAINT \"the label of a shoe is not one footfall knows\""
    "  CHECK (kind IN ('insole', 'sock', 'lacing', 'size')),"
    " CONSTRAINT \"a label needs words\" CHECK (words <> ''),"
    " PRIMARY KEY (shoe_id, kind)"
    ") STRICT, WITHOUT ROWID",
    NULL};

static const char *const version_8[] = {
    /* A plan of runs, as it was written or edited; what became of it is looked up in the runs. The
     * newest that was not ended goes on. */
    "CREATE TABLE plan ("
    " id INTEGER PRIMARY KEY,"
    " kind TEXT NOT NULL,"
    " goal_min REAL,"      /* NULL: none */
    " goal_day_s INTEGER," /* local midnight; NULL: none */
    " text TEXT NOT NULL,"
    " made_at_s INTEGER NOT NULL,"
    " ended_at_s INTEGER," /* NULL: it was not ended */
    " CONSTRAINT \"a plan needs a kind and a text\" CHECK (kind <> '' AND text <> '')"
    ") STRICT",
    NULL};

static const char *const version_9[] = {
    /* What it felt like, "numb,burning"; '': not said. */
    "ALTER TABLE onset ADD COLUMN feelings TEXT NOT NULL DEFAULT ''"
    " CONSTRAINT \"only what came was felt\" CHECK (feelings = '' OR kind <> 'none')",
    NULL};

static const char *const *const versions[] = {version_1, version_2, version_3,
                                              version_4, version_5, version_6,
                                              version_7, version_8, version_9};

const ff_migrations ff_journal_migrations = {versions, sizeof versions / sizeof *versions};

static ff_code set_pragma(ff_journal *journal, const char *name, int value, ff_error *error) {
    char text[64]; /* a PRAGMA takes no parameters */
    snprintf(text, sizeof text, "PRAGMA %s = %d", name, value);
    return ff_sql_do(journal, text, error);
}

/* A rebuilt table must not have lost what others refer to. */
static ff_code check_references(ff_journal *journal, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "PRAGMA foreign_key_check", error);
    bool broken = ff_sql_row(&sql);
    ff_code code = ff_sql_end(&sql);
    return broken ? ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                            "it refers to something that is not in it")
                  : code;
}

static ff_code migrate_one(ff_journal *journal, const ff_migrations *migrations, int version,
                           ff_error *error) {
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    int64_t now = 0;
    code = ff_sql_number(journal, "PRAGMA user_version", &now, error);
    /* Another footfall may have been quicker: then there is nothing left to do here. */
    if (code == FF_OK && now == version) {
        const char *const *statement = migrations->versions[version];
        for (; *statement != NULL && code == FF_OK; statement++) {
            code = ff_sql_do(journal, *statement, error);
        }
        if (code == FF_OK && version == 0) {
            code = set_pragma(journal, "application_id", FF_STORE_APPLICATION_ID, error);
        }
        if (code == FF_OK) {
            code = set_pragma(journal, "user_version", version + 1, error);
        }
        if (code == FF_OK) {
            code = check_references(journal, error);
        }
    }
    return ff_store_finish(journal, code, error);
}

static ff_code vacuum_into(ff_journal *journal, const char *path, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "VACUUM INTO ?", error);
    ff_sql_text(&sql, path);
    ff_sql_run(&sql);
    return ff_sql_end(&sql);
}

static ff_code write_failed(const char *path, ff_error *error) {
    int reason = errno;
    return ff_fail(error, ff_folder_write_code(reason), path, FF_NO_OFFSET, "%s", strerror(reason));
}

/* SQLite need not have synced a file it made by VACUUM. *version is what the copy says (0 when it
 * is too short to say). */
static ff_code sync_copy(const char *path, int64_t *version, ff_error *error) {
    int file = open(path, O_RDWR | O_CLOEXEC);
    if (file < 0) {
        return write_failed(path, error);
    }
    ff_code code = fsync(file) == 0 ? FF_OK : write_failed(path, error);
    unsigned char header[FF_STORE_HEADER_SIZE] = {0};
    ssize_t got = pread(file, header, sizeof header, 0);
    *version = got == (ssize_t)sizeof header ? ff_store_header_version(header) : 0;
    close(file);
    return code;
}

/* The copy is made under a name of this process alone and then renamed, so that the name always
 * stands for a whole copy; one of an earlier attempt is replaced. A copy of a later version than
 * the one to be kept means that another footfall has migrated meanwhile: its copy stays. */
static ff_code write_copy(ff_journal *journal, const char *made, const char *kept, int64_t version,
                          ff_error *error) {
    unlink(made);
    int file = open(made, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return write_failed(made, error);
    }
    close(file);
    ff_code code = vacuum_into(journal, made, error);
    int64_t copied = 0;
    if (code == FF_OK) {
        code = sync_copy(made, &copied, error);
    }
    if (code == FF_OK && copied < version) {
        code = ff_fail(error, FF_ERR_WRITE, made, FF_NO_OFFSET, "the copy is not whole");
    }
    if (code == FF_OK && copied == version && rename(made, kept) != 0) {
        code = write_failed(kept, error);
    }
    if (code != FF_OK || copied != version) {
        unlink(made);
    }
    return code;
}

/* Lays a copy of version beside the journal, before the next one is made of it. */
static ff_code copy_before_next(ff_journal *journal, int version, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    const char *kept = ff_arena_printf(&arena, "%s.before-v%d", journal->path, version + 1);
    const char *made =
        ff_arena_printf(&arena, "%s.part-%ld", kept != NULL ? kept : "", (long)getpid());
    ff_code code = ff_arena_check(&arena, error);
    if (code == FF_OK) {
        code = write_copy(journal, made, kept, version, error);
    }
    ff_arena_free(&arena);
    return code;
}

/* One version after the other, each kept by itself, after a copy of the one before. */
static ff_code migrate_existing(ff_journal *journal, const ff_migrations *migrations,
                                int64_t version, ff_error *error) {
    ff_code code = FF_OK;
    for (; version < migrations->count && code == FF_OK; version++) {
        if (strcmp(journal->path, FF_JOURNAL_IN_MEMORY) != 0) {
            code = copy_before_next(journal, (int)version, error);
        }
        if (code == FF_OK) {
            code = migrate_one(journal, migrations, (int)version, error);
        }
    }
    return code;
}

/* Several versions as one step, within one transaction. */
static ff_code migrate_between(ff_journal *journal, const ff_migrations *migrations, int from,
                               int to, ff_error *error) {
    ff_code code = ff_store_begin_write(journal, error);
    if (code != FF_OK) {
        return code;
    }
    for (int version = from; version < to && code == FF_OK; version++) {
        code = migrate_one(journal, migrations, version, error);
    }
    return ff_store_finish(journal, code, error);
}

static ff_code migrate_all(ff_journal *journal, const ff_migrations *migrations, int64_t version,
                           ff_error *error) {
    return version > 0 ? migrate_existing(journal, migrations, version, error)
                       : migrate_between(journal, migrations, 0, migrations->count, error);
}

ff_code ff_store_migrate(ff_journal *journal, const ff_migrations *migrations, ff_error *error) {
    int64_t version = 0;
    ff_code code = ff_sql_number(journal, "PRAGMA user_version", &version, error);
    if (code != FF_OK || version >= migrations->count) {
        return code;
    }
    if (version > 0) {
        code = ff_journal_check(journal, error);
    }
    /* Tables that are made anew would break references half way: they are checked at the end. */
    if (code == FF_OK) {
        code = ff_sql_do(journal, "PRAGMA foreign_keys = OFF", error);
    }
    if (code == FF_OK) {
        code = migrate_all(journal, migrations, version, error);
    }
    ff_code on = ff_sql_do(journal, "PRAGMA foreign_keys = ON", code == FF_OK ? error : NULL);
    return code != FF_OK ? code : on;
}

/* ---- an export of an older version, put back ---- */

ff_code ff_store_remake(ff_journal *journal, int version, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_table_names tables;
    ff_code code = ff_store_tables(journal, &arena, &tables, error);
    for (size_t i = 0; i < tables.count && code == FF_OK; i++) {
        const char *drop = ff_arena_printf(&arena, "DROP TABLE \"%s\"", tables.items[i]);
        code = ff_arena_check(&arena, error);
        code = code == FF_OK ? ff_sql_do(journal, drop, error) : code;
    }
    if (code == FF_OK) {
        code = set_pragma(journal, "user_version", 0, error);
    }
    if (code == FF_OK) {
        code = migrate_between(journal, &ff_journal_migrations, 0, version, error);
    }
    ff_arena_free(&arena);
    return code;
}

ff_code ff_store_bring_up(ff_journal *journal, ff_error *error) {
    int64_t version = 0;
    ff_code code = ff_sql_number(journal, "PRAGMA user_version", &version, error);
    if (code == FF_OK) {
        code = check_references(journal, error);
    }
    return code == FF_OK ? migrate_between(journal, &ff_journal_migrations, (int)version,
                                           ff_journal_migrations.count, error)
                         : code;
}
