#include "report/metronome.h"

#include <math.h>
#include <string.h>

#define CLICK_SAMPLES 160   /* 20 ms: the fastest steps are 200 ms apart */
#define LOUDEST       24000 /* of 32767 */
#define LEFT_HZ       1500.0
#define RIGHT_HZ      1250.0
#define DECAY_SAMPLES 40.0
#define BLOCK_SAMPLES 4096
#define TWO_PI        6.283185307179586

/* Little-endian, as RIFF has it. */
static void put(unsigned char *at, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++) {
        at[i] = (unsigned char)(value >> (8 * i));
    }
}

static int64_t sample_count(const ff_metronome *m) {
    return (int64_t)floor(m->minutes * 60 * FF_METRONOME_RATE);
}

static void write_header(const ff_metronome *m, unsigned char header[FF_METRONOME_HEADER]) {
    uint32_t bytes = (uint32_t)(2 * sample_count(m));
    memcpy(header, "RIFF", 4);
    put(header + 4, bytes + FF_METRONOME_HEADER - 8, 4);
    memcpy(header + 8, "WAVEfmt ", 8);
    put(header + 16, 16, 4); /* bytes of what follows up to "data" */
    put(header + 20, 1, 2);  /* PCM */
    put(header + 22, 1, 2);  /* channels */
    put(header + 24, FF_METRONOME_RATE, 4);
    put(header + 28, 2 * FF_METRONOME_RATE, 4);
    put(header + 32, 2, 2);
    put(header + 34, 16, 2);
    memcpy(header + 36, "data", 4);
    put(header + 40, bytes, 4);
}

int64_t ff_metronome_click(const ff_metronome *m, int64_t k) {
    return (int64_t)floor((double)k * (60.0 * FF_METRONOME_RATE) / m->spm + 0.5);
}

int ff_metronome_loudness(const ff_metronome *m, int64_t k) {
    double cycle = m->on_min + m->off_min, minute = (double)k / m->spm;
    double began = m->off_min > 0 ? floor(minute / cycle + 1e-12) * cycle : 0;
    if (m->off_min > 0 && minute - began >= m->on_min - 1e-12) {
        return 0;
    }
    int64_t since = k - (int64_t)ceil(began * m->spm - 1e-9);
    return since < FF_METRONOME_FADE ? (int)since + 1 : FF_METRONOME_FADE;
}

/* The click begins at its loudest, so that its first sample is the step. */
static int16_t click_sample(const ff_metronome *m, int64_t k, int64_t into) {
    int loudness = ff_metronome_loudness(m, k);
    if (loudness == 0 || into >= CLICK_SAMPLES) {
        return 0;
    }
    double hertz = k % 2 == 0 ? LEFT_HZ : RIGHT_HZ;
    double wave =
        cos(TWO_PI * hertz * (double)into / FF_METRONOME_RATE) * exp(-(double)into / DECAY_SAMPLES);
    return (int16_t)lrint(LOUDEST * wave * loudness / FF_METRONOME_FADE);
}

static ff_code check(const ff_metronome *m, ff_error *error) {
    if (!(m->spm >= 100 && m->spm <= 300)) {
        return ff_fail(error, FF_ERR_VALUE, "cadence", FF_NO_OFFSET,
                       "a metronome has 100 to 300 clicks a minute");
    }
    if (!(m->minutes > 0 && m->minutes <= FF_METRONOME_MOST_MIN)) {
        return ff_fail(error, FF_ERR_VALUE, "minutes", FF_NO_OFFSET,
                       "a track has at most 90 minutes");
    }
    return m->on_min > 0 && m->off_min >= 0 ? FF_OK
                                            : ff_fail(error, FF_ERR_VALUE, "minutes", FF_NO_OFFSET,
                                                      "it must sound for some time");
}

ff_code ff_metronome_write(const ff_metronome *m, ff_metronome_sink *sink, void *user,
                           ff_error *error) {
    unsigned char bytes[2 * BLOCK_SAMPLES];
    ff_code code = check(m, error);
    if (code == FF_OK) {
        write_header(m, bytes);
        code = sink(user, bytes, FF_METRONOME_HEADER, error);
    }
    int64_t total = sample_count(m), k = 0;
    for (int64_t first = 0; first < total && code == FF_OK; first += BLOCK_SAMPLES) {
        int64_t count = total - first < BLOCK_SAMPLES ? total - first : BLOCK_SAMPLES;
        for (int64_t i = 0; i < count; i++) {
            k += first + i >= ff_metronome_click(m, k + 1);
            int16_t sample = click_sample(m, k, first + i - ff_metronome_click(m, k));
            put(bytes + 2 * i, (uint16_t)sample, 2);
        }
        code = sink(user, bytes, (size_t)(2 * count), error);
    }
    return code;
}
