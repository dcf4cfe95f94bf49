/* data, copy, forget: what is kept and where, a copy of it, and its end. */
#include "app/data.h"

#include "app/incoming.h"
#include "app/outgoing.h"
#include "base/json.h"
#include "journal/rows.h"
#include "journal/whole.h"

#include <string.h>

/* ---- what there is ---- */

typedef struct {
    const ff_app *app;
    ff_journal_contents contents;
    ff_journal_old_copies old;
    bool empty; /* a copy could be brought back */
} holdings;

static ff_code look(const ff_app *app, ff_arena *arena, holdings *found, ff_error *error) {
    *found = (holdings){.app = app};
    ff_code code = ff_journal_look(app->journal, &found->contents, error);
    if (code == FF_OK) {
        code = ff_journal_is_empty(app->journal, &found->empty, error);
    }
    return code == FF_OK ? ff_journal_old(app->journal, arena, &found->old, error) : code;
}

typedef struct {
    const char *name; /* in JSON */
    const char *one, *many;
    size_t count;
} counted;

#define COUNTED 8

static void count(const ff_journal_contents *c, counted list[COUNTED]) {
    const counted all[COUNTED] = {
        {"runs", "run", "runs", c->runs},
        {"marked", "run of which you said whether a foot went numb",
         "runs of which you said whether a foot went numb", c->onsets},
        {"answers", "answer to a question", "answers to questions", c->answers},
        {"measures", "measure of your feet and shoes", "measures of your feet and shoes",
         c->figures},
        {"shoes", "shoe", "shoes", c->shoes},
        {"trials", "trial", "trials", c->trials},
        {"plans", "plan", "plans", c->plans},
        {"files", "file in the log of what was imported", "files in the log of what was imported",
         c->files}};
    memcpy(list, all, sizeof all);
}

static void write_counts_json(const ff_journal_contents *contents, ff_json *json) {
    counted list[COUNTED];
    count(contents, list);
    for (size_t i = 0; i < COUNTED; i++) {
        ff_json_name(json, list[i].name);
        ff_json_uint(json, list[i].count);
    }
}

ff_code ff_data_counts(ff_journal *journal, ff_json *json, ff_error *error) {
    ff_journal_contents contents;
    ff_code code = ff_journal_look(journal, &contents, error);
    if (code == FF_OK) {
        write_counts_json(&contents, json);
    }
    return code;
}

static void write_json(const holdings *found, ff_json *json) {
    ff_json_object(json);
    ff_json_text_member(json, "journal", ff_journal_file(found->app->journal));
    ff_json_name(json, "bytes");
    ff_json_int(json, found->contents.bytes);
    ff_json_name(json, "empty");
    ff_json_bool(json, found->empty);
    write_counts_json(&found->contents, json);
    ff_json_name(json, "old_copies");
    ff_json_array(json);
    for (size_t i = 0; i < found->old.count; i++) {
        ff_json_text(json, found->old.paths[i]);
    }
    ff_json_end_array(json);
    ff_json_end_object(json);
}

static void write_counts(const holdings *found, ff_text *text) {
    counted list[COUNTED];
    bool any = false;
    count(&found->contents, list);
    for (size_t i = 0; i < COUNTED; i++) {
        if (list[i].count > 0) {
            ff_text_addf(text, "  %6zu  %s\n", list[i].count,
                         list[i].count == 1 ? list[i].one : list[i].many);
            any = true;
        }
    }
    ff_text_add(text, any ? "" : "  nothing yet\n");
}

static void write_old(const holdings *found, ff_text *text) {
    for (size_t i = 0; i < found->old.count; i++) {
        ff_text_addf(text, "A copy from before an update of footfall: %s\n", found->old.paths[i]);
    }
}

static void write_text(const holdings *found, ff_text *text) {
    const char *program = found->app->program;
    ff_text_addf(text,
                 "Everything footfall knows of you is in one file (%.1f MB):\n  %s\nIt holds\n",
                 (double)found->contents.bytes / 1e6, ff_journal_file(found->app->journal));
    write_counts(found, text);
    write_old(found, text);
    ff_text_wrap(text, "",
                 "Only your own account on this computer may read it. footfall sends nothing "
                 "anywhere. A backup of this computer, or a folder that is kept in step with a "
                 "cloud, may copy the file all the same.",
                 FF_TEXT_WIDTH);
    ff_text_addf(text,
                 "Save a copy:        %s copy FILE\n"
                 "Take it elsewhere:  %s export FOLDER\n"
                 "Forget everything:  %s forget\n",
                 program, program, program);
}

