/* The FIT protocol reader.
 *
 * A window of the source slides forward so that a whole message always lies in one piece. When a
 * definition arrives it is turned into a plan (what lies where, in which byte order), so that a
 * data message costs one addition a field. The checksum runs over whole windows as they are left.
 */
#include "files/fit_reader.h"

#include "base/crc16.h"
#include "base/prefetch.h"
#include "files/fit_developer.h"
#include "files/fit_field.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* Far more than the largest message: 1 + 2 * 255 * 255 bytes. */
#define WINDOW_SIZE ((size_t)256 * 1024)

#define SHORT_HEADER  12
#define FULL_HEADER   14
#define CHECKSUM_SIZE 2
#define FIELDS        255 /* counts and sizes are single bytes */

/* Bits of a message's header byte. */
#define HEAD_COMPRESSED 0x80u
#define HEAD_DEFINITION 0x40u
#define HEAD_DEVELOPER  0x20u

/* A developer field as its definition has it; what it means is looked up when data arrive. */
typedef struct developer_slot {
    uint8_t number;
    uint8_t size;
    uint8_t index;
    uint32_t offset;
} developer_slot;

/* The plan of a local message type. Offsets count from the byte after the header byte. */
typedef struct local_type {
    bool defined;
    bool swap;
    bool has_bytes; /* some field is an array of bytes */
    bool has_time;
    bool plain_time; /* field 253 is a 32-bit number */
    uint8_t field_count;
    uint8_t slot_count;
    uint8_t developer_count;
    uint16_t number;
    uint32_t size;
    uint32_t time_offset; /* then: of it */
    uint64_t version;     /* of the descriptions that developer[] was made with */
    uint64_t shape;
    uint32_t field_offset[FIELDS];
    uint8_t field_size[FIELDS];
    ff_fit_field field[FIELDS];
    developer_slot slot[FIELDS];
    uint8_t slot_of[FIELDS]; /* of each developer field */
    ff_fit_developer_field developer[FIELDS];
} local_type;

typedef struct reader {
    const ff_context *context;
    ff_bytes *bytes;
    const ff_fit_handler *handler;
    ff_error *error;
    ff_error worst; /* what was wrong and did not end the reading */

    uint8_t *buffer;     /* NULL when the source lies in memory */
    size_t window;       /* most bytes in the window: no more than a small file has */
    const uint8_t *data; /* the window */
    size_t count;        /* bytes in it */
    int64_t start;       /* offset of its first byte */
    int64_t position;    /* of the next item */
    int64_t size;        /* of the source */
    int64_t summed;      /* crc covers the part up to here */
    uint16_t crc;

    /* of the part (chained file) at hand */
    int64_t part; /* its first byte */
    int64_t end;  /* no message goes beyond */
    bool stopped; /* the rest of it cannot be read */
    bool has_time;
    uint32_t time;
    ff_fit_developers developers;
    uint64_t shapes; /* given out so far, in all parts */

    ff_crc16_table crc_table;
    local_type local[16];
} reader;

/* --- what was wrong --------------------------------------------------------------------------- */

static int rank(ff_code code) {
    return code == FF_OK ? 0 : code == FF_ERR_TRAILING ? 1 : code == FF_ERR_CHECKSUM ? 2 : 3;
}

/* Keeps the first of the worst kind: what follows damage is often its echo. */
static void note(reader *r, ff_code code, int64_t offset, const char *message) {
    if (rank(code) > rank(r->worst.code)) {
        ff_fail(&r->worst, code, r->bytes->name, offset, "%s", message);
    }
}

/* The rest of the part cannot be read. */
static void stop(reader *r, ff_code code, int64_t offset, const char *message) {
    note(r, code, offset, message);
    r->stopped = true;
}

static void stop_undefined(reader *r, unsigned type) {
    char message[80];
    snprintf(message, sizeof message, "a message of local type %u, which was not defined", type);
    stop(r, FF_ERR_DAMAGED, r->position, message);
}

