#include "support.h"

#include "app/sites.h"
#include "base/arena.h"
#include "reason/red_flags.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const ff_knowledge *const k = &ff_knowledge_built_in;

enum { MOST = 16 };

typedef struct scene {
    ff_finding findings[MOST];
    const ff_flag *ticked[1], *unsure[2];
    ff_tried tried[4];
    ff_case runner;
    char words[200];
} scene;

/* "tick rf_saddle; perhaps rf_dvt; years 15; draw LR; mark left:SA,CF; failed lacing; side both; ..." */
static void set_up(scene *s, const char *text) {
    *s = (scene){.runner = {.age_years = NAN, .checklist_asked = true, .ticked = s->ticked}};
    s->runner.unsure = s->unsure;
    s->runner.tried = s->tried;
    s->runner.findings.items = s->findings;
    snprintf(s->words, sizeof s->words, "%s", text);
    for (char *p = s->words; *p;) {
        char *key = p, *value = strchr(p, ' ');
        assert_non_null(value);
        *value++ = '\0';
        p = strchr(value, ';');
        p = p ? p : value + strlen(value);
        if (*p) {
            *p++ = '\0';
            p += strspn(p, " ");
        }
        if (strcmp(key, "tick") == 0) {
            s->ticked[s->runner.ticked_count++] = ff_knowledge_flag(k, value);
            assert_non_null(s->ticked[0]);
        } else if (strcmp(key, "perhaps") == 0) {
            s->unsure[s->runner.unsure_count] = ff_knowledge_flag(k, value);
            assert_non_null(s->unsure[s->runner.unsure_count++]);
        } else if (strcmp(key, "failed") == 0 || strcmp(key, "helped") == 0) {
            s->tried[s->runner.tried_count++] =
                (ff_tried){ff_knowledge_remedy(k, value),
                           *key == 'h' ? FF_TRIED_HELPED : FF_TRIED_NO_HELP};
        } else if (strcmp(key, "years") == 0) {
            s->runner.age_years = atof(value);
        } else if (strcmp(key, "draw") == 0) {
            s->runner.sites.left = strchr(value, 'L') ? 1 : 0;
            s->runner.sites.right = strchr(value, 'R') ? 1 : 0;
        } else if (strcmp(key, "mark") == 0) {
            assert_int_equal(ff_sites_parse(value, &s->runner.sites, NULL), FF_OK);
        } else {
            const ff_fact *fact = ff_knowledge_fact(k, key);
            assert_non_null(fact);
            bool skip = strcmp(value, "unsure") == 0;
            assert_true(skip || ff_fact_level(fact, value) >= 0);
            s->findings[s->runner.findings.count++] = (ff_finding){
                .id = fact->id, .state = skip ? FF_NOT_SURE : FF_SAID, .value = value};
        }
    }
}

static bool fires(const ff_case *runner, const char *id) {
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t count;
    ff_flag_raised *raised = ff_red_flags_raised(&arena, k, runner, &count);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found |= strcmp(raised[i].flag->id, id) == 0;
        assert_true(i == 0 || raised[i].flag->level <= raised[i - 1].flag->level);
    }
    ff_arena_free(&arena);
    return found;
}

