/* All real runs that are here: nothing that is told of them is physically impossible, and what two
 * devices tell of one run does not contradict itself. */
#include "support.h"

#include "base/folder.h"
#include "files/import_runs.h"
#include "files/pack.h"
#include "measure/form.h"
#include "measure/gait.h"

#include <footfall/same_run.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the runs ---- */

typedef struct {
    ff_arena arena;
    ff_run *runs;
    const char **paths;
    size_t count, room;
} collection;

static collection all; /* read once for all tests */

static void take_run(const ff_run *run, const char *path) {
    if (all.count == all.room) {
        size_t room = all.room > 0 ? 2 * all.room : 64;
        all.runs = ff_arena_grow(&all.arena, all.runs, all.count, room, sizeof *all.runs);
        all.paths = ff_arena_grow(&all.arena, all.paths, all.count, room, sizeof *all.paths);
        all.room = room;
    }
    all.runs[all.count] = *run;
    all.runs[all.count].id = (int64_t)all.count + 1;
    all.paths[all.count++] = path;
}

static void take_bytes(ff_bytes *bytes, const char *path) {
    ff_file_result result = {0};
    if (ff_file_read_runs(NULL, bytes, &all.arena, &result, NULL) == FF_OK &&
        result.kind == FF_FILE_RUNS) {
        for (size_t i = 0; i < result.runs.count; i++) {
            take_run(&result.runs.items[i], path);
        }
    }
}

static void take_zip(ff_bytes *bytes, const char *path) {
    ff_context context = {0};
    ff_zip zip;
    ff_error damage;
    if (ff_zip_open(&context, bytes, &all.arena, &zip, &damage, NULL) != FF_OK) {
        return;
    }
    for (size_t i = 0; i < zip.count; i++) {
        ff_bytes member;
        if (ff_zip_read(&zip, &zip.members[i], &all.arena, &member, NULL) == FF_OK) {
            take_bytes(&member, path);
            ff_bytes_close(&member);
        }
    }
}

static bool ends_in(const char *path, const char *end) {
    size_t length = strlen(path), part = strlen(end);
    return length >= part && strcmp(path + length - part, end) == 0;
}

static int read_all(void **state) {
    (void)state;
    ff_arena_init(&all.arena, NULL);
    ff_path_list paths = {0};
    if (shared_folder() == NULL ||
        ff_folder_files(&all.arena, ff_arena_printf(&all.arena, "%s/data", shared_folder()), &paths,
                        NULL) != FF_OK) {
        return 0;
    }
    for (size_t i = 0; i < paths.count; i++) {
        ff_bytes bytes;
        if (ff_bytes_of_file(&bytes, paths.items[i], NULL) == FF_OK) {
            if (ends_in(paths.items[i], ".zip")) {
                take_zip(&bytes, paths.items[i]);
            } else {
                take_bytes(&bytes, paths.items[i]);
            }
            ff_bytes_close(&bytes);
        }
    }
    return 0;
}

static int free_all(void **state) {
    (void)state;
    ff_arena_free(&all.arena);
    all = (collection){0};
    return 0;
}

static void need_runs(void) {
    if (all.count == 0) {
        print_message("# no real runs here: set FOOTFALL_SHARED to the folder that holds data/\n");
        skip();
    }
}

/* ---- what can be ---- */

static const struct {
    double low, high;
} possible[FF_GAIT_COUNT] = {
    [FF_GAIT_SPEED] = {0, 12},           [FF_GAIT_CADENCE] = {120, 240},
    [FF_GAIT_CADENCE_OVER] = {-75, 90},  [FF_GAIT_STANCE] = {120, 420},
    [FF_GAIT_STANCE_OVER] = {-190, 250}, [FF_GAIT_HEEL] = {-30, 70},
    [FF_GAIT_HEEL_SPEED] = {1.9, 6},     [FF_GAIT_POD_STANCE] = {120, 420},
    [FF_GAIT_POD_HEEL] = {-30, 70},      [FF_GAIT_POD_HEEL_SPEED] = {1.9, 6},
    [FF_GAIT_OSCILLATION] = {20, 200},   [FF_GAIT_BALANCE] = {35, 65},
    [FF_GAIT_HEART_RATE] = {40, 230},    [FF_GAIT_TEMPERATURE] = {-40, 60}};

static void assert_between(const char *path, const char *what, double value, double low,
                           double high) {
    if (!isnan(value) && !(value >= low && value <= high)) {
        fail_msg("%s: %s is %g", path, what, value);
    }
}

#define FF_GAIT_NAME(id, unit, meaning) meaning,
static const char *const names[] = {FF_GAIT_LIST(FF_GAIT_NAME)};

