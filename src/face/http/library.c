/* The HTTP library, opened when a server is asked for. Linked in the usual way it would be loaded, with the nine
 * libraries of encryption behind it that nobody uses here, at the start of every command: half of what `footfall
 * --version` takes. */
#include "face/http/http.h"

#include <dlfcn.h>
#include <string.h>

#ifdef __APPLE__
#define LIBRARY "libmicrohttpd.12.dylib"
#else
#define LIBRARY "libmicrohttpd.so.12" /* 12: the interface that the headers of 0.9 and 1.0 declare */
#endif

static ff_code refuse(ff_error *error) {
    const char *why = dlerror();
    return ff_fail(error, FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                   "the page server needs a library that cannot be loaded: %s",
                   why != NULL ? why : LIBRARY);
}

ff_code http_library_open(http_library *library, ff_error *error) {
    *library = (http_library){.handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL)};
    if (library->handle == NULL) {
        return refuse(error);
    }
    void *found;
#define FIND(name)                                                                                 \
    found = dlsym(library->handle, "MHD_" #name);                                                  \
    if (found == NULL) {                                                                           \
        http_library_close(library);                                                               \
        return refuse(error);                                                                      \
    }                                                                                              \
    memcpy(&library->name, &found, sizeof found); /* ISO C has no cast between the two */
    HTTP_LIBRARY(FIND)
#undef FIND
    return FF_OK;
}

void http_library_close(http_library *library) {
    dlclose(library->handle);
    library->handle = NULL;
}
