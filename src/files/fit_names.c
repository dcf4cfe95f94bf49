/* Names of the profile's numbers: sports, makers, watches, kinds of file. */
#include "files/fit_profile.h"

#include <string.h>

typedef struct {
    uint32_t number;
    const char *name;
} named;

static const char *name_of(const named *rows, size_t count, uint32_t number) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i].number == number) {
            return rows[i].name;
        }
    }
    return NULL;
}

/* Numbers for names, so that a run can be written as it was read. */
static uint32_t number_of(const named *rows, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return rows[i].number;
        }
    }
    return UINT32_MAX;
}

#define NAME_OF(rows, number) name_of(rows, sizeof(rows) / sizeof(rows)[0], number)
#define NUMBER_OF(rows, name) number_of(rows, sizeof(rows) / sizeof(rows)[0], name)

typedef struct {
    uint32_t number;
    const char *name;
    const char *words;
} sport_row;

static const sport_row sports[] = {
    {0, "generic", "an activity without a sport"},
    {1, "running", "a run"},
    {2, "cycling", "a bicycle ride"},
    {3, "transition", "a transition between two sports"},
    {4, "fitness_equipment", "a session on a fitness machine"},
    {5, "swimming", "a swim"},
    {6, "basketball", "a game of basketball"},
    {7, "soccer", "a game of football"},
    {8, "tennis", "a game of tennis"},
    {9, "american_football", "a game of American football"},
    {10, "training", "a training session indoors"},
    {11, "walking", "a walk"},
    {12, "cross_country_skiing", "cross-country skiing"},
    {13, "alpine_skiing", "alpine skiing"},
    {14, "snowboarding", "snowboarding"},
    {15, "rowing", "rowing"},
    {16, "mountaineering", "mountaineering"},
    {17, "hiking", "a hike"},
    {18, "multisport", "a multisport activity"},
    {19, "paddling", "paddling"},
    {20, "flying", "a flight"},
    {21, "e_biking", "an e-bike ride"},
    {22, "motorcycling", "a motorcycle ride"},
    {23, "boating", "boating"},
    {24, "driving", "a drive"},
    {25, "golf", "a game of golf"},
    {26, "hang_gliding", "hang gliding"},
    {27, "horseback_riding", "a horse ride"},
    {28, "hunting", "hunting"},
    {29, "fishing", "fishing"},
    {30, "inline_skating", "inline skating"},
    {31, "rock_climbing", "climbing"},
    {32, "sailing", "sailing"},
    {33, "ice_skating", "ice skating"},
    {34, "sky_diving", "sky diving"},
    {35, "snowshoeing", "snowshoeing"},
    {36, "snowmobiling", "snowmobiling"},
    {37, "stand_up_paddleboarding", "stand-up paddling"},
    {38, "surfing", "surfing"},
    {39, "wakeboarding", "wakeboarding"},
    {40, "water_skiing", "water skiing"},
    {41, "kayaking", "kayaking"},
    {42, "rafting", "rafting"},
    {43, "windsurfing", "windsurfing"},
    {44, "kitesurfing", "kitesurfing"},
    {45, "tactical", "a tactical activity"},
    {47, "boxing", "boxing"},
    {48, "floor_climbing", "stair climbing"},
    {49, "baseball", "a game of baseball"},
    {53, "diving", "a dive"},
    {62, "hiit", "an interval training indoors"},
    {64, "racket", "a racket game"},
    {65, "wheelchair_push_walk", "wheelchair pushing"},
    {66, "wheelchair_push_run", "wheelchair pushing"},
    {67, "meditation", "meditation"},
    {82, "snorkeling", "snorkelling"},
    {83, "dance", "dancing"},
    {84, "jump_rope", "rope skipping"},
};

static const sport_row *sport_of(uint32_t sport) {
    for (size_t i = 0; i < sizeof sports / sizeof sports[0]; i++) {
        if (sports[i].number == sport) {
            return &sports[i];
        }
    }
    return NULL;
}

const char *ff_fit_sport_name(uint32_t sport) {
    const sport_row *row = sport_of(sport);
    return row != NULL ? row->name : NULL;
}

const char *ff_fit_sport_words(uint32_t sport) {
    const sport_row *row = sport_of(sport);
    return row != NULL ? row->words : "an activity of another sport";
}