static const struct {
    const char *flag;
    const char *when; /* it fires */
    const char *not_when; /* it does not */
} sides[] = {
    {"rf_saddle", "saddle yes", "saddle no"},
    {"rf_saddle", "tick rf_saddle", "saddle unsure"},
    {"rf_bladder", "bladder yes", "bladder no"},
    {"rf_both_sciatica", "side both; back_pain yes; leg_line yes; duration lt2w",
     "side both; back_pain yes; leg_line yes; duration gt3m"},
    {"rf_both_sciatica", "side both; back_pain yes; leg_line yes; progression fast_worse; duration gt3m",
     "side one; back_pain yes; leg_line yes; progression fast_worse"},
    {"rf_both_sciatica", "draw LR; back_pain yes; leg_line yes", "draw L; back_pain yes; leg_line yes"},
    {"rf_both_sciatica", "side both; back_pain yes; leg_line yes; duration unsure",
     "side both; back_pain yes; leg_line yes; progression slow_worse"},
    /* That it stays as it is says nothing of how new it is. */
    {"rf_both_sciatica", "side both; back_pain yes; leg_line yes; progression same",
     "side both; back_pain yes; leg_line yes; progression same; duration 2_12w"},
    {"rf_both_sciatica", "side both; back_pain yes; t_heelwalk yes; duration gt3m",
     "side both; back_pain no; t_heelwalk yes"},
    {"rf_both_sciatica", "side both; back_pain yes; foot_slap yes; resolve_time gt24h",
     "side both; back_pain yes; foot_slap yes; resolve_time 2_10"},
    {"rf_ascending", "spreading yes", "spreading no"},
    {"rf_ascending", "side both; progression fast_worse", "side one; progression fast_worse"},
    {"rf_ascending", "draw LR; progression fast_worse", "draw LR; progression slow_worse"},
    {"rf_ascending", "side both; t_heelwalk yes; duration lt2w",
     "side both; t_heelwalk yes; duration 2_12w"},
    {"rf_ascending", "side both; t_heelwalk yes; duration lt2w",
     "side one; t_heelwalk yes; duration lt2w"},
    /* One foot said, both drawn: the graver of the two. Sides that take turns are another thing. */
    {"rf_ascending", "side one; draw LR; progression fast_worse",
     "side alternates; draw LR; progression fast_worse"},
    /* Said by the runner, told otherwise by the runs that come later. */
    {"rf_ascending", "side both; side one; progression fast_worse",
     "side one; progression fast_worse"},
    {"rf_breath", "tick rf_breath", "tick rf_ascending"},
    {"rf_stroke", "tick rf_stroke", "side one; neuro_episode yes"},
    {"rf_cold_leg", "calf_pale yes; resolve_time gt24h", "calf_pale yes; resolve_time 10_30"},
    {"rf_cold_leg", "calf_pale yes; resolve_time gt24h; duration lt2w",
     "calf_pale yes; resolve_time gt24h; duration gt3m"},
    {"rf_cold_leg", "t_pulse yes; spreading yes", "t_pulse no; spreading yes"},
    {"rf_cold_leg", "t_pulse yes; progression fast_worse", "t_pulse yes; progression same"},
    {"rf_cold_leg", "t_pulse yes; resolve_time gt24h; duration lt2w",
     "t_pulse yes; resolve_time gt24h; duration 2_12w"},
    {"rf_cold_leg", "t_pulse yes; resolve_time gt24h; duration unsure",
     "t_pulse yes; resolve_time unsure; duration unsure"},
    {"rf_cold_leg", "calf_pale yes; progression fast_worse", "calf_pale yes; progression slow_worse"},
    {"rf_acute_comp", "t_shin_hard yes; progression fast_worse", "t_shin_hard yes; progression same"},
    {"rf_acute_comp", "t_shin_hard yes; resolve_time gt24h; duration lt2w",
     "t_shin_hard yes; resolve_time 10_30; duration lt2w"},
    {"rf_acute_comp", "leg_tight yes; progression fast_worse; resolve_time gt24h",
     "leg_tight yes; progression fast_worse; resolve_time 10_30"},
    {"rf_acute_comp", "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night yes",
     "leg_tight yes; resolve_time gt24h; duration gt3m; rest_night yes"},
    {"rf_acute_comp", "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night yes; leg_line no",
     "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night yes; leg_line yes"},
    {"rf_chest", "tick rf_chest", "side one"},
    {"rf_weak_both", "both_weak yes", "both_weak no"},
    {"rf_footdrop", "t_heelwalk yes", "t_heelwalk no"},
    {"rf_footdrop", "foot_slap yes; resolve_time gt24h", "foot_slap yes; resolve_time 2_10"},
    {"rf_footdrop", "foot_slap yes; rest_night yes; fixed_patch yes", "foot_slap yes; rest_night yes"},
    {"rf_footdrop", "t_heelraise yes; back_pain yes; fixed_patch yes",
     "t_heelraise yes; back_pain no; fixed_patch yes"},
    {"rf_footdrop", "t_heelraise yes; back_pain yes; resolve_time gt24h",
     "t_heelraise yes; back_pain yes; resolve_time lt2"},
    {"rf_fever_back", "back_pain yes; weight_loss yes", "back_pain yes; weight_loss no"},
    {"rf_trauma", "tick rf_trauma", "sprain yes"},
    {"rf_dvt", "tick rf_dvt", "leg_tight yes"},
    {"rf_diab_wound", "tick rf_diab_wound", "diabetes yes"},
    {"rf_charcot", "tick rf_charcot", "diabetes yes"},
    {"rf_rest_pain", "vascular yes; rest_night yes; t_pulse yes", "vascular yes; rest_night yes; t_pulse no"},
    {"rf_vision", "tick rf_vision", "neuro_episode yes"},
    {"rf_preg", "tick rf_preg", "female yes"},
    {"rf_sugar", "side both; rest_night yes; weight_loss yes", "side one; rest_night yes; weight_loss yes"},
    {"rf_sugar", "side both; fixed_patch yes; weight_loss yes", "side both; fixed_patch yes"},
    {"rf_sugar", "side both; rest_night yes; knee_press yes",
     "side both; rest_night yes; knee_press yes; weight_loss no"},
    {"rf_new_both", "side both; duration lt2w; rest_night yes; infection yes",
     "side both; duration lt2w; rest_night yes; infection no"},
    {"rf_new_both", "side both; duration lt2w; rest_night yes; hands yes",
     "side both; duration gt3m; rest_night yes; hands yes"},
    {"rf_new_both", "side both; duration lt2w; resolve_time gt24h; infection yes",
     "side one; duration lt2w; resolve_time gt24h; infection yes"},
    {"rf_new_both", "draw LR; duration lt2w; resolve_time gt24h; hands yes",
     "draw LR; duration lt2w; resolve_time 10_30; hands yes"},
    {"rf_fast_worse", "progression fast_worse", "progression slow_worse"},
    {"rf_paes", "calf_pale yes; years 39", "calf_pale yes; years 40; vascular yes"},
    {"rf_paes", "calf_pale yes; age lt30", "calf_pale yes; age 50_64; vascular yes"},
    {"rf_paes", "calf_pale yes", "calf_pale no"},
    {"rf_paes", "calf_pale yes; years 45", "calf_pale yes; years 45; vascular yes"},
    {"rf_paes", "leg_tight yes; onset_time lt5; resolve_time lt2; years 25",
     "leg_tight yes; onset_time lt5; resolve_time 2_10; years 25"},
    {"rf_paes", "leg_tight yes; t_pulse yes", "leg_tight yes; t_pulse no"},
    {"rf_claud", "calf_pale yes; years 40", "calf_pale yes; years 39"},
    {"rf_claud", "calf_pale yes; vascular yes; years 30", "calf_pale yes; vascular no; years 30"},
    {"rf_claud", "leg_tight yes; onset_time lt5; resolve_time lt2", "leg_tight yes; onset_time lt5"},
    {"rf_claud", "t_pulse yes; years 50", "t_pulse yes; years 49"},
    {"rf_claud", "t_pulse yes; vascular yes", "t_pulse yes; vascular no"},
    {"rf_claud",
     "hard_effort yes; reproducible yes; resolve_time 2_10; vascular yes; years 61",
     "hard_effort yes; reproducible yes; resolve_time 2_10; vascular no; years 61"},
    {"rf_claud",
     "hard_effort yes; reproducible yes; resolve_time 2_10; vascular yes; age 50_64",
     "hard_effort yes; reproducible yes; resolve_time 2_10; vascular yes; age 30_49"},
    {"rf_claud", "leg_tight yes; reproducible yes; resolve_time 2_10; age 65p",
     "leg_tight yes; reproducible yes; resolve_time 2_10; age 30_49"},
    {"rf_claud", "leg_tight yes; reproducible yes; resolve_time lt2; vascular yes",
     "leg_tight yes; reproducible yes; resolve_time 10_30; vascular yes"},
    {"rf_bone", "bone_tender yes", "bone_tender no"},
    {"rf_stocking", "side both; rest_night yes; duration 2_12w", "side both; rest_night yes; duration lt2w"},
    {"rf_stocking", "draw LR; resolve_time gt24h; duration gt3m", "draw R; resolve_time gt24h; duration gt3m"},
    {"rf_stocking", "side both; fixed_patch yes; duration gt3m", "side both; fixed_patch yes; duration lt2w"},
    {"rf_stocking", "side both; rest_night yes", "side both; rest_night unsure"},
    {"rf_stocking", "side both; fixed_patch yes; rest_night yes",
     "side both; fixed_patch yes; rest_night yes; duration lt2w"},
    {"rf_b12_neuro", "b12_risk yes; side both; hands yes", "b12_risk no; side both; hands yes"},
    {"rf_b12_neuro", "b12_risk yes; t_vib yes", "b12_risk yes; t_vib no"},
    {"rf_b12_neuro", "b12_risk yes; side both; rest_night yes", "b12_risk yes; side both; rest_night no"},
    {"rf_patch", "fixed_patch yes; duration gt3m", "fixed_patch yes; duration lt2w"},
    {"rf_patch", "resolve_time gt24h; duration 2_12w", "resolve_time 30m_24h; duration 2_12w"},
    {"rf_patch", "fixed_patch yes", "fixed_patch no"},
    {"rf_both_back", "side both; back_pain yes; leg_line yes; duration gt3m",
     "side one; back_pain yes; leg_line yes; duration gt3m"},
    {"rf_rest_new", "side both; rest_night yes; duration lt2w",
     "side both; rest_night yes; duration 2_12w"},
    {"rf_rest_new", "side both; resolve_time gt24h; duration lt2w",
     "side both; resolve_time 2_10; duration lt2w"},
    {"rf_pulse", "t_pulse yes", "t_pulse no"},
    {"rf_neuro_past", "neuro_episode yes", "neuro_episode unsure"},
    {"rf_patch_new", "fixed_patch yes; duration lt2w", "fixed_patch yes; duration gt3m"},
    {"rf_patch_new", "resolve_time gt24h; duration lt2w", "resolve_time 30m_24h; duration lt2w"},
    {"rf_slow_worse", "progression slow_worse", "progression same"},
    {"rf_tight_line", "leg_tight yes; resolve_time gt24h; duration lt2w; leg_line yes",
     "leg_tight yes; resolve_time gt24h; duration lt2w; leg_line no"},
    {"rf_long", "duration gt3m; progression same", "duration gt3m; progression better"},
    {"rf_hands", "hands yes", "hands unsure"},
    /* Told in other words, or drawn. */
    {"rf_saddle", "mark left:SD",
     "mark left:CF"},
    {"rf_saddle", "mark both:toes,saddle; saddle no",
     "mark both:toes; saddle no"},
    {"rf_cold_leg", "cold_rest one; rest_night yes; duration lt2w",
     "cold_rest one; rest_night yes; duration gt3m"},
    {"rf_cold_leg", "cold_rest one; rest_night yes",
     "cold_rest both; rest_night yes"},
    {"rf_cold_leg", "cold_rest one; fixed_patch yes; duration lt2w",
     "cold_rest one; fixed_patch yes; duration 2_12w"},
    {"rf_cold_leg", "calf_pale yes; rest_night yes; duration lt2w",
     "calf_pale yes; rest_night no; duration lt2w"},
    {"rf_cold_leg", "calf_pale yes; fixed_patch yes; duration lt2w",
     "calf_pale yes; fixed_patch yes; duration gt3m"},
    {"rf_cold_leg", "cold_rest one; weakness several",
     "cold_rest one; weakness spread"},
    {"rf_cold_leg", "cold_rest one; t_heelwalk yes; duration lt2w",
     "cold_rest one; t_heelwalk yes; duration gt3m"},
    {"rf_both_sciatica", "side both; leg_line yes; duration lt2w",
     "side both; leg_line yes; duration lt2w; back_pain no"},
    {"rf_both_sciatica", "mark both:CF,toes; back_pain yes; duration lt2w",
     "mark both:toes; back_pain yes; duration lt2w"},
    {"rf_both_sciatica", "mark left:SA right:CF; back_pain yes; duration lt2w",
     "mark left:SA; back_pain yes; duration lt2w"},
    {"rf_acute_comp", "leg_tight yes; resolve_time gt24h; duration lt2w",
     "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night no"},
    {"rf_acute_comp", "t_shin_hard yes; rest_night yes; fixed_patch yes; duration lt2w",
     "t_shin_hard yes; rest_night yes; duration lt2w"},
    {"rf_acute_comp", "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night no; foot_slap yes",
     "leg_tight yes; resolve_time gt24h; duration gt3m; foot_slap yes"},
    {"rf_acute_comp", "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night no; t_heelwalk yes",
     "leg_tight yes; resolve_time 10_30; duration lt2w; t_heelwalk yes"},
    {"rf_acute_comp", "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night no; weakness bigtoe",
     "leg_tight yes; resolve_time gt24h; duration lt2w; rest_night no; weakness none"},
    {"rf_footdrop", "foot_slap yes; fixed_patch yes; duration lt2w",
     "foot_slap yes; fixed_patch yes; duration 2_12w"},
    {"rf_footdrop", "foot_slap yes; rest_night yes; duration lt2w",
     "foot_slap yes; rest_night yes; duration gt3m"},
    {"rf_footdrop", "foot_slap yes; weakness bigtoe",
     "foot_slap yes; weakness tiptoe"},
    {"rf_fever_back", "back_pain yes; chemo_hx yes",
     "back_pain no; chemo_hx yes"},
    {"rf_dvt", "swelling yes; leg_tight yes; side one; duration lt2w",
     "swelling yes; leg_tight yes; side both; duration lt2w"},
    {"rf_charcot", "diabetes yes; swelling yes; side one",
     "diabetes yes; swelling yes; side both"},
    {"rf_rest_pain", "foot_skin wound; vascular yes",
     "foot_skin wound; vascular no"},
    {"rf_rest_pain", "foot_skin wound; t_pulse yes",
     "foot_skin wound; t_pulse no"},
    {"rf_rest_pain", "foot_skin wound; cold_rest one",
     "foot_skin wound; cold_rest both"},
    {"rf_rest_pain", "t_pulse yes; rest_night yes; duration lt2w",
     "t_pulse yes; rest_night yes; duration gt3m"},
    {"rf_rest_pain", "colour yes; side one; rest_night yes; duration lt2w",
     "colour yes; side both; rest_night yes; duration lt2w"},
    {"rf_rest_pain", "colour yes; side one; resolve_time gt24h; duration lt2w",
     "colour yes; side one; resolve_time 10_30; duration lt2w"},
    {"rf_new_both", "side both; duration lt2w; infection yes; hands yes",
     "side one; duration lt2w; infection yes; hands yes"},
    {"rf_new_both", "side both; duration lt2w; rest_night yes; foot_slap yes",
     "side both; duration lt2w; rest_night no; foot_slap yes"},
    {"rf_new_both", "side both; duration lt2w; rest_night yes; t_heelraise yes",
     "side both; duration 2_12w; rest_night yes; t_heelraise yes"},
    {"rf_new_both", "side both; duration lt2w; rest_night yes; weakness tiptoe",
     "side both; duration lt2w; rest_night yes; weakness none"},
    {"rf_new_both", "mark both:CF,toes; duration lt2w; rest_night yes",
     "mark both:toes; duration lt2w; rest_night yes"},
    {"rf_new_both", "mark both:shin; duration lt2w; resolve_time gt24h",
     "mark left:shin; duration lt2w; resolve_time gt24h"},
    {"rf_both_legs", "side both; leg_line yes; duration lt2w; back_pain no",
     "side one; leg_line yes; duration lt2w; back_pain no"},
    {"rf_one_side", "mark left:SA,CF,toes; rest_night yes; duration lt2w",
     "mark left:SA,toes; rest_night yes; duration lt2w"},
    {"rf_one_side", "mark right:SA,CF,toes; rest_night yes; duration lt2w",
     "mark right:SA,CF,toes; rest_night yes; duration gt3m"},
    {"rf_one_side", "mark left:SA,CF; resolve_time gt24h; duration lt2w",
     "mark left:SA,CF; resolve_time lt2; duration lt2w"},
    {"rf_one_side", "mark right:SA,CF; resolve_time gt24h; duration lt2w",
     "mark left:SA right:CF; resolve_time gt24h; duration lt2w"},
    {"rf_one_side", "side one; hands yes; rest_night yes; duration lt2w",
     "side both; hands yes; rest_night yes; duration lt2w"},
    {"rf_one_side", "side one; hands yes; resolve_time gt24h; duration lt2w",
     "side one; hands no; resolve_time gt24h; duration lt2w"},
    {"rf_claud", "leg_tight yes; onset_time lt5; resolve_time lt2; vascular no; years 50",
     "leg_tight yes; onset_time lt5; resolve_time lt2; vascular no; years 49"},
    {"rf_lump", "tick rf_lump", "pebble yes"},
    {"rf_child", "years 15.9", "years 16"},
    {"rf_child", "tick rf_child", "age lt30"},
    {"rf_effort_weak", "foot_slap yes", "foot_slap no"},
    {"rf_touch", "t_ipswich yes", "t_ipswich no"},
    {"rf_touch", "t_vib yes", "t_vib no"},
    {"rf_nerve_heat", "heat_neuro yes", "heat yes"},
    /* Weak at rest. */
    {"rf_both_sciatica", "side both; back_pain yes; weakness tiptoe",
     "side both; back_pain yes; weakness spread"},
    {"rf_both_sciatica", "side both; back_pain yes; weakness bigtoe; duration lt2w",
     "side both; back_pain yes; weakness bigtoe; duration gt3m"},
    {"rf_both_sciatica", "side both; cough_leg yes; leg_line yes; duration lt2w",
     "side one; cough_leg yes; leg_line yes; duration lt2w"},
    {"rf_both_sciatica", "side both; cough_leg yes; leg_line yes; progression same",
     "side both; cough_leg yes; leg_line yes; duration gt3m; progression same"},
    {"rf_both_sciatica", "side both; cough_leg yes; leg_line yes",
     "side both; cough_leg yes; leg_line yes; progression slow_worse"},
    {"rf_ascending", "side both; weakness several; duration lt2w",
     "side both; weakness several; duration 2_12w"},
    {"rf_ascending", "side both; weakness several; duration lt2w",
     "side both; weakness none; duration lt2w"},
    {"rf_ascending", "numb_above band", "numb_above knee"},
    {"rf_ascending", "numb_above band; duration lt2w", "numb_above band; duration 2_12w"},
    {"rf_ascending", "numb_above band; progression fast_worse; duration gt3m",
     "numb_above band; progression slow_worse; duration gt3m"},
    {"rf_footdrop", "weakness several", "weakness several; duration gt3m"},
    {"rf_footdrop", "weakness several; duration gt3m; progression slow_worse",
     "weakness several; duration gt3m; progression same"},
    {"rf_footdrop", "weakness bigtoe; back_pain yes", "weakness bigtoe; back_pain no"},
    {"rf_footdrop", "weakness tiptoe; back_pain yes; duration lt2w",
     "weakness tiptoe; back_pain yes; duration 2_12w"},
    {"rf_weak_move", "weakness bigtoe", "weakness none"},
    {"rf_weak_move", "weakness several; duration gt3m", "weakness spread"},
    {"rf_weak_toes", "weakness spread", "weakness none"},
    /* Balance and the spinal cord. */
    {"rf_new_both", "side both; duration lt2w; rest_night yes; balance_dark yes",
     "side both; duration lt2w; rest_night yes; balance_dark no"},
    {"rf_new_both", "side both; duration lt2w; resolve_time gt24h; balance_dark yes",
     "side both; duration gt3m; resolve_time gt24h; balance_dark yes"},
    {"rf_new_both", "side both; duration lt2w; rest_night yes; numb_above knee",
     "side both; duration lt2w; rest_night yes; numb_above below"},
    {"rf_new_both", "side both; duration lt2w; resolve_time gt24h; numb_above knee",
     "side one; duration lt2w; resolve_time gt24h; numb_above knee"},
    {"rf_cord", "numb_above band; duration gt3m", "numb_above knee; duration gt3m"},
    {"rf_cord", "neck_shock yes; balance_dark yes", "neck_shock yes; balance_dark no"},
    {"rf_cord", "neck_shock yes; weakness tiptoe", "neck_shock yes; weakness spread"},
    {"rf_balance", "balance_dark yes", "balance_dark no"},
    {"rf_b12_neuro", "b12_risk yes; balance_dark yes", "b12_risk yes; balance_dark unsure"},
    {"rf_neck", "neck_shock yes", "neck_shock no"},
    {"rf_both_back", "side both; cough_leg yes; leg_line yes; duration gt3m",
     "side one; cough_leg yes; leg_line yes; duration gt3m"},
    /* A cold foot, a wound. Two cold feet are nothing special. */
    {"rf_cold_leg", "cold_rest one; resolve_time gt24h", "cold_rest both; resolve_time gt24h"},
    {"rf_cold_leg", "cold_rest one; resolve_time gt24h; duration lt2w",
     "cold_rest one; resolve_time gt24h; duration gt3m"},
    {"rf_cold_leg", "cold_rest one; progression fast_worse", "cold_rest one; progression slow_worse"},
    {"rf_rest_pain", "cold_rest one; rest_night yes; vascular yes",
     "cold_rest both; rest_night yes; vascular yes"},
    {"rf_pulse", "cold_rest one", "cold_rest both"},
    {"rf_diab_wound", "foot_skin wound; diabetes yes", "foot_skin dry; diabetes yes"},
    {"rf_diab_wound", "foot_skin wound; side both; rest_night yes",
     "foot_skin wound; side one; rest_night yes"},
    {"rf_diab_wound", "foot_skin wound; side both; fixed_patch yes",
     "foot_skin wound; side both; fixed_patch no"},
    {"rf_wound", "foot_skin wound", "foot_skin dry"},
    /* Pregnancy, periods, medicines. */
    {"rf_preg", "pregnant yes; side both; rest_night yes",
     "pregnant yes; side both; rest_night yes; duration gt3m"},
    {"rf_preg", "pregnant yes; side both; rest_night yes; duration lt2w",
     "pregnant yes; side one; rest_night yes; duration lt2w"},
    {"rf_preg", "pregnant yes; swelling yes", "pregnant yes; swelling no"},
    {"rf_preg", "pregnant yes; swelling yes; duration lt2w",
     "pregnant yes; swelling yes; duration gt3m"},
    {"rf_pregnant", "pregnant yes", "pregnant no"},
    {"rf_periods", "periods yes", "periods no"},
    {"rf_medicine", "new_medicine yes", "new_medicine no"},
    {"rf_fail", "tick rf_fail", "progression slow_worse"},
    {"rf_fail", "failed lacing; failed shoe_wide", "failed lacing; helped shoe_wide"},
};

