/* The words and dates of translated exports. */
#include "support.h"

#include "base/civil.h"
#include "files/export_date.h"
#include "files/export_words.h"

#include <stdio.h>
#include <string.h>

/* 15 March 2024, 18:45:12 UTC, by Python's datetime. */
#define MARCH_15 INT64_C(1710528312)

static void one_moment_in_many_languages(void **state) {
    (void)state;
    static const char *const written[] = {
        "2024-03-15 18:45:12",           "2024-03-15T18:45:12Z",
        "Mar 15, 2024, 6:45:12 PM",      "Mar 15, 2024, 6:45:12\u202FPM",
        "15 Mar 2024, 18:45:12",         "March 15, 2024 at 6:45:12 PM",
        "15.03.2024, 18:45:12",          "15. März 2024 um 18:45:12",
        "15. 3. 2024 18:45:12",          "15 mars 2024 à 18:45:12",
        "15 mars 2024, 18:45:12",        "15 mar 2024, 18:45:12",
        "15 mar. 2024 6:45:12 p. m.",    "15 mar 2024, 6:45:12 p.\u00A0m.",
        "15 de mar. de 2024, 18:45:12",  "15/03/2024, 18:45:12",
        "15-03-2024 18:45:12",           "15 mrt. 2024 18:45:12",
        "15 mar 2024, 18:45:12",         "15 marca 2024 18:45:12",
        "15. mar. 2024 18.45.12",        "15. mars 2024 kl. 18:45:12",
        "15.3.2024 klo 18.45.12",        "15. maaliskuuta 2024 klo 18.45.12",
        "15. b\u0159ezna 2024 18:45:12", "2024/03/15 18:45:12",
        "2024年3月15日 18:45:12",        "2024年3月15日 下午6:45:12",
        "2024. 3. 15. 오후 6:45:12",     "15 мар. 2024 г., 18:45:12",
        "15 Mar 2024 18:45:12",          "mar. 15 mars 2024 18:45:12",
        "18:45:12 15/03/2024",           "15 МАРТА 2024, 18:45:12",
    };
    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
        ff_export_date date;
        if (!ff_export_date_read(written[i], &date) || date.day_first_s != MARCH_15 ||
            date.month_first_s != MARCH_15) {
            fail_msg("\"%s\" was read as %lld", written[i], (long long)date.day_first_s);
        }
        assert_false(date.ambiguous);
    }
}

/* Short months as Unicode's CLDR has them, and as Strava's lists show them. */
static void months_of_the_year(void **state) {
    (void)state;
    static const char *const languages[] = {
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Januar Februar M\u00E4rz April Mai Juni Juli August September Oktober November Dezember",
        "Jan. Feb. M\u00E4rz Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        "janv. f\u00E9vr. mars avr. mai juin juil. ao\u00FBt sept. oct. nov. d\u00E9c.",
        "janvier f\u00E9vrier mars avril mai juin juillet ao\u00FBt septembre octobre novembre "
        "d\u00E9cembre",
        "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
        "janeiro fevereiro mar\u00E7o abril maio junho julho agosto setembro outubro novembro "
        "dezembro",
        "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "sty lut mar kwi maj cze lip sie wrz pa\u017A lis gru",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrze\u015Bnia "
        "pa\u017Adziernika listopada grudnia",
        "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
        "januar februar marts april maj juni juli august september oktober november december",
        "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
        "tammik. helmik. maalisk. huhtik. toukok. kes\u00E4k. hein\u00E4k. elok. syysk. lokak. "
        "marrask. jouluk.",
        "led \u00FAno b\u0159e dub kv\u011B \u010Dvn \u010Dvc srp z\u00E1\u0159 \u0159\u00EDj lis "
        "pro",
        "\u044F\u043D\u0432. \u0444\u0435\u0432\u0440. \u043C\u0430\u0440. \u0430\u043F\u0440. "
        "\u043C\u0430\u044F \u0438\u044E\u043D. \u0438\u044E\u043B. \u0430\u0432\u0433. "
        "\u0441\u0435\u043D\u0442. \u043E\u043A\u0442. \u043D\u043E\u044F\u0431. "
        "\u0434\u0435\u043A.",
        "Oca \u015Eub Mar Nis May Haz Tem A\u011Fu Eyl Eki Kas Ara",
    };
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        const char *at = languages[i];
        for (int month = 1; month <= 12; month++) {
            size_t length = strcspn(at, " ");
            char text[80];
            snprintf(text, sizeof text, "7 %.*s 2023 06:05:04", (int)length, at);
            ff_export_date date;
            ff_civil civil = {2023, month, 7, 6, 5, 4};
            if (!ff_export_date_read(text, &date) ||
                date.day_first_s != ff_civil_to_seconds(&civil)) {
                fail_msg("\"%s\" is not in month %d", text, month);
            }
            at += length + (at[length] == ' ');
        }
        assert_string_equal(at, "");
    }
}

