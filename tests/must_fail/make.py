#!/usr/bin/env python3
"""Makes the files of this folder anew: broken in one way each, from a run that is whole."""

import gzip
import importlib.util
import struct
import zlib
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


STRAVA = ("Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
          "Distance,Commute,Activity Gear,Filename\n")
RUN = '{},"Mar {}, 2024, 6:45:12 AM",Morning,Run,,600,2.00,false,Pair,\n'
GARMIN = ('{{"activityId":{},"activityType":"running","beginTimestamp":{},"duration":600000.0,'
          '"distance":200000.0}}')


def lists():
    """Lists of exports: what is damaged costs itself, and all else comes in."""
    first, last = RUN.format(1, 1), RUN.format(3, 3)
    activity = [GARMIN.format(n, 1710528312000 + n * 86400000) for n in range(3)]
    export = '[{"summarizedActivitiesExport":[\n' + ",\n".join(activity) + "\n]}]\n"
    return {
        "list-quote-open.csv": STRAVA + first + '2,"Mar 2, 2024, 6:45:12 AM,Morning,Run,,600\n' + last,
        "list-columns-few.csv": STRAVA + first + '2,"Mar 2, 2024, 6:45:12 AM",Morning,Run\n' + last,
        "list-columns-many.csv": STRAVA + first + RUN.format(2, 2)[:-1] + ",activities/2.fit\n" + last,
        "list-date.csv": STRAVA + first + RUN.format(2, 30).replace("Mar", "Feb") + last,
        "list-cut.csv": (STRAVA + first + RUN.format(2, 2))[:-25],
        "list-shoes.csv": "Shoe Name,Shoe Brand,Shoe Model\nBlue,Swift\n",
        "list-activities-cut.json": export[:-40],
        "list-activities-comma.json": export.replace('"activityId":1,', '"activityId":1,,'),
        "list-activities-none.json": '{"summarizedActivitiesExport":7}\n',
        "list-gear.json": '[{"gearDTOS":[\n{"gearPk":1,]}]\n',
    }


def gpx():
    points = "".join(f'<trkpt lat="{50 + i * 3e-5:.5f}" lon="10"><ele>100</ele><time>2026-05-30T05:'
                     f'{i // 60:02}:{i % 60:02}Z</time></trkpt>\n' for i in range(120))
    return (f'<?xml version="1.0"?>\n<gpx version="1.1"><trk><name>Evening Run</name><type>running</type>'
            f"<trkseg>\n{points}</trkseg></trk></gpx>\n").encode()


def multiplying(root, text):
    """A billion laughs: entities of entities."""
    return (b'<?xml version="1.0"?>\n<!DOCTYPE %s [<!ENTITY a "ha">' % root + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b"]>\n" + text + b"\n")


def tcx(minutes):
    laps = "".join(f'<Lap StartTime="2026-05-30T05:{i:02}:00Z"><TotalTimeSeconds>60</TotalTimeSeconds>'
                   "<DistanceMeters>180</DistanceMeters><TriggerMethod>Time</TriggerMethod></Lap>\n"
                   for i in range(minutes))
    return ('          <?xml version="1.0"?>\n<TrainingCenterDatabase><Activities><Activity Sport="Running">'
            f"<Id>2026-05-30T05:00:00Z</Id>\n{laps}</Activity></Activities></TrainingCenterDatabase>\n").encode()


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def entry(name, data, method=8, flags=0, crc_change=0):
    """A member of a zip, and its entry in the directory without its place."""
    packed = deflated(data) if method == 8 else data
    told = struct.pack("<HHHIIIIHH", 20, flags, method, 0x58210000, zlib.crc32(data) ^ crc_change,
                       len(packed), len(data), len(name), 0)
    return (b"PK\3\4" + told + name + packed,
            b"PK\1\2\0\0" + told + struct.pack("<HHHI", 0, 0, 0, 0), name)


