#include "app/document_files.h"

#include "base/folder.h"
#include "report/document.h"

#include <string.h>

typedef struct kind {
    const char *name, *words;
    const char *path; /* NULL: not asked for */
} kind;

enum { KINDS = 2 };

static void find_kinds(const ff_document_files *files, kind kinds[KINDS]) {
    kinds[0] = (kind){"html", "a page for a browser", files->html};
    kinds[1] = (kind){"pdf", "a PDF to print or send", files->pdf};
}

static bool is_reply(const kind *k) {
    return k->path != NULL && strcmp(k->path, "-") == 0;
}

bool ff_document_files_wanted(const ff_document_files *files) {
    return files != NULL && (files->html != NULL || files->pdf != NULL);
}

static ff_code check(const kind kinds[KINDS], ff_format format, ff_error *error) {
    if (is_reply(&kinds[0]) && is_reply(&kinds[1])) {
        return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                       "--html - and --pdf - would be printed into each other: give a FILE to one");
    }
    for (int i = 0; i < KINDS; i++) {
        if (is_reply(&kinds[i]) && format == FF_AS_JSON) {
            return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET,
                           "--%s - would be printed into the JSON: give a FILE", kinds[i].name);
        }
        if (kinds[i].path != NULL && kinds[i].path[0] == '\0') {
            return ff_fail(error, FF_ERR_USAGE, NULL, FF_NO_OFFSET, "--%s needs the name of a file",
                           kinds[i].name);
        }
    }
    return FF_OK;
}

ff_code ff_document_files_check(const ff_document_files *files, ff_format format, ff_error *error) {
    kind kinds[KINDS];
    if (files == NULL) {
        return FF_OK;
    }
    find_kinds(files, kinds);
    return check(kinds, format, error);
}

static ff_code draw(const ff_app *app, const ff_document *document, const kind *k, ff_text *out,
                    ff_error *error) {
    if (k->name[0] == 'p') {
        return ff_context_draw_pdf(app->context, document, out, error);
    }
    ff_document_as_html(document, out);
    return FF_OK;
}

static ff_code write_one(const ff_app *app, const ff_document *document, const kind *k,
                         ff_reply *reply, ff_error *error) {
    ff_text file;
    ff_text_init(&file, ff_context_allocator(app->context));
    ff_code code = draw(app, document, k, &file, error);
    if (code == FF_OK) {
        code = ff_text_check(&file, error);
    }
    if (code == FF_OK && is_reply(k)) {
        ff_text_clear(&reply->text);
        ff_text_add_bytes(&reply->text, file.data, file.length);
    } else if (code == FF_OK) {
        code = ff_file_write(k->path, file.data, file.length, error);
    }
    ff_text_free(&file);
    return code;
}

static void say(const kind kinds[KINDS], ff_text *out) {
    ff_text_add_char(out, '\n');
    for (int i = 0; i < KINDS; i++) {
        if (kinds[i].path != NULL) {
            ff_text_addf(out, "Written: %s (%s).\n", kinds[i].path, kinds[i].words);
        }
    }
}

ff_code ff_document_files_write(ff_app *app, const ff_document *document,
                                const ff_document_files *files, ff_format format, ff_reply *reply,
                                ff_error *error) {
    if (!ff_document_files_wanted(files)) {
        return FF_OK;
    }
    kind kinds[KINDS];
    ff_document paper = *document;
    paper.paper = files->paper;
    find_kinds(files, kinds);
    ff_code code = check(kinds, format, error);
    for (int i = 0; i < KINDS && code == FF_OK; i++) {
        if (kinds[i].path != NULL) {
            code = write_one(app, &paper, &kinds[i], reply, error);
        }
    }
    if (code == FF_OK && format == FF_AS_TEXT && !is_reply(&kinds[0]) && !is_reply(&kinds[1])) {
        say(kinds, &reply->text);
    } else if (code != FF_OK && format == FF_AS_JSON) {
        ff_text_clear(&reply->text); /* it told of files that are not there */
    }
    return code;
}

void ff_document_files_member(const ff_document_files *files, ff_json *json) {
    if (!ff_document_files_wanted(files)) {
        return;
    }
    kind kinds[KINDS];
    find_kinds(files, kinds);
    ff_json_name(json, "files");
    ff_json_array(json);
    for (int i = 0; i < KINDS; i++) {
        if (kinds[i].path != NULL) {
            ff_json_object(json);
            ff_json_text_member(json, "kind", kinds[i].name);
            ff_json_text_member(json, "file", kinds[i].path);
            ff_json_end_object(json);
        }
    }
    ff_json_end_array(json);
}