static void two_readings(void **state) {
    (void)state;
    ff_export_date date;
    ff_civil day_first = {2024, 4, 3, 18, 45, 12}, month_first = {2024, 3, 4, 18, 45, 12};
    assert_true(ff_export_date_read("3/4/2024, 6:45:12 PM", &date));
    assert_true(date.ambiguous && date.slashes && date.half_day && !date.dots);
    assert_int_equal(date.day_first_s, ff_civil_to_seconds(&day_first));
    assert_int_equal(date.month_first_s, ff_civil_to_seconds(&month_first));
    assert_true(ff_export_date_read("03.04.2024, 18:45:12", &date));
    assert_true(date.ambiguous && date.dots && !date.half_day);
    assert_true(ff_export_date_read("3/15/2024, 18:45:12", &date));
    assert_int_equal(date.order, FF_DATE_MONTH_FIRST);
    assert_int_equal(date.day_first_s, MARCH_15);
    assert_true(ff_export_date_read("15/3/24 18:45:12", &date));
    assert_int_equal(date.order, FF_DATE_DAY_FIRST);
    assert_int_equal(date.day_first_s, MARCH_15);
    assert_true(ff_export_date_read("4/4/2024 18:45", &date));
    assert_false(date.ambiguous);
}

static void midnight_and_noon(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int hour;
    } cases[] = {
        {"Mar 15, 2024, 12:00:00 AM", 0}, {"Mar 15, 2024, 12:00:00 PM", 12},
        {"Mar 15, 2024, 1:00:00 am", 1},  {"Mar 15, 2024, 11:00:00 p.m.", 23},
        {"2024/3/15 上午12:00:00", 0},    {"2024/3/15 晚上11:00:00", 23},
        {"2024/3/15 午後1:00:00", 13},    {"2024. 3. 15. 오전 9:00:00", 9},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ff_export_date date;
        ff_civil civil = {2024, 3, 15, cases[i].hour, 0, 0};
        assert_true(ff_export_date_read(cases[i].text, &date));
        assert_int_equal(date.day_first_s, ff_civil_to_seconds(&civil));
    }
}

static void no_dates(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "yesterday",
        "2024-03-15",
        "18:45:12",
        "31.02.2024 10:00:00",
        "2024-13-01 10:00:00",
        "2024-03-15 25:00:00",
        "2024-03-15 10:60:00",
        "Smarch 15, 2024, 6:45:12 PM",
        "1 2 3 4 5 6 7",
        "99999-03-15 10:00:00",
        "15 mar 1823 10:00:00",
        "5,00",
        "9001",
        "2023-02-29 10:00:00",
        "13/13/2024 10:00:00",
        "Mar 15, 2024, 13:00:00 AM",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ff_export_date date;
        if (ff_export_date_read(texts[i], &date)) {
            fail_msg("\"%s\" was taken for a date", texts[i]);
        }
    }
}

static void kinds_of_runs(void **state) {
    (void)state;
    static const struct {
        const char *type;
        ff_run_kind kind;
    } cases[] = {
        {"Run", FF_KIND_ROAD},
        {"Trail Run", FF_KIND_TRAIL},
        {"Virtual Run", FF_KIND_VIRTUAL},
        {"VirtualRun", FF_KIND_VIRTUAL},
        {"Lauf", FF_KIND_ROAD},
        {"Traillauf", FF_KIND_TRAIL},
        {"Course \u00E0 pied", FF_KIND_ROAD},
        {"Trail", FF_KIND_TRAIL},
        {"Course \u00E0 pied virtuelle", FF_KIND_VIRTUAL},
        {"Carrera", FF_KIND_ROAD},
        {"Corsa", FF_KIND_ROAD},
        {"Corrida", FF_KIND_ROAD},
        {"Hardloopsessie", FF_KIND_ROAD},
        {"Bieg", FF_KIND_ROAD},
        {"B\u011Bh", FF_KIND_ROAD},
        {"L\u00F6pning", FF_KIND_ROAD},
        {"L\u00F8b", FF_KIND_ROAD},
        {"L\u00F8petur", FF_KIND_ROAD},
        {"Juoksu", FF_KIND_ROAD},
        {"\u0411\u0435\u0433", FF_KIND_ROAD},
        {"ランニング", FF_KIND_ROAD},
        {"跑步", FF_KIND_ROAD},
        {"越野跑", FF_KIND_TRAIL},
        {"달리기", FF_KIND_ROAD},
        /* on skis, wheels, foot */
        {"Langlauf", FF_KIND_NONE},
        {"Ride", FF_KIND_NONE},
        {"Radfahrt", FF_KIND_NONE},
        {"Backcountry Ski", FF_KIND_NONE},
        {"Wanderung", FF_KIND_NONE},
        {"Walk", FF_KIND_NONE},
        {"Virtual Ride", FF_KIND_NONE},
        {"Eislauf", FF_KIND_NONE},
        {"", FF_KIND_NONE},
        {"Caminata", FF_KIND_NONE},
        {"|", FF_KIND_NONE},
        {"Trilha", FF_KIND_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (ff_word_run_kind(cases[i].type) != cases[i].kind) {
            fail_msg("\"%s\" is taken for another kind", cases[i].type);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_moment_in_many_languages),
        cmocka_unit_test(months_of_the_year),
        cmocka_unit_test(two_readings),
        cmocka_unit_test(midnight_and_noon),
        cmocka_unit_test(no_dates),
        cmocka_unit_test(kinds_of_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
