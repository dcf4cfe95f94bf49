#include "app/importing.h"

ff_code ff_leaves_of_zip(ff_arena *arena, const char *path, const ff_zip *zip, double weight,
                         ff_leaf_list *leaves, ff_error *error) {
    *leaves = (ff_leaf_list){.items = ff_arena_take(arena, zip->count, sizeof *leaves->items)};
    double packed = 0;
    for (size_t i = 0; i < zip->count && leaves->items != NULL; i++) {
        const ff_member *member = &zip->members[i];
        leaves->items[leaves->count++] =
            (ff_leaf){.path = ff_arena_printf(arena, "%s/%s", path, member->name),
                      .zip = zip,
                      .member = member,
                      .weight = (double)member->packed_size};
        packed += (double)member->packed_size;
    }
    for (size_t i = 0; i < leaves->count; i++) {
        leaves->items[i].weight *= packed > 0 ? weight / packed : 0;
    }
    return ff_arena_check(arena, error);
}
