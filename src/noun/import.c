#include <footfall/import.h>

#include <string.h>

static const char *const outcome_names[] = {"imported", "damaged", "duplicate", "not_a_run",
                                            "failed"};
static const char *const how_names[] = {"new", "same_file", "same_run", "completed",
                                        "joined"};

const char *ff_outcome_name(ff_outcome outcome) {
    return outcome_names[outcome <= FF_OUTCOME_FAILED ? outcome : FF_OUTCOME_FAILED];
}

int ff_outcome_of_name(const char *name) {
    for (int i = 0; i <= FF_OUTCOME_FAILED; i++) {
        if (strcmp(outcome_names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}

const char *ff_import_how_name(ff_import_how how) {
    return how_names[how <= FF_IMPORT_JOINED ? how : FF_IMPORT_NEW];
}

int ff_import_how_of_name(const char *name) {
    for (int i = 0; i <= FF_IMPORT_JOINED; i++) {
        if (strcmp(how_names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}
