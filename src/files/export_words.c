#include "files/export_words.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

static uint32_t decode(const char *text, size_t length) {
    const unsigned char *s = (const unsigned char *)text;
    uint32_t code = length == 1 ? s[0] : s[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        code = code << 6 | (s[i] & 0x3F);
    }
    return code;
}

/* Lower case of the letters that stand in names of months and sports. */
static uint32_t lower(uint32_t c) {
    bool latin = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    bool greek = c >= 0x391 && c <= 0x3A9;
    bool cyrillic = c >= 0x410 && c <= 0x42F;
    if (latin || greek || cyrillic) {
        return c + 0x20;
    }
    if (c == 0x130) { /* Turkish I with a dot */
        return 'i';
    }
    bool odd_is_small = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    bool even_is_small = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return c + ((odd_is_small && c % 2 == 0) || (even_is_small && c % 2 == 1));
}

/* The blanks that dates are written with: also the ones that do not break, thin, or wide. */
static bool is_blank(uint32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

static size_t encode(uint32_t c, char bytes[4]) {
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    static const uint8_t first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(first[size] | c);
    return size;
}

void ff_word_fold(const char *text, size_t length, char folded[FF_WORD_SIZE]) {
    size_t out = 0;
    bool blank = false; /* one is due before the next letter */
    for (size_t i = 0; i < length;) {
        size_t size = ff_utf8_length(text + i, length - i);
        if (size == 0) {
            i++;
            continue;
        }
        uint32_t c = lower(decode(text + i, size));
        i += size;
        if (is_blank(c)) {
            blank = out > 0;
        } else if (c != '.' && c != '\0') {
            char bytes[4];
            size_t more = encode(c, bytes);
            if (out + more + blank >= FF_WORD_SIZE) {
                break;
            }
            if (blank) {
                folded[out++] = ' ';
                blank = false;
            }
            memcpy(folded + out, bytes, more);
            out += more;
        }
    }
    folded[out] = '\0';
}

/* True when the word is one of a list parted by '|'. */
static bool in_list(const char *word, const char *list) {
    size_t length = strlen(word);
    while (length > 0 && *list != '\0') {
        size_t next = strcspn(list, "|");
        if (next == length && memcmp(word, list, length) == 0) {
            return true;
        }
        list += next + (list[next] == '|');
    }
    return false;
}

/* English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Slovak, Swedish,
 * Danish, Norwegian, Finnish, Hungarian, Turkish, Russian, Indonesian: full names, the form that
 * stands in a date where it differs, and short forms (Unicode CLDR's and common ones). Where two
 * languages differ on a short form the larger stays ("lis" is November in Polish and Czech). */
static const char *const months[] = {
    "january|jan|januar|jänner|jän|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|stycznia|"
    "styczeń|sty|ledna|leden|led|január|januára|tammikuuta|tammikuu|tammi|tammik|ocak|oca|января|"
    "январь|янв",
    "february|feb|februar|feber|février|févr|fév|febrero|febbraio|febb|fevereiro|fev|februari|"
    "lutego|luty|lut|února|únor|úno|február|februára|febr|helmikuuta|helmikuu|helmi|helmik|şubat|"
    "şub|февраля|февраль|февр|фев|pebruari|peb",
    "march|mar|märz|mär|mrz|mars|marzo|março|maart|mrt|marca|marzec|března|březen|bře|marts|"
    "maaliskuuta|maaliskuu|maalis|maalisk|március|márc|mart|марта|март|мар|maret|marec",
    "april|apr|avril|avr|abril|abr|aprile|kwietnia|kwiecień|kwi|dubna|duben|dub|apríl|apríla|"
    "huhtikuuta|huhtikuu|huhti|huhtik|április|ápr|nisan|nis|апреля|апрель|апр",
    "may|mai|mayo|maggio|mag|maio|mei|maja|maj|května|květen|kvě|máj|mája|toukokuuta|toukokuu|"
    "touko|toukok|május|mayıs|мая|май",
    "june|jun|juni|juin|junio|giugno|giu|junho|czerwca|czerwiec|cze|června|červen|čvn|jún|júna|"
    "kesäkuuta|kesäkuu|kesä|kesäk|június|haziran|haz|июня|июнь|июн",
    "july|jul|juli|juillet|juil|julio|luglio|lug|julho|lipca|lipiec|lip|července|červenec|čvc|júl|"
    "júla|heinäkuuta|heinäkuu|heinä|heinäk|július|temmuz|tem|июля|июль|июл",
    "august|aug|août|agosto|ago|augustus|sierpnia|sierpień|sie|srpna|srpen|srp|augusta|augusti|"
    "elokuuta|elokuu|elo|elok|augusztus|ağustos|ağu|августа|август|авг|agustus|agt|agu",
    "september|sep|sept|septembre|septiembre|setiembre|settembre|set|sett|setembro|września|"
    "wrzesień|wrz|září|zář|septembra|syyskuuta|syyskuu|syys|syysk|szeptember|szept|eylül|eyl|"
    "сентября|сентябрь|сент|сен",
    "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|października|październik|paź|"
    "října|říjen|říj|október|októbra|lokakuuta|lokakuu|loka|lokak|ekim|eki|октября|октябрь|окт",
    "november|nov|novembre|noviembre|novembro|listopada|listopad|lis|listopadu|novembra|"
    "marraskuuta|marraskuu|marras|marrask|kasım|kas|ноября|ноябрь|нояб|ноя|nopember",
    "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|grudnia|grudzień|gru|"
    "prosince|prosinec|pro|decembra|desember|des|joulukuuta|joulukuu|joulu|jouluk|aralık|ara|"
    "декабря|декабрь|дек",
};

int ff_word_month(const char *folded) {
    for (int month = 1; month <= 12; month++) {
        if (in_list(folded, months[month - 1])) {
            return month;
        }
    }
    return 0;
}

ff_half_day ff_word_half_day(const char *folded) {
    /* 凌晨, 早上, 上午, 午前, 오전; 中午 and 下午, 晚上, 傍晚, 午後, 오후 */
    if (in_list(folded, "am|a m|πμ|凌晨|清晨|早上|上午|午前|오전|öö")) {
        return FF_DAY_MORNING;
    }
    return in_list(folded, "pm|p m|μμ|中午|下午|傍晚|晚上|午後|오후|ös") ? FF_DAY_AFTERNOON
                                                                         : FF_DAY_WHOLE;
}

/* Strava's names of its three kinds of runs, and names close to them, language by language. They
 * are compared whole: "Langlauf" is on skis. */
static const char *const road_runs = "run|running|road run|treadmill run|race|track run|"
                                     "lauf|laufen|laufeinheit|straßenlauf|laufbandlauf|"
                                     "course à pied|course|footing|"
                                     "carrera|carrera a pie|correr|"
                                     "corsa|"
                                     "corrida|"
                                     "hardloopsessie|hardlopen|hardloop|loop|loopsessie|run sessie|"
                                     "bieg|bieganie|"
                                     "běh|beh|"
                                     "löpning|löprunda|löppass|"
                                     "løb|løbetur|løping|løpetur|løp|løpeøkt|"
                                     "juoksu|juoksulenkki|"
                                     "futás|koşu|lari|alergare|"
                                     "бег|забег|пробежка|біг|"
                                     "ランニング|ラン|跑步|달리기|러닝|วิ่ง";
static const char *const trail_runs =
    "trail run|trail running|trailrun|trailrunning|"
    "traillauf|trail-lauf|trail lauf|geländelauf|"
    "trail|course de trail|course sur sentier|course à pied sur sentier|"
    "carrera de trail|carrera por montaña|carrera de montaña|carrera en sendero|carrera trail|"
    "corsa trail|trail running corsa|corsa su sentiero|corsa in montagna|corsa campestre|"
    "corrida em trilha|corrida de trilha|corrida de montanha|"
    "trailloop|trailrunsessie|trail-run|"
    "bieg terenowy|bieg przełajowy|bieg trailowy|bieg w terenie|"
    "trailový běh|terénní běh|běh v terénu|beh v teréne|"
    "traillöpning|terränglöpning|traillöprunda|"
    "trailløb|terrængløb|terrengløp|terrengløping|stiløping|terrengløpetur|"
    "polkujuoksu|maastojuoksu|"
    "terepfutás|patika koşusu|lari trail|"
    "трейл|трейлраннинг|трейл-забег|бег по пересеченной местности|"
    "トレイルランニング|トレイルラン|越野跑|越野跑步|트레일 러닝|트레일 달리기|트레일런";
static const char *const virtual_runs =
    "virtual run|virtual running|"
    "virtueller lauf|"
    "course à pied virtuelle|course virtuelle|"
    "carrera virtual|"
    "corsa virtuale|"
    "corrida virtual|"
    "virtuele hardloopsessie|virtuele run|virtueel hardlopen|virtuele loop|"
    "bieg wirtualny|wirtualny bieg|"
    "virtuální běh|virtuálny beh|"
    "virtuell löpning|virtuell löprunda|virtuellt löppass|"
    "virtuelt løb|virtuell løpetur|virtuelt løp|virtuell løping|"
    "virtuaalijuoksu|virtuaalinen juoksu|"
    "virtuális futás|sanal koşu|lari virtual|"
    "виртуальный забег|виртуальный бег|"
    "バーチャルラン|バーチャルランニング|虚拟跑步|虛擬跑步|가상 달리기|가상 러닝";

ff_run_kind ff_word_run_kind(const char *type) {
    char folded[FF_WORD_SIZE];
    ff_word_fold(type, strlen(type), folded);
    /* As the interfaces write them: VirtualRun, TrailRun. */
    if (in_list(folded, road_runs)) {
        return FF_KIND_ROAD;
    }
    if (in_list(folded, trail_runs)) {
        return FF_KIND_TRAIL;
    }
    return in_list(folded, virtual_runs) || strcmp(folded, "virtualrun") == 0 ? FF_KIND_VIRTUAL
                                                                              : FF_KIND_NONE;
}

/* What a watch in the mode for runs may have recorded all the same: rides, walks, hikes and swims,
 * language by language as above. Whole words, like those. */
static const char *const other_sports =
    "ride|virtual ride|e-bike ride|ebikeride|virtualride|mountain bike ride|gravel ride|"
    "e-mountain bike ride|walk|hike|swim|"
    "radfahrt|virtuelle radfahrt|e-bike-fahrt|mountainbikefahrt|mountainbike-fahrt|gravel-fahrt|"
    "gravelfahrt|spaziergang|wanderung|schwimmen|"
    "vélo|sortie à vélo|sortie vélo|vélo virtuel|sortie à vélo virtuelle|vtt|vélo électrique|"
    "marche|randonnée|natation|"
    "bicicleta|vuelta ciclista|bicicleta virtual|bicicleta de montaña|bicicleta eléctrica|"
    "caminata|senderismo|natación|"
    "giro in bici|bici|pedalata|bici virtuale|camminata|escursione|nuoto|"
    "pedalada|ciclismo|pedalada virtual|caminhada|trilha|natação|"
    "fietsrit|rit|virtuele fietsrit|mountainbikerit|e-bikerit|wandeling|hiken|zwemsessie|"
    "jazda na rowerze|kolarstwo|spacer|wędrówka|pływanie|"
    "jízda|jízda na kole|virtuální jízda|procházka|chůze|pěší turistika|plavání|"
    "cykeltur|cykling|cykelpass|promenad|vandring|simning|gåtur|vandretur|svømning|sykkeltur|"
    "svømming|pyöräily|pyörälenkki|kävely|patikointi|uinti|"
    "kerékpározás|séta|túra|úszás|bisiklet|bisiklet sürüşü|yürüyüş|doğa yürüyüşü|yüzme|"
    "велозаезд|виртуальный велозаезд|ходьба|прогулка|поход|плавание|"
    "ライド|バーチャルライド|ウォーク|ウォーキング|ハイク|ハイキング|スイム|水泳|"
    "骑行|騎行|騎乘|虚拟骑行|步行|徒步|健行|游泳|라이딩|가상 라이딩|걷기|하이킹|수영";

bool ff_word_is_other_sport(const char *type) {
    char folded[FF_WORD_SIZE];
    ff_word_fold(type, strlen(type), folded);
    return in_list(folded, other_sports);
}

bool ff_word_of_shoes(const char *column) {
    static const char *const parts[] = {
        "shoe",    "schuh",     "chaussure", "zapat",  "calzado", "scarp",    "tênis",
        "tenis",   "sapatilha", "calçado",   "schoen", "buty",    "but",      "sko",
        "kenk",    "keng",      "bota",      "boty",   "cipő",    "ayakkabı", "sepatu",
        "кроссов", "обув",      "シューズ",  "靴",     "鞋",      "신발",     "러닝화",
    };
    char folded[FF_WORD_SIZE];
    ff_word_fold(column, strlen(column), folded);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (strstr(folded, parts[i]) != NULL) {
            return true;
        }
    }
    return false;
}
