#include <footfall/patterns.h>

const char *ff_pattern_state_name(ff_pattern_state state) {
    switch (state) {
    case FF_PATTERN_NOT_RECORDED:
        return "not_recorded";
    case FF_PATTERN_TOO_FEW:
        return "too_few";
    case FF_PATTERN_ALIKE:
        return "alike";
    case FF_PATTERN_UNCLEAR:
        return "cannot_tell";
    case FF_PATTERN_ABSENT:
        return "absent";
    case FF_PATTERN_GOES_WITH:
        return "goes_with";
    }
    return "";
}

const char *ff_overstride_name(ff_overstride overstride) {
    switch (overstride) {
    case FF_OVERSTRIDE_UNKNOWN:
        return "unknown";
    case FF_OVERSTRIDE_UNLIKELY:
        return "unlikely";
    case FF_OVERSTRIDE_UNCLEAR:
        return "cannot_tell";
    case FF_OVERSTRIDE_LIKELY:
        return "likely";
    }
    return "";
}
