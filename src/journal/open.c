#include "journal/store.h"

#include "base/folder.h"

#include <footfall/text.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char magic[16] = "SQLite format 3";

static int64_t big_endian_32(const unsigned char *bytes) {
    return (int32_t)((uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
                     bytes[3]);
}

int64_t ff_store_header_version(const unsigned char header[FF_STORE_HEADER_SIZE]) {
    return big_endian_32(header + 60);
}

int64_t ff_store_header_application(const unsigned char header[FF_STORE_HEADER_SIZE]) {
    return big_endian_32(header + 68);
}

/* ---- what lies at the path, before SQLite may touch it ---- */

typedef enum { NOTHING, EMPTY, JOURNAL } found;

static ff_code not_ours(const char *path, const char *what, ff_error *error) {
    return ff_fail(error, FF_ERR_NOT_JOURNAL, path, FF_NO_OFFSET, "%s", what);
}

static ff_code none_yet(const char *path, ff_error *error) {
    return ff_fail(error, FF_ERR_NOT_FOUND, path, FF_NO_OFFSET, "there is no journal yet");
}

static ff_code newer(const char *path, int64_t version, int count, ff_error *error) {
    return ff_fail(error, FF_ERR_NEWER_JOURNAL, path, FF_NO_OFFSET,
                   "it is of version %lld, this footfall knows versions up to %d",
                   (long long)version, count);
}

ff_code ff_store_judge(const char *path, int64_t application, int64_t version,
                       const ff_migrations *migrations, ff_error *error) {
    if (application != FF_STORE_APPLICATION_ID) {
        return not_ours(path, "it is a SQLite file of another program", error);
    }
    if (version > migrations->count) {
        return newer(path, version, migrations->count, error);
    }
    return version >= 1 ? FF_OK
                        : ff_fail(error, FF_ERR_DAMAGED_JOURNAL, path, FF_NO_OFFSET,
                                  "its version number is wrong");
}

/* Reads through SQLite's own file layer: closing a file of our own would drop the locks that
 * another connection of this process holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
 * What the file is too short for stays 0. */
static ff_code read_header(const ff_allocator *allocator, const char *path,
                           unsigned char header[FF_STORE_HEADER_SIZE], ff_error *error) {
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    size_t handle_size = (size_t)vfs->szOsFile;
    sqlite3_file *file = allocator->allocate(allocator->user, handle_size);
    const char *name = sqlite3_create_filename(path, "", "", 0, NULL);
    ff_code code = FF_OK;
    if (file == NULL || name == NULL) {
        code = ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    } else {
        memset(file, 0, handle_size);
        int flags = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY;
        int result = vfs->xOpen(vfs, name, file, flags, NULL);
        if (result == SQLITE_OK) {
            result = file->pMethods->xRead(file, header, FF_STORE_HEADER_SIZE, 0);
        }
        if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ) {
            code = ff_fail(error, FF_ERR_READ, path, FF_NO_OFFSET, "the file cannot be read");
        }
        if (file->pMethods != NULL) {
            file->pMethods->xClose(file);
        }
    }
    sqlite3_free_filename(name);
    allocator->release(allocator->user, file);
    return code;
}

