#include "journal/whole.h"

#include "base/folder.h"
#include "journal/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- how much there is ---- */

static int64_t size_of_file(const char *path) {
    struct stat status;
    return path != NULL && stat(path, &status) == 0 ? (int64_t)status.st_size : 0;
}

static ff_code look_at_size(ff_journal *journal, int64_t *bytes, ff_error *error) {
    if (strcmp(journal->path, FF_JOURNAL_IN_MEMORY) == 0) {
        return ff_sql_number(
            journal, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
            bytes, error);
    }
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    *bytes = size_of_file(journal->path) +
             size_of_file(ff_arena_printf(&arena, "%s-wal", journal->path));
    ff_code code = ff_arena_check(&arena, error);
    ff_arena_free(&arena);
    return code;
}

static ff_code count_all(ff_journal *journal, ff_journal_contents *contents, ff_error *error) {
    static const char each_once[] =
        "SELECT (SELECT count(DISTINCT side || ' ' || kind) FROM foot_figure)"
        " + (SELECT count(DISTINCT shoe_id || ' ' || kind) FROM shoe_figure)";
    const struct {
        const char *text;
        size_t *to;
    } counts[] = {{"SELECT count(DISTINCT run_id) FROM onset", &contents->onsets},
                  {"SELECT count(DISTINCT finding) FROM answer", &contents->answers},
                  {each_once, &contents->figures},
                  {"SELECT count(*) FROM shoe", &contents->shoes},
                  {"SELECT count(*) FROM trial", &contents->trials},
                  {"SELECT count(*) FROM plan", &contents->plans},
                  {"SELECT count(*) FROM import_file", &contents->files}};
    ff_code code = ff_journal_count_runs(journal, &contents->runs, error);
    for (size_t i = 0; i < sizeof counts / sizeof *counts && code == FF_OK; i++) {
        int64_t count = 0;
        code = ff_sql_number(journal, counts[i].text, &count, error);
        *counts[i].to = (size_t)count;
    }
    return code;
}

const char *ff_journal_file(const ff_journal *journal) {
    const char *file = sqlite3_db_filename(journal->db, "main");
    return file != NULL && file[0] != '\0' ? file : journal->path;
}

ff_code ff_journal_look(ff_journal *journal, ff_journal_contents *contents, ff_error *error) {
    *contents = (ff_journal_contents){0};
    ff_code code = ff_store_begin_read(journal, error);
    if (code == FF_OK) {
        code = ff_store_finish(journal, count_all(journal, contents, error), error);
    }
    return code == FF_OK ? look_at_size(journal, &contents->bytes, error) : code;
}

ff_code ff_journal_old(ff_journal *journal, ff_arena *arena, ff_journal_old_copies *copies,
                       ff_error *error) {
    int most = ff_journal_migrations.count;
    *copies = (ff_journal_old_copies){ff_arena_take(arena, (size_t)most + 1, sizeof(char *)), 0};
    for (int version = 2; version <= most && !arena->failed; version++) {
        const char *path = ff_arena_printf(arena, "%s.before-v%d", journal->path, version);
        if (path != NULL && access(path, F_OK) == 0) {
            copies->paths[copies->count++] = path;
        }
    }
    return ff_arena_check(arena, error);
}

/* ---- a copy ---- */

static ff_code cannot_write(const char *path, int why, ff_error *error) {
    return ff_fail(error, ff_folder_write_code(why), path, FF_NO_OFFSET, "cannot be written: %s",
                   strerror(why));
}

/* Into the empty file that made is open on. SQLite need not have synced what it made. */
static ff_code copy_into(ff_journal *journal, int made, const char *path, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, "VACUUM INTO ?", error);
    ff_sql_text(&sql, path);
    ff_sql_run(&sql);
    ff_code code = ff_sql_end(&sql);
    if (code == FF_OK && fsync(made) != 0) {
        code = cannot_write(path, errno, error);
    }
    return code;
}

/* The name is taken first, and what is made under another then put in its place: so it never stands
 * for half a copy, and no other file is replaced. */
static ff_code copy_beside(ff_journal *journal, const char *part, const char *path,
                           ff_error *error) {
    int made = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        return cannot_write(path, errno, error);
    }
    ff_code code = copy_into(journal, made, part, error);
    close(made);
    if (code == FF_OK && rename(part, path) != 0) {
        code = cannot_write(path, errno, error);
    }
    if (code != FF_OK) {
        unlink(part);
    }
    return code;
}

static ff_code take_name(const char *path, ff_error *error) {
    int made = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made < 0) {
        return errno == EEXIST
                   ? ff_fail(error, FF_ERR_VALUE, path, FF_NO_OFFSET,
                             "there is a file of that name already; give the copy another name")
                   : cannot_write(path, errno, error);
    }
    close(made);
    return FF_OK;
}

