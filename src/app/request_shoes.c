/* The routes of sizes, feet and shoes: what the commands size, foot, shoe and fit-shoe do. */
#include "app/request.h"

#include <string.h>

ff_code ff_answer_size(ff_call *call, ff_error *error) {
    ff_size_request request = {.format = FF_AS_JSON};
    ff_query_field fields[] = {
        {.name = "foot", .to = &request.foot},
        {.name = "error", .to = &request.error},
        {.name = "size", .to = &request.size},
        {.name = "system", .to = &request.system},
        {.name = "width", .to = &request.width},
        {.name = "girth", .to = &request.girth},
        {.name = "sex", .to = &request.sex},
        {.name = "inner", .to = &request.inner},
        {.name = "sock", .to = &request.sock},
        {.name = "downhill", .kind = FF_QUERY_YES, .to = &request.more_room}};
    ff_code code =
        ff_query_read(call->query, fields, sizeof fields / sizeof *fields, call->arena, error);
    return code == FF_OK ? ff_size(call->context, call->app, &request, call->reply, error) : code;
}

ff_code ff_answer_fit_shoe(ff_call *call, ff_error *error) {
    ff_fit_shoe_request request = {.format = FF_AS_JSON};
    ff_query_field fields[] = {
        {.name = "shoe", .to = &request.shoe},
        {.name = "sock", .to = &request.sock},
        {.name = "downhill", .kind = FF_QUERY_YES, .to = &request.more_room}};
    ff_code code =
        ff_query_read(call->query, fields, sizeof fields / sizeof *fields, call->arena, error);
    return code == FF_OK ? ff_app_fit_shoe(call->app, &request, call->reply, error) : code;
}

/* ---- feet ---- */

ff_code ff_answer_feet(ff_call *call, ff_error *error) {
    return ff_app_foot(call->app, &(ff_foot_request){.format = FF_AS_JSON}, call->reply, error);
}

ff_code ff_answer_feet_history(ff_call *call, ff_error *error) {
    return ff_app_foot(call->app, &(ff_foot_request){.history = true, .format = FF_AS_JSON},
                       call->reply, error);
}

ff_code ff_answer_feet_picture(ff_call *call, ff_error *error) {
    return ff_foot_drawing(call->context, FF_AS_JSON, call->reply, error);
}

ff_code ff_answer_feet_keep(ff_call *call, ff_error *error) {
    enum { COUNT = FF_FOOT_TOLD_COUNT + 5 };
    ff_foot_request request = {.format = FF_AS_JSON};
    ff_field fields[COUNT] = {
        {.name = "error", .kind = FF_FIELD_FIGURE, .to = &request.error},
        {.name = "side", .kind = FF_FIELD_TEXT, .to = &request.side, .needed = true},
        {.name = "method", .kind = FF_FIELD_TEXT, .to = &request.method},
        {.name = "time", .kind = FF_FIELD_TEXT, .to = &request.time},
        {.name = "forget", .kind = FF_FIELD_TEXT, .to = &request.forget}};
    for (int i = 0; i < FF_FOOT_TOLD_COUNT; i++) {
        fields[COUNT - 1 - i] = (ff_field){.name = ff_foot_kind_name((ff_foot_kind)i),
                                           .kind = FF_FIELD_FIGURE,
                                           .to = &request.figures[i]};
    }
    ff_code code = ff_call_body(call, fields, COUNT, error);
    return code == FF_OK ? ff_app_foot(call->app, &request, call->reply, error) : code;
}

/* ---- shoes ---- */

ff_code ff_answer_shoes(ff_call *call, ff_error *error) {
    return ff_app_shoe(call->app, &(ff_shoe_request){.format = FF_AS_JSON}, call->reply, error);
}

ff_code ff_answer_shoes_keep(ff_call *call, ff_error *error) {
    ff_shoe_request request = {.format = FF_AS_JSON};
    const ff_field own[] = {
        {.name = "shoe", .kind = FF_FIELD_TEXT, .to = &request.name, .needed = true},
        {.name = "error", .kind = FF_FIELD_FIGURE, .to = &request.error},
        {.name = "method", .kind = FF_FIELD_TEXT, .to = &request.method},
        {.name = "forget", .kind = FF_FIELD_TEXT, .to = &request.forget},
        {.name = "rename", .kind = FF_FIELD_TEXT, .to = &request.rename},
        {.name = "retire", .kind = FF_FIELD_BOOL, .to = &request.retire},
        {.name = "unretire", .kind = FF_FIELD_BOOL, .to = &request.unretire}};
    enum { OWN = sizeof own / sizeof *own, LABELS = OWN + FF_SHOE_KIND_COUNT };
    ff_field fields[LABELS + FF_SHOE_LABEL_COUNT];
    memcpy(fields, own, sizeof own);
    for (int i = 0; i < FF_SHOE_KIND_COUNT; i++) {
        fields[OWN + i] = (ff_field){.name = ff_shoe_kind_name((ff_shoe_kind)i),
                                     .kind = FF_FIELD_FIGURE,
                                     .to = &request.figures[i]};
    }
    for (int i = 0; i < FF_SHOE_LABEL_COUNT; i++) {
        fields[LABELS + i] = (ff_field){.name = ff_shoe_label_name((ff_shoe_label_kind)i),
                                        .kind = FF_FIELD_TEXT,
                                        .to = &request.labels[i]};
    }
    ff_code code = ff_call_body(call, fields, LABELS + FF_SHOE_LABEL_COUNT, error);
    return code == FF_OK ? ff_app_shoe(call->app, &request, call->reply, error) : code;
}
