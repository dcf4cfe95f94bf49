/* The way of running over several runs: made-up stretches of which the truth is known, and every
 * kind of run that cannot tell. */
#include "support.h"

#include "measure/form.h"
#include "measure/gait.h"

#include <math.h>
#include <string.h>

#define DAY_S          INT64_C(86400)
#define MOST_RUNS      40
#define MOST_STRETCHES 24

typedef struct {
    ff_run run;
    ff_onset onset;
    ff_logged_run logged;
    ff_stretches s;
    ff_stretch items[MOST_STRETCHES];
} one_run;

typedef struct {
    ff_arena arena;
    one_run runs[MOST_RUNS];
    ff_measured_run measured[MOST_RUNS];
    size_t count;
    ff_form form;
} logbook;

/* Like calloc: too large for the stack. */
static logbook *open_book(void) {
    logbook *l = test_calloc(1, sizeof *l);
    ff_arena_init(&l->arena, NULL);
    return l;
}

static void close_book(logbook *l) {
    ff_arena_free(&l->arena);
    test_free(l);
}

static void hold(ff_stretch *s, ff_gait what, double mean) {
    s->mean[what] = mean;
    s->held_s[what] = isnan(mean) ? 0 : 300;
}

static void set_stretch(ff_stretch *s, double from_s, double speed, double cadence_over) {
    *s = (ff_stretch){.from_s = from_s, .running_s = 300, .distance_m = 300 * speed};
    for (int what = 0; what < FF_GAIT_COUNT; what++) {
        hold(s, (ff_gait)what, NAN);
    }
    hold(s, FF_GAIT_SPEED, speed);
    hold(s, FF_GAIT_CADENCE, ff_usual_cadence(speed) + cadence_over);
    hold(s, FF_GAIT_CADENCE_OVER, cadence_over);
}

/* A run a day later than the last, of so many stretches at 3 m/s. */
static one_run *add(logbook *l, size_t stretches, double cadence_over) {
    one_run *r = &l->runs[l->count];
    ff_run_init(&r->run);
    r->run.id = (int64_t)l->count + 1;
    r->run.start_s = 1700000000 + (int64_t)l->count * DAY_S;
    r->run.sport = FF_SPORT_RUNNING;
    r->run.figures.duration_s = 300 * (double)stretches;
    r->logged = (ff_logged_run){.run = &r->run};
    r->s = (ff_stretches){.items = r->items, .count = stretches, .has_series = true};
    for (size_t i = 0; i < stretches; i++) {
        set_stretch(&r->items[i], 300 * (double)i, 3, cadence_over);
    }
    l->measured[l->count++] = (ff_measured_run){&r->logged, &r->s};
    return r;
}

static void set_all(one_run *r, ff_gait what, double mean) {
    for (size_t i = 0; i < r->s.count; i++) {
        hold(&r->items[i], what, mean);
    }
}

static void set_heel(one_run *r, double stance_ms) {
    set_all(r, FF_GAIT_STANCE, stance_ms);
    set_all(r, FF_GAIT_HEEL, ff_heel_ahead(3, stance_ms));
    set_all(r, FF_GAIT_HEEL_SPEED, 3);
}

static const ff_form *work_out(logbook *l, double height_cm) {
    const ff_measured_run_list runs = {l->measured, l->count};
    assert_int_equal(ff_form_of(&l->arena, &runs, height_cm, &l->form, NULL), FF_OK);
    static const char *const ids[] = {"w_overstride", "w_cad_low", "w_gct_long", "w_asym"};
    assert_int_equal(l->form.findings.count, 4);
    for (size_t i = 0; i < 4; i++) {
        const ff_finding *f = &l->form.findings.items[i];
        assert_string_equal(f->id, ids[i]);
        assert_true(f->from != NULL && f->from[0] != '\0');
        assert_int_equal(f->state == FF_SAID, f->value != NULL);
    }
    /* The step rate and the contact answer no question of their own. */
    assert_null(l->form.findings.items[1].value);
    assert_null(l->form.findings.items[2].value);
    return &l->form;
}

