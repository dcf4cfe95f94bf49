#!/usr/bin/env python3
"""Writes a small FIT file: make_fit.py FILE [KEY=VALUE...].

start=2026-05-30T05:00:00  UTC
offset=7200                local time minus UTC, seconds
minutes=60                 how long
speed=2.8                  metres a second
press=20,30                minutes at which the lap button was pressed
auto=5                     laps that the watch made by itself, every so many km
distance=no                without distances and speeds
sport=2                    1 running, 2 cycling
serial=1                   of the watch; another makes other bytes

Not by footfall's own writer: what it writes is to be read by somebody else's rules as well.
"""

import struct
import sys
from datetime import datetime, timezone

EPOCH = 631065600  # 1989-12-31T00:00:00Z
STEP_S = 10
SIZES = {"B": (0x02, 1), "b": (0x00, 1), "H": (0x84, 2), "I": (0x86, 4)}


def crc16(data):
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


class Fit:
    """Definitions are written when they change; every field is (number, kind, value)."""

    def __init__(self):
        self.bytes, self.layouts = b"", {}

    def message(self, local, number, *fields):
        layout = [(n, kind) for n, kind, _ in fields]
        if self.layouts.get(local) != (number, layout):
            self.layouts[local] = (number, layout)
            self.bytes += struct.pack("<BBBHB", 0x40 | local, 0, 0, number, len(fields))
            for n, kind in layout:
                self.bytes += struct.pack("<BBB", n, SIZES[kind][1], SIZES[kind][0])
        self.bytes += bytes([local])
        for _, kind, value in fields:
            self.bytes += struct.pack("<" + kind.upper(), value)

    def file(self):
        head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(self.bytes), b".FIT")
        head += struct.pack("<H", crc16(head))
        return head + self.bytes + struct.pack("<H", crc16(head + self.bytes))


def options(words):
    values = {"start": "2026-05-30T05:00:00", "offset": "7200", "minutes": "60", "speed": "2.8",
              "press": "", "auto": "0", "distance": "yes", "sport": "1", "serial": "1"}
    for word in words:
        key, _, value = word.partition("=")
        if key not in values:
            sys.exit(f"make_fit.py: no key {key}")
        values[key] = value
    return values


def lap_ends(o, length_s, speed):
    """(second, trigger): 0 pressed, 2 distance, 7 the end of the run."""
    ends = [(int(float(m) * 60), 0) for m in o["press"].split(",") if m]
    every_m = float(o["auto"]) * 1000
    at_m = every_m
    while every_m and at_m < speed * length_s:
        ends.append((int(at_m / speed), 2))
        at_m += every_m
    return sorted(ends) + [(length_s, 7)]


def run_bytes(o):
    start = int(datetime.fromisoformat(o["start"]).replace(tzinfo=timezone.utc).timestamp()) - EPOCH
    length_s, speed = int(float(o["minutes"]) * 60), float(o["speed"])
    with_distance = o["distance"] == "yes"

    def metres(seconds):
        return [(9, "I", round(seconds * speed * 100))] if with_distance else []

    fit = Fit()
    fit.message(0, 0, (0, "b", 4), (1, "H", 255), (2, "H", 1), (3, "I", int(o["serial"])), (4, "I", start))
    fit.message(6, 12, (0, "b", int(o["sport"])), (1, "b", 0))
    fit.message(1, 21, (253, "I", start), (0, "b", 0), (1, "b", 0))
    last, ends = 0, lap_ends(o, length_s, speed)
    for at in range(0, length_s + 1, STEP_S):
        fields = [(253, "I", start + at), (4, "B", 84), (3, "B", 140)]
        if with_distance:
            fields += [(5, "I", round(at * speed * 100)), (73, "I", round(speed * 1000))]
        fit.message(2, 20, *fields)
    for end, trigger in ends:
        fit.message(3, 19, (253, "I", start + end), (2, "I", start + last), (7, "I", (end - last) * 1000),
                    (8, "I", (end - last) * 1000), *metres(end - last), (24, "b", trigger))
        last = end
    fit.message(1, 21, (253, "I", start + length_s), (0, "b", 0), (1, "b", 4))
    fit.message(4, 18, (253, "I", start + length_s), (2, "I", start), (7, "I", length_s * 1000),
                (8, "I", length_s * 1000), *metres(length_s), (5, "b", int(o["sport"])), (6, "b", 0),
                (26, "H", len(ends)))
    fit.message(5, 34, (253, "I", start + length_s), (0, "I", length_s * 1000), (1, "H", 1),
                (5, "I", start + length_s + int(o["offset"])))
    return fit.file()


def write(path, o):
    with open(path, "wb") as out:
        out.write(run_bytes(o))


if __name__ == "__main__":
    write(sys.argv[1], options(sys.argv[2:]))
