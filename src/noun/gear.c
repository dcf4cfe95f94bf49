#include <footfall/gear.h>

#include <string.h>

#define GEAR_NAME(id, name) name,
static const char *const kind_names[FF_GEAR_COUNT] = {FF_GEAR_LIST(GEAR_NAME)};
#undef GEAR_NAME

const char *ff_gear_kind_name(ff_gear_kind kind) {
    return (int)kind >= 0 && kind < FF_GEAR_COUNT ? kind_names[kind] : NULL;
}

int ff_gear_kind_of_name(const char *name) {
    for (int i = 0; i < FF_GEAR_COUNT; i++) {
        if (strcmp(kind_names[i], name) == 0) {
            return i;
        }
    }
    return -1;
}
