#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Deeper than any real export, and far from the end of the stack. */
#define MAX_DEPTH 64

typedef struct {
    ff_arena *arena;
    ff_path_list *list;
    size_t room, trouble_room;
    ff_error *error;
} walk;

static ff_code add_path(walk *w, const char *path) {
    if (w->list->count == w->room) {
        size_t room = w->room > 0 ? w->room * 2 : 64;
        const char **items =
            ff_arena_grow(w->arena, w->list->items, w->list->count, room, sizeof *items);
        if (items == NULL) {
            return ff_arena_check(w->arena, w->error);
        }
        w->list->items = items;
        w->room = room;
    }
    w->list->items[w->list->count++] = path;
    return FF_OK;
}

/* Below the path that was given nothing but a lack of memory ends the walk. */
static ff_code note_trouble(walk *w, ff_code code, const char *path, const char *message) {
    ff_path_list *list = w->list;
    if (list->trouble_count == w->trouble_room) {
        size_t room = w->trouble_room > 0 ? w->trouble_room * 2 : 8;
        ff_path_trouble *troubles =
            ff_arena_grow(w->arena, list->troubles, list->trouble_count, room, sizeof *troubles);
        if (troubles == NULL) {
            return ff_arena_check(w->arena, w->error);
        }
        list->troubles = troubles;
        w->trouble_room = room;
    }
    list->troubles[list->trouble_count++] =
        (ff_path_trouble){path, code, ff_arena_copy(w->arena, message)};
    return ff_arena_check(w->arena, w->error);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted: the order must not depend on the file system. */
static ff_code read_names(walk *w, const char *path, const char ***names, size_t *count) {
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return ff_fail(w->error, FF_ERR_READ, path, FF_NO_OFFSET, "folder cannot be opened: %s",
                       strerror(errno));
    }
    size_t room = 0;
    *names = NULL;
    *count = 0;
    ff_code code = FF_OK;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(folder);
        if (entry == NULL) {
            if (errno != 0) {
                code = ff_fail(w->error, FF_ERR_READ, path, FF_NO_OFFSET,
                               "folder cannot be read: %s", strerror(errno));
            }
            break;
        }
        if (entry->d_name[0] == '.') {
            continue;
        }
        if (*count == room) {
            room = room > 0 ? room * 2 : 64;
            *names = ff_arena_grow(w->arena, *names, *count, room, sizeof **names);
        }
        if (*names != NULL) {
            (*names)[(*count)++] = ff_arena_copy(w->arena, entry->d_name);
        }
        code = ff_arena_check(w->arena, w->error);
        if (code != FF_OK) {
            break;
        }
    }
    closedir(folder);
    if (code == FF_OK && *count > 1) {
        qsort(*names, *count, sizeof **names, by_name);
    }
    return code;
}

static ff_code walk_folder(walk *w, const char *path, int depth);

static ff_code walk_path(walk *w, const char *path, int depth) {
    struct stat status;
    int failed = depth == 0 ? stat(path, &status) : lstat(path, &status);
    if (failed != 0) {
        ff_code code = errno == ENOENT || errno == ENOTDIR ? FF_ERR_NOT_FOUND : FF_ERR_READ;
        return ff_fail(w->error, code, path, FF_NO_OFFSET, "%s", strerror(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        return walk_folder(w, path, depth);
    }
    if (S_ISLNK(status.st_mode)) { /* a link to a file counts, a link to a folder does not */
        if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
            return FF_OK;
        }
    }
    return S_ISREG(status.st_mode) || depth == 0 ? add_path(w, path) : FF_OK;
}

static ff_code walk_folder(walk *w, const char *path, int depth) {
    if (depth >= MAX_DEPTH) {
        return ff_fail(w->error, FF_ERR_LIMIT, path, FF_NO_OFFSET, "folders lie more than %d deep",
                       MAX_DEPTH);
    }
    const char **names = NULL;
    size_t count = 0;
    ff_code code = read_names(w, path, &names, &count);
    size_t length = strlen(path);
    const char *slash = length > 0 && path[length - 1] == '/' ? "" : "/";
    for (size_t i = 0; i < count && code == FF_OK; i++) {
        const char *child = ff_arena_printf(w->arena, "%s%s%s", path, slash, names[i]);
        code = ff_arena_check(w->arena, w->error);
        if (code == FF_OK) {
            code = walk_path(w, child, depth + 1);
        }
        if (code != FF_OK && code != FF_ERR_MEMORY) {
            code = note_trouble(w, code, child, w->error->message);
        }
    }
    return code;
}

ff_code ff_folder_files(ff_arena *arena, const char *path, ff_path_list *list, ff_error *error) {
    *list = (ff_path_list){0};
    ff_error own_error; /* the walk needs its words */
    walk w = {.arena = arena, .list = list, .error = &own_error};
    const char *own = ff_arena_copy(arena, path);
    ff_code code = ff_arena_check(arena, &own_error);
    if (code == FF_OK) {
        code = walk_path(&w, own, 0);
    }
    return code == FF_OK
               ? FF_OK
               : ff_fail(error, code, own_error.where, FF_NO_OFFSET, "%s", own_error.message);
}

ff_code ff_folder_write_code(int system_error) {
    switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return FF_ERR_DISK_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
        return FF_ERR_READ_ONLY;
    default:
        return FF_ERR_WRITE;
    }
}