static const named sub_sports[] = {
    {0, "generic"},
    {1, "treadmill"},
    {2, "street"},
    {3, "trail"},
    {4, "track"},
    {5, "spin"},
    {6, "indoor_cycling"},
    {7, "road"},
    {8, "mountain"},
    {14, "indoor_rowing"},
    {15, "elliptical"},
    {16, "stair_climbing"},
    {17, "lap_swimming"},
    {18, "open_water"},
    {20, "strength_training"},
    {21, "warm_up"},
    {22, "match"},
    {23, "exercise"},
    {24, "challenge"},
    {26, "cardio_training"},
    {27, "indoor_walking"},
    {30, "casual_walking"},
    {31, "speed_walking"},
    {32, "bike_to_run_transition"},
    {33, "run_to_bike_transition"},
    {34, "swim_to_bike_transition"},
    {45, "indoor_running"},
    {49, "mixed_surface"},
    {50, "navigate"},
    {51, "track_me"},
    {58, "virtual_activity"},
    {59, "obstacle"},
    {67, "ultra"},
    {78, "triathlon"},
    {79, "duathlon"},
    {80, "brick"},
    {81, "swim_run"},
    {82, "adventure_race"},
    {254, "all"},
};

const char *ff_fit_sub_sport_name(uint32_t sub_sport) {
    return NAME_OF(sub_sports, sub_sport);
}

uint32_t ff_fit_sub_sport_number(const char *name) {
    return NUMBER_OF(sub_sports, name);
}

static const named makers[] = {
    {1, "garmin"},       {2, "garmin"},          {3, "zephyr"},        {6, "srm"},
    {7, "quarq"},        {9, "saris"},           {13, "dynastream"},   {15, "dynastream"},
    {16, "timex"},       {23, "suunto"},         {32, "wahoo"},        {37, "magellan"},
    {38, "osynce"},      {40, "concept2"},       {41, "shimano"},      {48, "pioneer"},
    {52, "epson"},       {54, "ifor powell"},    {61, "geonaute"},     {63, "specialized"},
    {68, "cateye"},      {69, "stages cycling"}, {70, "sigma sport"},  {71, "tomtom"},
    {73, "wattbike"},    {76, "moxy"},           {83, "scosche"},      {86, "elite"},
    {89, "tacx"},        {95, "stryd"},          {98, "bsx"},          {107, "magene"},
    {111, "technogym"},  {115, "igpsport"},      {123, "polar"},       {128, "ifit"},
    {129, "coros"},      {135, "coospo"},        {140, "decathlon"},   {142, "tag heuer"},
    {144, "zwift"},      {148, "ezon"},          {255, "development"}, {258, "lezyne"},
    {259, "runscribe"},  {260, "zwift"},         {263, "favero"},      {265, "strava"},
    {267, "bryton"},     {276, "life fitness"},  {281, "trainerroad"}, {282, "the sufferfest"},
    {289, "hammerhead"}, {294, "coros"},         {300, "nurvv"},       {303, "core"},
    {305, "whoop"},      {307, "onelap"},        {310, "decathlon"},   {326, "nike"},
    {331, "mywhoosh"},   {337, "runna"},         {339, "zepp"},        {340, "peloton"},
    {341, "carv"},       {348, "huawei"},
};

const char *ff_fit_maker_name(uint32_t maker) {
    return NAME_OF(makers, maker);
}

uint32_t ff_fit_maker_number(const char *name) {
    return NUMBER_OF(makers, name);
}

