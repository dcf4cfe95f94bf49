/* The name of a pack's member, made plain and harmless. Nothing is ever written under it: it is
 * shown, and other members are found by it. */
#ifndef FOOTFALL_FILES_PACK_NAME_H
#define FOOTFALL_FILES_PACK_NAME_H

#include "base/arena.h"

typedef struct ff_pack_name {
    const char *text; /* UTF-8, parts by '/'; NULL without memory, which the arena remembers */
    bool folder;      /* it ended with a slash */
    bool hidden;      /* a part begins with a dot, or is macOS's "__MACOSX" */
    bool leads_out;   /* a part was "..", which is left out of text */
} ff_pack_name;

/* Names are taken as UTF-8 when they are well-formed as such, whatever their flag says (macOS
 * writes UTF-8 without it), else as code page 437. Backslashes part as slashes do. A root, a drive
 * ("C:"), "." and ".." are left out; NULs and other control characters become '_'. */
ff_pack_name ff_pack_name_of(ff_arena *arena, const void *raw, size_t length);

#endif