/* errno stays what it was. */
static bool is_folder(const char *path) {
    struct stat status;
    int kept = errno;
    bool folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    errno = kept;
    return folder;
}

ff_code ff_folder_make(const char *path, ff_error *error) {
    char part[4096];
    int length = snprintf(part, sizeof part, "%s", path);
    if (length <= 0 || (size_t)length >= sizeof part) {
        return ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "the path is empty or too long");
    }
    for (char *slash = part + 1;; slash++) {
        if (*slash != '/' && *slash != '\0') {
            continue;
        }
        char kept = *slash;
        *slash = '\0';
        if (mkdir(part, 0700) != 0 && !is_folder(part)) {
            return ff_fail(error, ff_folder_write_code(errno), part, FF_NO_OFFSET,
                           "cannot be made: %s", strerror(errno));
        }
        *slash = kept;
        if (kept == '\0') {
            return FF_OK;
        }
    }
}

/* 0, or the errno of what failed. */
static int write_all(int handle, const char *data, size_t size) {
    while (size > 0) {
        ssize_t n = write(handle, data, size);
        if (n < 0 && errno != EINTR) {
            return errno;
        }
        if (n > 0) {
            data += n;
            size -= (size_t)n;
        }
    }
    return 0;
}

static ff_code not_written(const char *path, int why, ff_error *error) {
    return ff_fail(error, ff_folder_write_code(why), path, FF_NO_OFFSET, "cannot be written: %s",
                   strerror(why));
}

ff_code ff_file_writer_begin(ff_file_writer *writer, const char *path, ff_error *error) {
    *writer = (ff_file_writer){.path = path, .handle = -1};
    int length = snprintf(writer->beside, sizeof writer->beside, "%s.part", path);
    if (length <= 0 || (size_t)length >= sizeof writer->beside) {
        return ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "the path is too long");
    }
    struct stat there; /* a device or a pipe would be replaced by a file, for everybody */
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) {
        return ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "is not a regular file");
    }
    writer->handle = open(writer->beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    return writer->handle >= 0 ? FF_OK : not_written(path, errno, error);
}

ff_code ff_file_writer_add(ff_file_writer *writer, const void *data, size_t size, ff_error *error) {
    int failed = write_all(writer->handle, data, size);
    return failed == 0 ? FF_OK : not_written(writer->path, failed, error);
}

ff_code ff_file_writer_finish(ff_file_writer *writer, ff_code code, ff_error *error) {
    int failed = code == FF_OK && fsync(writer->handle) != 0 ? errno : 0;
    if (close(writer->handle) != 0 && failed == 0) {
        failed = errno;
    }
    if (code == FF_OK && failed == 0 && rename(writer->beside, writer->path) != 0) {
        failed = errno;
    }
    if (code != FF_OK || failed != 0) {
        unlink(writer->beside);
    }
    return code == FF_OK && failed != 0 ? not_written(writer->path, failed, error) : code;
}

ff_code ff_file_write(const char *path, const void *data, size_t size, ff_error *error) {
    ff_file_writer writer;
    ff_code code = ff_file_writer_begin(&writer, path, error);
    return code == FF_OK
               ? ff_file_writer_finish(&writer, ff_file_writer_add(&writer, data, size, error),
                                       error)
               : code;
}

ff_code ff_file_remove(const char *path, ff_error *error) {
    if (unlink(path) != 0 && errno != ENOENT) {
        return ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "cannot be removed: %s",
                       strerror(errno));
    }
    return FF_OK;
}