static ff_code look(const ff_allocator *allocator, const char *path,
                    const ff_migrations *migrations, found *what, ff_error *error) {
    struct stat status;
    *what = NOTHING;
    if (stat(path, &status) != 0) {
        return errno == ENOENT
                   ? FF_OK
                   : ff_fail(error, FF_ERR_READ, path, FF_NO_OFFSET, "%s", strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return not_ours(path, S_ISDIR(status.st_mode) ? "it is a folder" : "it is not a file",
                        error);
    }
    if (status.st_size == 0) {
        *what = EMPTY;
        return FF_OK;
    }
    unsigned char header[FF_STORE_HEADER_SIZE] = {0};
    ff_code code = read_header(allocator, path, header, error);
    if (code != FF_OK) {
        return code;
    }
    if (memcmp(header, magic, sizeof magic) != 0) {
        return not_ours(path, "it is not a SQLite file", error);
    }
    int64_t application = ff_store_header_application(header);
    *what = application == FF_STORE_APPLICATION_ID ? JOURNAL : NOTHING;
    return ff_store_judge(path, application, ff_store_header_version(header), migrations, error);
}

/* ---- making it ---- */

static ff_code cannot_make(const char *path, ff_error *error) {
    int reason = errno;
    return ff_fail(error, ff_folder_write_code(reason), path, FF_NO_OFFSET, "cannot be made: %s",
                   strerror(reason));
}

/* Makes the folders that a file at path needs. path is changed and changed back. */
static ff_code make_folders(char *path, ff_error *error) {
    char *slash = strrchr(path, '/');
    if (slash == NULL || slash == path) {
        return FF_OK;
    }
    *slash = '\0';
    ff_code code = ff_folder_make(path, error);
    *slash = '/';
    return code;
}

/* The file is there, and the runner's alone, before SQLite puts a byte into it; what SQLite makes
 * beside it gets the same mode. */
static ff_code make_file(char *path, found what, ff_error *error) {
    if (what == EMPTY) {
        return chmod(path, S_IRUSR | S_IWUSR) == 0 ? FF_OK : cannot_make(path, error);
    }
    ff_code code = make_folders(path, error);
    if (code != FF_OK) {
        return code;
    }
    int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) {
        return errno == EEXIST ? FF_OK : cannot_make(path, error); /* another was quicker */
    }
    close(file);
    return FF_OK;
}

/* ---- connecting ---- */

/* The path as a URI: some builds of SQLite read a file name that begins with "file:" as one, so
 * every path is made one. */
void ff_store_uri(ff_text *uri, const char *path, const char *how) {
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-";
    ff_text_add(uri, path[0] == '/' ? "file://" : "file:");
    for (const char *c = path; *c != '\0'; c++) {
        if (strchr(plain, *c) != NULL) {
            ff_text_add_char(uri, *c);
        } else {
            ff_text_addf(uri, "%%%02X", (unsigned)(unsigned char)*c);
        }
    }
    ff_text_add(uri, how);
}

static ff_code connect_to(ff_journal *journal, const char *name, ff_error *error) {
    int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    int result = sqlite3_open_v2(name, &journal->db, flags, NULL);
    if (journal->db == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    return result == SQLITE_OK ? FF_OK : ff_sql_fail(journal, result, error);
}

static void disconnect(ff_journal *journal) {
    ff_sql_forget(journal);
    sqlite3_close(journal->db);
    journal->db = NULL;
}

/* A journal may come from anywhere: it must not make SQLite run anything of its own. */
static ff_code configure(ff_journal *journal, ff_error *error) {
    sqlite3 *db = journal->db;
    sqlite3_busy_timeout(db, FF_JOURNAL_PATIENCE_MS);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    static const char *const pragmas[] = {
        "PRAGMA foreign_keys = ON",   "PRAGMA synchronous = FULL", "PRAGMA cell_size_check = ON",
        "PRAGMA page_size = 8192",    /* of a new one: series fit better, and take fewer writes */
        "PRAGMA temp_store = MEMORY", /* nothing of a runner in /tmp */
    };
    ff_code code = FF_OK;
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas && code == FF_OK; i++) {
        code = ff_sql_do(journal, pragmas[i], error);
    }
    return code;
}

/* The first look into the file through SQLite: what the logs beside it hold counts too. A file
 * without a page is one that is being made, or whose making was broken off and is now undone. */
static ff_code examine(ff_journal *journal, ff_journal_mode mode, const ff_migrations *migrations,
                       ff_error *error) {
    int64_t application = 0, version = 0, pages = 0;
    ff_code code = ff_sql_number(journal, "PRAGMA application_id", &application, error);
    if (code == FF_OK) {
        code = ff_sql_number(journal, "PRAGMA user_version", &version, error);
    }
    if (code == FF_OK) {
        code = ff_sql_number(journal, "PRAGMA page_count", &pages, error);
    }
    if (code != FF_OK) {
        return code;
    }
    if (pages == 0) {
        return mode == FF_JOURNAL_WRITE ? FF_OK : none_yet(journal->path, error);
    }
    return ff_store_judge(journal->path, application, version, migrations, error);
}