def noisy(text, size):
    """text again and again, with what packs badly between, so that it is no bomb when packed."""
    out, state = bytearray(), 1
    while len(out) < size:
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        out += b"%s%x" % (text, state >> 12)
    return bytes(out[:size])


def packed(data):
    return gzip.compress(data, 9, mtime=0)


def too_much(maker):
    """Files that ask for more than any run needs, packed because they are large."""
    start = b"2026-05-30T05:00:00Z"
    lap = b'<Lap StartTime="%s"><TotalTimeSeconds>1</TotalTimeSeconds></Lap>\n' % start
    laps = b"".join(lap.replace(b"05:00:00", b"05:%02d:%02d" % (i // 60 % 60, i % 60)) for i in range(8200))
    big = noisy(b"0 1 2 3 4 5 6 7 8 9 " * 8, 1200000)
    fit_lap = bytes([0x40, 0, 0, 19, 0, 1, 253, 4, 0x86])
    return {
        "laps.tcx.gz": b"<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>" + start +
                       b"</Id>\n" + laps + b"</Activity></Activities></TrainingCenterDatabase>\n",
        "laps.fit.gz": framed(maker, fit_lap + b"".join(
            b"\0" + struct.pack("<I", 1100000000) for _ in range(70000))),
        "tag-long.gpx.gz": b'<gpx version="1.1"><trk name="' + big + b'"/></gpx>',
        "text-long.gpx.gz": gpx().replace(b"Evening Run", big),
        "field-long.csv.gz": (STRAVA + RUN.format(1, 1) + RUN.format(2, 2) + RUN.format(3, 3)).encode().replace(
            b"AM\",Morning,Run,,600,2.00,false,Pair,\n3", b"AM\"," + big[:70000] + b",Run,,600,2.00,false,Pair,\n3"),
        "quote-long.csv.gz": (STRAVA + RUN.format(1, 1) + '2,"').encode() + big,
    }


def depths():
    """JSON that nests without end, where a list is looked for."""
    deep = "[" * 100000
    activity = GARMIN.format(1, 1710528312000)
    return {
        "json-deep.json": '[{"summarizedActivitiesExport":[\n' + activity + ",\n" + activity[:-1] +
                          ',"x":' + deep[:3000] + "]" * 3000 + "}]}]\n",
        "json-deep-cut.json": '[{"gearDTOS":' + deep[:5000],
    }


def zipped(*entries, say=None):
    """say: how many files the end claims, in its 64-bit form."""
    out, directory = bytearray(), bytearray()
    for member, listed, name in entries:
        directory += listed + struct.pack("<I", len(out)) + name
        out += member
    start, end = len(out), len(out) + len(directory)
    out += directory
    if say is not None:
        out += struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, say, say, end - start, start)
        out += struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    count = 0xFFFF if say is not None else len(entries)
    return bytes(out) + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, end - start, start, 0)


def zip64(member, listed, name):
    directory = listed + struct.pack("<I", 0) + name
    return member + directory + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(member), 0)


