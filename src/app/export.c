/* export: all of the journal as JSON, and every run as CSV and GPX, as files of a folder or as one
 * file. */
#include "app/data.h"

#include "base/civil.h"
#include "base/folder.h"
#include "base/json.h"
#include "base/scratch.h"
#include "journal/rows.h"
#include "report/packing.h"
#include "report/run_csv.h"
#include "report/run_gpx.h"

#include <string.h>

typedef struct {
    ff_app *app;
    ff_journal *journal;
    const ff_watch *watch; /* NULL: nobody */
    const ff_export_request *request;
    ff_packing *zip; /* NULL: runs become files of request's folder */
    ff_arena *arena;
    ff_error *error;
    size_t runs, csv, gpx, rows, rows_in_all;
} exporting;

/* FF_ERR_CANCELLED when it is to end. */
static ff_code let_watch(const exporting *work, size_t done, size_t total) {
    const ff_progress progress = {.what = "exporting",
                                  .done = done,
                                  .total = total,
                                  .share = total > 0 ? (double)done / (double)total : 0};
    return ff_watch_ends(work->app->context, work->watch, &progress)
               ? ff_fail(work->error, FF_ERR_CANCELLED, NULL, FF_NO_OFFSET,
                         "the export was stopped")
               : FF_OK;
}

/* ---- the journal ---- */

typedef struct {
    ff_file_writer file;
    ff_bytes *scratch; /* NULL: it goes into file */
    ff_text line;
    exporting *work;
} journal_file;

static void write_value(ff_json *json, const ff_value *value) {
    switch (value->kind) {
    case FF_VALUE_NONE:
        ff_json_null(json);
        break;
    case FF_VALUE_WHOLE:
        ff_json_int(json, value->whole);
        break;
    case FF_VALUE_REAL:
        ff_json_number(json, value->real);
        break;
    case FF_VALUE_TEXT:
        ff_json_text(json, value->text);
        break;
    case FF_VALUE_NUMBERS:
        ff_json_array(json);
        for (size_t i = 0; i < value->count; i++) {
            ff_json_number(json, value->numbers[i]);
        }
        ff_json_end_array(json);
        break;
    }
}

static ff_code add_line(journal_file *to, ff_error *error) {
    ff_code code = ff_text_check(&to->line, error);
    if (code == FF_OK) {
        code = to->scratch != NULL
                   ? ff_scratch_add(to->scratch, to->line.data, to->line.length, error)
                   : ff_file_writer_add(&to->file, to->line.data, to->line.length, error);
    }
    ff_text_clear(&to->line);
    return code;
}

static ff_code take_row(void *user, const ff_row *row, ff_error *error) {
    journal_file *to = user;
    ff_json json;
    ff_code code = let_watch(to->work, to->work->rows, to->work->rows_in_all);
    if (code != FF_OK) {
        return code;
    }
    ff_json_init(&json, &to->line);
    ff_json_object(&json);
    ff_json_name(&json, "table");
    ff_json_text(&json, row->table);
    ff_json_name(&json, "row");
    ff_json_object(&json);
    for (size_t i = 0; i < row->count; i++) {
        ff_json_name(&json, row->columns[i]);
        write_value(&json, &row->values[i]);
    }
    ff_json_end_object(&json);
    ff_json_end_object(&json);
    ff_text_add(&to->line, ",\n");
    to->work->rows++;
    return add_line(to, error);
}

/* The last item carries the number of rows, so that a copy that was cut off is known as one. */
static ff_code write_rows(journal_file *to, ff_error *error) {
    ff_text_addf(&to->line, "[{\"footfall_journal\":%d},\n", ff_journal_version());
    ff_row_sink sink = {take_row, to};
    ff_code code = add_line(to, error);
    if (code == FF_OK) {
        code = ff_journal_count_rows(to->work->journal, &to->work->rows_in_all, error);
    }
    if (code == FF_OK) {
        code = ff_journal_each_row(to->work->journal, &sink, error);
    }
    if (code == FF_OK) {
        ff_text_addf(&to->line, "{\"rows\":%zu}]\n", to->work->rows);
        code = add_line(to, error);
    }
    return code;
}