static void both_sides_of_every_rule(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        scene s;
        set_up(&s, sides[i].when);
        if (!fires(&s.runner, sides[i].flag)) {
            fail_msg("%s does not fire on: %s", sides[i].flag, sides[i].when);
        }
        set_up(&s, sides[i].not_when);
        if (fires(&s.runner, sides[i].flag)) {
            fail_msg("%s fires on: %s", sides[i].flag, sides[i].not_when);
        }
    }
}

/* Every line of every flag is tried above or is a tick: none is left out. */
static void every_rule_is_tried(void **state) {
    (void)state;
    for (size_t f = 0; f < k->flag_count; f++) {
        for (size_t r = 0; r < k->flags[f].rule_count; r++) {
            const ff_rule *rule = &k->flags[f].rules[r];
            bool tried = strcmp(rule->text, "ticked") == 0;
            for (size_t i = 0; !tried && i < sizeof sides / sizeof sides[0]; i++) {
                scene s;
                set_up(&s, sides[i].when);
                bool holds = strcmp(sides[i].flag, k->flags[f].id) == 0;
                for (size_t t = 0; t < rule->term_count; t++) {
                    holds &= ff_term_truth(&rule->terms[t], &s.runner) == FF_TRUE;
                }
                tried |= holds;
            }
            if (!tried) {
                fail_msg("%s: nothing tries \"%s\"", k->flags[f].id, rule->text);
            }
        }
    }
}

