#include "report/run_csv.h"

#include "base/civil.h"
#include "base/number.h"

#include <math.h>

static void add_number(ff_text *out, double value) {
    char text[FF_NUMBER_SIZE];
    if (isfinite(value)) {
        ff_number_format(value, text);
        ff_text_add(out, text);
    }
}

static void add_names(const ff_series *series, ff_text *out) {
    ff_text_add(out, "time_utc,time_s");
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (series->column[i] != NULL) {
            ff_text_addf(out, ",%s", ff_channel_name((ff_channel)i));
        }
    }
    ff_text_add(out, "\r\n");
}

static void add_row(const ff_run *run, size_t row, ff_text *out) {
    char date[FF_ISO_SIZE];
    double at_s = run->series.time_s[row];
    if (isfinite(at_s)) {
        ff_iso_format(run->start_s + (int64_t)floor(at_s), false, 0, date);
        ff_text_add(out, date);
    }
    ff_text_add(out, ",");
    add_number(out, at_s);
    for (int i = 0; i < FF_CHANNEL_COUNT; i++) {
        if (run->series.column[i] != NULL) {
            ff_text_add(out, ",");
            add_number(out, run->series.column[i][row]);
        }
    }
    ff_text_add(out, "\r\n");
}

void ff_run_csv(const ff_run *run, ff_text *out) {
    add_names(&run->series, out);
    for (size_t i = 0; i < run->series.rows; i++) {
        add_row(run, i, out);
    }
}
