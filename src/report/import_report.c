#include "report/import_report.h"

#include "base/civil.h"
#include "base/json.h"
#include "base/number.h"
#include "report/import_joined.h"
#include "report/table.h"

#include <stdlib.h>
#include <string.h>

size_t ff_import_count(const ff_import_file_list *files, ff_outcome outcome) {
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        count += files->items[i].outcome == outcome;
    }
    return count;
}

size_t ff_import_new_runs(const ff_import_file_list *files) {
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        for (size_t r = 0; r < files->items[i].run_count; r++) {
            count += files->items[i].runs[r].how == FF_IMPORT_NEW;
        }
    }
    return count;
}

/* Files with the same trouble that are listed by name: the export of an app can hold hundreds of
 * GPX tracks, and the table of outcomes is to stay in sight. */
#define LISTED 20

static const char *const outcome_words[] = {"imported", "imported, but damaged", "seen before",
                                            "not a run", "failed"};

/* "is damaged: ... (byte 12)", or the plain words of a file that holds no run. */
static const char *describe(const ff_import_file *file, ff_arena *arena) {
    if (file->message == NULL) {
        return NULL;
    }
    if (file->offset > 0) { /* byte 0 says no more than the words */
        return ff_arena_printf(arena, "%s (byte %lld)", file->message, (long long)file->offset);
    }
    return file->message;
}

static void print_files(const ff_import_file_list *files, ff_arena *arena, ff_text *out) {
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "outcome", false);
    ff_table_column(&table, "runs", true);
    ff_table_column(&table, "file", false);
    ff_table_column(&table, "", false);
    for (size_t i = 0; i < files->count; i++) {
        const ff_import_file *file = &files->items[i];
        const char *cells[] = {outcome_words[file->outcome],
                               file->run_count > 0 ? ff_arena_printf(arena, "%zu", file->run_count)
                                                   : NULL,
                               file->path, describe(file, arena)};
        ff_table_row(&table, cells, 4);
    }
    ff_table_print(&table, 0, out);
}

/* Files with the same trouble: a hundred files of one format have one cure. */
typedef struct {
    const ff_import_file **files; /* in the order they were met */
    size_t count;
} file_group;

static const char *words_of(const ff_import_file *file) {
    return file->message != NULL ? file->message : ff_code_text(file->code);
}

static bool same_trouble(const ff_import_file *a, const ff_import_file *b) {
    return a->code == b->code && strcmp(words_of(a), words_of(b)) == 0;
}

static int by_trouble(const void *a, const void *b) {
    const ff_import_file *one = *(const ff_import_file *const *)a;
    const ff_import_file *other = *(const ff_import_file *const *)b;
    int order = (one->code > other->code) - (one->code < other->code);
    if (order == 0) {
        order = strcmp(words_of(one), words_of(other));
    }
    return order != 0 ? order : (one > other) - (one < other); /* items of one array */
}

static int by_first_file(const void *a, const void *b) {
    const ff_import_file *one = ((const file_group *)a)->files[0];
    const ff_import_file *other = ((const file_group *)b)->files[0];
    return (one > other) - (one < other);
}

/* Of a run that was known a damaged copy costs nothing; a remark on a list stands. */
static bool has_more_to_say(const ff_import_file *file) {
    return file->outcome == FF_OUTCOME_DUPLICATE ? file->code == FF_OK && file->message != NULL
                                                 : file->code != FF_OK || file->message != NULL;
}

/* The files of that outcome of which there is something to say, grouped; the groups in the order of
 * their first files. Sorted, not searched: an export has tens of thousands of files. A failure
 * shows in the arena. */
static size_t group_files(const ff_import_file_list *list, ff_outcome outcome, ff_arena *arena,
                          file_group **groups) {
    const ff_import_file **files = ff_arena_take(arena, list->count, sizeof *files);
    *groups = ff_arena_take(arena, list->count, sizeof **groups);
    if (files == NULL || *groups == NULL) {
        return 0;
    }
    size_t count = 0, group_count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const ff_import_file *file = &list->items[i];
        if (file->outcome == outcome && has_more_to_say(file)) {
            files[count++] = file;
        }
    }
    qsort(files, count, sizeof *files, by_trouble);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !same_trouble(files[i - 1], files[i])) {
            (*groups)[group_count++] = (file_group){.files = files + i};
        }
        (*groups)[group_count - 1].count++;
    }
    qsort(*groups, group_count, sizeof **groups, by_first_file);
    return group_count;
}

/* "Not runs: a bicycle ride (3), watch settings (2)" */
static void print_kinds(const ff_import_file_list *files, ff_arena *arena, ff_text *out) {
    file_group *groups;
    size_t count = group_files(files, FF_OUTCOME_NOT_A_RUN, arena, &groups);
    ff_text kinds;
    ff_text_init(&kinds, out->allocator);
    for (size_t g = 0; g < count; g++) {
        ff_text_addf(&kinds, "%s%s (%zu)", g > 0 ? ", " : "", words_of(groups[g].files[0]),
                     groups[g].count);
    }
    if (count > 0) {
        ff_text_wrap(out, "Not runs: ", kinds.data, FF_TEXT_WIDTH);
    }
    out->failed |= kinds.failed;
    ff_text_free(&kinds);
}