static void assert_near(double value, double wanted, double tolerance) {
    if (!(fabs(value - wanted) <= tolerance)) {
        fail_msg("%.9g, not %.9g", value, wanted);
    }
}

static void assert_cannot_tell(logbook *l, const char *part) {
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->overstride, FF_OVERSTRIDE_UNKNOWN);
    assert_int_equal(f->runs.count, 0);
    assert_true(isnan(f->p) && isnan(f->heel_cm) && isnan(f->cadence_spm));
    assert_int_equal(f->findings.items[0].state, FF_NOT_ASKED);
    assert_int_equal(f->findings.items[1].state, FF_NOT_ASKED);
    if (f->why_not == NULL || strstr(f->why_not, part) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", f->why_not != NULL ? f->why_not : "", part);
    }
    assert_string_equal(f->findings.items[0].from, f->why_not);
}

/* ---- there, not there, too few ---- */

static void pattern_there(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int i = 0; i < 6; i++) {
        set_heel(add(l, 6, -17), 310);
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->runs.count, 6);
    assert_int_equal(f->stance_runs, 6);
    assert_near(f->speed_mps, 3, 1e-9);
    assert_near(f->cadence_spm, 145, 1e-9);
    assert_near(f->usual_cadence_spm, 162, 1e-9);
    assert_near(f->stance_ms, 310, 1e-9);
    assert_near(f->usual_stance_ms, 259, 1e-9);
    assert_int_equal(f->overstride, FF_OVERSTRIDE_LIKELY);
    assert_string_equal(f->findings.items[0].value, "likely");
    assert_int_equal(f->findings.items[1].state, FF_NOT_SURE);
    assert_true(f->heel_cm > f->limit_cm && f->p > 0.67);
    assert_true(f->runs.items[0] == 1 && f->runs.items[5] == 6); /* the oldest first */
    close_book(l);
}

static void pattern_absent(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int i = 0; i < 6; i++) {
        set_heel(add(l, 6, 14), 225);
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->overstride, FF_OVERSTRIDE_UNLIKELY);
    assert_string_equal(f->findings.items[0].value, "unlikely");
    close_book(l);
}

static void neither_is_far_enough(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int i = 0; i < 6; i++) {
        add(l, 6, -7);
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->overstride, FF_OVERSTRIDE_UNCLEAR);
    assert_int_equal(f->findings.items[0].state, FF_NOT_SURE);
    assert_int_equal(f->stance_runs, 0);
    assert_false(f->by_pod);
    assert_true(isnan(f->stance_ms) && isnan(f->usual_stance_ms));
    close_book(l);
}

static void too_few_runs_answer_nothing(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int i = 0; i < FF_FORM_LEAST - 1; i++) {
        set_heel(add(l, 6, -17), 310);
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->overstride, FF_OVERSTRIDE_UNCLEAR);
    assert_true(f->p > 0.67); /* it is shown, and no word rests on it */
    assert_int_equal(f->findings.items[0].state, FF_NOT_ASKED);
    assert_int_equal(f->findings.items[1].state, FF_NOT_ASKED);
    assert_non_null(strstr(f->findings.items[0].from, "needs 4 runs"));
    set_heel(add(l, 6, -17), 310);
    assert_int_equal(work_out(l, NAN)->findings.items[0].state, FF_SAID);
    close_book(l);
}

/* The same steps of a tall runner are more than usual, of a short one less. */
static void height_moves_what_is_usual(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int i = 0; i < 4; i++) {
        add(l, 6, -7);
    }
    double middle = work_out(l, 171)->p;
    assert_near(work_out(l, NAN)->p, middle, 1e-12);
    assert_near(l->form.usual_cadence_spm, 162, 1e-9);
    double tall = work_out(l, 191)->p;
    assert_near(l->form.usual_cadence_spm, 153, 1e-9);
    double small = work_out(l, 151)->p;
    assert_near(l->form.usual_cadence_spm, 171, 1e-9);
    assert_true(tall < middle && middle < small);
    static const double heights[] = {50, 300, 0};
    for (size_t i = 0; i < 3; i++) {
        const ff_form *f = work_out(l, heights[i]);
        assert_true(f->p >= 0 && f->p <= 1 && isfinite(f->heel_cm));
    }
    close_book(l);
}

