/* The HTTP library, opened when a server is asked for. Linked in the usual way it would be loaded
 * at the start of every command, with the libraries of encryption behind it that nobody uses here:
 * half of what `footfall --version` took. */
#include "face/http/http.h"

#include <dlfcn.h>
#include <string.h>

#ifdef __APPLE__
#define LIBRARY "libmicrohttpd.12.dylib"
#else
#define LIBRARY "libmicrohttpd.so.12" /* 12: what the headers of 0.9 and 1.0 declare */
#endif

static ff_code refuse(ff_error *error) {
    const char *why = dlerror();
    return ff_fail(error, FF_ERR_READ, NULL, FF_NO_OFFSET, "the page server needs a library: %s",
                   why != NULL ? why : LIBRARY);
}

ff_code http_library_open(http_library *library, ff_error *error) {
    void *found, *handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) {
        return refuse(error);
    }
#define FIND(name)                                                                                 \
    found = dlsym(handle, "MHD_" #name);                                                           \
    if (found == NULL) {                                                                           \
        return refuse(error);                                                                      \
    }                                                                                              \
    memcpy(&library->name, &found, sizeof found); /* ISO C has no cast between the two */
    HTTP_LIBRARY(FIND)
#undef FIND
    return FF_OK;
}
