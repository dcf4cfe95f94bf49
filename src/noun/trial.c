#include <footfall/trial.h>
#include <footfall/trial_analysis.h>

#include <string.h>

static const char *const policies[] = {"information", "comfort"};
static const char *const ends[] = {"goes_on", "runner", "red_flag"};

static int find(const char *const *names, int count, const char *name) {
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *ff_trial_policy_name(ff_trial_policy policy) {
    return policy <= FF_TRIAL_COMFORT ? policies[policy] : policies[FF_TRIAL_INFORMATION];
}

int ff_trial_policy_of_name(const char *name) {
    return find(policies, FF_TRIAL_COMFORT + 1, name);
}

const char *ff_trial_end_name(ff_trial_end end) {
    return end <= FF_TRIAL_BY_RED_FLAG ? ends[end] : ends[FF_TRIAL_BY_RUNNER];
}

int ff_trial_end_of_name(const char *name) {
    return find(ends, FF_TRIAL_BY_RED_FLAG + 1, name);
}

const char *ff_verdict_name(ff_verdict verdict) {
    static const char *const verdicts[] = {
        "not_settled",          "promising",      "works",
        "does_not_help_enough", "makes_it_worse", "cannot_be_settled", "goes_with"};
    return verdicts[verdict];
}

const char *ff_trial_check_name(ff_trial_check check) {
    static const char *const checks[FF_TRIAL_CHECKS] = {
        "following_runs", "farthest_run", "drift", "share_without_numbness", "shoes"};
    return checks[check];
}
