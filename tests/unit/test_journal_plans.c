/* Plans in the journal: kept, ended, and given to a journal of the version before. */
#include "support.h"

#include "journal/store.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static ff_journal *opened(void) {
    ff_journal *journal;
    assert_int_equal(ff_journal_open(NULL, FF_JOURNAL_IN_MEMORY, FF_JOURNAL_WRITE, &journal, NULL),
                     FF_OK);
    return journal;
}

static void the_newest_goes_on(void **state) {
    (void)state;
    ff_journal *journal = opened();
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    ff_kept_plan kept;
    bool found;
    int64_t first, second;
    assert_int_equal(ff_journal_plan(journal, &arena, &kept, &found, NULL), FF_OK);
    assert_false(found);
    ff_kept_plan plan = {
        .kind = FF_PLAN_RETURN, .goal_min = 45.5, .text = "mon: 20min run\n", .made_at_s = 5};
    assert_int_equal(ff_journal_put_plan(journal, &plan, &first, NULL), FF_OK);
    plan.kind = FF_PLAN_BUILD;
    plan.goal_min = NAN;
    plan.goal_day_s = 86400;
    assert_int_equal(ff_journal_put_plan(journal, &plan, &second, NULL), FF_OK);
    assert_int_equal(ff_journal_plan(journal, &arena, &kept, &found, NULL), FF_OK);
    assert_true(found && kept.id == second && kept.kind == FF_PLAN_BUILD && isnan(kept.goal_min));
    assert_true(kept.goal_day_s == 86400 && kept.made_at_s == 5);
    assert_string_equal(kept.text, "mon: 20min run\n");
    assert_int_equal(ff_journal_end_plan(journal, first, NULL), FF_ERR_NOT_FOUND);
    assert_int_equal(ff_journal_end_plan(journal, second, NULL), FF_OK);
    assert_int_equal(ff_journal_plan(journal, &arena, &kept, &found, NULL), FF_OK);
    assert_false(found); /* an earlier one does not come back */
    plan.text = "";
    assert_int_equal(ff_journal_put_plan(journal, &plan, NULL, NULL), FF_ERR_VALUE);
    ff_arena_free(&arena);
    ff_journal_close(journal);
}

static void an_older_journal_gets_them(void **state) {
    (void)state;
    char path[1024];
    snprintf(path, sizeof path, "%s/seven.footfall", scratch_folder());
    const ff_migrations seven = {ff_journal_migrations.versions, 7};
    ff_journal *journal;
    assert_int_equal(ff_store_open(NULL, path, FF_JOURNAL_WRITE, &seven, &journal, NULL), FF_OK);
    ff_journal_close(journal);
    assert_int_equal(ff_journal_open(NULL, path, FF_JOURNAL_WRITE, &journal, NULL), FF_OK);
    ff_kept_plan plan = {.kind = FF_PLAN_OWN, .goal_min = NAN, .text = "mon: 20min run\n"};
    assert_int_equal(ff_journal_put_plan(journal, &plan, NULL, NULL), FF_OK);
    ff_journal_close(journal);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_goes_on),
        cmocka_unit_test(an_older_journal_gets_them),
    };
    return cmocka_run_group_tests_name("journal_plans", tests, NULL, NULL);
}