int64_t ff_file_size(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) ? (int64_t)status.st_size : -1;
}

bool ff_folder_is(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

ff_code ff_file_append(const char *path, int64_t at, const void *data, size_t size,
                       ff_error *error) {
    int flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC | (at == 0 ? O_CREAT : 0);
    int handle = open(path, flags, 0600);
    if (handle < 0) {
        return not_written(path, errno, error);
    }
    struct stat status;
    if (fstat(handle, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size != (off_t)at) {
        close(handle);
        return ff_fail(error, FF_ERR_VALUE, path, FF_NO_OFFSET, "has not %lld bytes",
                       (long long)at);
    }
    int failed = write_all(handle, data, size);
    /* What cannot be taken back makes the length another one, which the next call finds. */
    bool whole = failed == 0 || ftruncate(handle, (off_t)at) == 0;
    if (close(handle) != 0 && failed == 0) {
        failed = errno;
        whole = truncate(path, (off_t)at) == 0;
    }
    if (!whole || (failed != 0 && at == 0)) {
        unlink(path);
    }
    return failed == 0 ? FF_OK : not_written(path, failed, error);
}

ff_code ff_file_rename(const char *path, const char *to, ff_error *error) {
    return rename(path, to) == 0 ? FF_OK : not_written(to, errno, error);
}

/* The lock's file is in the folder and goes with it. */
#define LOCK "lock"

static ff_code check_own(const char *path, ff_error *error) {
    struct stat status;
    bool own = lstat(path, &status) == 0 && S_ISDIR(status.st_mode) &&
               status.st_uid == geteuid() && (status.st_mode & 077) == 0;
    return own ? FF_OK
               : ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET,
                         "is not a folder that only you may look into; move it away");
}

ff_code ff_folder_lock(const char *path, int *lock, ff_error *error) {
    char file[4096];
    *lock = -1;
    int length = snprintf(file, sizeof file, "%s/" LOCK, path);
    if (length <= 0 || (size_t)length >= sizeof file) {
        return ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "the path is too long");
    }
    ff_code code = ff_folder_make(path, error);
    code = code == FF_OK ? check_own(path, error) : code;
    if (code != FF_OK) {
        return code;
    }
    int handle = open(file, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (handle < 0) {
        return not_written(file, errno, error);
    }
    if (flock(handle, LOCK_EX | LOCK_NB) != 0) {
        code = errno == EWOULDBLOCK ? ff_fail(error, FF_ERR_BUSY, path, FF_NO_OFFSET,
                                              "is in use by another footfall")
                                    : not_written(file, errno, error);
        close(handle);
        return code;
    }
    *lock = handle;
    return FF_OK;
}

void ff_folder_unlock(int lock) {
    if (lock >= 0) {
        close(lock);
    }
}

static ff_code remove_at(const char *path, int depth, ff_error *error);

static ff_code remove_entries(const char *path, int depth, ff_error *error) {
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "cannot be removed: %s",
                       strerror(errno));
    }
    ff_code code = FF_OK;
    const struct dirent *entry;
    while (code == FF_OK && (entry = readdir(folder)) != NULL) {
        char child[4096];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        int length = snprintf(child, sizeof child, "%s/%s", path, entry->d_name);
        code = length > 0 && (size_t)length < sizeof child
                   ? remove_at(child, depth + 1, error)
                   : ff_fail(error, FF_ERR_LIMIT, path, FF_NO_OFFSET, "holds a path that is too long");
    }
    closedir(folder);
    return code;
}

static ff_code remove_at(const char *path, int depth, ff_error *error) {
    struct stat status;
    if (lstat(path, &status) != 0) {
        return FF_OK;
    }
    if (!S_ISDIR(status.st_mode)) {
        return ff_file_remove(path, error);
    }
    if (depth >= MAX_DEPTH) {
        return ff_fail(error, FF_ERR_LIMIT, path, FF_NO_OFFSET, "folders lie more than %d deep",
                       MAX_DEPTH);
    }
    ff_code code = remove_entries(path, depth, error);
    if (code == FF_OK && rmdir(path) != 0) {
        code = ff_fail(error, FF_ERR_WRITE, path, FF_NO_OFFSET, "cannot be removed: %s",
                       strerror(errno));
    }
    return code;
}

ff_code ff_folder_remove(const char *path, ff_error *error) {
    return remove_at(path, 0, error);
}
