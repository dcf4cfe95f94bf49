#include <footfall/size.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

/* 9 of 10 lie within so many standard deviations. */
#define NINE_OF_TEN 1.645

typedef struct {
    double per_length, at_0, sd; /* width by length */
    double per_width, girth_at_0, girth_sd;
    double length, length_sd;
} people;

static const people men = {0.2352, 38.1, 4.23, 2.145, 33.5, 6.4, 271.2, 13.1};
static const people women = {0.2134, 40.2, 3.97, 2.115, 32.0, 6.0, 246.3, 12.4};

static const people *people_of(bool is_women) {
    return is_women ? &women : &men;
}

double ff_width_usual(bool is_women, double length_mm) {
    const people *p = people_of(is_women);
    return p->per_length * length_mm + p->at_0;
}

double ff_girth_of_width(bool is_women, double width_mm) {
    const people *p = people_of(is_women);
    return p->per_width * width_mm + p->girth_at_0;
}

double ff_width_of_girth(bool is_women, double girth_mm) {
    const people *p = people_of(is_women);
    return (girth_mm - p->girth_at_0) / p->per_width;
}

static double share_below(double z) {
    return 0.5 * erfc(-z / sqrt(2));
}

double ff_width_share_below(bool is_women, double length_mm, double width_mm) {
    return share_below((width_mm - ff_width_usual(is_women, length_mm)) / people_of(is_women)->sd);
}

double ff_length_share_below(bool is_women, double length_mm) {
    const people *p = people_of(is_women);
    return share_below((length_mm - p->length) / p->length_sd);
}

/* ---- girth and width ---- */

static bool is_known(double x) {
    return !isnan(x);
}

bool ff_width_complete(bool is_women, const ff_width_known *measured, ff_width_known *all) {
    *all = *measured;
    const people *p = people_of(is_women);
    if (!is_known(measured->width_mm) && is_known(measured->girth_mm)) {
        all->width_mm = ff_width_of_girth(is_women, measured->girth_mm);
        all->width_error_mm =
            hypot(measured->girth_error_mm / p->per_width, NINE_OF_TEN * FF_WIDTH_OF_GIRTH_SD);
    } else if (is_known(measured->width_mm) && !is_known(measured->girth_mm)) {
        all->girth_mm = ff_girth_of_width(is_women, measured->width_mm);
        all->girth_error_mm =
            hypot(measured->width_error_mm * p->per_width, NINE_OF_TEN * p->girth_sd);
    }
    return is_known(all->width_mm);
}

/* ---- letters ---- */

/* One chart was seen; its rows lie within this of the line, and other makers' need not. */
#define US_CHART_ERROR_MM 3.0
#define US_STEP_MM        (3.0 / 16 * FF_SIZE_INCH)
#define JIS_STEP_MM       6.0

double ff_us_width_d_mm(double us_men_size) {
    return 3.20 * us_men_size + 67.9;
}

double ff_jis_girth_e_mm(bool is_women, double length_mm) {
    return is_women ? 228 + 0.6 * (length_mm - 230) : 243 + 0.6 * (length_mm - 250);
}

/* Steps from D. */
static void letter(char *text, size_t size, double steps, const char *const *letters, int count,
                   int d) {
    int i = (int)floor(steps + 0.5) + d;
    if (i < 0) {
        snprintf(text, size, "narrower than %s", letters[0]);
    } else if (i >= count) {
        snprintf(text, size, "wider than %s", letters[count - 1]);
    } else {
        snprintf(text, size, "%s", letters[i]);
    }
}

static void us_letter(char *text, size_t size, double steps) {
    static const char *const letters[] = {"AAA", "AA", "A", "B", "C", "D", "E", "EE", "EEE"};
    letter(text, size, steps, letters, 9, 5);
}

static void jis_letter(char *text, size_t size, double steps) {
    static const char *const letters[] = {"A", "B", "C", "D", "E", "EE", "EEE", "EEEE", "F", "G"};
    letter(text, size, steps, letters, 10, 3);
}

static void from_usual(char *text, size_t size, double steps) {
    double whole = floor(fabs(steps) + 0.5);
    if (whole == 0) {
        snprintf(text, size, "usual");
    } else {
        snprintf(text, size, "%.0f %s", fmin(whole, 99), steps > 0 ? "wider" : "narrower");
    }
}

typedef void name_steps(char *text, size_t size, double steps);

static void name_place(ff_width_place *place, name_steps *name) {
    name(place->label, sizeof place->label, place->exact);
    name(place->low, sizeof place->low, place->exact - place->error);
    name(place->high, sizeof place->high, place->exact + place->error);
}

static void place_us(bool is_women, double length_mm, const ff_width_known *all,
                     ff_width_place *place) {
    double d = ff_us_width_d_mm(ff_size_of_foot(FF_SIZE_US_MEN, length_mm));
    place->name = "US";
    place->words = "US letters";
    place->step_mm = US_STEP_MM;
    place->exact = (all->width_mm - d) / US_STEP_MM;
    place->error = hypot(all->width_error_mm, US_CHART_ERROR_MM) / US_STEP_MM;
    place->caution =
        is_women ? "D is usual for men and B for women, on one scale; the scale is one men's "
                   "chart that was seen, and no women's chart was"
                 : "D is usual; the scale is one chart that was seen, and its D is narrower "
                   "than the mean foot";
    name_place(place, us_letter);
}

static void place_jis(bool is_women, double length_mm, const ff_width_known *all,
                      ff_width_place *place) {
    place->name = "JIS";
    place->words = "JIS S 5037 (Japan)";
    place->step_mm = JIS_STEP_MM;
    place->exact = (all->girth_mm - ff_jis_girth_e_mm(is_women, length_mm)) / JIS_STEP_MM + 1;
    place->error = all->girth_error_mm / JIS_STEP_MM;
    place->caution = "the letter tells the foot; a shoe that fits is narrower than the bare foot";
    name_place(place, jis_letter);
}

/* No table of these was seen, only the step: so the mean foot of that length is the usual one. */
static void place_by_step(bool is_women, double length_mm, const ff_width_known *all,
                          ff_width_place *place) {
    static const struct {
        const char *name, *words, *caution;
        double step_mm;
    } rows[] = {
        {"UK", "UK fittings",
         "women's fittings go from A to G with D usual, men's from 1 to 8 with 4 usual", 6.5},
        {"EU", "continental fittings", "letters differ from maker to maker", 5},
        {"CN", "types of China's old standard", "types go from 1 to 5, halves between", 7},
    };
    int i = (int)place->system - FF_WIDTH_UK;
    double usual = ff_girth_of_width(is_women, ff_width_usual(is_women, length_mm));
    place->name = rows[i].name;
    place->words = rows[i].words;
    place->caution = rows[i].caution;
    place->step_mm = rows[i].step_mm;
    place->exact = (all->girth_mm - usual) / rows[i].step_mm;
    place->error = all->girth_error_mm / rows[i].step_mm;
    name_place(place, from_usual);
}

void ff_width_place_of(ff_width_system system, bool is_women, double length_mm,
                       const ff_width_known *all, ff_width_place *place) {
    *place = (ff_width_place){.system = system};
    switch (system) {
    case FF_WIDTH_US:
        place_us(is_women, length_mm, all, place);
        break;
    case FF_WIDTH_JIS:
        place_jis(is_women, length_mm, all, place);
        break;
    default:
        place_by_step(is_women, length_mm, all, place);
    }
}