static void print_outcomes(const ff_import_summary *summary, ff_arena *arena, ff_text *out) {
    const ff_import_file_list *files = &summary->files;
    ff_table table;
    ff_table_init(&table, arena);
    ff_table_column(&table, "files", true);
    ff_table_column(&table, "outcome", false);
    for (int o = 0; o <= FF_OUTCOME_FAILED; o++) {
        size_t count = ff_import_count(files, (ff_outcome)o);
        if (count > 0) {
            const char *cells[] = {ff_arena_printf(arena, "%zu", count), outcome_words[o]};
            ff_table_row(&table, cells, 2);
        }
    }
    const char *total[] = {ff_arena_printf(arena, "%zu", files->count), "in all"};
    ff_table_row(&table, total, 2);
    ff_table_print(&table, 0, out);
    print_kinds(files, arena, out);
}

/* The trouble, its cure, and the files that have it; the table of imports holds every one. */
static void print_group(const file_group *group, ff_text *out) {
    const ff_import_file *first = group->files[0];
    ff_text_wrap(out, "  ", words_of(first), FF_TEXT_WIDTH);
    const char *next = ff_code_next_step(first->code);
    if (next[0] != '\0') {
        ff_text_wrap(out, "  What to do: ", next, FF_TEXT_WIDTH);
    }
    for (size_t i = 0; i < group->count && i < LISTED; i++) {
        const ff_import_file *file = group->files[i];
        ff_text_addf(out, "    %s", file->path);
        if (file->offset > 0) {
            ff_text_addf(out, " (byte %lld)", (long long)file->offset);
        }
        ff_text_add_char(out, '\n');
    }
    if (group->count > LISTED) {
        ff_text_addf(out, "    and %zu more; 'imports' lists them all\n", group->count - LISTED);
    }
}

/* All files of that outcome that have something to say, under a title. */
static void print_troubles(const ff_import_file_list *files, ff_outcome outcome, const char *title,
                           ff_arena *arena, ff_text *out) {
    file_group *groups;
    size_t count = group_files(files, outcome, arena, &groups);
    if (count == 0) {
        return;
    }
    ff_text_addf(out, "%s\n", title);
    for (size_t g = 0; g < count; g++) {
        print_group(&groups[g], out);
    }
    ff_text_add_char(out, '\n');
}

/* All of it was looked at, and nothing of it is a run: whoever gave it expects another answer. */
static bool is_without_run(const ff_import_summary *summary) {
    const ff_import_file_list *files = &summary->files;
    return files->count > 0 && !summary->cancelled &&
           ff_import_count(files, FF_OUTCOME_NOT_A_RUN) == files->count;
}

void ff_import_report_text(const ff_import_summary *summary, bool verbose, ff_arena *arena,
                           ff_text *out) {
    const ff_import_file_list *files = &summary->files;
    if (verbose && files->count > 0) {
        print_files(files, arena, out);
        ff_text_add_char(out, '\n');
    }
    print_troubles(files, FF_OUTCOME_FAILED, "Not read:", arena, out);
    print_troubles(files, FF_OUTCOME_DAMAGED,
                   "Damaged, and kept as far as they were readable:", arena, out);
    print_troubles(files, FF_OUTCOME_IMPORTED, "Imported, with a remark:", arena, out);
    print_troubles(files, FF_OUTCOME_DUPLICATE, "Of runs that were known, with a remark:", arena,
                   out);
    print_outcomes(summary, arena, out);
    size_t runs = ff_import_new_runs(files);
    ff_text_addf(out, "%zu new run%s in %s s.\n", runs, runs == 1 ? "" : "s",
                 FF_FIXED(summary->seconds, 1));
    if (is_without_run(summary)) {
        ff_text_add(out,
                    "None of it is a run. Give the export of your app as you downloaded it, or "
                    "the .fit\nfiles of your watch.\n");
    }
    ff_import_joined_text(files, verbose, out);
    if (summary->cancelled) {
        ff_text_addf(out,
                     "Stopped before the end: %zu file%s not looked at. What was done is kept; run "
                     "the\nsame command again to go on.\n",
                     summary->not_reached, summary->not_reached == 1 ? " was" : "s were");
    }
}

static void write_trouble(ff_json *json, const ff_import_file *file) {
    ff_json_object(json);
    ff_json_text_member(json, "file", file->path);
    ff_json_text_member(json, "error", words_of(file));
    ff_json_text_member(json, "code", ff_code_name(file->code));
    ff_json_name(json, "offset");
    if (file->offset >= 0) {
        ff_json_int(json, file->offset);
    } else {
        ff_json_null(json);
    }
    ff_json_text_member(json, "next", ff_code_next_step(file->code));
    ff_json_end_object(json);
}

