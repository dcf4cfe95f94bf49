#!/usr/bin/env python3
"""Makes the files of this folder anew: broken in one way each, from a run that is whole."""

import importlib.util
import struct
from pathlib import Path

HERE = Path(__file__).resolve().parent


def load_maker():
    spec = importlib.util.spec_from_file_location("make_fit", HERE.parent / "cli" / "make_fit.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    return maker


def framed(maker, body, length=None):
    """body with the header and the checksums of a FIT file; length: what the header says instead."""
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body) if length is None else length, b".FIT")
    head += struct.pack("<H", maker.crc16(head))
    return head + body + struct.pack("<H", maker.crc16(head + body))


def main():
    maker = load_maker()
    path = HERE / "whole"
    maker.write(path, maker.options(["start=2026-05-30T05:00:00", "minutes=5"]))
    whole = path.read_bytes()
    path.unlink()
    body = whole[14:-2]
    definition = bytes([0x43, 0, 0, 20, 0, 255])  # local 3, little-endian, message 20, 255 fields
    files = {
        "text.fit": b"Dear diary, the left foot again.\n",
        "empty.fit": b"",
        "header-only.fit": whole[:14],
        "header-cut.fit": whole[:9],
        "header-size.fit": bytes([255]) + whole[1:],
        "no-signature.fit": whole[:8] + b".TIF" + whole[12:],
        "truncated.fit": whole[:len(whole) // 2],
        "checksum-wrong.fit": whole[:-2] + bytes([whole[-2] ^ 0xFF, whole[-1]]),
        "byte-flipped.fit": whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
        "length-too-long.fit": framed(maker, body, 10_000_000),
        "length-too-short.fit": framed(maker, body, 100),
        "undefined-local-type.fit": framed(maker, body[:21] + bytes([0x07]) + body[21:]),
        "definition-cut.fit": framed(maker, definition + bytes([253, 4, 0x86]) * 40),
        "zeros.fit": bytes(4096),
        "archive.zip": b"PK\x03\x04" + bytes(26),
        "run.fit.gz": b"\x1F\x8B\x08" + bytes(20),
        "track.gpx": b'<?xml version="1.0"?>\n<gpx version="1.1"></gpx>\n',
        "workout.tcx": b'          <?xml version="1.0"?>\n<TrainingCenterDatabase></TrainingCenterDatabase>\n',
        "export.xml": b'<?xml version="1.0"?>\n<!DOCTYPE HealthData []>\n<HealthData>\n <Record type="HKQua',
        "page.fit": b"<!DOCTYPE html><html><body>Please sign in to download</body></html>\n",
    }
    for name, data in files.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