def packs(whole):
    """Zips and gzips, each broken in one way or made to do harm; whole is a run."""
    run = entry(b"run.fit", whole)
    member, listed, _ = run
    zeros = zipped(*(entry(b"%d" % i, bytes(1000000)) for i in range(4)))
    deep = zipped(run)
    for _ in range(4):
        deep = zipped(entry(b"in.zip", deep, 0))
    large = struct.pack("<HHQQ", 1, 16, 1 << 62, 1 << 62)
    wide = listed[:20] + b"\xFF" * 8 + listed[28:30] + struct.pack("<H", len(large)) + listed[32:]
    return {
        "absolute.zip": zipped(entry(b"/etc/run.fit", whole[:9])),
        "drive.zip": zipped(entry(b"C:\\Users\\run.fit", whole[:9])),
        "backslash.zip": zipped(entry(b"..\\..\\run.fit", whole)),
        "nul.zip": zipped(entry(b"run.fit\0.txt", whole[:9])),
        "zip64-size.zip": zip64(member, wide, b"run.fit" + large),
        "count-lies.zip": zipped(run, say=3),
        "split.zip": zipped(run)[:-18] + struct.pack("<HHHHIIH", 2, 2, 1, 1, len(listed) + 11, len(member), 0),
        "size-lies.zip": zipped((member, listed[:24] + struct.pack("<I", len(whole) - 9) + listed[28:], b"run.fit")),
        "header-lies.zip": zipped((b"XX" + member[2:], listed, b"run.fit")),
        "bomb-ratio.zip": zipped(entry(b"run.fit", bytes(3000000))),
        "bomb-in-all.zip": zipped(*(entry(b"%d.fit" % i, bytes(1000000)) for i in range(5))),
        "bomb-overlap.zip": zipped((b"", listed, b"two.fit"), run),
        "bomb-nested.zip": zipped(entry(b"in.zip", zeros)),
        "bomb-count.zip": zipped(run, say=1 << 40),
        "bomb.fit.gz": gzip.compress(bytes(3000000), 9, mtime=0),
        "zips-in-zips.zip": deep,
        "leads-out.zip": zipped(entry(b"../../run.fit", whole)),
        "locked.zip": zipped(entry(b"run.fit", whole, 0, 1)),
        "lzma.zip": zipped(entry(b"run.fit", whole, 14)),
        "member-checksum.zip": zipped(entry(b"run.fit", b"not a run\0", 8, 0, 1)),
        "cut.zip": zipped(run)[:len(member) // 2],
        "cut-header.zip": zipped(run)[:20],
        "cut.fit.gz": gzip.compress(whole, 9, mtime=0)[:200],
        "checksum.fit.gz": gzip.compress(whole, 9, mtime=0)[:-8] + bytes(8),
    }


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
        "track.gpx": gpx()[:-200],
        "bomb.gpx": multiplying(b"gpx", b"<gpx><trk><name>&j;</name></trk></gpx>"),
        "bomb-workout.tcx": multiplying(b"TrainingCenterDatabase", b"<TrainingCenterDatabase><Activities>&j;"
                                b"</Activities></TrainingCenterDatabase>"),
        "bomb-export.xml": multiplying(b"HealthData", b'<HealthData><Record type="&j;"/></HealthData>'),
        "outside.gpx": b'<?xml version="1.0"?>\n<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/hostname">]>\n'
                       b"<gpx><trk><name>&a;</name></trk></gpx>\n",
        "deep-workout.tcx": b"<TrainingCenterDatabase>" + b"<Activities>" * 70,
        "deep-export.xml": b"<HealthData>" + b"<Workout>" * 70,
        "tag.gpx": gpx().replace(b"</ele>", b"</elevation>"),
        "characters.gpx": gpx().replace(b"Evening", b"Eve\x0bning"),
        "deep.gpx": b"<gpx>" + b"<trk>" * 70,
        "workout.tcx": tcx(6)[:-90],
        "lap.tcx": tcx(6).replace(b'<Lap StartTime="2026-05-30T05:03', b'<Lap StartTime=2026-05-30T05:03'),
        "export.xml": b'<?xml version="1.0"?>\n<!DOCTYPE HealthData []>\n<HealthData>\n <Record type="HKQua',
        "export-break.xml": b'<HealthData>\n <Record type="HK" Health Mate="1"/>\n <Workout workoutActivityType='
                            b'"HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" sourceName="Kim" '
                            b'startDate="2026-05-30 07:00:00 +0200" endDate="2026-05-30 07:30:00 +0200"/>\n'
                            b'</HealthData>\n',
        "page.fit": b"<!DOCTYPE html><html><body>Please sign in to download</body></html>\n",
    }
    files |= {name: text.encode() for name, text in lists().items()}
    files |= {name: text.encode() for name, text in depths().items()}
    files |= {name: packed(data) for name, data in too_much(maker).items()}
    files |= packs(whole)
    for name, data in files.items():
        (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
