/* cairo and pango, opened when a PDF is asked for, in the manner of the page server's library. */
#include "face/cli/pdf.h"

#include <dlfcn.h>
#include <string.h>

#ifdef __APPLE__
#define LIBRARY(name, version) "lib" name "." version ".dylib"
#else
#define LIBRARY(name, version) "lib" name ".so." version
#endif

static ff_code refuse(ff_error *error, const char *file) {
    const char *why = dlerror();
    return ff_fail(error, FF_ERR_READ, NULL, FF_NO_OFFSET,
                   "drawing a PDF needs libraries (libcairo2, libpangocairo-1.0-0): %s; or write "
                   "the page (--html FILE) and print it from a browser",
                   why != NULL ? why : file);
}

ff_code pdf_library_open(pdf_library *library, ff_error *error) {
    void *found, *handle;
#define OPEN(file)                                                                                 \
    handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);                                                  \
    if (handle == NULL) {                                                                          \
        return refuse(error, file);                                                                \
    }
#define FIND(name)                                                                                 \
    found = dlsym(handle, #name);                                                                  \
    if (found == NULL) {                                                                           \
        return refuse(error, #name);                                                               \
    }                                                                                              \
    memcpy(&library->name, &found, sizeof found); /* ISO C has no cast between the two */
    OPEN(LIBRARY("cairo", "2"))
    PDF_CAIRO(FIND)
    OPEN(LIBRARY("pango-1.0", "0"))
    PDF_PANGO(FIND)
    OPEN(LIBRARY("pangocairo-1.0", "0"))
    PDF_PANGO_CAIRO(FIND)
    OPEN(LIBRARY("gobject-2.0", "0"))
    PDF_GOBJECT(FIND)
#undef FIND
#undef OPEN
    return FF_OK;
}