/* A message or definition that begins at the position does not fit before the part's end. */
static void stop_short(reader *r) {
    if (r->end == r->size) {
        stop(r, FF_ERR_TRUNCATED, r->position, "the file ends within a message");
    } else {
        stop(r, FF_ERR_DAMAGED, r->position, "a message runs past the end that the header gives");
    }
}

/* --- the window ------------------------------------------------------------------------------- */

/* Takes the checksum up to an offset in the window. */
static void sum_to(reader *r, int64_t offset) {
    const uint8_t *from = r->data + (r->summed - r->start);
    r->crc = ff_crc16(&r->crc_table, r->crc, from, (size_t)(offset - r->summed));
    r->summed = offset;
}

/* Moves the buffer's window, keeping the bytes that are in both places. */
static ff_code refill(reader *r) {
    size_t keep = 0;
    if (r->position < r->start + (int64_t)r->count) {
        size_t passed = (size_t)(r->position - r->start);
        keep = r->count - passed;
        memmove(r->buffer, r->buffer + passed, keep);
    }
    size_t got = 0;
    ff_code code = r->bytes->read_at(r->bytes, r->position + (int64_t)keep, r->buffer + keep,
                                     r->window - keep, &got, r->error);
    r->data = r->buffer;
    r->start = r->position;
    r->count = keep + got;
    if (code == FF_OK && r->count < r->window && r->start + (int64_t)r->count < r->size) {
        /* The source is shorter than it said, so the file was cut while it was being read. */
        r->size = r->start + (int64_t)r->count;
        r->end = r->end < r->size ? r->end : r->size;
    }
    return code;
}

/* Lets the window begin at the position. */
static ff_code slide(reader *r) {
    if (ff_context_cancelled(r->context)) {
        return ff_fail(r->error, FF_ERR_CANCELLED, r->bytes->name, r->position,
                       "stopped while reading");
    }
    if (r->summed < r->position) {
        sum_to(r, r->position);
    }
    if (r->buffer != NULL) {
        return refill(r);
    }
    uint64_t left = (uint64_t)(r->size - r->position);
    r->data = (const uint8_t *)r->bytes->memory + r->position;
    r->start = r->position;
    r->count = left < r->window ? (size_t)left : r->window;
    return FF_OK;
}

/* Points *at to count bytes at the position, or to NULL when the part ends before. */
static inline ff_code look(reader *r, size_t count, const uint8_t **at) {
    *at = NULL;
    if ((int64_t)count > r->end - r->position) {
        return FF_OK;
    }
    size_t begin = (size_t)(r->position - r->start);
    if (begin + count > r->count) {
        ff_code code = slide(r);
        if (code != FF_OK) {
            return code;
        }
        begin = 0;
        if (count > r->count) {
            return FF_OK;
        }
    }
    *at = r->data + begin;
    return FF_OK;
}

/* --- definitions ------------------------------------------------------------------------------ */

static bool host_is_big_endian(void) {
    const uint16_t one = 1;
    uint8_t first = 0;
    memcpy(&first, &one, 1);
    return first == 0;
}

static uint16_t get16(const uint8_t *at, bool big) {
    return (uint16_t)(big ? at[0] << 8 | at[1] : at[1] << 8 | at[0]);
}