/* ---- what cannot tell, and why ---- */

static void no_runs(void **state) {
    (void)state;
    logbook *l = open_book();
    assert_cannot_tell(l, "no run to tell it by");
    add(l, 6, 0);
    l->measured[0].stretches = NULL; /* never measured */
    assert_cannot_tell(l, "no run to tell it by");
    close_book(l);
}

static void figures_only(void **state) {
    (void)state;
    logbook *l = open_book();
    add(l, 0, 0)->s.has_series = false;
    l->runs[0].run.figures.duration_s = 3000;
    assert_cannot_tell(l, "figures of whole runs only");
    close_book(l);
}

static void step_rates_that_tell_nothing(void **state) {
    (void)state;
    static const struct {
        ff_cadence_state cadence;
        const char *part;
    } rows[] = {{FF_CADENCE_ABSENT, "no step rate was recorded"},
                {FF_CADENCE_LOCKED, "stands still"},
                {FF_CADENCE_STRANGE, "one foot, doubled"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook *l = open_book();
        for (int k = 0; k < 5; k++) {
            one_run *r = add(l, 6, 0);
            r->s.cadence = rows[i].cadence;
            set_all(r, FF_GAIT_CADENCE, NAN);
            set_all(r, FF_GAIT_CADENCE_OVER, NAN);
        }
        assert_cannot_tell(l, rows[i].part);
        close_book(l);
    }
}

static void treadmill(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 5; k++) {
        add(l, 6, 0)->s.indoors = true;
    }
    assert_cannot_tell(l, "indoors");
    close_book(l);
}

static void no_gps(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 5; k++) {
        one_run *r = add(l, 6, 0);
        set_all(r, FF_GAIT_SPEED, NAN);
        set_all(r, FF_GAIT_CADENCE_OVER, NAN);
    }
    assert_cannot_tell(l, "no speed");
    close_book(l);
}

static void too_slow_or_too_short(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 5; k++) {
        set_all(add(l, 6, 0), FF_GAIT_CADENCE_OVER,
                NAN); /* a speed of which the usual is not known */
    }
    assert_cannot_tell(l, "too little was run");
    close_book(l);
    l = open_book();
    for (int k = 0; k < 5; k++) {
        add(l, 1, 0); /* 5 minutes */
    }
    assert_cannot_tell(l, "too little was run");
    close_book(l);
}

static void only_runs_count(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 5; k++) {
        add(l, 6, 0)->run.sport = k == 0   ? FF_SPORT_RUNNING
                                  : k == 1 ? FF_SPORT_UNKNOWN
                                           : FF_SPORT_WALKING;
    }
    assert_int_equal(work_out(l, NAN)->runs.count, 2);
    close_book(l);
}

/* The most recent 20, and none of more than a year before. */
static void recent_runs_count(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 30; k++) {
        add(l, 6, k < 10 ? -30 : 2);
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->runs.count, FF_FORM_RUNS);
    assert_int_equal(f->runs.items[0], 11);
    assert_near(f->cadence_spm, 164, 1e-9);
    for (int k = 0; k < 28; k++) {
        l->runs[k].run.start_s -= 400 * DAY_S;
    }
    assert_int_equal(work_out(l, NAN)->runs.count, 2);
    close_book(l);
}

/* ---- ground contact ---- */

