/* The lacing itself: read, printed, mirrored, compared. */
#include <footfall/lacing.h>

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char between[] = " ,\t\r\n";

/* ---- reading ---- */

typedef struct {
    const char *text, *at;
    ff_lacing *lacing;
    ff_error *error;
} reading;

static ff_code refuse(const reading *r, const char *at, const char *format, const char *word) {
    return ff_fail(r->error, FF_ERR_VALUE, "sequence", at - r->text, format, word);
}

/* "R7" of "loopR7"; false: it is no eyelet. A row of three digits is none. */
static bool read_eyelet(const char *word, ff_lacing_visit *visit) {
    visit->loop = strncasecmp(word, "loop", 4) == 0;
    word += visit->loop ? 4 : 0;
    char side = (char)toupper((unsigned char)word[0]);
    size_t digits = strspn(word + 1 - (word[0] == '\0'), "0123456789");
    if ((side != 'L' && side != 'R') || digits < 1 || digits > 2 || word[1 + digits] != '\0') {
        return false;
    }
    int row = word[1] - '0';
    row = digits == 2 ? row * 10 + (word[2] - '0') : row;
    visit->row = (unsigned char)row;
    visit->right = side == 'R';
    return true;
}

static bool same_visit(const ff_lacing_visit *a, const ff_lacing_visit *b) {
    return a->row == b->row && a->right == b->right && a->loop == b->loop;
}

static ff_code add_visit(const reading *r, const ff_lacing_visit *visit, const char *word) {
    ff_lacing *lacing = r->lacing;
    if (visit->row < 1 + visit->loop || visit->row > FF_LACING_MOST_PAIRS) {
        return refuse(r, r->at,
                      visit->loop
                          ? "'%s' is not there: a loop hangs between two rows, in rows 2 to 12"
                          : "'%s' is not there: rows are counted from 1 at the toes to 12",
                      word);
    }
    for (size_t i = 0; i < lacing->count; i++) {
        if (same_visit(&lacing->visits[i], visit)) {
            return refuse(r, r->at, "'%s' is visited twice: lace goes through an eyelet once",
                          word);
        }
    }
    lacing->visits[lacing->count++] = *visit;
    return FF_OK;
}

static ff_code read_word(reading *r) {
    char word[24];
    size_t length = strcspn(r->at, " ,\t\r\n/");
    size_t kept = length < sizeof word - 1 ? length : sizeof word - 1;
    memcpy(word, r->at, kept);
    word[kept] = '\0';
    ff_lacing_visit visit;
    if (length >= sizeof word || !read_eyelet(word, &visit)) {
        return refuse(r, r->at,
                      "'%s' is no eyelet: say the side and the row, such as L1 or R6 (row 1 at the "
                      "toes), or loopR7 for the loop there",
                      word);
    }
    ff_code code = add_visit(r, &visit, word);
    r->at += length;
    return code;
}

static ff_code begin_second(reading *r) {
    if (r->lacing->second != 0 || r->lacing->count == 0) {
        return refuse(r, r->at, "'%s' stands between two laces: there are one or two", "/");
    }
    r->lacing->second = r->lacing->count;
    r->at++;
    return FF_OK;
}

/* ---- what a lacing must be ---- */

static ff_code check_lace(const reading *r, size_t from, size_t to) {
    bool sides[2] = {false, false};
    for (size_t i = from; i < to; i++) {
        sides[r->lacing->visits[i].right] = true;
    }
    if (to - from < 2) {
        return ff_fail(r->error, FF_ERR_VALUE, "sequence", FF_NO_OFFSET,
                       "a lace goes through one eyelet of each side at least");
    }
    if (!sides[0] || !sides[1]) {
        return refuse(r, r->text,
                      "the lace stays on the %s side and closes nothing: let it cross to the other "
                      "side, as in L2 R1 L1 R2",
                      sides[1] ? "right" : "left");
    }
    return FF_OK;
}

/* Whether lace runs straight from one eyelet to the next row's on that side. */
static bool has_stretch(const ff_lacing *lacing, int row, bool right) {
    const ff_lacing_visit low = {(unsigned char)(row - 1), right, false};
    const ff_lacing_visit high = {(unsigned char)row, right, false};
    for (size_t i = 1; i < lacing->count; i++) {
        const ff_lacing_visit *a = &lacing->visits[i - 1], *b = &lacing->visits[i];
        if (i != lacing->second && ((same_visit(a, &low) && same_visit(b, &high)) ||
                                    (same_visit(a, &high) && same_visit(b, &low)))) {
            return true;
        }
    }
    return false;
}

