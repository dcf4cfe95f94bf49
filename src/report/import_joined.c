#include "report/import_joined.h"

typedef bool (*pair_rule)(const ff_import_run *run);

static bool is_joined(const ff_import_run *run) {
    return run->how == FF_IMPORT_JOINED;
}

static bool is_apart(const ff_import_run *run) {
    return run->how == FF_IMPORT_NEW && run->why != NULL;
}

static size_t count_pairs(const ff_import_file_list *files, pair_rule rule) {
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        for (size_t r = 0; r < files->items[i].run_count; r++) {
            count += rule(&files->items[i].runs[r]);
        }
    }
    return count;
}

size_t ff_import_count_joined(const ff_import_file_list *files) {
    return count_pairs(files, is_joined);
}

size_t ff_import_count_apart(const ff_import_file_list *files) {
    return count_pairs(files, is_apart);
}

static void print_pairs(const ff_import_file_list *files, pair_rule rule, ff_text *out) {
    for (size_t i = 0; i < files->count; i++) {
        const ff_import_file *file = &files->items[i];
        for (size_t r = 0; r < file->run_count; r++) {
            const ff_import_run *run = &file->runs[r];
            if (rule(run)) {
                ff_text_addf(out, "  run %lld, %s%s%s\n", (long long)run->run_id, file->path,
                             run->why != NULL ? ": " : "", run->why != NULL ? run->why : "");
            }
        }
    }
}

static void print_kind(const ff_import_file_list *files, pair_rule rule, const char *one,
                       const char *many, bool listed, ff_text *out) {
    size_t count = count_pairs(files, rule);
    if (count == 0) {
        return;
    }
    ff_text_addf(out, "%zu %s%s\n", count, count == 1 ? one : many, listed ? ":" : ".");
    if (listed) {
        print_pairs(files, rule, out);
    }
}

void ff_import_joined_text(const ff_import_file_list *files, bool listed, ff_text *out) {
    print_kind(files, is_joined, "recording joined to a run that was known",
               "recordings joined to runs that were known", listed, out);
    print_kind(files, is_apart, "run may be one with another, and was kept apart",
               "runs may be one with another, and were kept apart", listed, out);
}

static void write_pairs(const ff_import_file_list *files, pair_rule rule, const char *name,
                        ff_json *json) {
    ff_json_name(json, name);
    ff_json_array(json);
    for (size_t i = 0; i < files->count; i++) {
        const ff_import_file *file = &files->items[i];
        for (size_t r = 0; r < file->run_count; r++) {
            if (rule(&file->runs[r])) {
                ff_json_object(json);
                ff_json_name(json, "run");
                ff_json_int(json, file->runs[r].run_id);
                ff_json_text_member(json, "file", file->path);
                ff_json_text_member(json, "why", file->runs[r].why);
                ff_json_end_object(json);
            }
        }
    }
    ff_json_end_array(json);
}

void ff_import_joined_json(const ff_import_file_list *files, ff_json *json) {
    write_pairs(files, is_joined, "joined", json);
    write_pairs(files, is_apart, "apart", json);
}
