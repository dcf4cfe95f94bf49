/* The byte source over a file: the only place in the library that opens one to read. */
#include <footfall/bytes.h>

#include "base/folder.h"
#include "base/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static ff_code file_read(ff_bytes *bytes, int64_t offset, void *buffer, size_t count, size_t *got,
                         ff_error *error) {
    *got = 0;
    while (*got < count) {
        ssize_t n = pread((int)bytes->handle, (char *)buffer + *got, count - *got,
                          (off_t)(offset + (int64_t)*got));
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return ff_fail(error, FF_ERR_READ, bytes->name, offset + (int64_t)*got,
                           "reading failed: %s", strerror(errno));
        }
        if (n == 0) {
            break;
        }
        *got += (size_t)n;
    }
    return FF_OK;
}

static void file_close(ff_bytes *bytes) {
    close((int)bytes->handle);
}

ff_code ff_bytes_of_file(ff_bytes *bytes, const char *path, ff_error *error) {
    *bytes = (ff_bytes){0};
    /* Without O_NONBLOCK a named pipe would hang here for ever. */
    int handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0) {
        ff_code code = errno == ENOENT || errno == ENOTDIR ? FF_ERR_NOT_FOUND : FF_ERR_READ;
        return ff_fail(error, code, path, FF_NO_OFFSET, "cannot be opened: %s", strerror(errno));
    }
    struct stat status;
    if (fstat(handle, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(handle);
        return ff_fail(error, FF_ERR_READ, path, FF_NO_OFFSET, "is not a regular file");
    }
    *bytes = (ff_bytes){.read_at = file_read,
                        .close = file_close,
                        .size = (int64_t)status.st_size,
                        .name = path,
                        .handle = handle};
    return FF_OK;
}

ff_code ff_scratch_open(ff_bytes *bytes, const char *folder, const char *name, ff_error *error) {
    *bytes = (ff_bytes){0};
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/footfall-XXXXXX", folder);
    if (length <= 0 || (size_t)length >= sizeof path) {
        return ff_fail(error, FF_ERR_WRITE, folder, FF_NO_OFFSET, "the path is too long");
    }
    int handle = mkstemp(path); /* mode 0600 */
    if (handle < 0) {
        int reason = errno;
        return ff_fail(error, ff_folder_write_code(reason), name, FF_NO_OFFSET,
                       "it is unpacked into a scratch file, which cannot be made in %s: %s", folder,
                       strerror(reason));
    }
    unlink(path);
    fcntl(handle, F_SETFD, FD_CLOEXEC);
    *bytes = (ff_bytes){.read_at = file_read, .close = file_close, .name = name, .handle = handle};
    return FF_OK;
}

ff_code ff_scratch_add(ff_bytes *bytes, const void *data, size_t count, ff_error *error) {
    const char *at = data;
    while (count > 0) {
        ssize_t n = pwrite((int)bytes->handle, at, count, (off_t)bytes->size);
        if (n < 0 && errno != EINTR) {
            return ff_fail(error, ff_folder_write_code(errno), bytes->name, bytes->size,
                           "unpacking it into a scratch file failed: %s", strerror(errno));
        }
        if (n > 0) {
            at += n;
            count -= (size_t)n;
            bytes->size += n;
        }
    }
    return FF_OK;
}