static void every_line_of_the_checklist_fires(void **state) {
    (void)state;
    int asked = 0;
    for (size_t f = 0; f < k->flag_count; f++) {
        if (*k->flags[f].ask) {
            scene s;
            char text[64];
            snprintf(text, sizeof text, "tick %s", k->flags[f].id);
            set_up(&s, text);
            assert_true(fires(&s.runner, k->flags[f].id));
            asked++;
        }
    }
    assert_int_equal(asked, 29); /* the 28 of the dossier and rf_sugar */
}

static void nothing_said_raises_nothing(void **state) {
    (void)state;
    scene s;
    set_up(&s, "");
    ff_arena arena;
    ff_arena_init(&arena, NULL);
    size_t count;
    ff_red_flags_raised(&arena, k, &s.runner, &count);
    assert_int_equal(count, 0);
    s.runner.checklist_asked = false;
    ff_red_flags_raised(&arena, k, &s.runner, &count);
    assert_int_equal(count, 0);
    /* Nor does "not sure" to everything. */
    ff_finding unsure[MOST];
    for (size_t i = 0; i + MOST <= k->fact_count; i += MOST) {
        for (size_t j = 0; j < MOST; j++) {
            unsure[j] = (ff_finding){.id = k->facts[i + j].id, .state = FF_NOT_SURE};
        }
        s.runner.findings = (ff_finding_list){unsure, MOST};
        ff_red_flags_raised(&arena, k, &s.runner, &count);
        assert_int_equal(count, 0);
    }
    ff_arena_free(&arena);
}