static ff_code export_journal(exporting *work) {
    journal_file to = {.work = work};
    const char *path = ff_arena_printf(work->arena, "%s/" FF_EXPORT_JOURNAL, work->request->folder);
    ff_code code = ff_arena_check(work->arena, work->error);
    if (code == FF_OK) {
        code = ff_file_writer_begin(&to.file, path, work->error);
    }
    if (code != FF_OK) {
        return code;
    }
    ff_text_init(&to.line, ff_context_allocator(work->app->context));
    code = write_rows(&to, work->error);
    ff_text_free(&to.line);
    return ff_file_writer_finish(&to.file, code, work->error);
}

static ff_code add_rows(exporting *work, ff_bytes *bytes) {
    journal_file to = {.work = work, .scratch = bytes};
    ff_text_init(&to.line, ff_context_allocator(work->app->context));
    ff_code code = write_rows(&to, work->error);
    ff_text_free(&to.line);
    return code;
}

/* ---- the runs ---- */

/* "2026-08-02 run 12.csv": sorts by date, and is one run's alone. */
static const char *name_of(const exporting *work, const ff_run *run, const char *kind) {
    char date[FF_ISO_SIZE];
    ff_iso_date(ff_run_local_start_s(run), date);
    return ff_arena_printf(work->arena, "%s run %lld.%s", date, (long long)run->id, kind);
}

static ff_code write_in_folder(exporting *work, const char *name, const char *kind,
                               const ff_text *text) {
    const char *path = ff_arena_printf(work->arena, "%s/%s/%s", work->request->folder, kind, name);
    ff_code code = ff_arena_check(work->arena, work->error);
    return code == FF_OK ? ff_file_write(path, text->data, text->length, work->error) : code;
}

static ff_code write_text(exporting *work, const ff_run *run, const char *kind,
                          const ff_text *text) {
    const char *name = name_of(work, run, kind);
    ff_code code = ff_arena_check(work->arena, work->error);
    if (code == FF_OK) {
        code = ff_text_check(text, work->error);
    }
    if (code != FF_OK || work->zip == NULL) {
        return code == FF_OK ? write_in_folder(work, name, kind, text) : code;
    }
    const ff_packing_file file = {name, text->data, text->length, ff_run_local_start_s(run)};
    return ff_packing_add(work->zip, &file, work->error);
}

static ff_code write_run(exporting *work, const ff_run *run, ff_text *text) {
    ff_code code = FF_OK;
    if (run->series.rows > 0 && (work->request->parts & FF_EXPORT_CSV) != 0) {
        ff_run_csv(run, text);
        code = write_text(work, run, "csv", text);
        work->csv += code == FF_OK;
        ff_text_clear(text);
    }
    if (code == FF_OK && (work->request->parts & FF_EXPORT_GPX) != 0 && ff_run_gpx(run, text)) {
        code = write_text(work, run, "gpx", text);
        work->gpx += code == FF_OK;
    }
    return code;
}

static ff_code export_run(exporting *work, int64_t id) {
    ff_arena arena, *whole = work->arena;
    ff_text text;
    ff_run run;
    ff_app_arena(work->app, &arena);
    ff_text_init(&text, ff_context_allocator(work->app->context));
    work->arena = &arena;
    ff_code code = ff_journal_run(work->journal, &arena, id, true, &run, work->error);
    if (code == FF_OK) {
        code = write_run(work, &run, &text);
    }
    work->arena = whole;
    ff_text_free(&text);
    ff_arena_free(&arena);
    return code;
}

static ff_code export_each_run(exporting *work) {
    ff_run_list runs;
    ff_code code = ff_journal_runs(work->journal, work->arena, NULL, &runs, work->error);
    for (size_t i = 0; code == FF_OK && i < runs.count; i++) {
        code = let_watch(work, i, runs.count);
        code = code == FF_OK ? export_run(work, runs.items[i].id) : code;
    }
    work->runs = code == FF_OK ? runs.count : 0;
    return code;
}

/* All runs as they were at one moment. */
static ff_code export_runs(exporting *work) {
    ff_code code = ff_journal_begin_read(work->journal, work->error);
    return code == FF_OK ? ff_journal_finish(work->journal, export_each_run(work), work->error)
                         : code;
}

/* ---- as one file ---- */