ff_code ff_journal_copy(ff_journal *journal, const char *path, ff_error *error) {
    ff_code code = take_name(path, error);
    if (code != FF_OK) {
        return code;
    }
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    const char *part = ff_arena_printf(&arena, "%s.part-%ld", path, (long)getpid());
    code = ff_arena_check(&arena, error);
    if (code == FF_OK) {
        code = copy_beside(journal, part, path, error);
    }
    ff_arena_free(&arena);
    if (code != FF_OK) {
        unlink(path);
    }
    return code;
}

static ff_code copy_and_open(ff_journal *journal, char *path, const char *name, ff_bytes *bytes,
                             ff_error *error) {
    int made = mkstemp(path); /* mode 0600 */
    if (made < 0) {
        return cannot_write(path, errno, error);
    }
    ff_code code = copy_into(journal, made, path, error);
    close(made);
    if (code == FF_OK) {
        code = ff_bytes_of_file(bytes, path, error);
    }
    unlink(path);
    if (code == FF_OK) {
        bytes->name = name;
    }
    return code;
}

ff_code ff_journal_copy_bytes(ff_journal *journal, const char *folder, const char *name,
                              ff_bytes *bytes, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    char *path = ff_arena_printf(&arena, "%s/footfall-XXXXXX", folder);
    *bytes = (ff_bytes){0};
    ff_code code = ff_arena_check(&arena, error);
    if (code == FF_OK) {
        code = copy_and_open(journal, path, name, bytes, error);
    }
    ff_arena_free(&arena);
    return code;
}

/* ---- its end ---- */

static ff_code delete_rows(ff_journal *journal, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_table_names tables;
    ff_code code = ff_store_begin_write(journal, error);
    if (code == FF_OK) {
        code = ff_store_tables(journal, &arena, &tables, error);
        for (size_t i = 0; i < tables.count && code == FF_OK; i++) {
            const char *text = ff_arena_printf(&arena, "DELETE FROM \"%s\"", tables.items[i]);
            code = ff_arena_check(&arena, error);
            code = code == FF_OK ? ff_sql_do(journal, text, error) : code;
        }
        code = ff_store_finish(journal, code, error);
    }
    ff_arena_free(&arena);
    return code;
}

/* Brings the write-ahead log into the file and leaves none. */
static ff_code empty_log(ff_journal *journal, ff_error *error) {
    int64_t busy = 0;
    ff_code code = ff_sql_number(journal, "PRAGMA wal_checkpoint(TRUNCATE)", &busy, error);
    return code == FF_OK && busy != 0 ? ff_fail(error, FF_ERR_BUSY, journal->path, FF_NO_OFFSET,
                                                "another program holds it")
                                      : code;
}

/* The log is emptied twice: the room that the rows took is overwritten in the file before it is
 * given back, else it would be given back as it was. */
static ff_code scrub(ff_journal *journal, ff_error *error) {
    ff_code code = empty_log(journal, error);
    if (code == FF_OK) {
        code = ff_sql_do(journal, "VACUUM", error);
    }
    if (code == FF_OK) {
        code = empty_log(journal, error);
    }
    if (code == FF_OK || error == NULL) {
        return code;
    }
    ff_error why = *error;
    return ff_fail(
        error, code, why.where, FF_NO_OFFSET,
        "nothing can be asked of it any more, but what was in it may still lie in the file: %s; "
        "then forget once more",
        why.message);
}

static ff_code remove_old_copies(ff_journal *journal, ff_error *error) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    ff_journal_old_copies copies;
    ff_code code = ff_journal_old(journal, &arena, &copies, error);
    for (size_t i = 0; i < copies.count && code == FF_OK; i++) {
        code = ff_file_remove(copies.paths[i], error);
    }
    ff_arena_free(&arena);
    return code;
}

ff_code ff_journal_forget(ff_journal *journal, ff_error *error) {
    ff_code code = ff_sql_do(journal, "PRAGMA secure_delete = ON", error);
    if (code == FF_OK) { /* tables refer to each other, and all of them go */
        code = ff_sql_do(journal, "PRAGMA foreign_keys = OFF", error);
    }
    if (code == FF_OK) {
        code = delete_rows(journal, error);
        ff_code on = ff_sql_do(journal, "PRAGMA foreign_keys = ON", code == FF_OK ? error : NULL);
        code = code == FF_OK ? on : code;
    }
    ff_code removed = code == FF_OK ? remove_old_copies(journal, error) : FF_OK;
    if (code == FF_OK) {
        code = scrub(journal, removed == FF_OK ? error : NULL);
    }
    return removed != FF_OK ? removed : code;
}