ff_code ff_app_data(ff_app *app, ff_format format, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    holdings found;
    ff_code code = look(app, &arena, &found, error);
    if (code == FF_OK && format == FF_AS_JSON) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        write_json(&found, &json);
        ff_text_add_char(&reply->text, '\n');
    } else if (code == FF_OK) {
        write_text(&found, &reply->text);
    }
    return ff_app_end(&arena, code, reply, error);
}

/* ---- a copy ---- */

ff_code ff_app_copy(ff_app *app, const char *path, ff_format format, ff_reply *reply,
                    ff_error *error) {
    ff_code code = ff_journal_copy(app->journal, path, error);
    if (code != FF_OK) {
        return code;
    }
    if (format == FF_AS_JSON) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        ff_json_object(&json);
        ff_json_text_member(&json, "copy", path);
        ff_json_end_object(&json);
        ff_text_add_char(&reply->text, '\n');
    } else {
        ff_text_addf(&reply->text,
                     "A copy of everything is in %s\n"
                     "It is a journal of its own: %s --journal '%s' runs\n",
                     path, app->program, path);
    }
    return ff_text_check(&reply->text, error);
}

ff_code ff_scratch_folder(const ff_context *context, ff_error *error) {
    return context != NULL && context->scratch_folder != NULL
               ? FF_OK
               : ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                         "there is no folder here in which a file could be made");
}

ff_code ff_copy_bytes(ff_app *app, ff_bytes *bytes, ff_error *error) {
    ff_code code = ff_scratch_folder(app->context, error);
    return code == FF_OK ? ff_journal_copy_bytes(app->journal, app->context->scratch_folder,
                                                 "the copy", bytes, error)
                         : code;
}

/* ---- its end ---- */

static void write_after(ff_text *text) {
    ff_text_wrap(text, "",
                 "What footfall cannot reach is still there: copies and exports that you saved, "
                 "backups of this computer, calendars that you took in, the files of your watch, "
                 "and the made-up runner of the demo.",
                 FF_TEXT_WIDTH);
}

static void tell_forgotten(const holdings *before, ff_format format, ff_reply *reply) {
    if (format == FF_AS_JSON) {
        ff_json json;
        ff_json_init(&json, &reply->text);
        ff_json_object(&json);
        ff_json_name(&json, "forgotten");
        write_json(before, &json);
        ff_json_end_object(&json);
        ff_text_add_char(&reply->text, '\n');
        return;
    }
    ff_text_add(&reply->text, "Forgotten:\n");
    write_counts(before, &reply->text);
    ff_text_addf(&reply->text, "%s is empty now, and can be used again.\n",
                 ff_journal_file(before->app->journal));
    write_after(&reply->text);
}

ff_code ff_app_forget_ask(ff_app *app, ff_reply *reply, ff_error *error) {
    ff_arena arena;
    ff_app_arena(app, &arena);
    holdings found;
    ff_code code = look(app, &arena, &found, error);
    if (code == FF_OK) {
        ff_text_addf(&reply->text, "This empties %s for good. It holds\n",
                     ff_journal_file(app->journal));
        write_counts(&found, &reply->text);
        write_old(&found, &reply->text);
        ff_text_addf(&reply->text,
                     "Nobody can bring that back. To save a copy first: %s copy FILE\n",
                     app->program);
        write_after(&reply->text);
        ff_text_add(&reply->text, "To go on, type: " FF_FORGET_WORDS "\n");
    }
    return ff_app_end(&arena, code, reply, error);
}

ff_code ff_app_forget(ff_app *app, const char *words, ff_format format, ff_reply *reply,
                      ff_error *error) {
    if (words == NULL || strcmp(words, FF_FORGET_WORDS) != 0) {
        return ff_fail(error, FF_ERR_VALUE, "words", FF_NO_OFFSET,
                       "nothing was forgotten: the words are '" FF_FORGET_WORDS "'");
    }
    if (app->sample) {
        return ff_fail(
            error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
            "this is the made-up runner: nothing in it is yours to forget; go back to your "
            "own runs first");
    }
    ff_arena arena;
    ff_app_arena(app, &arena);
    holdings before;
    ff_code code = look(app, &arena, &before, error);
    if (code == FF_OK) {
        ff_incoming_close(app); /* files that were on their way in are forgotten as well */
        ff_outgoing_close(app); /* which holds the journal as it was */
        ff_app_sweep(app);
        code = ff_journal_forget(app->journal, error);
    }
    if (code == FF_OK) {
        tell_forgotten(&before, format, reply);
    }
    return ff_app_end(&arena, code, reply, error);
}
