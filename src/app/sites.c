#include "app/sites.h"

#include "base/json.h"
#include "base/nearest.h"

#include <footfall/app.h>

#include <string.h>
#include <strings.h>

/* Everyday words for several regions, a wider one before those within it; the regions' own groups
 * ("toe", "heel") work as well. */
static const struct {
    const char *word;
    const char *regions; /* ids, blanks between */
    const char *said;    /* NULL: as typed */
} words[] = {
    {"toes", "TD1 TD2 TD3 TD4 TD5 TP1 TP2 TP3 TP4 TP5", NULL},
    {"bigtoe", "TD1 TP1", "big toe"},
    {"littletoe", "TD5 TP5", "little toe"},
    {"top", "DMM DML DFM DFL", "top of the foot"},
    {"instep", "DMM DFM", NULL},
    {"sole", "B1 B2 B3 B4 B5 AM AC AL HP", NULL},
    {"ball", "B1 B2 B3 B4 B5", "ball of the foot"},
    {"arch", "AM AC AL", NULL},
    {"ankle", "DA KM KL", NULL},
    {"shin", "SA SM", NULL},
};

static const ff_knowledge *knowledge(void) {
    return &ff_knowledge_built_in;
}

static uint64_t regions_of_list(const char *ids) {
    uint64_t mask = 0;
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        const char *id = knowledge()->regions[i].id;
        size_t length = strlen(id);
        for (const char *at = ids; (at = strstr(at, id)) != NULL; at += length) {
            if ((at == ids || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0')) {
                mask |= UINT64_C(1) << i;
            }
        }
    }
    return mask;
}

/* 0 when the word is none of a region's id, a group, or an everyday word. */
static uint64_t regions_of_word(const char *word) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strcasecmp(word, words[i].word) == 0) {
            return regions_of_list(words[i].regions);
        }
    }
    uint64_t mask = 0;
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        const ff_region *region = &knowledge()->regions[i];
        if (strcasecmp(word, region->id) == 0 || strcasecmp(word, region->group) == 0) {
            mask |= UINT64_C(1) << i;
        }
    }
    return mask;
}

static bool side_of(const char *word, bool *left, bool *right) {
    bool both = strcasecmp(word, "both") == 0 || strcasecmp(word, "LR") == 0;
    *left = both || strcasecmp(word, "left") == 0 || strcasecmp(word, "L") == 0;
    *right = both || strcasecmp(word, "right") == 0 || strcasecmp(word, "R") == 0;
    return *left || *right;
}

static ff_code refuse_word(const char *word, ff_error *error) {
    ff_nearest nearest = {.wanted = word};
    char near[3 * FF_NEAREST_LENGTH + 40];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ff_nearest_offer(&nearest, words[i].word);
    }
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        ff_nearest_offer(&nearest, knowledge()->regions[i].id);
    }
    ff_nearest_text(&nearest, near, sizeof near);
    bool none = strcasecmp(word, "none") == 0 || strcasecmp(word, "no") == 0;
    return ff_fail(error, FF_ERR_VALUE, "site", FF_NO_OFFSET,
                   none ? "'%s' is not a region: a foot that is not numb has no site%.0s"
                        : "'%s' is not a region.%s 'help sites' lists them",
                   word, near);
}

ff_code ff_sites_parse(const char *text, ff_sites *sites, ff_error *error) {
    *sites = (ff_sites){0};
    bool left = false, right = false;
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, ":,;/ ");
        char word[32];
        if (length >= sizeof word) {
            return ff_fail(error, FF_ERR_VALUE, "site", FF_NO_OFFSET, "'%.40s' is not a region",
                           at);
        }
        memcpy(word, at, length);
        word[length] = '\0';
        at += length;
        if (*at == ':') {
            if (!side_of(word, &left, &right)) {
                return ff_fail(error, FF_ERR_VALUE, "site", FF_NO_OFFSET,
                               "'%s' is not a side: say left, right or both", word);
            }
        } else if (length > 0) {
            uint64_t mask = regions_of_word(word);
            if (mask == 0) {
                return refuse_word(word, error);
            }
            if (!left && !right) {
                return ff_fail(error, FF_ERR_VALUE, "site", FF_NO_OFFSET,
                               "'%s' needs a side before it, such as left:%s", word, word);
            }
            sites->left |= left ? mask : 0;
            sites->right |= right ? mask : 0;
        }
        at += *at != '\0';
    }
    if (sites->left == 0 && sites->right == 0) {
        return ff_fail(error, FF_ERR_VALUE, "site", FF_NO_OFFSET,
                       "no region is named: say for example left:toes");
    }
    return FF_OK;
}

