#include "app/size_typed.h"

#include "app/typed.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

ff_code ff_size_number(ff_size_system system, const char *typed, double *number, double *foot_mm,
                       ff_error *error) {
    const ff_typed_limits limits = {"size", "a size", "", 0, 400};
    ff_code code = ff_typed_number(typed, &limits, number, error);
    if (code != FF_OK) {
        return code;
    }
    *foot_mm = ff_foot_of_size(system, *number);
    if (*foot_mm >= FF_SIZE_LEAST_MM && *foot_mm <= FF_SIZE_MOST_MM) {
        return FF_OK;
    }
    return ff_fail(error, FF_ERR_VALUE, "size", FF_NO_OFFSET,
                   "%s %s would be for a foot of %s mm; feet from %s to %s mm are sizes %s to %s "
                   "there",
                   ff_size_system_name(system), typed, FF_FIXED(*foot_mm, 0),
                   FF_FIXED(FF_SIZE_LEAST_MM, 0), FF_FIXED(FF_SIZE_MOST_MM, 0),
                   FF_FIXED(fmax(0, ff_size_of_foot(system, FF_SIZE_LEAST_MM)), 1),
                   FF_FIXED(ff_size_of_foot(system, FF_SIZE_MOST_MM), 1));
}

ff_code ff_size_words(const char *typed, ff_size_system *system, double *number, ff_error *error) {
    size_t length = strcspn(typed, " ");
    char name[24] = "";
    if (length < sizeof name) {
        memcpy(name, typed, length);
        name[length] = '\0';
    }
    int found = ff_size_system_of_name(name);
    if (found < 0) {
        return ff_fail(error, FF_ERR_VALUE, "size", FF_NO_OFFSET,
                       "a size is a system and its label, such as \"EU 42\" or \"US_men 9.5\", not "
                       "'%.40s'; 'help size' lists the systems",
                       typed);
    }
    double foot_mm;
    *system = (ff_size_system)found;
    return ff_size_number(*system, typed + length + strspn(typed + length, " "), number, &foot_mm,
                          error);
}