/* Garmin's own product numbers of what people run with; Dynastream and Tacx share them. */
static const named garmin_products[] = {
    {1, "HRM"},
    {8, "HRM-Run"},
    {12, "HRM-Tri"},
    {13, "HRM-Run"},
    {717, "Forerunner 405"},
    {782, "Forerunner 50"},
    {988, "Forerunner 60"},
    {1018, "Forerunner 310XT"},
    {1124, "Forerunner 110"},
    {1274, "Forerunner 110"},
    {1328, "Forerunner 910XT"},
    {1345, "Forerunner 610"},
    {1360, "Forerunner 210"},
    {1410, "Forerunner 610"},
    {1436, "Forerunner 70"},
    {1446, "Forerunner 310XT 4T"},
    {1482, "Forerunner 10"},
    {1551, "fenix"},
    {1623, "Forerunner 620"},
    {1632, "Forerunner 220"},
    {1688, "Forerunner 10"},
    {1743, "HRM-Tri"},
    {1752, "HRM-Run"},
    {1765, "Forerunner 920XT"},
    {1903, "Forerunner 15"},
    {1907, "vivoactive"},
    {1928, "Forerunner 620"},
    {1929, "Forerunner 620"},
    {1930, "Forerunner 220"},
    {1931, "Forerunner 220"},
    {1967, "fenix 2"},
    {1988, "epix"},
    {2050, "fenix 3"},
    {2130, "Forerunner 920XT"},
    {2131, "Forerunner 920XT"},
    {2132, "Forerunner 920XT"},
    {2148, "Forerunner 25"},
    {2153, "Forerunner 225"},
    {2156, "Forerunner 630"},
    {2157, "Forerunner 230"},
    {2158, "Forerunner 735XT"},
    {2327, "HRM-Run"},
    {2337, "vivoactive HR"},
    {2347, "vivosmart GPS HR"},
    {2348, "vivosmart HR"},
    {2396, "Forerunner 235"},
    {2397, "Forerunner 235"},
    {2413, "fenix 3 HR"},
    {2431, "Forerunner 235"},
    {2432, "fenix 3 Chronos"},
    {2503, "Forerunner 35"},
    {2533, "Forerunner 735XT"},
    {2534, "Forerunner 735XT"},
    {2544, "fenix 5S"},
    {2593, "Running Dynamics Pod"},
    {2604, "fenix 5X"},
    {2622, "vivosmart 3"},
    {2623, "vivosport"},
    {2691, "Forerunner 935"},
    {2697, "fenix 5"},
    {2700, "vivoactive 3"},
    {2796, "fenix 5"},
    {2797, "fenix 5S"},
    {2798, "fenix 5X"},
    {2833, "Forerunner 935"},
    {2886, "Forerunner 645"},
    {2888, "Forerunner 645 Music"},
    {2891, "Forerunner 30"},
    {2900, "fenix 5S Plus"},
    {2988, "vivoactive 3 Music"},
    {3003, "Forerunner 645"},
    {3004, "Forerunner 645 Music"},
    {3076, "Forerunner 245"},
    {3077, "Forerunner 245 Music"},
    {3110, "fenix 5 Plus"},
    {3111, "fenix 5X Plus"},
    {3113, "Forerunner 945"},
    {3126, "Instinct Esports"},
    {3145, "Forerunner 245"},
    {3224, "vivoactive 4S"},
    {3225, "vivoactive 4"},
    {3226, "Venu"},
    {3251, "MARQ Athlete"},
    {3282, "Forerunner 45"},
    {3287, "fenix 6S Sport"},
    {3288, "fenix 6S"},
    {3289, "fenix 6 Sport"},
    {3290, "fenix 6"},
    {3291, "fenix 6X"},
    {3299, "HRM-Dual"},
    {3300, "HRM-Pro"},
    {3441, "Forerunner 945"},
    {3466, "Instinct Solar"},
    {3589, "Forerunner 745"},
    {3600, "Venu Sq"},
    {3638, "Enduro"},
    {3652, "Forerunner 945 LTE"},
    {3703, "Venu 2"},
    {3704, "Venu 2S"},
    {3851, "Venu 2 Plus"},
    {3869, "Forerunner 55"},
    {3888, "Instinct 2"},
    {3889, "Instinct 2S"},
    {3905, "fenix 7S"},
    {3906, "fenix 7"},
    {3907, "fenix 7X"},
    {3943, "epix Gen 2"},
    {3990, "Forerunner 255 Music"},
    {3991, "Forerunner 255S Music"},
    {3992, "Forerunner 255"},
    {3993, "Forerunner 255S"},
    {4024, "Forerunner 955"},
    {4130, "HRM-Pro Plus"},
    {4257, "Forerunner 265"},
    {4258, "Forerunner 265S"},
    {4260, "Venu 3"},
    {4261, "Venu 3S"},
    {4312, "epix Pro 42 mm"},
    {4313, "epix Pro 47 mm"},
    {4314, "epix Pro 51 mm"},
    {4315, "Forerunner 965"},
    {4341, "Enduro 2"},
    {4374, "fenix 7S Pro"},
    {4375, "fenix 7 Pro"},
    {4376, "fenix 7X Pro"},
    {4426, "vivoactive 5"},
    {4432, "Forerunner 165"},
    {4433, "Forerunner 165 Music"},
    {4446, "HRM-Fit"},
    {4532, "fenix 8 Solar"},
    {4533, "fenix 8 Solar 51 mm"},
    {4534, "fenix 8 43 mm"},
    {4536, "fenix 8"},
    {4575, "Enduro 3"},
    {10007, "foot pod"},
};

static bool has_garmin_numbers(uint32_t maker) {
    return maker == 1 || maker == 13 || maker == 15 || maker == 89;
}

const char *ff_fit_product_name(uint32_t maker, uint32_t product) {
    return has_garmin_numbers(maker) ? NAME_OF(garmin_products, product) : NULL;
}

uint32_t ff_fit_product_number(uint32_t maker, const char *name) {
    return has_garmin_numbers(maker) ? NUMBER_OF(garmin_products, name) : UINT32_MAX;
}

static const named files[] = {
    {1, "a description of a device"},
    {2, "watch settings"},
    {3, "sport settings"},
    {4, "an activity without a sport"},
    {5, "a workout plan"},
    {6, "a course to follow"},
    {7, "a training schedule"},
    {8, "saved places"},
    {9, "a weight"},
    {10, "totals"},
    {11, "goals"},
    {14, "a blood pressure"},
    {15, "daily monitoring"},
    {20, "an activity summary"},
    {28, "daily monitoring"},
    {32, "daily monitoring"},
    {34, "a segment"},
    {35, "a list of segments"},
};

const char *ff_fit_file_words(uint32_t type) {
    const char *words = NAME_OF(files, type);
    return words != NULL ? words : "a watch file of another kind";
}