static void one_answer_may_decide(void **state) {
    (void)state;
    scene s;
    set_up(&s, "side both; duration gt3m");
    const ff_fact *rest = ff_knowledge_fact(k, "rest_night");
    const ff_flag *flag = ff_red_flags_decided_by(k, &s.runner, rest, FF_ROUTINE).flag;
    assert_non_null(flag);
    assert_string_equal(flag->id, "rf_stocking");
    assert_null(ff_red_flags_decided_by(k, &s.runner, rest, FF_WITHIN_DAYS).flag);
    set_up(&s, "side one; duration gt3m");
    assert_null(ff_red_flags_decided_by(k, &s.runner, rest, FF_ROUTINE).flag);
    /* A line with "!=" is waited for when that answer is known, for then something was said. */
    const ff_fact *patch = ff_knowledge_fact(k, "fixed_patch");
    assert_non_null(ff_red_flags_decided_by(k, &s.runner, patch, FF_ROUTINE).flag);
    set_up(&s, "side one");
    assert_null(ff_red_flags_decided_by(k, &s.runner, patch, FF_ROUTINE).flag);
    /* What the checklist does not ask is asked when it is an easy question. */
    set_up(&s, "side one");
    flag = ff_red_flags_decided_by(k, &s.runner, ff_knowledge_fact(k, "progression"), FF_SELF_CARE).flag;
    assert_string_equal(flag->id, "rf_fast_worse");
    flag = ff_red_flags_decided_by(k, &s.runner, ff_knowledge_fact(k, "foot_slap"), FF_SELF_CARE).flag;
    assert_string_equal(flag->id, "rf_effort_weak");
    assert_null(ff_red_flags_decided_by(k, &s.runner, ff_knowledge_fact(k, "t_tinel_med"),
                                        FF_SELF_CARE).flag);
    /* A line of one term is the checklist's business; age alone says nothing of the trouble. */
    set_up(&s, "years 25");
    const ff_fact *pale = ff_knowledge_fact(k, "calf_pale");
    assert_null(ff_red_flags_decided_by(k, &s.runner, pale, FF_SELF_CARE).flag);
}

