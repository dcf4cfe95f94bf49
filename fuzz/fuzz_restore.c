/* Fuzz target: any bytes as an export to put back.
 *
 * What is put back is a journal that can be read: every question to it is answered, or it says that
 * it is damaged; what is not put back leaves it empty.
 */
#include "app/restore.h"
#include "journal/rows.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool truth) {
    if (!truth) {
        abort();
    }
}

static void ask(ff_app *app, ff_code (*question)(ff_app *, ff_format, ff_reply *, ff_error *)) {
    ff_reply reply;
    ff_error error;
    ff_reply_init(&reply, NULL);
    ff_code code = question(app, FF_AS_JSON, &reply, &error);
    demand(code == FF_OK || code == FF_ERR_DAMAGED_JOURNAL);
    ff_reply_free(&reply);
}

/* Making a journal takes far longer than finding out that a text is no export, so one that is still
 * empty after an input serves the next. */
static ff_app *empty_app;

static void put_back(ff_bytes *bytes) {
    ff_error error;
    size_t rows;
    bool empty = true;
    if (ff_restore_bytes(empty_app, NULL, bytes, &rows, &error) == FF_OK) {
        ask(empty_app, ff_app_runs);
        ask(empty_app, ff_app_why);
        ask(empty_app, ff_app_imports);
        ff_app_close(empty_app);
        empty_app = NULL;
    } else {
        demand(ff_journal_is_empty(empty_app->journal, &empty, &error) == FF_OK);
        demand(empty);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_bytes bytes;
    ff_error error;
    if (empty_app == NULL) {
        demand(ff_app_open(NULL, ":memory:", &empty_app, &error) == FF_OK);
    }
    ff_bytes_of_memory(&bytes, data, size, "fuzz");
    put_back(&bytes);
    return 0;
}