static void check_stretch(const char *path, const ff_stretch *s) {
    for (int what = 0; what < FF_GAIT_COUNT; what++) {
        assert_between(path, names[what], s->mean[what], possible[what].low, possible[what].high);
        assert_true(s->held_s[what] >= 0 && s->held_s[what] <= s->running_s + 1e-6);
        assert_true((s->held_s[what] > 0) == !isnan(s->mean[what]));
    }
    /* A row speaks for ten seconds at most, so that the last may reach over the end. */
    assert_between(path, "time", s->running_s + s->walking_s, 0, FF_STRETCH_S + 10);
    double speed = s->mean[FF_GAIT_SPEED], cadence = s->mean[FF_GAIT_CADENCE];
    if (s->held_s[FF_GAIT_CADENCE] >= 60 && s->held_s[FF_GAIT_SPEED] >= 60) {
        assert_between(path, "step length", 60 * speed / cadence, 0.3, 2.5);
        assert_between(path, "duty factor", s->mean[FF_GAIT_STANCE] * cadence / 120000, 0.15, 0.55);
        assert_between(path, "duty factor by a pod", s->mean[FF_GAIT_POD_STANCE] * cadence / 120000,
                       0.15, 0.55);
    }
    assert_between(path, "way", s->distance_m, 0, 12 * 600);
    assert_between(path, "climb", s->ascent_m, 0, 700);
    assert_between(path, "descent", s->descent_m, 0, 700);
}

static void measure(const ff_run *run, ff_stretches *s) {
    assert_int_equal(ff_stretches_of(&all.arena, run, s, NULL), FF_OK);
}

/* The time and the way of all stretches are those of the run: as the watch itself says them. */
static void check_sums(const char *path, const ff_run *run, const ff_stretches *s) {
    double moved_s = 0, way_m = 0;
    for (size_t i = 0; i < s->count; i++) {
        moved_s += s->items[i].running_s + s->items[i].walking_s;
        way_m += isnan(s->items[i].distance_m) ? 0 : s->items[i].distance_m;
    }
    if (run->figures.duration_s > 0) {
        assert_between(path, "time of the whole", moved_s, 0, run->figures.duration_s + 20);
    }
    bool all_there = run->figures.distance_m > 1000 && way_m > 0.5 * run->figures.distance_m;
    if (all_there && run->figures.duration_s > 600) {
        assert_between(path, "way of the whole over the watch's", way_m / run->figures.distance_m,
                       0.5, 1.15);
    }
}

static void stretches_are_possible(void **state) {
    (void)state;
    need_runs();
    size_t with_series = 0, with_cadence = 0, with_heel = 0;
    for (size_t i = 0; i < all.count; i++) {
        ff_stretches s, back;
        unsigned char *bytes;
        size_t size;
        measure(&all.runs[i], &s);
        for (size_t k = 0; k < s.count; k++) {
            check_stretch(all.paths[i], &s.items[k]);
        }
        check_sums(all.paths[i], &all.runs[i], &s);
        assert_int_equal(ff_stretches_pack(&all.arena, &s, &bytes, &size, NULL), FF_OK);
        assert_true(ff_stretches_unpack(&all.arena, bytes, size, &back));
        assert_int_equal(back.count, s.count);
        with_series += s.has_series;
        bool steps = !isnan(ff_stretches_mean(&s, FF_GAIT_CADENCE, INFINITY));
        with_cadence += steps;
        bool heel = !isnan(ff_stretches_mean(&s, FF_GAIT_HEEL, INFINITY)) ||
                    !isnan(ff_stretches_mean(&s, FF_GAIT_POD_HEEL, INFINITY));
        with_heel += heel;
        assert_between(all.paths[i], "climb a kilometre", ff_stretches_ascent(&s, INFINITY), 0,
                       700);
        assert_between(all.paths[i], "descent a kilometre", ff_stretches_descent(&s, INFINITY), 0,
                       700);
    }
    print_message("# %zu runs: %zu with series, %zu with a step rate, %zu with ground contact\n",
                  all.count, with_series, with_cadence, with_heel);
    assert_true(with_cadence >= 10 && with_heel >= 5);
}

/* ---- the form ---- */

static ff_form form_of(const ff_run *run, const ff_stretches *s) {
    const ff_logged_run logged = {.run = run};
    ff_measured_run measured = {&logged, s};
    ff_form form;
    assert_int_equal(
        ff_form_of(&all.arena, &(ff_measured_run_list){&measured, 1}, NAN, &form, NULL), FF_OK);
    return form;
}