/* --- not sure -------------------------------------------------------------------------------- */

static ff_flag_open *open_of(ff_arena *arena, scene *s, const char *text, size_t *count) {
    set_up(s, text);
    ff_arena_init(arena, NULL);
    return ff_red_flags_open(arena, k, &s->runner, count);
}

static void not_sure_is_not_no(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *flag; /* the first that is open; NULL: none */
        const char *fact;
        ff_triage_level level;
    } rows[] = {
        {"saddle unsure", "rf_saddle", NULL, FF_WITHIN_DAYS},
        {"saddle no", NULL, NULL, FF_SELF_CARE},
        {"saddle yes", NULL, NULL, FF_SELF_CARE}, /* it fires: nothing is open */
        {"perhaps rf_dvt", "rf_dvt", NULL, FF_WITHIN_DAYS},
        {"perhaps rf_lump", "rf_lump", NULL, FF_ROUTINE},
        {"perhaps rf_fail", "rf_fail", NULL, FF_SELF_CARE},
        {"perhaps rf_saddle; saddle yes", NULL, NULL, FF_SELF_CARE},
        /* Not sure of something else: told what to watch for; it is too common to count. */
        {"side both; progression unsure", "rf_ascending", "progression", FF_SELF_CARE},
        {"side one; progression unsure", "rf_fast_worse", "progression", FF_SELF_CARE},
        {"side one; leg_line unsure", NULL, NULL, FF_SELF_CARE}, /* nothing that hurries */
        {"side unsure; progression fast_worse", "rf_ascending", "side", FF_SELF_CARE},
        {"side both; back_pain yes; leg_line unsure", "rf_both_sciatica", "leg_line", FF_SELF_CARE},
        {"heat unsure", NULL, NULL, FF_SELF_CARE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        scene s;
        ff_arena arena;
        size_t count;
        const ff_flag_open *open = open_of(&arena, &s, rows[i].text, &count);
        assert_int_equal(ff_red_flags_open_level(open, count), rows[i].level);
        if (!rows[i].flag) {
            assert_int_equal(count, 0);
        } else {
            assert_true(count > 0);
            assert_string_equal(open[0].flag->id, rows[i].flag);
            assert_int_equal(open[0].fact != NULL, rows[i].fact != NULL);
            assert_true(!rows[i].fact || strcmp(open[0].fact->id, rows[i].fact) == 0);
        }
        ff_arena_free(&arena);
    }
}

