/* The document behind an answer, written to the files that were asked for.
 *
 * A use case builds its document (report/document.h), answers as it always does, and ends with one
 * line:
 *
 *     code = ff_document_files_write(app, &builder.document, &files, format, reply, error);
 */
#ifndef FOOTFALL_APP_DOCUMENT_FILES_H
#define FOOTFALL_APP_DOCUMENT_FILES_H

#include "app/app.h"
#include "base/json.h"

#include <footfall/document.h>

/* Whether any file was asked for: else the document need not be made. NULL: none. */
bool ff_document_files_wanted(const ff_document_files *files);

/* Whether they can be met: to be asked before anything is done. NULL: they can. FF_ERR_USAGE for a "-"
 * that cannot, and a name that is empty. */
ff_code ff_document_files_check(const ff_document_files *files, ff_format format, ff_error *error);

/* Writes them and says so at the end of the reply's text; with "-" the reply becomes the file. A
 * JSON reply is left as it is: ff_document_files_member tells there. Errors as of ff_file_write and
 * ff_context_draw_pdf, FF_ERR_USAGE for a "-" that cannot be met. */
ff_code ff_document_files_write(ff_app *app, const ff_document *document,
                                const ff_document_files *files, ff_format format, ff_reply *reply,
                                ff_error *error);

/* The member "files" of an open object, [{"kind":"pdf","file":"visit.pdf"}]: what is written when
 * the reply is handed out. Nothing where nothing was asked for. */
void ff_document_files_member(const ff_document_files *files, ff_json *json);

#endif
