/* What cairo 1.16 cannot write, added to the end of its PDF as an update: the language, that the
 * title is shown, what each figure shows in words, and whether a head of a
 * table is of a column or of a row. (PDF 32000-1:2008, 7.5.6 incremental updates, 14.8 tagged PDF,
 * 14.9 accessibility.) */
#include "face/cli/pdf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTRY 20 /* bytes of a line of the table of objects */

typedef struct update {
    ff_text *pdf;
    const char *language;
    const char *table;             /* the lines of the table of objects */
    long size, root, info, before; /* of the trailer; before: where the table begins */
    const char *alt;               /* of the next figure */
    const char *alts_end;
    const char *scope; /* of the next head */
    ff_text entries;   /* the table of what is added */
    ff_text added;
} update;

static long number_after(const char *text, const char *name) {
    const char *found = strstr(text, name);
    return found != NULL ? strtol(found + strlen(name), NULL, 10) : -1;
}

/* The last "startxref" and what it leads to. */
static bool find_table(update *u) {
    const ff_text *pdf = u->pdf;
    const char *tail = pdf->data + (pdf->length > 64 ? pdf->length - 64 : 0);
    u->before = number_after(tail, "startxref\n");
    if (u->before <= 0 || (size_t)u->before >= pdf->length) {
        return false;
    }
    const char *table = pdf->data + u->before;
    int used = 0;
    if (sscanf(table, "xref 0 %ld%n", &u->size, &used) != 1 || u->size < 1 ||
        (size_t)u->size > pdf->length / ENTRY) {
        return false;
    }
    u->table = table + used + 1;
    const char *trailer = u->table + (size_t)u->size * ENTRY;
    if (trailer >= pdf->data + pdf->length || strncmp(trailer, "trailer", 7) != 0) {
        return false;
    }
    u->root = number_after(trailer, "/Root ");
    u->info = number_after(trailer, "/Info ");
    return u->root > 0 && u->root < u->size && u->info > 0;
}

/* The dictionary of an object up to its end; NULL when it is none, or a stream. */
static const char *dictionary_of(const update *u, long object, const char **end) {
    long offset = strtol(u->table + (size_t)object * ENTRY, NULL, 10);
    if (offset <= 0 || (size_t)offset >= u->pdf->length) {
        return NULL;
    }
    const char *at = u->pdf->data + offset, *begin = strstr(at, "obj\n<<");
    const char *stop = strstr(at, "endobj");
    if (begin == NULL || stop == NULL || begin > stop || begin > at + 16) {
        return NULL;
    }
    *end = stop;
    return begin + strlen("obj\n<<");
}

static bool is_a(const char *dictionary, const char *end, const char *what) {
    const char *found = strstr(dictionary, what);
    return found != NULL && found < end;
}

/* ---- text within a PDF: UTF-16 in hexadecimal ---- */

static uint32_t take_character(const char **text, const char *end) {
    static const unsigned char masks[] = {0x7F, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char first = (unsigned char)**text;
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    uint32_t c = first & masks[length];
    for (size_t i = 1; i < length && *text + i < end; i++) {
        c = c << 6 | ((unsigned char)(*text)[i] & 0x3F);
    }
    *text += length;
    return c;
}

static void add_text(ff_text *out, const char *text, size_t length) {
    const char *end = text + length;
    ff_text_add(out, "<FEFF");
    while (text < end) {
        uint32_t c = take_character(&text, end);
        if (c >= 0x10000) {
            ff_text_addf(out, "%04X%04X", (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
                         (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
        } else {
            ff_text_addf(out, "%04X", (unsigned)c);
        }
    }
    ff_text_add_char(out, '>');
}

/* ---- objects again, with more in them ---- */

static void add_figure(update *u) {
    size_t length = u->alt < u->alts_end ? strlen(u->alt) : 0;
    ff_text_add(&u->added, " /Alt ");
    add_text(&u->added, u->alt, length);
    u->alt += length + (u->alt < u->alts_end);
}

static void add_head(update *u) {
    ff_text_addf(&u->added, " /A << /O /Table /Scope /%s >>", *u->scope == 'r' ? "Row" : "Column");
    u->scope += *u->scope != '\0';
}

static void add_root(update *u) {
    ff_text_add(&u->added, " /Lang ");
    add_text(&u->added, u->language, strlen(u->language));
    ff_text_add(&u->added, " /ViewerPreferences << /DisplayDocTitle true >>");
}

static void add_again(update *u, long object, void (*more)(update *)) {
    const char *end, *dictionary = dictionary_of(u, object, &end);
    if (dictionary == NULL) {
        return;
    }
    ff_text_addf(&u->entries, "%ld 1\n%010zu 00000 n \n", object, u->pdf->length + u->added.length);
    ff_text_addf(&u->added, "%ld 0 obj\n<<", object);
    more(u);
    ff_text_add_bytes(&u->added, dictionary, (size_t)(end - dictionary));
    ff_text_add(&u->added, "endobj\n");
}

static void add_objects(update *u) {
    for (long object = 1; object < u->size; object++) {
        const char *end, *dictionary = dictionary_of(u, object, &end);
        if (dictionary == NULL) {
            continue;
        }
        if (object == u->root) {
            add_again(u, object, add_root);
        } else if (is_a(dictionary, end, "/S /Figure\n")) {
            add_again(u, object, add_figure);
        } else if (is_a(dictionary, end, "/S /TH\n")) {
            add_again(u, object, add_head);
        }
    }
}

ff_code pdf_add_for_readers(const pdf_pen *pen, ff_text *pdf, ff_error *error) {
    update u = {.pdf = pdf,
                .language = pen->document->language,
                .alt = pen->alts->data,
                .alts_end = pen->alts->data + pen->alts->length,
                .scope = pen->scopes->data};
    if (pdf->failed || !find_table(&u)) {
        return ff_fail(error, pdf->failed ? FF_ERR_MEMORY : FF_ERR_INTERNAL, NULL, FF_NO_OFFSET,
                       "the PDF could not be finished");
    }
    ff_text_init(&u.entries, pdf->allocator);
    ff_text_init(&u.added, pdf->allocator);
    add_objects(&u);
    size_t table = pdf->length + u.added.length;
    ff_text_add_bytes(pdf, u.added.data, u.added.length);
    ff_text_addf(pdf,
                 "xref\n%strailer\n<< /Size %ld /Root %ld 0 R /Info %ld 0 R /Prev %ld >>\n"
                 "startxref\n%zu\n%%%%EOF\n",
                 u.entries.data, u.size, u.root, u.info, u.before, table);
    pdf->failed |= u.entries.failed || u.added.failed;
    ff_text_free(&u.entries);
    ff_text_free(&u.added);
    return ff_text_check(pdf, error);
}