static void what_to_watch_for_is_named(void **state) {
    (void)state;
    scene s;
    ff_arena arena;
    size_t count;
    const ff_flag_open *open = open_of(&arena, &s, "side both; progression unsure", &count);
    assert_int_equal(count, 1);
    assert_int_equal(open[0].levels, UINT64_C(1)
                                         << ff_fact_level(open[0].fact, "fast_worse"));
    ff_arena_free(&arena);
    open = open_of(&arena, &s, "side unsure; progression fast_worse", &count);
    assert_int_equal(open[0].levels, UINT64_C(1) << ff_fact_level(open[0].fact, "both"));
    ff_arena_free(&arena);
    /* The most urgent item of the checklist first, then what one answer alone would raise. */
    open = open_of(&arena, &s, "perhaps rf_lump; perhaps rf_saddle; side both; progression unsure",
                   &count);
    assert_int_equal(count, 3);
    assert_string_equal(open[0].flag->id, "rf_saddle");
    assert_string_equal(open[1].flag->id, "rf_lump");
    assert_string_equal(open[2].flag->id, "rf_ascending");
    ff_arena_free(&arena);
}

/* Where running would harm, the knowledge says so, and nothing else is offered. */
static void a_cracked_bone_is_not_run_on(void **state) {
    (void)state;
    assert_true(ff_knowledge_flag(k, "rf_bone")->alone);
    assert_false(ff_knowledge_flag(k, "rf_claud")->alone);
    for (size_t i = 0; i < k->flag_count; i++) {
        const ff_flag *flag = &k->flags[i];
        if (flag->level < FF_SAME_DAY && strstr(flag->act, "Stop running")) {
            assert_true(flag->alone);
        }
    }
}

