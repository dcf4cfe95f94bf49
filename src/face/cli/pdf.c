/* A document as a PDF. */
#include "face/cli/cli.h"
#include "face/cli/pdf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MARGIN     40.0 /* points; also of the foot, in which the number of the page stands */
#define MARGIN_TOP 36.0

/* How far letters and gaps may shrink for a document that wants one page: to 7.4 points for text,
 * which in these letters is as high as 8.5 points of most others. Judgement. */
#define SMALLEST 0.8
#define STEP     0.04
/* Of what takes more pages in any case, in letters that read well. */
#define OF_MORE_PAGES 0.95

static cairo_status_t add_bytes(void *user, const unsigned char *bytes, unsigned length) {
    ff_text *out = user;
    ff_text_add_bytes(out, bytes, length);
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static void lay_paper(pdf_pen *pen) {
    bool letter = pen->document->paper == FF_PAPER_LETTER;
    pen->width = letter ? 612 : 595.276;
    pen->height = letter ? 792 : 841.89;
    pen->left = MARGIN;
    pen->right = pen->width - MARGIN;
    pen->top = pen->document->one_page ? MARGIN_TOP * 0.8 : MARGIN_TOP;
    pen->bottom = pen->height - (pen->document->one_page ? MARGIN * 0.8 : MARGIN);
}

/* The same moment for the same document: two files of it are the same bytes. */
static void tell_about(const pdf_pen *pen, cairo_surface_t *surface) {
    const pdf_library *library = pen->library;
    const ff_document *document = pen->document;
    time_t made = (time_t)document->made_s;
    struct tm parts;
    char when[40] = "1970-01-01T00:00:00Z";
    if (gmtime_r(&made, &parts) != NULL && parts.tm_year >= 0 && parts.tm_year < 8100) {
        strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", &parts);
    }
    library->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document->title);
    library->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "footfall");
    library->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
    library->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, when);
    if (document->subject != NULL) {
        library->cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                                document->subject);
    }
}

static void measure(pdf_pen *pen, double scale) {
    pen->scale = scale;
    pdf_flow(pen);
}

/* Letters in which it fits on one page, found from how high it is in the usual ones. The height of
 * text goes with the square of the scale, that of drawings stays: taken together as the scale itself,
 * so that hardly ever more than one try is needed. */
static void fit_on_one(pdf_pen *pen) {
    double room = pen->bottom - pen->top;
    double high = room * (pen->pages - 1) + pen->y - pen->top;
    double scale = fmin(1 - STEP, ceil(room / high / STEP) * STEP);
    if (room / high < SMALLEST * SMALLEST * 0.8) {
        scale = 0; /* far too much */
    }
    while (scale > SMALLEST - 0.001) {
        measure(pen, scale);
        if (pen->pages == 1) {
            return;
        }
        scale -= STEP;
    }
    measure(pen, OF_MORE_PAGES);
}

/* Measures, then draws. */
static void lay_and_draw(pdf_pen *pen) {
    measure(pen, 1);
    if (pen->document->one_page && pen->pages > 1 && pen->code == FF_OK) {
        fit_on_one(pen);
    }
    if (pen->code == FF_OK) {
        pen->drawing = true;
        pdf_flow(pen);
    }
}

static ff_code check(const pdf_pen *pen, cairo_surface_t *surface) {
    cairo_status_t status = pen->library->cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS || pen->code != FF_OK) {
        return pen->code;
    }
    return ff_fail(pen->error, status == CAIRO_STATUS_NO_MEMORY ? FF_ERR_MEMORY : FF_ERR_INTERNAL,
                   NULL, FF_NO_OFFSET, "the PDF could not be drawn: %s",
                   pen->library->cairo_status_to_string(status));
}

static ff_code draw_on(pdf_pen *pen, cairo_surface_t *surface) {
    const pdf_library *library = pen->library;
    pen->cairo = library->cairo_create(surface);
    /* A map of its own: the shared one would never be given back. */
    PangoFontMap *map = library->pango_cairo_font_map_new();
    pen->fonts = library->pango_font_map_create_context(map);
    library->pango_cairo_update_context(pen->cairo, pen->fonts);
    library->pango_context_set_round_glyph_positions(pen->fonts, FALSE);
    tell_about(pen, surface);
    lay_and_draw(pen);
    library->g_object_unref(pen->fonts);
    library->g_object_unref(map);
    library->cairo_destroy(pen->cairo);
    library->cairo_surface_finish(surface);
    return check(pen, surface);
}

/* They stand as boxes with their numbers: not silently. */
static void tell_without_font(int count) {
    if (count > 0) {
        fprintf(stderr,
                "%d letters of the PDF are in no font of this machine and stand as boxes. What to "
                "do: install a font that has them (such as fonts-noto-cjk), or use the page "
                "(--html FILE).\n",
                count);
    }
}

ff_code cli_draw_pdf(void *user, const ff_document *document, ff_text *out, ff_error *error) {
    (void)user;
    pdf_library library;
    ff_text pdf, alts, scopes;
    ff_code code = pdf_library_open(&library, error);
    if (code != FF_OK) {
        return code;
    }
    ff_text_init(&pdf, out->allocator);
    ff_text_init(&alts, NULL);
    ff_text_init(&scopes, NULL);
    pdf_grid grid = {0};
    pdf_pen pen = {.library = &library,
                   .grid = &grid,
                   .document = document,
                   .alts = &alts,
                   .scopes = &scopes,
                   .error = error};
    lay_paper(&pen);
    cairo_surface_t *surface =
        library.cairo_pdf_surface_create_for_stream(add_bytes, &pdf, pen.width, pen.height);
    code = draw_on(&pen, surface);
    library.cairo_surface_destroy(surface);
    if (code == FF_OK) {
        code = pdf_add_for_readers(&pen, &pdf, error);
    }
    if (code == FF_OK) {
        ff_text_add_bytes(out, pdf.data, pdf.length);
        tell_without_font(pen.without_font);
    }
    out->failed |= pdf.failed || alts.failed || scopes.failed;
    ff_text_free(&pdf);
    ff_text_free(&alts);
    ff_text_free(&scopes);
    return code;
}