static void check_form(const char *path, const ff_form *f) {
    if (f->overstride == FF_OVERSTRIDE_UNKNOWN) {
        assert_true(f->why_not != NULL && isnan(f->p));
        return;
    }
    assert_null(f->why_not);
    assert_true(f->p_low >= 0 && f->p_low <= f->p && f->p <= f->p_high && f->p_high <= 1);
    assert_between(path, "speed", f->speed_mps, FF_GAIT_SLOWEST_MPS - 0.6, FF_GAIT_FASTEST_MPS);
    assert_between(path, "step rate", f->cadence_spm, 120, 240);
    assert_between(path, "usual step rate", f->usual_cadence_spm, 140, 200);
    assert_between(path, "heel", f->heel_cm, -30, 70);
    assert_between(path, "limit of the heel", f->limit_cm, 5, 40);
    assert_between(path, "error of the heel", f->heel_sd_cm, 1.2, 10);
    assert_between(path, "oscillation", f->oscillation_mm, 20, 200);
    assert_between(path, "contact", f->stance_ms, 120, 420);
    assert_true(!isnan(f->heel_cm) && !isnan(f->limit_cm) && !isnan(f->heel_sd_cm));
}

static void forms_are_possible(void **state) {
    (void)state;
    need_runs();
    size_t told[4] = {0};
    for (size_t i = 0; i < all.count; i++) {
        ff_stretches s;
        measure(&all.runs[i], &s);
        ff_form form = form_of(&all.runs[i], &s);
        check_form(all.paths[i], &form);
        told[form.overstride]++;
    }
    print_message("# overstriding: unknown of %zu, unlikely %zu, cannot tell %zu, likely %zu\n",
                  told[0], told[1], told[2], told[3]);
    assert_true(told[1] + told[2] + told[3] >= 8);
}

/* Whatever is cut off or lost of a real run, its figures stay possible. */
static void damaged_runs_stay_possible(void **state) {
    (void)state;
    need_runs();
    for (size_t i = 0; i < all.count; i += 3) {
        ff_run run = all.runs[i];
        for (size_t rows = run.series.rows; rows > 0; rows /= 4) {
            ff_stretches s;
            run.series.rows = rows;
            run.series.column[FF_SPEED] =
                rows % 2 == 0 ? NULL : all.runs[i].series.column[FF_SPEED];
            measure(&run, &s);
            for (size_t k = 0; k < s.count; k++) {
                check_stretch(all.paths[i], &s.items[k]);
            }
            ff_form form = form_of(&run, &s);
            check_form(all.paths[i], &form);
        }
    }
}

/* ---- two devices on one run ---- */

static void assert_overlap(const char *path, const ff_form *a, const ff_form *b) {
    if (!(a->p_low <= b->p_high && b->p_low <= a->p_high)) {
        fail_msg("%s: %.3f to %.3f by one device, %.3f to %.3f by the other", path, a->p_low,
                 a->p_high, b->p_low, b->p_high);
    }
    assert_true(a->overstride != FF_OVERSTRIDE_LIKELY || b->overstride != FF_OVERSTRIDE_UNLIKELY);
    assert_true(b->overstride != FF_OVERSTRIDE_LIKELY || a->overstride != FF_OVERSTRIDE_UNLIKELY);
}

/* The watch's own ground contact taken out, so that the pod's counts. */
static ff_stretches by_pod(const ff_stretches *s) {
    ff_stretches pod = *s;
    pod.items = ff_arena_take(&all.arena, s->count, sizeof *pod.items);
    for (size_t i = 0; i < s->count; i++) {
        pod.items[i] = s->items[i];
        pod.items[i].mean[FF_GAIT_HEEL] = NAN;
        pod.items[i].held_s[FF_GAIT_HEEL] = 0;
    }
    return pod;
}

static void watch_and_pod_in_one_file(void **state) {
    (void)state;
    need_runs();
    size_t pairs = 0;
    for (size_t i = 0; i < all.count; i++) {
        ff_stretches s;
        measure(&all.runs[i], &s);
        double watch = ff_stretches_mean(&s, FF_GAIT_HEEL, INFINITY);
        double pod = ff_stretches_mean(&s, FF_GAIT_POD_HEEL, INFINITY);
        if (isnan(watch) || isnan(pod)) {
            continue;
        }
        ff_stretches other = by_pod(&s);
        ff_form by_watch = form_of(&all.runs[i], &s), with_pod = form_of(&all.runs[i], &other);
        if (by_watch.overstride == FF_OVERSTRIDE_UNKNOWN) {
            continue;
        }
        assert_true(with_pod.by_pod && !by_watch.by_pod);
        print_message("# %.0f ms by the watch, %.0f by the pod: %.2f and %.2f\n",
                      by_watch.stance_ms, with_pod.stance_ms, by_watch.p, with_pod.p);
        assert_overlap(all.paths[i], &by_watch, &with_pod);
        pairs++;
    }
    print_message("# %zu pairs of a watch and a pod\n", pairs);
}

