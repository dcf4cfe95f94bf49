/* Import a folder of .fit files into a journal in memory and list the runs as JSON.
 *
 *     cc journal.c $(pkg-config --cflags --libs footfall) && ./a.out FOLDER */
#include <footfall/app.h>

#include <stdio.h>

static ff_code import_and_list(ff_app *app, const char *folder, ff_reply *reply, ff_error *error) {
    const char *paths[] = {folder};
    ff_import_request request = {.paths = paths, .path_count = 1, .format = FF_AS_JSON};
    ff_code code = ff_app_import(app, &request, reply, error);
    if (code == FF_OK) {
        ff_text_clear(&reply->text); /* the counts; here only the runs are wanted */
        code = ff_app_runs(app, FF_AS_JSON, reply, error);
    }
    return code;
}

int main(int argc, char **argv) {
    ff_context context = {0};
    ff_error error;
    ff_app *app;
    ff_reply reply;
    ff_reply_init(&reply, &context);
    ff_code code = ff_app_open(&context, ":memory:", &app, &error);
    if (code == FF_OK) {
        code = import_and_list(app, argc > 1 ? argv[1] : ".", &reply, &error);
    }
    if (code == FF_OK) {
        fputs(reply.text.data, stdout);
    } else {
        fprintf(stderr, "%s: %s. %s\n", error.where, error.message, ff_code_next_step(code));
    }
    ff_reply_free(&reply);
    ff_app_close(app);
    return code == FF_OK ? 0 : 1;
}