static ff_code connect_and_examine(ff_journal *journal, ff_journal_mode mode, bool immutable,
                                   const ff_migrations *migrations, ff_error *error) {
    ff_text uri;
    ff_text_init(&uri, journal->allocator);
    ff_store_uri(&uri, journal->path, immutable ? "?immutable=1" : "");
    ff_code code = ff_text_check(&uri, error);
    if (code == FF_OK) {
        code = connect_to(journal, uri.data, error);
    }
    ff_text_free(&uri);
    if (code == FF_OK) {
        code = configure(journal, error);
    }
    if (code == FF_OK) {
        code = examine(journal, mode, migrations, error);
    }
    if (code != FF_OK && journal->db != NULL) {
        /* Leave everything as it is, the write-ahead log too. */
        sqlite3_db_config(journal->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        disconnect(journal);
    }
    return code;
}

/* Whether the write-ahead log beside the journal holds anything. */
static bool has_log(const ff_journal *journal) {
    ff_arena arena;
    ff_arena_init(&arena, journal->allocator);
    const char *path = ff_arena_printf(&arena, "%s-wal", journal->path);
    struct stat status;
    bool has = path == NULL || (stat(path, &status) == 0 && status.st_size > 0);
    ff_arena_free(&arena);
    return has;
}

/* Where no file can be made beside the journal SQLite cannot share it with others; with nothing
 * in the log it can still be read as it stands. */
static ff_code connect_for_reading(ff_journal *journal, const ff_migrations *migrations,
                                   ff_error *error) {
    ff_code code = connect_and_examine(journal, FF_JOURNAL_READ, false, migrations, error);
    if (code != FF_ERR_READ_ONLY && code != FF_ERR_DISK_FULL && code != FF_ERR_WRITE) {
        return code;
    }
    if (has_log(journal)) {
        return ff_fail(error, code, journal->path, FF_NO_OFFSET,
                       "its last changes wait in \"%s-wal\" and cannot be joined to it here",
                       journal->path);
    }
    return connect_and_examine(journal, FF_JOURNAL_READ, true, migrations, error);
}

/* SQLite gives what it makes beside a journal the journal's own mode, and would leave a shared
 * memory behind that stays write-protected when the journal no longer is. */
static ff_code check_writable(const char *path, ff_error *error) {
    return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 || errno != EACCES
               ? FF_OK
               : ff_fail(error, FF_ERR_READ_ONLY, path, FF_NO_OFFSET,
                         "the file is write-protected");
}

static ff_code connect_for_writing(ff_journal *journal, const ff_migrations *migrations, found what,
                                   ff_error *error) {
    ff_code code = what == JOURNAL ? check_writable(journal->path, error)
                                   : make_file(journal->path, what, error);
    if (code == FF_OK) {
        code = connect_and_examine(journal, FF_JOURNAL_WRITE, false, migrations, error);
    }
    if (code == FF_OK && sqlite3_db_readonly(journal->db, "main") == 1) {
        disconnect(journal);
        code = ff_fail(error, FF_ERR_READ_ONLY, journal->path, FF_NO_OFFSET,
                       "the file is write-protected");
    }
    return code;
}

/* ---- opening ---- */

/* A journal that another footfall holds at this moment keeps the log it has: both kinds of log
 * lose nothing, and the next opening tries again. */
static ff_code use_write_ahead_log(ff_journal *journal, ff_error *error) {
    ff_code code = ff_sql_do(journal, "PRAGMA journal_mode = WAL", error);
    if (code == FF_ERR_BUSY) {
        ff_error_clear(error);
        code = FF_OK;
    }
    return code;
}

static ff_code open_file(ff_journal *journal, ff_journal_mode mode, const ff_migrations *migrations,
                         ff_error *error) {
    found what = NOTHING;
    if (journal->path[0] == '\0') {
        return ff_fail(error, FF_ERR_NOT_FOUND, NULL, FF_NO_OFFSET, "the journal has no name");
    }
    ff_code code = look(journal->allocator, journal->path, migrations, &what, error);
    if (code != FF_OK) {
        return code;
    }
    if (mode == FF_JOURNAL_WRITE) {
        code = connect_for_writing(journal, migrations, what, error);
    } else if (what == JOURNAL) {
        code = connect_for_reading(journal, migrations, error);
    } else {
        code = none_yet(journal->path, error);
    }
    if (code == FF_OK) {
        code = ff_store_migrate(journal, migrations, error);
    }
    if (code == FF_OK && mode == FF_JOURNAL_WRITE) {
        code = use_write_ahead_log(journal, error);
    }
    return code;
}

static ff_code open_in_memory(ff_journal *journal, const ff_migrations *migrations,
                              ff_error *error) {
    ff_code code = connect_to(journal, FF_JOURNAL_IN_MEMORY, error);
    if (code == FF_OK) {
        code = configure(journal, error);
    }
    return code == FF_OK ? ff_store_migrate(journal, migrations, error) : code;
}

static ff_journal *make_journal(const ff_context *context, const char *path) {
    const ff_allocator *allocator = ff_context_allocator(context);
    ff_journal *journal = allocator->allocate(allocator->user, sizeof *journal);
    size_t size = strlen(path) + 1;
    char *copy = allocator->allocate(allocator->user, size);
    if (journal == NULL || copy == NULL) {
        allocator->release(allocator->user, journal);
        allocator->release(allocator->user, copy);
        return NULL;
    }
    memcpy(copy, path, size);
    *journal = (ff_journal){.context = context, .allocator = allocator, .path = copy};
    ff_series_packer_init(&journal->packer, allocator);
    return journal;
}

ff_code ff_store_open(const ff_context *context, const char *path, ff_journal_mode mode,
                      const ff_migrations *migrations, ff_journal **journal, ff_error *error) {
    *journal = NULL;
    ff_journal *made = make_journal(context, path);
    if (made == NULL) {
        return ff_fail(error, FF_ERR_MEMORY, NULL, FF_NO_OFFSET, "not enough memory");
    }
    ff_code code = strcmp(path, FF_JOURNAL_IN_MEMORY) == 0
                       ? open_in_memory(made, migrations, error)
                       : open_file(made, mode, migrations, error);
    if (code == FF_OK && mode == FF_JOURNAL_READ) {
        code = ff_sql_do(made, "PRAGMA query_only = ON", error);
    }
    if (code != FF_OK) {
        ff_journal_close(made);
        return code;
    }
    *journal = made;
    return FF_OK;
}

ff_code ff_journal_open(const ff_context *context, const char *path, ff_journal_mode mode,
                        ff_journal **journal, ff_error *error) {
    return ff_store_open(context, path, mode, &ff_journal_migrations, journal, error);
}

void ff_journal_close(ff_journal *journal) {
    if (journal != NULL) {
        const ff_allocator *allocator = journal->allocator;
        disconnect(journal);
        ff_series_packer_free(&journal->packer);
        allocator->release(allocator->user, journal->path);
        allocator->release(allocator->user, journal);
    }
}

const char *ff_journal_path(const ff_journal *journal) {
    return journal->path;
}

ff_code ff_store_check(ff_journal *journal, const char *pragma, ff_error *error) {
    ff_sql sql = ff_sql_begin(journal, pragma, error);
    bool sound =
        ff_sql_row(&sql) && strcmp((const char *)sqlite3_column_text(sql.statement, 0), "ok") == 0;
    if (!sound && sql.code == FF_OK) {
        sql.code = ff_fail(error, FF_ERR_DAMAGED_JOURNAL, journal->path, FF_NO_OFFSET,
                           "its structure is not sound");
    }
    return ff_sql_end(&sql);
}

ff_code ff_journal_check(ff_journal *journal, ff_error *error) {
    return ff_store_check(journal, "PRAGMA quick_check(1)", error);
}