/* The run as another device would have it: a column exchanged, or told so much more. */
static ff_form by_another(const ff_run *run, ff_channel channel, const double *values,
                          double more) {
    ff_run other = *run;
    double *column = ff_arena_take(&all.arena, run->series.rows, sizeof *column);
    for (size_t i = 0; i < run->series.rows; i++) {
        column[i] = values[i] + more;
    }
    other.series.column[channel] = column;
    ff_stretches s;
    measure(&other, &s);
    return form_of(&other, &s);
}

static void steps_by_watch_and_by_pod(void **state) {
    (void)state;
    need_runs();
    size_t pairs = 0;
    for (size_t i = 0; i < all.count; i++) {
        const ff_run *run = &all.runs[i];
        const double *watch = run->series.column[FF_CADENCE],
                     *pod = run->series.column[FF_POD_CADENCE];
        if (watch == NULL || pod == NULL) {
            continue;
        }
        ff_form one = by_another(run, FF_CADENCE, watch, 0),
                other = by_another(run, FF_CADENCE, pod, 0);
        if (one.overstride != FF_OVERSTRIDE_UNKNOWN && other.overstride != FF_OVERSTRIDE_UNKNOWN) {
            print_message("# %.1f steps by the watch, %.1f by the pod: %.2f and %.2f\n",
                          one.cadence_spm, other.cadence_spm, one.p, other.p);
            assert_overlap(all.paths[i], &one, &other);
            pairs++;
        }
    }
    print_message("# %zu pairs of steps\n", pairs);
}

/* By how much two devices differed: 26 ms less and 57 ms more. */
static void contact_by_a_device_that_is_off(void **state) {
    (void)state;
    need_runs();
    size_t pairs = 0, with_contact = 0;
    for (size_t i = 0; i < all.count; i++) {
        const double *contact = all.runs[i].series.column[FF_STANCE_TIME];
        if (contact == NULL) {
            continue;
        }
        ff_form less = by_another(&all.runs[i], FF_STANCE_TIME, contact, -26);
        ff_form more = by_another(&all.runs[i], FF_STANCE_TIME, contact, 57);
        if (less.overstride != FF_OVERSTRIDE_UNKNOWN && more.overstride != FF_OVERSTRIDE_UNKNOWN) {
            check_form(all.paths[i], &less);
            check_form(all.paths[i], &more);
            assert_overlap(all.paths[i], &less, &more);
            with_contact += less.stance_runs > 0 && more.stance_runs > 0;
            pairs++;
        }
    }
    print_message("# %zu runs by devices that are off, %zu with contact by both\n", pairs,
                  with_contact);
}

/* As one run, or as one that may be: two devices' files are never sure to be. */
static bool of_one_run(const ff_run *a, const ff_run *b) {
    ff_same_run same;
    ff_same_run_compare(a, b, &same);
    return same.sameness != FF_RUNS_DIFFER;
}

static void files_of_one_run(void **state) {
    (void)state;
    need_runs();
    size_t pairs = 0, told = 0;
    for (size_t i = 0; i < all.count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (llabs(all.runs[i].start_s - all.runs[k].start_s) > 600 ||
                !of_one_run(&all.runs[i], &all.runs[k])) {
                continue;
            }
            ff_stretches a, b;
            measure(&all.runs[i], &a);
            measure(&all.runs[k], &b);
            ff_form one = form_of(&all.runs[i], &a), other = form_of(&all.runs[k], &b);
            pairs++;
            if (one.overstride != FF_OVERSTRIDE_UNKNOWN &&
                other.overstride != FF_OVERSTRIDE_UNKNOWN) {
                assert_overlap(all.paths[i], &one, &other);
                told++;
            }
        }
    }
    print_message("# %zu pairs of files of one run, %zu of them with a form\n", pairs, told);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stretches_are_possible),
        cmocka_unit_test(forms_are_possible),
        cmocka_unit_test(damaged_runs_stay_possible),
        cmocka_unit_test(watch_and_pod_in_one_file),
        cmocka_unit_test(steps_by_watch_and_by_pod),
        cmocka_unit_test(contact_by_a_device_that_is_off),
        cmocka_unit_test(files_of_one_run),
    };
    return cmocka_run_group_tests(tests, read_all, free_all);
}