static ff_code check_loops(const reading *r) {
    char text[FF_LACING_VISIT_SIZE];
    for (size_t i = 0; i < r->lacing->count; i++) {
        const ff_lacing_visit *v = &r->lacing->visits[i];
        if (v->loop && !has_stretch(r->lacing, v->row, v->right)) {
            return refuse(r, r->text,
                          "'%s' is not there: a loop is lace that runs straight up to that eyelet "
                          "from the one below it, and none does",
                          ff_lacing_visit_text(v, text));
        }
    }
    return FF_OK;
}

static ff_code check_whole(const reading *r) {
    const ff_lacing *lacing = r->lacing;
    if (lacing->count == 0) {
        return ff_fail(r->error, FF_ERR_VALUE, "sequence", FF_NO_OFFSET,
                       "no eyelet is named: say for example L2 R1 L1 R2");
    }
    size_t second = lacing->second != 0 ? lacing->second : lacing->count;
    ff_code code = check_lace(r, 0, second);
    if (code == FF_OK && lacing->second != 0) {
        code = check_lace(r, second, lacing->count);
    }
    return code == FF_OK ? check_loops(r) : code;
}

ff_code ff_lacing_parse(const char *text, ff_lacing *lacing, ff_error *error) {
    *lacing = (ff_lacing){0};
    reading r = {text, text, lacing, error};
    if (strlen(text) > FF_LACING_MOST_TEXT) {
        return ff_fail(error, FF_ERR_LIMIT, "sequence", FF_LACING_MOST_TEXT,
                       "it has more than %d characters: a lacing of 12 pairs has 100",
                       FF_LACING_MOST_TEXT);
    }
    ff_code code = FF_OK;
    for (r.at += strspn(r.at, between); *r.at != '\0' && code == FF_OK;
         r.at += code == FF_OK ? strspn(r.at, between) : 0) {
        code = *r.at == '/' ? begin_second(&r) : read_word(&r);
    }
    return code == FF_OK ? check_whole(&r) : code;
}

ff_code ff_lacing_check(const ff_lacing *lacing, int pairs, ff_error *error) {
    char text[FF_LACING_VISIT_SIZE];
    for (size_t i = 0; i < lacing->count; i++) {
        if (lacing->visits[i].row > pairs) {
            return ff_fail(error, FF_ERR_VALUE, "sequence", FF_NO_OFFSET,
                           "'%s' is not there: the shoe has %d pairs of eyelets, row 1 at the toes",
                           ff_lacing_visit_text(&lacing->visits[i], text), pairs);
        }
    }
    return FF_OK;
}

/* ---- printing, comparing ---- */

const char *ff_lacing_visit_text(const ff_lacing_visit *visit, char text[FF_LACING_VISIT_SIZE]) {
    int row = visit->row % 100;
    snprintf(text, FF_LACING_VISIT_SIZE, "%s%c%d", visit->loop ? "loop" : "",
             visit->right ? 'R' : 'L', row < 0 ? 0 : row);
    return text;
}

void ff_lacing_print(const ff_lacing *lacing, ff_text *out) {
    char text[FF_LACING_VISIT_SIZE];
    for (size_t i = 0; i < lacing->count; i++) {
        bool second = i > 0 && i == lacing->second;
        ff_text_addf(out, "%s%s",
                     i == 0   ? ""
                     : second ? " / "
                              : " ",
                     ff_lacing_visit_text(&lacing->visits[i], text));
    }
}

ff_lacing ff_lacing_mirrored(const ff_lacing *lacing) {
    ff_lacing mirrored = *lacing;
    for (size_t i = 0; i < mirrored.count; i++) {
        mirrored.visits[i].right = !mirrored.visits[i].right;
    }
    return mirrored;
}

/* Whether visits from..to of both are the same, from the other end, or with the sides swapped. */
static bool same_lace(const ff_lacing *a, const ff_lacing *b, size_t from, size_t to, bool back,
                      bool swapped) {
    for (size_t i = from; i < to; i++) {
        ff_lacing_visit v = b->visits[back ? from + to - 1 - i : i];
        v.right = v.right != swapped;
        if (!same_visit(&a->visits[i], &v)) {
            return false;
        }
    }
    return true;
}

static bool same_from_either_end(const ff_lacing *a, const ff_lacing *b, size_t from, size_t to,
                                 bool swapped) {
    return same_lace(a, b, from, to, false, swapped) || same_lace(a, b, from, to, true, swapped);
}

bool ff_lacing_same(const ff_lacing *a, const ff_lacing *b) {
    if (a->count != b->count || a->second != b->second) {
        return false;
    }
    for (int swapped = 0; swapped < 2; swapped++) {
        if (same_from_either_end(a, b, 0, a->second, swapped) &&
            same_from_either_end(a, b, a->second, a->count, swapped)) {
            return true;
        }
    }
    return false;
}

int ff_lacing_top_row(const ff_lacing *lacing) {
    int top = 0;
    for (size_t i = 0; i < lacing->count; i++) {
        top = lacing->visits[i].row > top ? lacing->visits[i].row : top;
    }
    return top;
}
