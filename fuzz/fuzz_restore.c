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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    ff_app *app;
    ff_bytes bytes;
    ff_error error;
    size_t rows;
    bool empty = true;
    demand(ff_app_open(NULL, ":memory:", &app, &error) == FF_OK);
    ff_bytes_of_memory(&bytes, data, size, "fuzz");
    if (ff_restore_bytes(app, &bytes, &rows, &error) == FF_OK) {
        ask(app, ff_app_runs);
        ask(app, ff_app_why);
        ask(app, ff_app_imports);
    } else {
        demand(ff_journal_is_empty(app->journal, &empty, &error) == FF_OK);
        demand(empty);
    }
    ff_app_close(app);
    return 0;
}
