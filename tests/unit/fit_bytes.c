#include "fit_bytes.h"

#include <stdarg.h>
#include <string.h>

uint16_t fit_slow_crc(const uint8_t *bytes, size_t count) {
    unsigned crc = 0;
    for (size_t i = 0; i < count; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xA001u : crc >> 1;
        }
    }
    return (uint16_t)crc;
}

void fit_add_bytes(fit_bytes *f, const void *bytes, size_t count) {
    memcpy(f->data + f->size, bytes, count);
    f->size += count;
}

void fit_add(fit_bytes *f, int count, ...) {
    va_list bytes;
    va_start(bytes, count);
    for (int i = 0; i < count; i++) {
        f->data[f->size++] = (uint8_t)va_arg(bytes, int);
    }
    va_end(bytes);
}

void fit_open(fit_bytes *f, int header_size) {
    f->part = f->size;
    fit_add(f, 12, header_size, 0x20, 0x34, 0x08, 0, 0, 0, 0, '.', 'F', 'I', 'T');
    if (header_size > 12) {
        fit_add(f, 2, 0, 0);
    }
}

void fit_declare(fit_bytes *f, uint32_t size) {
    uint8_t *head = f->data + f->part;
    for (int i = 0; i < 4; i++) {
        head[4 + i] = (uint8_t)(size >> 8 * i);
    }
    if (head[0] > 12) {
        uint16_t crc = fit_slow_crc(head, 12);
        head[12] = (uint8_t)crc;
        head[13] = (uint8_t)(crc >> 8);
    }
}

void fit_seal(fit_bytes *f) {
    uint16_t crc = fit_slow_crc(f->data + f->part, f->size - f->part);
    fit_add(f, 2, crc & 0xFF, crc >> 8);
}

void fit_close(fit_bytes *f) {
    fit_declare(f, (uint32_t)(f->size - f->part - f->data[f->part]));
    fit_seal(f);
}

void fit_define_record(fit_bytes *f) {
    fit_add(f, 6, 0x41, 0, 0, 20, 0, 2);
    fit_add(f, 6, 253, 4, 0x86, 3, 1, 0x02);
}

void fit_record(fit_bytes *f, uint32_t time, uint8_t heart_rate) {
    fit_add(f, 6, 0x01, time & 0xFF, time >> 8 & 0xFF, time >> 16 & 0xFF, time >> 24, heart_rate);
}
