/* What a runner takes along of a plan: its runs in a calendar, and as workouts on the watch. */
#ifndef FOOTFALL_APP_TAKES_H
#define FOOTFALL_APP_TAKES_H

#include "app/app.h"

#include "base/json.h"
#include "base/zone.h"

#include <footfall/workout.h>

/* The time zone that the app was told, read. */
typedef struct ff_app_zone {
    const char *name; /* NULL: none was told */
    ff_zone zone;
} ff_app_zone;

ff_code ff_app_zone_read(const ff_app *app, ff_arena *arena, ff_app_zone *zone, ff_error *error);

/* Local midnight of today as if in UTC. */
int64_t ff_app_zone_today(const ff_app *app, const ff_app_zone *zone);

/* What no two journals share, for the uids of events; made and kept at the first time. */
ff_code ff_takes_key(ff_app *app, ff_arena *arena, const char **key, ff_error *error);

/* Adds the calendar of the plan to *ics. Runs that an earlier calendar of this journal had and this
 * one has not are called off in it, unless they are over. What was written is remembered in the
 * journal. pace_min_km: NAN where it is not known. *events: how many events there are, those called
 * off left out. */
ff_code ff_takes_calendar(ff_app *app, ff_arena *arena, const ff_plan *plan, double pace_min_km,
                          int alarm_min, ff_text *ics, ff_error *error);

/* How many events of an earlier calendar are not over, those called off left out. */
ff_code ff_takes_still_out(ff_app *app, ff_arena *arena, size_t *count, ff_error *error);

/* Adds a calendar to *ics in which all these are called off, and with them what was called off
 * before: nobody says that that calendar was taken in. *count: how many; 0: *ics stays as it is. */
ff_code ff_takes_call_off(ff_app *app, ff_arena *arena, ff_text *ics, size_t *count,
                          ff_error *error);

/* A calendar on its way: make adds it to *ics and remembers in the journal what is out; it may leave
 * *ics empty. file: where it goes; NULL: it stays in *ics. */
typedef struct ff_takes_making {
    ff_code (*make)(void *data);
    void *data;
    ff_text *ics;
    const char *file;
} ff_takes_making;

/* Makes it, and writes it. Nothing is remembered of a calendar that no file holds: else the next one
 * would call off what was never out. */
ff_code ff_takes_put(ff_app *app, const ff_takes_making *making, ff_error *error);

/* One workout as a FIT file; in the arena. */
typedef struct ff_takes_file {
    const char *name;  /* "2026-06-03-run.fit" */
    const char *title; /* as the watch lists it */
    int64_t day_s;
    const void *data;
    size_t size;
} ff_takes_file;

/* Workouts that are written for a watch. */
typedef struct ff_takes_told {
    const char *folder; /* not read by ff_takes_workouts */
    ff_takes_file *files;
    size_t count;
    const char **left_over; /* names of others that lie in the folder */
    size_t left_over_count;
    bool cadence; /* some have a target of cadence */
    size_t cut;   /* names and notes that a watch gets shortened */
} ff_takes_told;

/* Adds a workout as a file of that name; workout->name is its title. files must have room. */
ff_code ff_takes_add(ff_arena *arena, const ff_workout *workout, int64_t day_s, const char *name,
                     ff_takes_told *told, ff_error *error);

/* The workouts of the plan, a file a run. */
ff_code ff_takes_workouts(ff_arena *arena, const ff_plan *plan, ff_takes_told *told,
                          ff_error *error);

/* Writes them into the folder, made when it is not there. */
ff_code ff_takes_write(ff_arena *arena, const ff_takes_told *told, ff_error *error);

/* Whoever copies the folder to the watch would copy what was written earlier, too: finds it by its
 * name. It may be wanted, so it stays. */
ff_code ff_takes_left_over(ff_arena *arena, ff_takes_told *told, bool (*is_name)(const char *name),
                           ff_error *error);

/* The files by name and title, and which watch takes them and how. */
void ff_takes_workouts_text(const ff_takes_told *told, ff_text *out);
/* The members "workouts", "left_over", "cut" and, with targets of cadence, "cadence" of an open
 * object. */
void ff_takes_workouts_json(const ff_takes_told *told, ff_arena *arena, ff_json *json);

#endif