static void the_watch_before_the_pod(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 4; k++) {
        one_run *r = add(l, 6, 0);
        set_all(r, FF_GAIT_POD_STANCE, 230);
        set_all(r, FF_GAIT_POD_HEEL, ff_heel_ahead(3, 230));
        set_all(r, FF_GAIT_POD_HEEL_SPEED, 3);
    }
    const ff_form *f = work_out(l, NAN);
    double pod = f->p;
    assert_true(f->by_pod);
    assert_near(f->stance_ms, 230, 1e-9);
    assert_int_equal(f->stance_runs, 4);
    for (int k = 0; k < 4; k++) {
        set_heel(&l->runs[k], 287);
    }
    f = work_out(l, NAN);
    assert_false(f->by_pod);
    assert_near(f->stance_ms, 287, 1e-9);
    assert_true(f->p > pod);
    close_book(l);
}

/* One and the same run by two devices that differ by 83 ms: the chances overlap. */
static void two_devices_overlap(void **state) {
    (void)state;
    ff_form forms[2];
    for (int device = 0; device < 2; device++) {
        logbook *l = open_book();
        for (int k = 0; k < 5; k++) {
            set_heel(add(l, 8, -2), device == 0 ? 259 - 26 : 259 + 57);
        }
        forms[device] = *work_out(l, NAN);
        close_book(l);
    }
    assert_true(forms[0].p_low <= forms[1].p_high && forms[1].p_low <= forms[0].p_high);
    assert_true(forms[0].overstride != FF_OVERSTRIDE_LIKELY &&
                forms[1].overstride != FF_OVERSTRIDE_UNLIKELY);
}

/* ---- from early to late ---- */

static void change_within_long_runs(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 5; k++) {
        one_run *r = add(l, 12, 0); /* an hour */
        set_heel(r, 259);
        for (size_t i = 8; i < 11; i++) { /* the last whole three */
            hold(&r->items[i], FF_GAIT_CADENCE_OVER, k == 4 ? 1 : -3 - k);
            hold(&r->items[i], FF_GAIT_HEEL, ff_heel_ahead(3, 259) + 2);
        }
        hold(&r->items[0], FF_GAIT_CADENCE_OVER, 20);   /* warming up does not count */
        hold(&r->items[11], FF_GAIT_CADENCE_OVER, -40); /* nor what is not whole */
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->late_cadence.runs, 5);
    assert_near(f->late_cadence.median, -4, 1e-9); /* of -3 -4 -5 -6 1 */
    assert_int_equal(f->late_cadence.same_way, 4);
    assert_near(f->late_heel.median, 2, 1e-9);
    assert_int_equal(f->late_heel.same_way, 5);
    assert_int_equal(f->onset_cadence.runs, 0);
    assert_true(isnan(f->onset_cadence.median));
    close_book(l);
}

/* Whoever slows down lands nearer below the pelvis: that is no change of form, by watch or by pod.
 */
static void change_is_at_like_speed(void **state) {
    (void)state;
    for (int pod = 0; pod < 2; pod++) {
        logbook *l = open_book();
        ff_gait heel = pod ? FF_GAIT_POD_HEEL : FF_GAIT_HEEL;
        ff_gait at_speed = pod ? FF_GAIT_POD_HEEL_SPEED : FF_GAIT_HEEL_SPEED;
        for (int k = 0; k < 4; k++) {
            one_run *r = add(l, 12, 0);
            r->onset = (ff_onset){.kind = FF_ONSET_EXACT, .from_s = 3400, .to_s = 3400};
            r->logged.onset = &r->onset;
            for (size_t i = 0; i < 12; i++) {
                double speed = 3.4 - 0.08 * (double)i;
                set_stretch(&r->items[i], 300 * (double)i, speed, 0);
                hold(&r->items[i], at_speed, speed);
                hold(&r->items[i], heel, ff_heel_ahead(speed, ff_usual_stance(speed)) + 4);
            }
        }
        const ff_form *f = work_out(l, NAN);
        assert_int_equal(f->by_pod, pod);
        assert_int_equal(f->late_heel.runs, 4);
        assert_near(f->late_heel.median, 0, 1e-9);
        assert_int_equal(f->onset_heel.runs, 4);
        assert_near(f->onset_heel.median, 0, 1e-9);
        close_book(l);
    }
}

