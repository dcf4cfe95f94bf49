#include "files/fit_developer.h"

#include "files/fit_field.h"

#include <string.h>

/* Field numbers of the two messages, from the published profile. */
enum { ID_APPLICATION = 1, ID_INDEX = 3 };
enum {
    DESCRIPTION_INDEX = 0,
    DESCRIPTION_NUMBER = 1,
    DESCRIPTION_BASE = 2,
    DESCRIPTION_NAME = 3,
    DESCRIPTION_UNITS = 8,
    DESCRIPTION_NATIVE_MESSAGE = 14,
    DESCRIPTION_NATIVE_FIELD = 15
};

void ff_fit_developers_init(ff_fit_developers *developers, const ff_allocator *allocator) {
    memset(developers, 0, sizeof *developers);
    ff_arena_init(&developers->arena, allocator);
}

void ff_fit_developers_free(ff_fit_developers *developers) {
    if (developers->version != 0) {
        ff_arena_free(&developers->arena);
        ff_fit_developers_init(developers, developers->arena.allocator);
    }
}

/* The first value of a field as an unsigned number up to limit, or absent. */
static unsigned number_of(const ff_fit_message *message, uint8_t number, unsigned limit,
                          unsigned absent) {
    const ff_fit_field *field = ff_fit_find(message, number);
    uint64_t value = 0;
    bool valid = field != NULL && ff_fit_unsigned(field, 0, &value) && value <= limit;
    return valid ? (unsigned)value : absent;
}

/* Copies a string, cut to size with its NUL. */
static void text_of(const ff_fit_message *message, uint8_t number, char *text, size_t size) {
    const ff_fit_field *field = ff_fit_find(message, number);
    const char *from = NULL;
    size_t length = 0;
    memset(text, 0, size);
    if (field != NULL && ff_fit_string(field, &from, &length)) {
        memcpy(text, from, length < size ? length : size - 1);
    }
}

/* A second application under an index takes it over: the first one's descriptions no longer hold.
 * The same application again, or one where none was named before, changes only the name. */
static void note_application(ff_fit_developers *developers, const ff_fit_message *message) {
    static const uint8_t none[16] = {0};
    unsigned index = number_of(message, ID_INDEX, 255, 256);
    const ff_fit_field *field = ff_fit_find(message, ID_APPLICATION);
    bool named = field != NULL && field->element == 1 && field->count == sizeof none;
    if (index > 255 || !named || memcmp(field->data, developers->application[index], 16) == 0) {
        return;
    }
    uint8_t *application = developers->application[index];
    bool keep = memcmp(application, none, sizeof none) == 0;
    memcpy(application, field->data, sizeof none);
    developers->version++;
    ff_fit_described **page = developers->of_index[index];
    for (int i = 0; page != NULL && i < 256; i++) {
        if (page[i] != NULL) {
            page[i]->known = page[i]->known && keep;
            memcpy(page[i]->description.application, application, sizeof none);
        }
    }
}

/* The place for a description, made when there is none; NULL when memory is gone. */
static ff_fit_described *place(ff_fit_developers *developers, unsigned index, unsigned number) {
    ff_fit_described **page = developers->of_index[index];
    if (page == NULL) {
        page = ff_arena_take(&developers->arena, 256, sizeof *page);
        developers->of_index[index] = page;
    }
    if (page != NULL && page[number] == NULL) {
        page[number] = ff_arena_take(&developers->arena, 1, sizeof *page[number]);
    }
    return page != NULL ? page[number] : NULL;
}

static ff_code note_description(ff_fit_developers *developers, const ff_fit_message *message,
                                ff_error *error) {
    unsigned index = number_of(message, DESCRIPTION_INDEX, 255, 256);
    unsigned number = number_of(message, DESCRIPTION_NUMBER, 255, 256);
    unsigned base = number_of(message, DESCRIPTION_BASE, 255, 256);
    if (index > 255 || number > 255 || base > 255) {
        return FF_OK;
    }
    developers->version++;
    ff_fit_described *described = place(developers, index, number);
    if (described == NULL) {
        return ff_arena_check(&developers->arena, error);
    }
    ff_fit_description *made = &described->description;
    uint8_t element = 0;
    described->known = true;
    made->index = (uint8_t)index;
    made->number = (uint8_t)number;
    made->base = ff_fit_base_of((uint8_t)base, &element);
    memcpy(made->application, developers->application[index], sizeof made->application);
    text_of(message, DESCRIPTION_NAME, made->name, sizeof made->name);
    text_of(message, DESCRIPTION_UNITS, made->units, sizeof made->units);
    made->native_message =
        (uint16_t)number_of(message, DESCRIPTION_NATIVE_MESSAGE, UINT16_MAX, UINT16_MAX);
    made->native_field =
        (uint8_t)number_of(message, DESCRIPTION_NATIVE_FIELD, UINT8_MAX, UINT8_MAX);
    return FF_OK;
}

ff_code ff_fit_developers_note(ff_fit_developers *developers, const ff_fit_message *message,
                               ff_error *error) {
    if (message->number == FF_FIT_DEVELOPER_DATA_ID) {
        note_application(developers, message);
    } else if (message->number == FF_FIT_FIELD_DESCRIPTION) {
        return note_description(developers, message, error);
    }
    return FF_OK;
}

const ff_fit_description *ff_fit_developers_find(const ff_fit_developers *developers, uint8_t index,
                                                 uint8_t number) {
    ff_fit_described *const *page = developers->of_index[index];
    const ff_fit_described *described = page != NULL ? page[number] : NULL;
    return described != NULL && described->known ? &described->description : NULL;
}