static uint32_t get32(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* One field: its number, base type as written, bytes. */
static ff_fit_field plan_field(uint8_t number, uint8_t base, uint8_t size, bool swap) {
    ff_fit_field field = {.number = number, .swap = swap};
    uint8_t element = 0;
    field.base = ff_fit_base_of(base, &element);
    field.element = element > 0 ? element : 1;
    if (element > 0 && size % element == 0) {
        field.count = size / element;
    }
    return field;
}

static void plan_fields(local_type *local, const uint8_t *at, uint8_t count) {
    local->field_count = count;
    for (size_t i = 0; i < count; i++, at += 3) {
        ff_fit_field *field = &local->field[i];
        *field = plan_field(at[0], at[2], at[1], local->swap);
        local->field_offset[i] = local->size;
        local->field_size[i] = at[1];
        local->size += at[1];
        local->has_bytes = local->has_bytes || (field->base == FF_FIT_BYTE && field->count > 1);
        if (field->number == FF_FIT_TIMESTAMP && !local->has_time) {
            local->has_time = true;
            local->plain_time = field->base == FF_FIT_UINT32 && field->count > 0;
            local->time_offset = local->field_offset[i];
        }
    }
}

static void plan_slots(local_type *local, const uint8_t *at, uint8_t count) {
    local->slot_count = count;
    for (size_t i = 0; i < count; i++, at += 3) {
        local->slot[i] =
            (developer_slot){.number = at[0], .size = at[1], .index = at[2], .offset = local->size};
        local->size += at[1];
    }
}

/* A definition: head, reserved, byte order, number (2), field count, 3 bytes a field, then with
 * the developer bit a count and 3 bytes a developer field. */
static ff_code read_definition(reader *r, uint8_t head) {
    const uint8_t *at = NULL;
    ff_code code = look(r, 6, &at);
    if (code != FF_OK || at == NULL) {
        return code;
    }
    bool developer = (head & HEAD_DEVELOPER) != 0;
    size_t fields = at[5];
    size_t size = 6 + 3 * fields;
    size_t slots = 0;
    if (developer) {
        code = look(r, size + 1, &at);
        if (code != FF_OK || at == NULL) {
            return code;
        }
        slots = at[size];
        size += 1 + 3 * slots;
    }
    code = look(r, size, &at);
    if (code != FF_OK || at == NULL) {
        return code;
    }
    bool big = (at[2] & 1) != 0;
    local_type *local = &r->local[head & 0x0F];
    local->defined = true;
    local->swap = big != host_is_big_endian();
    local->number = get16(at + 3, big);
    local->has_bytes = local->has_time = local->plain_time = false;
    local->size = 0;
    local->developer_count = 0;
    local->version = UINT64_MAX;
    local->shape = ++r->shapes;
    plan_fields(local, at + 6, (uint8_t)fields);
    local->slot_count = 0;
    if (slots > 0) {
        plan_slots(local, at + 6 + 3 * fields + 1, (uint8_t)slots);
    }
    r->position += (int64_t)size;
    return FF_OK;
}

/* --- data messages ---------------------------------------------------------------------------- */

static bool all_ones(const uint8_t *at, size_t count) {
    size_t i = 0;
    while (i < count && at[i] == 0xFF) {
        i++;
    }
    return i == count;
}

/* The rule for arrays of bytes: invalid as a whole or not at all. */
static void settle_bytes(ff_fit_field *field, uint8_t size) {
    if (field->base == FF_FIT_BYTE && size > 1) {
        field->count = all_ones(field->data, size) ? 0 : size;
    }
}

/* Finds the developer fields that are described by now. */
static void bind_developer(reader *r, local_type *local) {
    local->developer_count = 0;
    local->version = r->developers.version;
    local->shape = ++r->shapes;
    for (uint8_t i = 0; i < local->slot_count; i++) {
        const developer_slot *slot = &local->slot[i];
        const ff_fit_description *description =
            ff_fit_developers_find(&r->developers, slot->index, slot->number);
        if (description != NULL) {
            uint8_t n = local->developer_count++;
            local->slot_of[n] = i;
            local->developer[n] = (ff_fit_developer_field){
                plan_field(slot->number, description->base, slot->size, local->swap), description};
        }
    }
}

static void place_rare_fields(reader *r, local_type *local, const uint8_t *payload) {
    if (local->has_bytes) {
        for (size_t i = 0; i < local->field_count; i++) {
            settle_bytes(&local->field[i], local->field_size[i]);
        }
    }
    if (local->slot_count > 0) {
        if (local->version != r->developers.version) {
            bind_developer(r, local);
        }
        for (size_t i = 0; i < local->developer_count; i++) {
            const developer_slot *slot = &local->slot[local->slot_of[i]];
            local->developer[i].field.data = payload + slot->offset;
            settle_bytes(&local->developer[i].field, slot->size);
        }
    }
}

/* Points the fields at the payload. */
static inline void place_fields(reader *r, local_type *local, const uint8_t *payload) {
    size_t count = local->field_count;
    for (size_t i = 0; i < count; i++) {
        local->field[i].data = payload + local->field_offset[i];
    }
    if (local->has_bytes || local->slot_count > 0) {
        place_rare_fields(r, local, payload);
    }
}

/* The header's five bits on top of the last known time: the first moment from then on with them. */
static uint32_t compressed_time(const reader *r, uint8_t head) {
    uint32_t bits = head & 0x1Fu;
    return r->has_time ? r->time + ((bits - r->time) & 0x1Fu) : FF_FIT_NO_TIME;
}

static void keep_time(reader *r, const ff_fit_message *message) {
    uint32_t time = 0;
    if (ff_fit_time(message, &time)) {
        r->time = time;
        r->has_time = true;
    }
}

/* The same of nearly every message, quickly. */
static inline void keep_plain_time(reader *r, const local_type *local, const uint8_t *payload) {
    uint32_t time = ff_fit_load32(payload + local->time_offset, local->swap);
    if (time != FF_FIT_NO_TIME) {
        r->time = time;
        r->has_time = true;
    }
}

static ff_code read_data(reader *r, uint8_t head) {
    bool compressed = (head & HEAD_COMPRESSED) != 0;
    unsigned type = compressed ? (head >> 5) & 3u : head & 0x0Fu;
    local_type *local = &r->local[type];
    if (!local->defined) {
        stop_undefined(r, type);
        return FF_OK;
    }
    const uint8_t *at = NULL;
    ff_code code = look(r, 1 + (size_t)local->size, &at);
    if (code != FF_OK || at == NULL) {
        return code;
    }
    if (r->count - (size_t)(at - r->data) > FF_PREFETCH_AHEAD) {
        ff_prefetch(at + FF_PREFETCH_AHEAD);
    }
    place_fields(r, local, at + 1);
    ff_fit_message message = {.number = local->number,
                              .offset = r->position,
                              .fields = local->field,
                              .field_count = local->field_count,
                              .developer = local->developer,
                              .developer_count = local->developer_count,
                              .shape = local->shape,
                              .local = (uint8_t)type,
                              .compressed = compressed,
                              .timestamp = compressed ? compressed_time(r, head) : FF_FIT_NO_TIME};
    if (local->plain_time && !compressed) {
        keep_plain_time(r, local, at + 1);
    } else if (compressed || local->has_time) {
        keep_time(r, &message);
    }
    r->position += 1 + (int64_t)local->size;
    if (local->number == FF_FIT_FIELD_DESCRIPTION || local->number == FF_FIT_DEVELOPER_DATA_ID) {
        code = ff_fit_developers_note(&r->developers, &message, r->error);
        if (code != FF_OK) {
            return code;
        }
    }
    return r->handler->message(r->handler->user, &message, r->error);
}

/* Reads the items that begin before an offset. */
static ff_code walk(reader *r, int64_t until) {
    while (r->position < until && !r->stopped) {
        int64_t before = r->position;
        const uint8_t *at = NULL;
        ff_code code = look(r, 1, &at);
        if (code != FF_OK) {
            return code;
        }
        if (at != NULL) {
            uint8_t head = at[0];
            bool definition = (head & (HEAD_COMPRESSED | HEAD_DEFINITION)) == HEAD_DEFINITION;
            code = definition ? read_definition(r, head) : read_data(r, head);
            if (code != FF_OK) {
                return code;
            }
        }
        if (r->position == before && !r->stopped) {
            stop_short(r);
        }
    }
    return FF_OK;
}

/* --- parts ------------------------------------------------------------------------------------ */

bool ff_fit_recognise(const uint8_t *head, size_t count) {
    return count >= SHORT_HEADER && head[0] >= SHORT_HEADER && memcmp(head + 8, ".FIT", 4) == 0;
}

/* Is a file too short for a header the beginning of one? */
static bool begins_header(const uint8_t *head, size_t count) {
    return count > 8 && count < SHORT_HEADER && head[0] >= SHORT_HEADER &&
           memcmp(head + 8, ".FIT", count - 8) == 0;
}

/* Compares the two bytes at an offset with the checksum of all before it; false also when they
 * are missing. The window may move. */
static ff_code check_sum(reader *r, int64_t offset, bool *right) {
    const uint8_t *at = NULL;
    r->position = offset;
    r->end = r->size;
    *right = false;
    ff_code code = look(r, CHECKSUM_SIZE, &at);
    if (code == FF_OK && at != NULL) {
        sum_to(r, offset);
        *right = get16(at, false) == r->crc;
    }
    return code;
}

/* The end of a part whose header gives it. */
static ff_code finish_declared(reader *r) {
    bool right = false;
    int64_t end = r->end;
    ff_code code = check_sum(r, end, &right);
    if (code != FF_OK) {
        return code;
    }
    if (r->size - end < CHECKSUM_SIZE) {
        stop(r, FF_ERR_TRUNCATED, end, "the file ends before its checksum");
        return FF_OK;
    }
    if (!right) {
        note(r, FF_ERR_CHECKSUM, end, "the checksum at the end does not match");
    }
    r->position = end + CHECKSUM_SIZE;
    return FF_OK;
}

/* A part whose header gives no length (a watch writes it last) or one beyond the end of the file:
 * all there is gets read. The last two bytes are its checksum when they match as one. */
static ff_code read_unbounded(reader *r, int64_t declared) {
    int64_t tail = r->size - CHECKSUM_SIZE;
    ff_code code = walk(r, tail);
    if (code != FF_OK || r->stopped) {
        return code;
    }
    if (r->position == tail) {
        bool right = false;
        code = check_sum(r, tail, &right);
        if (code != FF_OK || right) {
            note(r, FF_ERR_DAMAGED, r->part + 4, "the header gives a wrong length");
            r->position = r->size;
            return code;
        }
    }
    code = walk(r, r->size);
    if (code == FF_OK && !r->stopped) {
        stop(r, FF_ERR_TRUNCATED, r->size,
             declared == 0 ? "the recording was never finished: its header gives no length"
                           : "the file ends before the end that its header gives");
    }
    return code;
}

/* A header that declares no data, its checksum, and then the end or another header: no crash of
 * a watch but an empty file. */
static ff_code is_empty_part(reader *r, bool *empty) {
    const uint8_t *at = NULL;
    int64_t left = r->size - r->position;
    size_t want = CHECKSUM_SIZE + SHORT_HEADER;
    ff_code code = look(r, left < (int64_t)want ? (size_t)left : want, &at);
    *empty = false;
    if (code == FF_OK && at != NULL && left >= CHECKSUM_SIZE) {
        uint16_t stands = get16(at, false);
        bool alone = left == CHECKSUM_SIZE ||
                     (left >= (int64_t)want && ff_fit_recognise(at + CHECKSUM_SIZE, SHORT_HEADER));
        sum_to(r, r->position);
        *empty = alone && stands == r->crc;
    }
    return code;
}

static ff_code read_body(reader *r, int64_t declared) {
    bool empty = false;
    if (declared == 0) {
        ff_code code = is_empty_part(r, &empty);
        if (code != FF_OK) {
            return code;
        }
    }
    if ((declared == 0 && !empty) || declared > r->size - r->position) {
        return read_unbounded(r, declared);
    }
    r->end = r->position + declared;
    int64_t end = r->end;
    ff_code code = walk(r, end);
    if (code != FF_OK) {
        return code;
    }
    if (!r->stopped) {
        return finish_declared(r);
    }
    /* Damaged, but where the next part would begin is known. */
    r->position = end + CHECKSUM_SIZE < r->size ? end + CHECKSUM_SIZE : r->size;
    r->summed = r->position;
    r->stopped = false;
    return FF_OK;
}

static void begin_part(reader *r) {
    r->part = r->position;
    r->summed = r->position;
    r->crc = 0;
    r->end = r->size;
    r->stopped = false;
    r->has_time = false;
    for (int i = 0; i < 16; i++) {
        r->local[i].defined = false;
    }
    ff_fit_developers_free(&r->developers);
}

/* Reads the part at the position; *found tells whether a header stands there. */
static ff_code read_part(reader *r, int index, bool *found) {
    const uint8_t *at = NULL;
    int64_t left = r->size - r->position;
    size_t head = left < FULL_HEADER ? (size_t)left : FULL_HEADER;
    begin_part(r);
    *found = false;
    ff_code code = look(r, head, &at);
    if (code != FF_OK || at == NULL || !ff_fit_recognise(at, head)) {
        if (code == FF_OK && at != NULL && index == 0 && begins_header(at, head)) {
            note(r, FF_ERR_TRUNCATED, r->size, "the file ends within its header");
        }
        return code;
    }
    *found = true;
    int64_t size = at[0];
    int64_t declared = get32(at + 4);
    if (size > left) {
        stop(r, FF_ERR_TRUNCATED, r->size, "the file ends within its header");
        return FF_OK;
    }
    if (size >= FULL_HEADER) {
        uint16_t stands = get16(at + SHORT_HEADER, false); /* 0: the writer left it out */
        if (stands != 0 && stands != ff_crc16(&r->crc_table, 0, at, SHORT_HEADER)) {
            note(r, FF_ERR_CHECKSUM, r->position + SHORT_HEADER,
                 "the checksum of the header does not match");
        }
    }
    code = r->handler->file != NULL ? r->handler->file(r->handler->user, index, r->error) : FF_OK;
    if (code != FF_OK) {
        return code;
    }
    if (size > (int64_t)head) {
        /* A header of a later protocol: its further bytes count in the checksum. */
        code = look(r, (size_t)size, &at);
    }
    r->position += size;
    return code == FF_OK ? read_body(r, declared) : code;
}

static ff_code read_parts(reader *r) {
    bool found = true;
    int64_t next = 0;
    for (int index = 0; found && !r->stopped && r->position < r->size; index++) {
        next = r->position;
        ff_code code = read_part(r, index, &found);
        if (code != FF_OK) {
            return code;
        }
    }
    if (!found && next == 0) {
        note(r, FF_ERR_FORMAT, 0, "no FIT file begins here");
    } else if (!found) {
        note(r, FF_ERR_TRAILING, next, "more bytes follow the end");
    }
    return FF_OK;
}

/* All that was found wrong, at the end of the reading. */
static ff_code read_source(reader *r) {
    ff_code code = read_parts(r);
    if (code == FF_OK && r->worst.code != FF_OK) {
        code = r->worst.code;
        if (r->error != NULL) {
            *r->error = r->worst;
        }
    }
    return code;
}

ff_code ff_fit_read(const ff_context *context, ff_bytes *bytes, const ff_fit_handler *handler,
                    ff_error *error) {
    if (bytes->size <= 0) {
        return ff_fail(error, FF_ERR_EMPTY, bytes->name, 0, "holds no bytes");
    }
    const ff_allocator *allocator = ff_context_allocator(context);
    size_t window = bytes->size < (int64_t)WINDOW_SIZE ? (size_t)bytes->size : WINDOW_SIZE;
    reader *r = allocator->allocate(allocator->user, sizeof *r);
    uint8_t *buffer = NULL;
    if (r != NULL && bytes->memory == NULL) {
        buffer = allocator->allocate(allocator->user, window);
    }
    ff_code code = FF_OK;
    if (r == NULL || (buffer == NULL && bytes->memory == NULL)) {
        code = ff_fail(error, FF_ERR_MEMORY, bytes->name, FF_NO_OFFSET, "not enough memory");
    } else {
        /* Not the whole of it: the plans are large, and each is filled before it is used. */
        memset(r, 0, offsetof(reader, crc_table));
        r->context = context;
        r->bytes = bytes;
        r->handler = handler;
        r->error = error;
        r->buffer = buffer;
        r->window = window;
        r->size = bytes->size;
        ff_error_clear(&r->worst);
        ff_crc16_init(&r->crc_table);
        ff_fit_developers_init(&r->developers, allocator);
        code = read_source(r);
        ff_fit_developers_free(&r->developers);
    }
    allocator->release(allocator->user, buffer);
    allocator->release(allocator->user, r);
    return code;
}