static void levels_of_the_dossier(void **state) {
    (void)state;
    static const struct {
        ff_triage_level level;
        const char *ids;
    } expected[] = {
        {FF_EMERGENCY, "rf_saddle rf_bladder rf_both_sciatica rf_ascending rf_breath rf_stroke "
                       "rf_cold_leg rf_acute_comp rf_chest rf_weak_both"},
        {FF_SAME_DAY, "rf_footdrop rf_fever_back rf_trauma rf_dvt rf_diab_wound rf_charcot "
                      "rf_rest_pain rf_vision rf_preg"},
        {FF_WITHIN_DAYS, "rf_paes rf_claud rf_bone rf_stocking rf_b12_neuro rf_patch rf_lump "
                         "rf_child"},
        {FF_ROUTINE, "rf_fail"},
    };
    int found = 0;
    for (size_t i = 0; i < 4; i++) {
        char ids[300];
        snprintf(ids, sizeof ids, "%s", expected[i].ids);
        for (char *id = strtok(ids, " "); id; id = strtok(NULL, " ")) {
            const ff_flag *flag = ff_knowledge_flag(k, id);
            assert_non_null(flag);
            assert_int_equal(flag->level, expected[i].level);
            found++;
        }
    }
    assert_int_equal(found, 28);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_sides_of_every_rule),
        cmocka_unit_test(every_rule_is_tried),
        cmocka_unit_test(every_line_of_the_checklist_fires),
        cmocka_unit_test(nothing_said_raises_nothing),
        cmocka_unit_test(one_answer_may_decide),
        cmocka_unit_test(not_sure_is_not_no),
        cmocka_unit_test(what_to_watch_for_is_named),
        cmocka_unit_test(a_cracked_bone_is_not_run_on),
        cmocka_unit_test(levels_of_the_dossier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