static void add_ids(uint64_t mask, const char *head, ff_text *out) {
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        if (mask >> i & 1) {
            ff_text_add(out, head);
            ff_text_add(out, knowledge()->regions[i].id);
            head = ",";
        }
    }
}

void ff_sites_format(const ff_sites *sites, ff_text *out) {
    add_ids(sites->left, "L:", out);
    add_ids(sites->right, sites->left != 0 ? " R:" : "R:", out);
}

/* The words that hold nothing but drawn regions, then the names of the regions that are left. */
static void add_words(uint64_t mask, const char *head, ff_text *out) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint64_t regions = regions_of_list(words[i].regions);
        if ((mask & regions) == regions) {
            ff_text_add(out, head);
            ff_text_add(out, words[i].said != NULL ? words[i].said : words[i].word);
            head = ", ";
            mask &= ~regions;
        }
    }
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        if (mask >> i & 1) {
            ff_text_add(out, head);
            ff_text_add(out, knowledge()->regions[i].name);
            head = ", ";
        }
    }
}

void ff_sites_describe(const ff_sites *sites, ff_text *out) {
    if (sites->left == sites->right) {
        add_words(sites->left, "both feet: ", out);
        return;
    }
    add_words(sites->left, "left foot: ", out);
    add_words(sites->right, sites->left != 0 ? "; right foot: " : "right foot: ", out);
}

static void list_json(ff_text *out) {
    ff_json json;
    ff_json_init(&json, out);
    ff_json_object(&json);
    ff_json_name(&json, "regions");
    ff_json_array(&json);
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        ff_json_object(&json);
        ff_json_text_member(&json, "id", knowledge()->regions[i].id);
        ff_json_text_member(&json, "name", knowledge()->regions[i].name);
        ff_json_text_member(&json, "group", knowledge()->regions[i].group);
        ff_json_end_object(&json);
    }
    ff_json_end_array(&json);
    ff_json_name(&json, "words");
    ff_json_object(&json);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ff_json_text_member(&json, words[i].word, words[i].regions);
    }
    ff_json_end_object(&json);
    ff_json_end_object(&json);
    ff_text_add_char(out, '\n');
}

static void list_text(ff_text *out) {
    ff_text_add(out, "Say the side and the regions: left:toes, right:W1,DMM or both:ball.\n\n"
                     "Words for several regions:\n");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        ff_text_addf(out, "  %-10s %s\n", words[i].word, words[i].regions);
    }
    ff_text_add(out, "\nRegions:\n");
    for (size_t i = 0; i < knowledge()->region_count; i++) {
        ff_text_addf(out, "  %-10s %s\n", knowledge()->regions[i].id, knowledge()->regions[i].name);
    }
}

ff_code ff_sites_list(ff_format format, ff_reply *reply, ff_error *error) {
    if (format == FF_AS_JSON) {
        list_json(&reply->text);
    } else {
        list_text(&reply->text);
    }
    return ff_text_check(&reply->text, error);
}

static bool is_forefoot(const ff_region *region) {
    return strcmp(region->group, "toe") == 0 || strcmp(region->group, "web") == 0 ||
           (strcmp(region->group, "plantar") == 0 && region->id[0] == 'B');
}

bool ff_sites_forefoot(const ff_case *runner) {
    const ff_knowledge *k = &ff_knowledge_built_in;
    uint64_t numb = runner->sites.left | runner->sites.right | runner->also_sites.left |
                    runner->also_sites.right;
    for (size_t i = 0; i < k->region_count; i++) {
        if ((numb >> i & 1) != 0 && is_forefoot(&k->regions[i])) {
            return true;
        }
    }
    return false;
}