static void write_troubles(ff_json *json, const char *name, const ff_import_file_list *files,
                           ff_outcome outcome) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < files->count; i++) {
        if (files->items[i].outcome == outcome) {
            write_trouble(json, &files->items[i]);
        }
    }
    ff_json_end_array(json);
}

static void write_count(ff_json *json, const char *name, size_t count) {
    ff_json_name(json, name);
    ff_json_uint(json, count);
}

static void write_file(ff_json *json, const ff_import_file *file) {
    ff_json_object(json);
    ff_json_text_member(json, "file", file->path);
    if (file->size >= 0) {
        ff_json_name(json, "bytes");
        ff_json_int(json, file->size);
    }
    ff_json_text_member(json, "sha256", file->sha256);
    ff_json_text_member(json, "outcome", ff_outcome_name(file->outcome));
    if (file->code != FF_OK) {
        ff_json_text_member(json, "code", ff_code_name(file->code));
    }
    ff_json_text_member(json, "message", file->message);
    if (file->offset >= 0) {
        ff_json_name(json, "offset");
        ff_json_int(json, file->offset);
    }
    ff_json_name(json, "runs");
    ff_json_array(json);
    for (size_t i = 0; i < file->run_count; i++) {
        ff_json_object(json);
        ff_json_name(json, "id");
        ff_json_int(json, file->runs[i].run_id);
        ff_json_text_member(json, "how", ff_import_how_name(file->runs[i].how));
        ff_json_text_member(json, "why", file->runs[i].why);
        ff_json_end_object(json);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

void ff_import_report_json(const ff_import_summary *summary, bool verbose, ff_text *out) {
    const ff_import_file_list *files = &summary->files;
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    write_count(&json, "files", files->count);
    write_count(&json, "imported",
                ff_import_count(files, FF_OUTCOME_IMPORTED) +
                    ff_import_count(files, FF_OUTCOME_DAMAGED));
    write_count(&json, "duplicates", ff_import_count(files, FF_OUTCOME_DUPLICATE));
    write_count(&json, "not_runs", ff_import_count(files, FF_OUTCOME_NOT_A_RUN));
    write_troubles(&json, "failed", files, FF_OUTCOME_FAILED);
    write_troubles(&json, "damaged", files, FF_OUTCOME_DAMAGED);
    write_count(&json, "new_runs", ff_import_new_runs(files));
    ff_import_joined_json(files, &json);
    write_count(&json, "not_reached", summary->not_reached);
    ff_json_name(&json, "seconds");
    ff_json_number(&json, ff_round_places(summary->seconds, 3));
    if (verbose) {
        ff_json_name(&json, "each_file");
        ff_json_array(&json);
        for (size_t i = 0; i < files->count; i++) {
            write_file(&json, &files->items[i]);
        }
        ff_json_end_array(&json);
    }
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

void ff_imports_report_text(const ff_import_entry *entries, size_t count, ff_arena *arena,
                            ff_text *out) {
    if (count == 0) {
        ff_text_add(out, "Nothing was imported yet.\n");
    }
    for (size_t i = 0; i < count; i++) {
        char started[FF_ISO_SIZE];
        ff_iso_format(entries[i].import.started_at_s, false, 0, started);
        size_t files = entries[i].files.count;
        ff_text_addf(out, "%sImport %lld, %s, %zu file%s%s\n", i > 0 ? "\n" : "",
                     (long long)entries[i].import.id, started, files, files == 1 ? "" : "s",
                     entries[i].import.ended_at_s == 0 ? ", broken off" : "");
        if (files > 0) {
            print_files(&entries[i].files, arena, out);
            ff_import_joined_text(&entries[i].files, true, out);
        }
    }
}

void ff_imports_report_json(const ff_import_entry *entries, size_t count, ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_array(&json);
    for (size_t i = 0; i < count; i++) {
        char time[FF_ISO_SIZE];
        ff_json_object(&json);
        ff_json_name(&json, "id");
        ff_json_int(&json, entries[i].import.id);
        ff_iso_format(entries[i].import.started_at_s, false, 0, time);
        ff_json_text_member(&json, "started", time);
        if (entries[i].import.ended_at_s != 0) {
            ff_iso_format(entries[i].import.ended_at_s, false, 0, time);
            ff_json_text_member(&json, "ended", time);
        }
        ff_json_name(&json, "files");
        ff_json_array(&json);
        for (size_t f = 0; f < entries[i].files.count; f++) {
            write_file(&json, &entries[i].files.items[f]);
        }
        ff_json_end_array(&json);
        ff_json_end_object(&json);
    }
    ff_json_end_array(&json);
    ff_text_add_char(out, '\n');
}
