#include "app/sock.h"

#include "app/typed.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

const ff_measure ff_sock_medium = {2, 1};

static const struct {
    const char *name;
    double mm;
} socks[] = {{"none", 0}, {"thin", 1}, {"medium", 2}, {"thick", 3}};

bool ff_sock_of_name(const char *name, ff_measure *sock) {
    for (size_t i = 0; i < sizeof socks / sizeof *socks; i++) {
        size_t length = strlen(socks[i].name);
        if (strncasecmp(name, socks[i].name, length) == 0 &&
            !isalnum((unsigned char)name[length])) {
            *sock = (ff_measure){socks[i].mm, socks[i].mm > 0 ? 1 : 0};
            return true;
        }
    }
    return false;
}

ff_code ff_sock_parse(const char *text, ff_measure *sock, ff_error *error) {
    if (isalpha((unsigned char)text[0])) {
        return ff_sock_of_name(text, sock)
                   ? FF_OK
                   : ff_fail(error, FF_ERR_VALUE, "sock", FF_NO_OFFSET,
                             "a sock is none, thin, medium or thick, or its thickness in mm, not "
                             "'%.24s'",
                             text);
    }
    const ff_typed_limits limits = {"sock", "the thickness of a sock", "mm", 0, 10};
    sock->error_mm = 1;
    return ff_typed_number(text, &limits, &sock->mm, error);
}
