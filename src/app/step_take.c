#include "app/step_take.h"

#include "base/number.h"

#include <string.h>

#define WEEK_S INT64_C(604800)

/* "step-week-2.fit" */
static bool is_week_name(const char *name) {
    static const char before[] = "step-week-";
    return strncmp(name, before, sizeof before - 1) == 0 && name[sizeof before - 1] >= '1' &&
           name[sizeof before - 1] <= '9' && strcmp(name + sizeof before, ".fit") == 0;
}
_Static_assert(FF_STEP_MOST_WEEKS <= 9, "a week is one digit");

static ff_code add_week(ff_arena *arena, const ff_step_week *week, int64_t today_s,
                        ff_takes_told *told, ff_error *error) {
    ff_workout workout = week->workout;
    workout.name = ff_arena_printf(arena, "Step week %d: %s-%s a min", week->week,
                                   FF_FIXED(week->low_spm, 0), FF_FIXED(week->high_spm, 0));
    const char *name = ff_arena_printf(arena, "step-week-%d.fit", week->week);
    return ff_takes_add(arena, &workout, today_s + (week->week - 1) * WEEK_S, name, told, error);
}

ff_code ff_step_take(ff_app *app, ff_arena *arena, const char *folder,
                     const ff_step_programme *programme, ff_takes_told *told, ff_error *error) {
    ff_app_zone zone;
    *told = (ff_takes_told){.folder = folder,
                            .files = ff_arena_take(arena, FF_STEP_MOST_WEEKS, sizeof *told->files)};
    ff_code code = ff_app_zone_read(app, arena, &zone, error);
    code = code == FF_OK ? ff_arena_check(arena, error) : code;
    int64_t today_s = code == FF_OK ? ff_app_zone_today(app, &zone) : 0;
    for (size_t i = 0; i < programme->count && code == FF_OK; i++) {
        code = add_week(arena, &programme->weeks[i], today_s, told, error);
    }
    if (code == FF_OK) {
        code = ff_takes_write(arena, told, error);
    }
    return code == FF_OK ? ff_takes_left_over(arena, told, is_week_name, error) : code;
}
