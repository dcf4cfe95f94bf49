#include "report/run_gpx.h"

#include "base/civil.h"
#include "base/number.h"
#include "report/xml_text.h"

#include <math.h>

static void add_element(ff_text *out, const char *indent, const char *name, const char *text) {
    if (text != NULL && text[0] != '\0') {
        ff_text_addf(out, "%s<%s>", indent, name);
        ff_xml_add(out, text);
        ff_text_addf(out, "</%s>\n", name);
    }
}

static double value_at(const ff_run *run, ff_channel channel, size_t row) {
    const double *column = run->series.column[channel];
    return column != NULL ? column[row] : NAN;
}

static void add_value(ff_text *out, const char *name, double value, int places) {
    if (isfinite(value)) {
        ff_text_addf(out, "<%s>%s</%s>", name, FF_FIXED(value, places), name);
    }
}

/* The schema wants whole numbers for heart rate and cadence, in this order; cadence is one foot's,
 * as everywhere in GPX. */
static void add_extensions(const ff_run *run, size_t row, ff_text *out) {
    double heart = value_at(run, FF_HEART_RATE, row), cadence = value_at(run, FF_CADENCE, row);
    double warm = value_at(run, FF_TEMPERATURE, row);
    if (!isfinite(heart) && !isfinite(cadence) && !isfinite(warm)) {
        return;
    }
    ff_text_add(out, "<extensions><gpxtpx:TrackPointExtension>");
    add_value(out, "gpxtpx:atemp", warm, 1);
    add_value(out, "gpxtpx:hr", heart, 0);
    add_value(out, "gpxtpx:cad", cadence / 2, 0);
    ff_text_add(out, "</gpxtpx:TrackPointExtension></extensions>");
}

/* The time to the millisecond, where the recording has it so fine. */
static void add_time(const ff_run *run, size_t row, ff_text *out) {
    double at_s = run->series.time_s[row];
    if (!isfinite(at_s)) {
        return;
    }
    int64_t thousandths = (int64_t)llround(at_s * 1000);
    int64_t whole = thousandths / 1000, rest = thousandths % 1000;
    if (rest < 0) {
        whole--;
        rest += 1000;
    }
    ff_civil c = ff_civil_of_seconds(run->start_s + whole);
    ff_text_addf(out, "<time>%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month, c.day, c.hour,
                 c.minute, c.second);
    if (rest != 0) {
        ff_text_addf(out, ".%03d", (int)rest);
    }
    ff_text_add(out, "Z</time>");
}

static bool has_position(const ff_run *run, size_t row) {
    return isfinite(value_at(run, FF_LATITUDE, row)) && isfinite(value_at(run, FF_LONGITUDE, row));
}

static void add_point(const ff_run *run, size_t row, ff_text *out) {
    ff_text_addf(out, "   <trkpt lat=\"%s\" lon=\"%s\">",
                 FF_FIXED(value_at(run, FF_LATITUDE, row), 7),
                 FF_FIXED(value_at(run, FF_LONGITUDE, row), 7));
    add_value(out, "ele", value_at(run, FF_ALTITUDE, row), 1);
    add_time(run, row, out);
    add_extensions(run, row, out);
    ff_text_add(out, "</trkpt>\n");
}

/* Whether a pause lies between the two times. */
static bool paused_between(const ff_run *run, double from_s, double to_s) {
    for (size_t i = 0; i < run->pause_count; i++) {
        if (run->pauses[i].start_s >= from_s && run->pauses[i].end_s <= to_s) {
            return true;
        }
    }
    return false;
}

static void add_points(const ff_run *run, ff_text *out) {
    double before_s = NAN;
    for (size_t row = 0; row < run->series.rows; row++) {
        if (!has_position(run, row)) {
            continue;
        }
        double at_s = run->series.time_s[row];
        if (paused_between(run, before_s, at_s)) {
            ff_text_add(out, "  </trkseg>\n  <trkseg>\n");
        }
        add_point(run, row, out);
        before_s = at_s;
    }
}

static bool any_position(const ff_run *run) {
    for (size_t row = 0; row < run->series.rows; row++) {
        if (has_position(run, row)) {
            return true;
        }
    }
    return false;
}

bool ff_run_gpx(const ff_run *run, ff_text *out) {
    if (!any_position(run)) {
        return false;
    }
    char date[FF_ISO_SIZE];
    ff_iso_format(run->start_s, false, 0, date);
    ff_text_add(
        out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<gpx version=\"1.1\" creator=\"footfall\" xmlns=\"http://www.topografix.com/GPX/1/1\""
             " xmlns:gpxtpx=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v1\">\n");
    ff_text_addf(out, " <metadata><time>%s</time></metadata>\n <trk>\n", date);
    add_element(out, "  ", "name", run->title);
    add_element(out, "  ", "cmt", run->comment);
    add_element(out, "  ", "type", run->sport == FF_SPORT_RUNNING ? "running" : NULL);
    ff_text_add(out, "  <trkseg>\n");
    add_points(run, out);
    ff_text_add(out, "  </trkseg>\n </trk>\n</gpx>\n");
    return true;
}