static ff_code add_zip(exporting *work, ff_bytes *bytes) {
    ff_packing zip;
    const ff_allocator *allocator = ff_context_allocator(work->app->context);
    ff_code code = ff_packing_begin(&zip, allocator, bytes, work->error);
    if (code == FF_OK) {
        work->zip = &zip;
        code = ff_packing_finish(&zip, export_runs(work), work->error);
        work->zip = NULL;
    }
    return code;
}

ff_code ff_export_file(ff_app *app, const ff_export_job *job, ff_bytes *bytes, size_t *files,
                       ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    const ff_export_request request = {.parts = job->part};
    exporting work = {.app = app,
                      .journal = job->journal,
                      .watch = job->watch,
                      .request = &request,
                      .arena = &arena,
                      .error = error};
    bool json = job->part == FF_EXPORT_JSON;
    ff_code code = ff_scratch_folder(app->context, error);
    if (code == FF_OK) {
        code = ff_scratch_open(bytes, app->context->scratch_folder, "the export", error);
    }
    if (code == FF_OK) {
        code = (json ? add_rows : add_zip)(&work, bytes);
        *files = json ? work.rows : work.csv + work.gpx;
        if (code != FF_OK) {
            ff_bytes_close(bytes);
        }
    }
    ff_arena_free(&arena);
    return code;
}

/* ---- all of it ---- */

static ff_code make_folders(exporting *work) {
    static const struct {
        unsigned part;
        const char *name;
    } folders[] = {{FF_EXPORT_JSON, ""}, {FF_EXPORT_CSV, "/csv"}, {FF_EXPORT_GPX, "/gpx"}};
    ff_code code = FF_OK;
    for (size_t i = 0; i < sizeof folders / sizeof *folders && code == FF_OK; i++) {
        if ((work->request->parts & folders[i].part) != 0) {
            const char *path =
                ff_arena_printf(work->arena, "%s%s", work->request->folder, folders[i].name);
            code = ff_arena_check(work->arena, work->error);
            code = code == FF_OK ? ff_folder_make(path, work->error) : code;
        }
    }
    return code;
}

static void tell(const exporting *work, ff_reply *reply) {
    const ff_export_request *request = work->request;
    if (request->format == FF_AS_JSON) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        ff_json_object(&json);
        ff_json_text_member(&json, "folder", request->folder);
        ff_json_text_member(&json, "journal",
                            request->parts & FF_EXPORT_JSON ? FF_EXPORT_JOURNAL : NULL);
        ff_json_name(&json, "rows");
        ff_json_uint(&json, work->rows);
        ff_json_name(&json, "runs");
        ff_json_uint(&json, work->runs);
        ff_json_name(&json, "csv");
        ff_json_uint(&json, work->csv);
        ff_json_name(&json, "gpx");
        ff_json_uint(&json, work->gpx);
        ff_json_end_object(&json);
        ff_text_add(&reply->text, "\n");
        return;
    }
    ff_text_addf(&reply->text, "In %s:\n", request->folder);
    if ((request->parts & FF_EXPORT_JSON) != 0) {
        ff_text_addf(&reply->text,
                     "  " FF_EXPORT_JOURNAL "  everything in the journal; to put it back into an "
                     "empty one:\n                 %s --journal FILE restore '%s/" FF_EXPORT_JOURNAL
                     "'\n",
                     work->app->program, request->folder);
    }
    if ((request->parts & FF_EXPORT_CSV) != 0) {
        ff_text_addf(&reply->text, "  csv/           %zu runs as tables\n", work->csv);
    }
    if ((request->parts & FF_EXPORT_GPX) != 0) {
        ff_text_addf(&reply->text,
                     "  gpx/           %zu runs as tracks; the others hold no "
                     "position\n",
                     work->gpx);
    }
}

ff_code ff_app_export(ff_app *app, const ff_export_request *request, ff_reply *reply,
                      ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    exporting work = {
        .app = app, .journal = app->journal, .request = request, .arena = &arena, .error = error};
    ff_code code = make_folders(&work);
    if (code == FF_OK && (request->parts & FF_EXPORT_JSON) != 0) {
        code = export_journal(&work);
    }
    if (code == FF_OK && (request->parts & (FF_EXPORT_CSV | FF_EXPORT_GPX)) != 0) {
        code = export_runs(&work);
    }
    if (code == FF_OK) {
        tell(&work, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}