/* Half at 2.2 m/s, half at 4.2, always 4 cm above the usual: 4 cm above the usual it is. */
static void fast_and_slow_make_no_third(void **state) {
    (void)state;
    double p[2];
    for (int mixed = 0; mixed < 2; mixed++) {
        logbook *l = open_book();
        for (int k = 0; k < 4; k++) {
            one_run *r = add(l, 6, 0);
            for (size_t i = 0; i < 6; i++) {
                double speed = !mixed ? 3.2 : i % 2 == 0 ? 2.2 : 4.2;
                set_stretch(&r->items[i], 300 * (double)i, speed, 0);
                hold(&r->items[i], FF_GAIT_HEEL_SPEED, speed);
                hold(&r->items[i], FF_GAIT_HEEL, ff_heel_ahead(speed, ff_usual_stance(speed)) + 4);
            }
        }
        p[mixed] = work_out(l, NAN)->p;
        close_book(l);
    }
    assert_near(p[1], p[0], 1e-9);
}

static void short_runs_have_no_late_part(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 5; k++) {
        add(l, 8, 0); /* under 40 minutes */
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->late_cadence.runs, 0);
    assert_true(isnan(f->late_cadence.median));
    for (int k = 0; k < 2; k++) {
        add(l, 12, 0);
    }
    f = work_out(l, NAN);
    assert_int_equal(f->late_cadence.runs, 2); /* too few for a middle */
    assert_true(isnan(f->late_cadence.median));
    close_book(l);
}

/* In the ten minutes before it began, whatever came after. */
static void change_toward_the_onset(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 4; k++) {
        one_run *r = add(l, 12, 0);
        r->onset = (ff_onset){.kind = FF_ONSET_EXACT, .from_s = 1900, .to_s = 1900};
        r->logged.onset = &r->onset;
        hold(&r->items[4], FF_GAIT_CADENCE_OVER, -6); /* 20 to 30 minutes */
        hold(&r->items[5], FF_GAIT_CADENCE_OVER, -6);
        for (size_t i = 6; i < 12; i++) {
            hold(&r->items[i], FF_GAIT_CADENCE_OVER, 30);
        }
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->onset_cadence.runs, 4);
    assert_near(f->onset_cadence.median, -6, 1e-9);
    assert_int_equal(f->onset_heel.runs, 0);
    static const ff_onset_kind kinds[] = {FF_ONSET_NONE, FF_ONSET_AT_START, FF_ONSET_SOMETIME};
    for (size_t i = 0; i < 3; i++) {
        for (size_t k = 0; k < 4; k++) {
            l->runs[k].onset = (ff_onset){.kind = kinds[i], .from_s = NAN, .to_s = NAN};
        }
        assert_int_equal(work_out(l, NAN)->onset_cadence.runs, 0);
    }
    for (size_t k = 0; k < 4; k++) { /* too early for an early part, or no number */
        l->runs[k].onset =
            (ff_onset){.kind = FF_ONSET_EXACT, .from_s = k < 2 ? 1400 : NAN, .to_s = NAN};
    }
    assert_int_equal(work_out(l, NAN)->onset_cadence.runs, 0);
    close_book(l);
}

/* A stretch of which next to nothing was run does not count, whatever it holds. */
static void scraps_do_not_count(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 4; k++) {
        one_run *r = add(l, 12, 0);
        r->items[9].mean[FF_GAIT_CADENCE_OVER] = 50;
        r->items[9].held_s[FF_GAIT_CADENCE_OVER] = 30;
    }
    assert_near(work_out(l, NAN)->late_cadence.median, 0, 1e-9);
    close_book(l);
}

/* ---- left and right ---- */

static void balance_by_strap_only(void **state) {
    (void)state;
    static const struct {
        double left;
        const char *value; /* nothing under 5 % between the feet (51.25 to 48.75) is told */
    } rows[] = {{50, "no"}, {50.9, "no"}, {51.2, NULL}, {51.9, NULL}, {52.1, "yes"}, {47.9, "yes"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        logbook *l = open_book();
        for (int k = 0; k < 4; k++) {
            set_all(add(l, 6, 0), FF_GAIT_BALANCE, rows[i].left);
        }
        const ff_finding *f = &work_out(l, NAN)->findings.items[3];
        assert_near(l->form.balance_left, rows[i].left, 1e-9);
        if (rows[i].value == NULL) {
            assert_null(f->value);
        } else {
            assert_string_equal(f->value, rows[i].value);
        }
        close_book(l);
    }
    logbook *l = open_book();
    for (int k = 0; k < 8; k++) {
        set_all(add(l, 6, 0), FF_GAIT_BALANCE, k < 3 ? 56 : NAN); /* of three runs only */
    }
    const ff_form *f = work_out(l, NAN);
    assert_int_equal(f->balance_runs, 3);
    assert_null(f->findings.items[3].value);
    assert_non_null(strstr(f->findings.items[3].from, "strap or pod"));
    close_book(l);
}

/* Between 5 % and what answers by itself, a drift in nearly all runs does. */
static void balance_that_drifts(void **state) {
    (void)state;
    for (int together = 0; together < 2; together++) {
        logbook *l = open_book();
        for (int k = 0; k < 4; k++) {
            one_run *r = add(l, 12, 0);
            set_all(r, FF_GAIT_BALANCE, 51);
            for (size_t i = 8; i < 11; i++) {
                hold(&r->items[i], FF_GAIT_BALANCE, together || k % 2 == 0 ? 53 : 51);
            }
        }
        const ff_form *f = work_out(l, NAN);
        if (together) {
            assert_near(f->balance_drift.median, 2, 1e-9);
            assert_int_equal(f->balance_drift.same_way, 4);
            assert_string_equal(f->findings.items[3].value, "yes");
        } else {
            assert_int_equal(f->balance_drift.same_way, 2);
            assert_null(f->findings.items[3].value);
        }
        close_book(l);
    }
}

static void memory_runs_out(void **state) {
    (void)state;
    logbook *l = open_book();
    for (int k = 0; k < 4; k++) {
        add(l, 6, 0);
    }
    const ff_measured_run_list runs = {l->measured, l->count};
    failing_allocator failing;
    failing_allocator_init(&failing, 1);
    ff_arena arena;
    ff_arena_init(&arena, &failing.allocator);
    assert_int_equal(ff_form_of(&arena, &runs, NAN, &l->form, NULL), FF_ERR_MEMORY);
    ff_arena_free(&arena);
    close_book(l);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pattern_there),
        cmocka_unit_test(pattern_absent),
        cmocka_unit_test(neither_is_far_enough),
        cmocka_unit_test(too_few_runs_answer_nothing),
        cmocka_unit_test(height_moves_what_is_usual),
        cmocka_unit_test(no_runs),
        cmocka_unit_test(figures_only),
        cmocka_unit_test(step_rates_that_tell_nothing),
        cmocka_unit_test(treadmill),
        cmocka_unit_test(no_gps),
        cmocka_unit_test(too_slow_or_too_short),
        cmocka_unit_test(only_runs_count),
        cmocka_unit_test(recent_runs_count),
        cmocka_unit_test(the_watch_before_the_pod),
        cmocka_unit_test(two_devices_overlap),
        cmocka_unit_test(change_within_long_runs),
        cmocka_unit_test(change_is_at_like_speed),
        cmocka_unit_test(fast_and_slow_make_no_third),
        cmocka_unit_test(short_runs_have_no_late_part),
        cmocka_unit_test(change_toward_the_onset),
        cmocka_unit_test(scraps_do_not_count),
        cmocka_unit_test(balance_by_strap_only),
        cmocka_unit_test(balance_that_drifts),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
