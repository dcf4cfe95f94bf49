#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets into the folders of corpus: small files, one for each
thing that the format allows or that goes wrong, every byte made here. Files found by a fuzzer stand
beside them and are left alone. Usage: make_corpus.py (no arguments)"""
import json
import os
import re
import struct
import zlib

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus")

# number of a base type: (byte in a definition, bytes of an element, struct letter)
BASES = {
    "enum": (0x00, 1, "B"), "sint8": (0x01, 1, "b"), "uint8": (0x02, 1, "B"),
    "sint16": (0x83, 2, "h"), "uint16": (0x84, 2, "H"), "sint32": (0x85, 4, "i"),
    "uint32": (0x86, 4, "I"), "string": (0x07, 1, "s"), "float32": (0x88, 4, "f"),
    "float64": (0x89, 8, "d"), "uint8z": (0x0A, 1, "B"), "uint16z": (0x8B, 2, "H"),
    "uint32z": (0x8C, 4, "I"), "byte": (0x0D, 1, "B"), "sint64": (0x8E, 8, "q"),
    "uint64": (0x8F, 8, "Q"), "uint64z": (0x90, 8, "Q"),
}


def crc(data):
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


def header(size, length=14, check=True):
    head = struct.pack("<BBHI4s", length, 0x20, 2100, size & 0xFFFFFFFF, b".FIT")
    if length >= 14:
        head += struct.pack("<H", crc(head) if check else 0) + bytes(length - 14)
    return head


def part(data, length=14, check=True, size=None):
    whole = header(len(data) if size is None else size, length, check) + data
    return whole + struct.pack("<H", crc(whole))


def define(local, number, fields, big=False, developer=()):
    """fields: (number, base, elements) or raw (number, size, byte); developer: (number, size, index)"""
    triples = b""
    for field, a, b in fields:
        if isinstance(a, str):
            a, b = BASES[a][1] * b, BASES[a][0]
        triples += bytes([field, a, b])
    out = struct.pack(">BBBHB" if big else "<BBBHB", 0x40 | (0x20 if developer else 0) | local, 0,
                      int(big), number, len(fields)) + triples
    if developer:
        out += bytes([len(developer)]) + b"".join(bytes(d) for d in developer)
    return out


def values(bases, *items, big=False):
    out = b""
    for base, item in zip(bases, items):
        many = item if isinstance(item, (list, tuple)) else [item]
        if base == "string":
            out += item
        else:
            out += struct.pack((">" if big else "<") + BASES[base][2] * len(many), *many)
    return out


def record(local, time, heart, speed, big=False):
    return bytes([local]) + values(["uint32", "uint8", "uint16"], time, heart, speed, big=big)


RECORD = [(253, "uint32", 1), (3, "uint8", 1), (6, "uint16", 1)]
FILE_ID = define(0, 0, [(0, "enum", 1), (1, "uint16", 1), (3, "uint32z", 1), (4, "uint32", 1)])
FILE_ID += b"\0" + values(["enum", "uint16", "uint32z", "uint32"], 4, 255, 7, 1000000000)
SESSION = define(3, 18, [(253, "uint32", 1), (2, "uint32", 1), (5, "enum", 1), (7, "uint32", 1),
                         (9, "uint32", 1)])
SESSION += b"\3" + values(["uint32"] * 2 + ["enum"] + ["uint32"] * 2,
                          1000000060, 1000000000, 1, 60000, 18000)
LAP = define(4, 19, [(253, "uint32", 1), (2, "uint32", 1), (7, "uint32", 1), (24, "enum", 1)])
LAP += b"\4" + values(["uint32"] * 3 + ["enum"], 1000000030, 1000000000, 30000, 0)
EVENT = define(5, 21, [(253, "uint32", 1), (0, "enum", 1), (1, "enum", 1)])
EVENT += b"".join(b"\5" + values(["uint32", "enum", "enum"], 1000000000 + t, 0, kind)
                  for t, kind in ((0, 0), (20, 4), (25, 0), (60, 4)))


def track(big=False, count=12):
    return define(1, 20, RECORD, big) + b"".join(
        record(1, 1000000000 + 5 * i, 120 + i, 3000 + i, big) for i in range(count))


def every_base():
    out = b""
    for n, (name, (byte, size, letter)) in enumerate(BASES.items()):
        for count in (1, 3):
            data = b"ab\0"[:count] if name == "string" else struct.pack("<" + letter * count,
                                                                        *range(1, count + 1))
            out += define(0, 1000 + n, [(1, name, count)]) + b"\0" + data
            out += b"\0" + b"\xFF" * len(data) + b"\0" + b"\0" * len(data)
            out += b"\0" + b"\x7F" * len(data)
    return out


def compressed():
    out = define(1, 20, [(3, "uint8", 1)]) + b"\xA3\x64"  # no time is known yet
    out += EVENT
    for offset in (1, 5, 31, 0, 0, 30):
        out += bytes([0x80 | 1 << 5 | offset, 100 + offset])
    return out


def described(index, number, base, name, units, native=(20, 7)):
    bases = ["uint8", "uint8", "uint8", "string", "string", "uint16", "uint8"]
    out = define(2, 206, [(0, "uint8", 1), (1, "uint8", 1), (2, "uint8", 1), (3, "string", 16),
                          (8, "string", 8), (14, "uint16", 1), (15, "uint8", 1)])
    return out + b"\2" + values(bases, index, number, BASES[base][0], name.ljust(16, b"\0"),
                                units.ljust(8, b"\0"), *native)


def developer():
    out = define(2, 207, [(1, "byte", 16), (3, "uint8", 1)]) + b"\2" + bytes(range(16)) + b"\0"
    out += described(0, 0, "uint16", b"Power", b"Watts") + described(0, 3, "float32", b"", b"ms")
    out += define(1, 20, RECORD, developer=[(0, 2, 0), (3, 4, 0), (9, 3, 0), (0, 2, 1), (0, 3, 0)])
    for i in range(4):
        out += record(1, 1000000000 + i, 130, 3000) + values(["uint16", "float32"], 240 + i, .5 * i)
        out += b"\1\2\3" + b"\4\5" + b"\6\7\x08"
    return out


def seeds():
    run = FILE_ID + EVENT + track() + LAP + SESSION
    yield "run", part(run)
    yield "run-big-endian", part(track(True))
    yield "header-12", part(track(), 12)
    yield "header-16", part(track(), 16)
    yield "header-zero-checksum", part(track(), check=False)
    yield "header-wrong-checksum", part(track())[:12] + b"\1\1" + part(track())[14:]
    yield "checksum-wrong", part(track())[:-1] + b"\x5A"
    yield "checksum-missing", part(track())[:-2]
    yield "every-base", part(every_base())
    yield "compressed", part(compressed())
    yield "developer", part(developer())
    yield "developer-late", part(define(1, 20, [], developer=[(0, 2, 0)]) + b"\1\1\0" +
                                 described(0, 0, "uint16", b"late", b"") + b"\1\2\0")
    yield "developer-taken-over", part(developer() + define(
        2, 207, [(1, "byte", 16), (3, "uint8", 1)]) + b"\2" + bytes(range(16, 32)) + b"\0" +
        record(1, 1000000009, 130, 3000) + bytes(14))
    yield "chained", part(run) + part(track(True), 12) + part(b"", 12)
    yield "chained-damaged", part(b"\x0F") + part(track())
    yield "no-length", header(0) + track()
    yield "no-length-checksum", part(track(), size=0)
    yield "length-too-long", part(track(), size=100000)
    yield "length-too-short", part(track(), size=40)
    yield "length-largest", part(track(), size=0xFFFFFFFF)
    yield "undefined", part(track() + b"\x07\1\2\3")
    yield "trailing", part(track()) + b"more"
    yield "cut", part(run)[:-40]
    yield "cut-header", part(run)[:13]
    yield "unknown-base", part(define(0, 20, [(3, 2, 0x55), (4, 3, 0x84), (5, 0, 0x84),
                                              (6, 1, 2)]) + b"\0" + bytes(6))
    yield "twice", part(define(0, 20, [(3, "uint8", 1), (3, "uint8", 1)]) + b"\0\xFF\x64")
    yield "no-fields", part(define(0, 20, []) + b"\0\0\0")
    yield "string", part(define(0, 0, [(8, "string", 6)]) + b"\0abcdef" + b"\0\xFF\xFEb\0cd")
    yield "zeros", bytes(64)
    yield "empty", b""


def dynamics():
    """A run with what a watch knows of the stride, a pause, laps by hand, two sessions."""
    fields = [(253, "uint32", 1), (0, "sint32", 1), (1, "sint32", 1), (2, "uint16", 1),
              (3, "uint8", 1), (4, "uint8", 1), (5, "uint32", 1), (6, "uint16", 1),
              (7, "uint16", 1), (13, "sint8", 1), (39, "uint16", 1), (41, "uint16", 1),
              (53, "uint8", 1), (73, "uint32", 1), (78, "uint32", 1), (83, "uint16", 1),
              (84, "uint16", 1), (85, "uint16", 1), (30, "uint8", 1), (8, "byte", 3)]
    out = FILE_ID + EVENT + define(1, 20, fields)
    for i in range(30):
        out += b"\1" + values(
            [f[1] for f in fields], 1000000000 + 2 * i, 560000000 + 90 * i, 100000000, 2600 + i,
            120 + i, 85, 600 * i, 3000, 240, 21, 800, 2450, 64, 3000, 2600, 720, 5010, 1060, 50,
            [i, 16, i])
    return out + LAP + SESSION + define(6, 34, [(253, "uint32", 1), (5, "uint32", 1)]) + b"\6" + \
        values(["uint32"] * 2, 1000000060, 1000007260)


def run_seeds():
    yield "dynamics.fit", part(dynamics())
    yield "dynamics-cut.fit", part(dynamics())[:-90]
    yield "dynamics-twice.fit", part(dynamics()) + part(dynamics())
    yield "short.fit", part(FILE_ID + EVENT + track() + LAP + SESSION)
    yield "big-endian.fit", part(FILE_ID + track(True) + SESSION)
    yield "developer.fit", part(FILE_ID + developer() + SESSION)
    yield "compressed.fit", part(FILE_ID + EVENT + compressed() + SESSION)
    # A lap that begins after the end of its session.
    yield "lap-late.fit", part(FILE_ID + EVENT + track() + LAP.replace(
        struct.pack("<I", 1000000000), struct.pack("<I", 1000000065)) + SESSION)
    yield "settings.fit", part(FILE_ID.replace(b"\0\4\xFF", b"\0\2\xFF"))
    yield "zip.zip", b"PK\3\4" + bytes(26)
    yield "track.gpx", b"<?xml version=\"1.0\"?>\n<gpx version=\"1.1\"></gpx>\n"
    yield "text.txt", b"no run in here\n"


TEXT = b"<trkpt lat=\"1\" lon=\"2\"/>\n" * 12


def deflated(data, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def member(name, data=TEXT, method=8, flags=0, crc=None, size=None, behind=False, wide=False, made=0,
           attributes=0, extra=b""):
    """What stands in front of the directory, and the entry in it without its offset."""
    packed = deflated(data) if method == 8 else data
    crc = zlib.crc32(data) if crc is None else crc
    size = len(data) if size is None else size
    flags |= 8 if behind else 0
    sizes = (0xFFFFFFFF,) * 2 if wide else (len(packed), size)
    wider = struct.pack("<HHQQ", 1, 16, size, len(packed)) if wide else b""
    local = struct.pack("<4sHHHIIIIHH", b"PK\3\4", 20, flags, method, 0x58210000,
                        *((0, 0, 0) if behind else (crc, *sizes)), len(name), len(wider))
    after = struct.pack("<4sIII", b"PK\7\x08", crc, len(packed), size) if behind else b""
    entry = struct.pack("<4sHHHHIIIIHHHHHI", b"PK\1\2", made, 20, flags, method, 0x58210000, crc,
                        *sizes, len(name), len(wider + extra), 0, 0, 0, attributes)
    return local + name + wider + packed + after, entry, name + wider + extra


def zipped(*members, prefix=b"", comment=b"", wide=False, count=None):
    out, directory = prefix, b""
    for local, entry, rest in members:
        directory += entry + struct.pack("<I", len(out) - len(prefix)) + rest
        out += local
    start, end = len(out) - len(prefix), len(out) + len(directory)
    count = len(members) if count is None else count
    out += directory
    if wide:
        out += struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory),
                           start) + struct.pack("<4sIQI", b"PK\6\7", 0, end - len(prefix), 1)
        return out + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF,
                                 0xFFFFFFFF, len(comment)) + comment
    return out + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(directory), start,
                             len(comment)) + comment


def zip_seeds():
    two = (member(b"a/b.gpx"), member(b"c.txt", b"stored", 0))
    yield "two", zipped(*two)
    yield "empty", zipped()
    yield "prefix-comment", zipped(*two, prefix=b"echo\n", comment=b"PK\5\6 a comment")
    yield "wide", zipped(member(b"a", wide=True), member(b"b", b"x", 0, wide=True), wide=True)
    behind = (member(b"a", behind=True), member(b"b", b"stored", 0, behind=True), member(b"c"))
    yield "behind", zipped(*behind)
    yield "behind-cut", zipped(*behind)[:190]
    yield "cut", zipped(*two)[:70]
    yield "no-directory", zipped(*two)[:-60]
    yield "names", zipped(*(member(n, b"x", 0) for n in (
        b"../up", b"C:\\w\\x.fit", b"/abs", b"L\x84ufe", "\u8dd1".encode(), b"n\0l", b"d/",
        b"__MACOSX/x", b".DS_Store", b"a", b"a", b"\xC2\x9B[2J")))
    yield "unicode-path", zipped(member(b"ab", b"x", 0, extra=struct.pack(
        "<HHBI", 0x7075, 8, 1, zlib.crc32(b"ab")) + b"\xE8\xB7\x91"))
    yield "link", zipped(member(b"l", b"/etc/passwd", 0, made=0x031E, attributes=0xA1FF0000))
    yield "locked", zipped(member(b"a", b"x", 0, flags=1), member(b"b", b"x", 99), member(b"c", b"x", 12))
    yield "lies", zipped(member(b"a", crc=1), member(b"b", size=9), member(b"c", size=900))
    yield "inner", zipped(member(b"i.zip", zipped(*two)), member(b"s.zip", zipped(*two), 0))
    yield "inner-cut", zipped(member(b"i.zip", zipped(*two)[:60]), member(b"s.zip", zipped(*two)[:90], 0))
    yield "zeros", zipped(member(b"z", bytes(70000)))
    local, entry, rest = member(b"a")
    yield "overlap", zipped((local, entry, rest), (b"", entry, rest))
    whole = zipped((local, entry, rest), (b"", entry, rest))
    for offset in 0, len(local):
        whole = whole.replace(entry + struct.pack("<I", offset), entry + struct.pack("<I", 90000))
    yield "overlap-beyond", whole
    yield "count", zipped(*two, wide=True, count=1 << 40)


def gzipped(data=TEXT, flags=0, crc=0, size=0):
    head = b"\x1F\x8B\x08" + bytes([flags]) + bytes(5) + b"\3"
    head += struct.pack("<H", 3) + b"ext" if flags & 4 else b""
    head += b"run.fit\0" if flags & 8 else b""
    head += b"said\0" if flags & 16 else b""
    head += struct.pack("<H", zlib.crc32(head) & 0xFFFF) if flags & 2 else b""
    return head + deflated(data) + struct.pack("<II", zlib.crc32(data) + crc & 0xFFFFFFFF,
                                               len(data) + size & 0xFFFFFFFF)


def gzip_seeds():
    yield "plain", gzipped()
    yield "flags", gzipped(flags=30)
    yield "reserved", gzipped(flags=0xE0)
    yield "header-checksum", gzipped(flags=30).replace(b"ext", b"txe")
    yield "two", gzipped() + gzipped(b"more", 8)
    yield "padded", gzipped() + bytes(512)
    yield "trailing", gzipped() + b"\0and more"
    yield "trailing-magic", gzipped() + b"\x1F\x8B\x08\xFF"
    yield "cut", gzipped()[:-12]
    yield "checksum", gzipped(crc=1)
    yield "length", gzipped(size=1)
    yield "length-huge", gzipped(size=0x3000000)
    yield "zeros", gzipped(bytes(70000))
    yield "nothing", gzipped(b"")
    other = bytearray(gzipped())  # a length code that the format does not have
    other[37] ^= 2
    yield "no-such-length", bytes(other)


TEN = b"Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time," \
    b"Distance,Commute,Activity Gear,Filename\n"


def wide_list(dates, kind="Lauf"):
    """A translated list of 60 columns: the file is the 13th, the second block begins at the 16th."""
    names = [f"Spalte {i}" for i in range(60)]
    names[15], names[17] = names[5], names[6]
    lines = [names]
    for i, date in enumerate(dates):
        row = [""] * 60
        row[:7] = [str(i + 1), f'"{date}"', "A", kind, '"zwei\nZeilen ""taub"""', "600", '"2,00"']
        row[10:13] = ["privat", "Schuh", f"activities/{i}.fit.gz"]
        row[15:18] = ["600.0", "590.0", "2000.0"]
        row[29], row[31], row[43], row[56] = "84.0", "140.0", "5.0", "12.5"
        lines.append(row)
    return "\n".join(",".join(line) for line in lines).encode()


def listing_seeds():
    row = b'7,"%s",A,Run,"x, ""y""",600,2.00,false,Pair,activities/7.fit.gz\r\n'
    yield "english.csv", TEN + row % b"Mar 15, 2024, 6:45:12 PM" + row % b"Mar 16, 2024, 6:45:12 AM"
    yield "ambiguous.csv", TEN + row % b"3/4/2024, 6:45:12 PM" + row % b"4/4/2024, 6:45:12 PM"
    yield "old.csv", b"id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n" \
        b"1,2018-09-12 15:02:23,A,Run,,783,3681.0,true,Pair,activities/1.gpx\n"
    yield "german.csv", wide_list(["09.12.2022, 15:24:49", "10.12.2022, 06:01:02"])
    yield "japanese.csv", wide_list(["2024年3月15日 下午6:45:12"], "跑步")
    yield "semicolons.csv", TEN.replace(b",", b";") + b"1;2018-09-12 15:02:23;A;Run;;783;3,6;;P;\n"
    yield "quote-open.csv", TEN + b'1,"Mar 1\n' + row % b"Mar 15, 2024, 6:45:12 PM"
    yield "latin1.csv", b"\xEF\xBB\xBF" + TEN + row % b"15 ao\xFBt 2024 \xE0 18:45:12"
    yield "shoes.csv", b"Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\nBlue,Swift,Glide,\n"
    yield "garmin.json", b'[{"summarizedActivitiesExport":[{"activityId":1,"name":"A","activityType":' \
        b'"running","beginTimestamp":1710528312000,"startTimeLocal":1710531912000,"duration":6e5,' \
        b'"distance":200000.0,"avgRunCadence":84},{"activityId":2,"activityType":"cycling"},{"x":1,},' \
        b'{"activityId":3,"activityType":"multi_sport","parent":true}]}]'
    yield "gear.json", b'[{"gearDTOS":[{"gearPk":7,"gearTypeName":"Shoes","gearStatusName":"retired",' \
        b'"displayName":"A","dateEnd":"2024-03-15T00:00:00.0"},{"gearPk":8,"customMakeModel":"A"}],' \
        b'"gearActivityDTOs":{"7":[{"activityId":1}]}}]'
    yield "gear-list.json", b'{"gearDTOS":[{"gearPk":7,"displayName":"A"}],"gearActivityDTOs":' \
        b'[{"gearPk":7,"activityId":1}]}'


def tcx(sport, laps, inside=""):
    return (f'          <?xml version="1.0"?>\n<TrainingCenterDatabase xmlns:ns3="u"><Activities><Activity '
            f'Sport="{sport}"><Id>2026-05-30T05:00:00Z</Id>{laps}{inside}<Creator><Name>Forerunner 1</Name>'
            '<UnitId>7</UnitId><Version><VersionMajor>2</VersionMajor><VersionMinor>1</VersionMinor></Version>'
            '</Creator></Activity></Activities></TrainingCenterDatabase>\n')


def tcx_lap(start, count, trigger="Manual", distance=90, step=1, breaks=()):
    points = ""
    for i in range(start, start + count):
        points += "</Track><Track>" if i in breaks else ""
        at = i * step
        points += (f"<Trackpoint><Time>2026-05-30T05:{at // 60:02}:{at % 60:02}Z</Time><Position><LatitudeDegrees>"
                   f"{50 + i * 3e-5:.6f}</LatitudeDegrees><LongitudeDegrees>10</LongitudeDegrees></Position>"
                   f"<AltitudeMeters>{100 + i % 9}</AltitudeMeters><DistanceMeters>{i * 3}</DistanceMeters>"
                   "<HeartRateBpm><Value>140</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3</ns3:Speed>"
                   "<ns3:RunCadence>85</ns3:RunCadence><ns3:Watts>250</ns3:Watts></ns3:TPX></Extensions></Trackpoint>")
    return (f'<Lap StartTime="2026-05-30T05:{start * step // 60:02}:{start * step % 60:02}Z"><TotalTimeSeconds>'
            f"{count * step}</TotalTimeSeconds><DistanceMeters>{distance}</DistanceMeters><TriggerMethod>{trigger}"
            f"</TriggerMethod><Track>{points}</Track></Lap>")


def tcx_seeds():
    run = tcx("Running", tcx_lap(0, 30) + tcx_lap(30, 30, breaks=(45,)), "<Notes>numb &amp; cold</Notes>")
    yield "run", run
    yield "cut", run[:len(run) * 3 // 4]
    yield "malformed", run.replace("</AltitudeMeters>", "</Altitude>", 40).replace("</Altitude>", "</AltitudeMeters>", 39)
    yield "control", run.replace("numb", "n\x0b\x00b")
    yield "other", tcx("Other", tcx_lap(0, 40, step=4))
    yield "bike", tcx("Biking", tcx_lap(0, 4))
    yield "laps", tcx("Running", "".join(tcx_lap(i, 1, distance=1000) for i in range(4)))
    yield "gaps", tcx("Running", tcx_lap(0, 8, step=100))
    yield "multisport", run.replace("<Activity ", "<MultiSportSession><FirstSport><Activity ").replace(
        "</Activity>", "</Activity></FirstSport></MultiSportSession>")
    yield "course", "<TrainingCenterDatabase><Courses><Course/></Courses></TrainingCenterDatabase>"
    yield "bomb", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]>' + run.lstrip()
    yield "numbers", run.replace("<Value>140", "<Value>1e308").replace(">3<", ">-1e300<").replace(
        ">250<", ">NaN<").replace(">10<", ">1e999<")


def gpx_point(at, metres, inside=""):
    return (f'<trkpt lat="{50 + metres / 111195:.6f}" lon="10"><ele>{100 + at % 7}</ele><time>2026-05-30T'
            f"{5 + at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}Z</time>{inside}</trkpt>")


def gpx(head, segments, version="1.1"):
    return (f'<?xml version="1.0"?>\n<gpx version="{version}" creator="made - http://x"><metadata><name>file</name>'
            f"</metadata><trk>{head}" + "".join(f"<trkseg>{s}</trkseg>" for s in segments) + "</trk></gpx>\n")


def gpx_seeds():
    garmin = ("<extensions><g:TrackPointExtension><g:hr>150</g:hr><g:cad>88</g:cad><g:atemp>21</g:atemp>"
              "</g:TrackPointExtension><power>200</power></extensions>")
    apple = "<extensions><speed>3</speed><course>9</course><hAcc>3</hAcc><vAcc>2</vAcc></extensions>"
    points = [gpx_point(i * 5, i * 15, garmin) for i in range(30)]
    run = gpx("<name>Morning Run</name><type>9</type>", ["".join(points)])
    yield "run", run
    yield "cut", run[:len(run) // 2]
    yield "apple", gpx("", ["".join(gpx_point(i * 5, i * 15, apple) for i in range(30))])
    yield "segments", gpx("<type>running</type>", ["".join(points[:9]), gpx_point(600, 200), "".join(
        gpx_point(40000 + i, 3 * i) for i in range(5))])
    yield "leaps", gpx("<type>run</type>", ["".join(gpx_point(i, 90000 if i % 5 == 3 else 3 * i) for i in range(20))])
    yield "clock", gpx("<type>run</type>", ["".join(gpx_point(t, t) for t in (1, 2, 2, 1, 3, 9000, 4, 5, 80000, 6))])
    yield "zones", run.replace("00Z", "00+02:00").replace("05Z", "05").replace("10Z", "10-99:99")
    yield "timeless", run.replace("<time>", "<x>").replace("</time>", "</x>")
    yield "waypoints", "<gpx><wpt lat='1' lon='2'/><rte><rtept lat='1' lon='2'/></rte></gpx>"
    yield "places", run.replace('lon="10"', 'lon="1e300"', 5).replace('lat="50', 'lat="-9950', 3)


def apple_record(kind, value, unit, start, end, source="Watch"):
    """start, end: minutes and seconds of an hour, "05:30"."""
    return f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="{source}" device="&lt;&lt;HKDevice: ' \
        f'0x1&gt;, name:Apple Watch, model:Watch, hardware:Watch6,2&gt;" unit="{unit}" startDate="2026-06-01 ' \
        f'08:{start} +0200" endDate="2026-06-01 08:{end} +0200" value="{value}"/>\n'


def apple_workout(inside="", more="", end="10:00", source="Watch"):
    return f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="10" durationUnit="min" ' \
        f'{more} sourceName="{source}" startDate="2026-06-01 08:00:00 +0200" endDate="2026-06-01 08:{end} ' \
        f'+0200">{inside}</Workout>\n'


def apple_event(kind, at):
    return f'<WorkoutEvent type="HKWorkoutEventType{kind}" date="2026-06-01 08:{at} +0200" duration="1" ' \
        'durationUnit="min"/>'


def apple_seeds():
    head = '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n<HealthData>\n' \
        ' <ExportDate value="2026-02-12 12:00:00 +0100"/>\n'
    tail = "</HealthData>\n"
    records = "".join(
        apple_record("HeartRate", 140, "count/min", f"0{m}:00", f"0{m}:00") +
        apple_record("StepCount", 160, "count", f"0{m}:00", f"0{m}:59") +
        apple_record("StepCount", 150, "count", f"0{m}:00", f"0{m}:59", "iPhone") +
        apple_record("DistanceWalkingRunning", 0.1, "mi", f"0{m}:00", f"0{m}:59") for m in range(10))
    pauses = "".join(apple_event(k, at) for k, at in [
        ("Pause", "02:00"), ("Resume", "03:00"), ("MotionPaused", "02:30"), ("MotionResumed", "04:00"),
        ("Lap", "05:00"), ("Marker", "06:00"), ("Segment", "00:00"), ("Pause", "09:00")])
    parts = "".join(f'<WorkoutActivity startDate="2026-06-01 08:0{a}:00 +0200" endDate="2026-06-01 08:0{b}:00 '
                    f'+0200">{apple_event("Pause", "01:00")}</WorkoutActivity>' for a, b in [(0, 3), (3, 5), (4, 9)])
    statistics = '<WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="1600" unit="count"/>' \
        '<MetadataEntry key="HKElevationAscended" value="6575 cm"/><MetadataEntry key="HKIndoorWorkout" value="1"/>'
    route = '<WorkoutRoute endDate="2026-06-01 08:10:00 +0200"><FileReference ' \
        'path="/workout-routes/route_2026-06-01_8.10am.gpx"/></WorkoutRoute>'
    inline = "<WorkoutRoute>" + "".join(
        f'<Location date="2026-06-01 08:00:0{i} +0200" latitude="50.000{i}" longitude="10" altitude="9{i}" '
        'speed="3"/>' for i in range(5)) + "</WorkoutRoute>"
    point = '<trk><trkseg><trkpt lat="50" lon="10"><time>2026-06-01T06:00:05Z</time></trkpt></trkseg></trk>'
    yield "whole", head + records + apple_workout(statistics) + tail
    yield "events", head + records + apple_workout(pauses + parts) + tail
    yield "route", head + apple_workout(route) + point + tail
    yield "inline", apple_workout(inline + route)
    yield "old", apple_workout("", 'totalDistance="3.1" totalDistanceUnit="mi"')
    yield "before", head + apple_workout() + records + apple_workout(source="App") + tail
    yield "twice", head + records + records + apple_workout() + apple_workout() + tail
    yield "correlation", head + "<Correlation>" + records + "</Correlation>" + apple_workout() + tail
    yield "break", head + records[:900] + '\n <Record a b="1"/>\n' + records + apple_workout("<a<") + apple_workout() + tail
    yield "control", head + records.replace("Watch\"", "Wa\x0b\"") + apple_workout() + tail
    yield "cut", (head + records + apple_workout(pauses))[:-40]
    yield "long", apple_workout(end="00:00").replace("endDate=\"2026", "endDate=\"2027")
    yield "entity", "<!DOCTYPE HealthData [<!ENTITY a \"b\">]>\n<HealthData>&a;" + apple_workout() + tail


# As fuzz_table.c counts what is asked of a table.
QUESTIONS = ["loglogistic", "lognormal", "weibull", "loglogistic-priors", "lognormal-priors", "weibull-priors",
             "curve", "curve-by-shoe", "curve-by-x", "compare", "compare-strata", "compare-peto",
             "cox", "cox-strata", "cox-exact", "cox-entry"]


def table(question, text, priors=""):
    return chr(ord("a") + QUESTIONS.index(question)) + text + ("\0" + priors if priors else "")


def priors_of(names, more="", wide=0.5, mean=-1.6):
    betas = [{"name": name, "location": 3.2 if i == 0 else 0, "scale": 1 if i == 0 else wide}
             for i, name in enumerate(["(Intercept)", *names])]
    return json.dumps({"beta": betas, "log_sigma": {"mean": mean, "sd": 0.5}})[:-1] + more + "}"


def table_seeds():
    head = "type,lo,hi,x,shoe,entry\n"
    rows = head + "1,20,20,0,1,0\n1,33,33,1,2,5\n1,22,22,0,1,2\n0,45,45,1,2,0\n1,36,36,1,1,0\n1,18,18,0,2,10\n" \
        "1,22,,1,1,0\n0,45,,1,2,3\n1,24,,0,2,0\n0,28,,1,1,0\n"
    between = head + "1,20,20,0,1,0\n3,30,36,1,2,0\n3,20,25,0,1,0\n0,45,,1,2,0\n2,,21,0,1,0\n2,22,NA,1,2,0\n"
    priors = priors_of(["x", "shoe", "entry"])
    for question in QUESTIONS:
        yield question, table(question, rows, priors if "priors" in question else "")
    for question in ("loglogistic", "lognormal", "weibull", "curve", "curve-by-x"):
        yield "between-" + question, table(question, between)
    yield "shoes", table("loglogistic-priors", between, priors_of(["x", "entry"], ', "shoe": {"tauscale": 0.2}'))
    yield "student", table("weibull-priors", "type,lo,hi\n1,5,\n", priors_of([]).replace('1}', '1, "student_df": 3}'))
    yield "narrow", table("loglogistic-priors", between, priors_of(["x", "shoe", "entry"], wide=1e-100))
    yield "wide", table("lognormal-priors", between, priors_of(["x", "shoe", "entry"], wide=1e12))
    yield "far", table("weibull-priors", between, priors_of(["x", "shoe", "entry"], mean=-1e3))
    yield "cut", table("loglogistic-priors", between, priors[:-9])
    yield "lacking", table("lognormal-priors", between, priors_of(["x"]))
    for question in ("loglogistic", "cox", "compare"):
        yield "apart-" + question, table(question, "type,lo,hi,x\n1,20,,0\n0,40,,1\n1,25,,0\n0,41,,1\n")
        yield "alike-" + question, table(question, "type,lo,hi,x\n1,20,,3\n1,20,,3\n1,25,,3\n")
        yield "one-" + question, table(question, "type,lo,hi,x\n1,20,,1\n")
        yield "large-" + question, table(question, "type,lo,hi,x\n1,1e12,,1e12\n1,1e-300,,-1e12\n0,1,,1e-300\n1,2,,3\n")
    yield "drawless", table("loglogistic-priors", "type,lo,hi\n3,5e-324,20.5\n", priors_of([], mean=1e12))
    yield "called", table("weibull", "type,lo,hi,(Intercept)\n1,20,,0\n1,30,,1\n1,25,,1\n")
    yield "nothing", table("cox", "type,lo,hi,x\n1,20,,0\n1,30,,1e-300\n1,25,,1e-99\n1,40,,0\n")
    yield "unjudged", table("lognormal-priors", head + "3,1,30,1e12,1,1\n1,20.5,,0.5,2,0.5\n0,1e3,,1,1,0\n",
                            priors_of(["x", "entry"], ', "shoe": {"tauscale": 0.5}'))
    yield "exactly", table("lognormal", "type,lo,hi,x\n1,20,,0\n1,20,,0\n1,30,,1\n1,30,,1\n")
    yield "together", table("weibull", "type,lo,hi,x,y\n1,20,,1,0\n1,40,,1,0\n1,25,,0,1\n1,42,,0,1\n")
    yield "start", table("curve", "type,lo,hi\n1,0,\n1,0,\n3,0,10\n0,30,\n")
    yield "windows", table("loglogistic", "\ufeff" + rows.replace("\n", "\r\n").replace(",", ";"))
    yield "quoted", table("cox", 'type,lo,hi,"a ""b"""\n1,20,,0\n"1",30,"",1\n1,25,,0\n1,26,,1\n')


def trial_run(i, changes, minutes, onset, **more):
    return {"i": i, "shoe": "AB"[i % 2], "changes": changes, "duration_min": minutes, "onset": onset, **more}


def trial(runs, tried=("lacing",), causes=None, **more):
    return json.dumps({"tried": tried, "prior_causes": causes or {"laces": 0.5, "other": 0.5}, "runs": runs, **more})


def trial_seeds():
    def at(minutes):
        return {"kind": "exact", "t_min": minutes} if minutes else {"kind": "right", "lo_min": 45}
    times = [20, 33, 22, None, 36, 18]
    runs = [trial_run(i, {"lacing": i % 2}, 45, at(t)) for i, t in enumerate(times)]
    yield "runs", trial(runs)
    yield "adjusted", trial([{**r, "pace_min_km": 5 + i / 10, "temp_c": 20 - i, "climb_m": 40 * i, "weekly_km": 30 + i}
                             for i, r in enumerate(runs)])
    yield "kinds", trial([trial_run(i, {"lacing": i % 2}, 45, onset) for i, onset in enumerate([
        {"kind": "interval", "lo_min": 10, "hi_min": 20}, {"kind": "left", "hi_min": 9}, {"kind": "unknown"},
        {"kind": "interval", "lo_min": 45, "hi_min": 58}, at(30), at(None)])])
    yield "changes", trial([trial_run(i, {"lacing": i & 1, "load_down": i >> 1 & 1, "own": i >> 2 & 1}, 45, at(t))
                            for i, t in enumerate([20, 30, 21, 35, None, None])], ["lacing", "load_down", "own"])
    arms = ["usual", "lacing"]
    yield "drawn", trial([{**r, "draw": {"arm": arms[i % 2], "from": arms, "coin": i // 2}}
                          for i, r in enumerate(runs)])
    yield "causeless", trial(runs).replace('"prior_causes": {"laces": 0.5, "other": 0.5}', '"prior_causes": null')
    yield "chanceless", trial(runs[:2], causes={"laces": 0, "other": 0})
    yield "certain", trial(runs[:3], causes={"laces": 1, "neuropathy": 0})
    yield "none", trial([])
    yield "one", trial(runs[:1])
    yield "never-numb", trial([trial_run(i, {"lacing": i % 2}, 45, at(None)) for i in range(3)])
    yield "always", trial([trial_run(i, {"lacing": 1}, 45, at(t)) for i, t in enumerate(times[:3])])
    yield "together", trial([trial_run(i, {"a": i % 2, "b": i % 2}, 45, at(t)) for i, t in enumerate(times[:4])],
                            ["a", "b"])
    yield "extremes", trial([trial_run(1, {"lacing": 1}, 99999, at(99999), pace_min_km=120, temp_c=-90, climb_m=30000),
                             trial_run(2, {}, 1e-9, {"kind": "exact", "t_min": 1e-9}, pace_min_km=1, weekly_km=2000),
                             trial_run(3, {"lacing": 0}, 45, at(20))])
    many = ["one", "two", "three", "four", "five", "lacing", "cadence"]
    yield "many", trial([trial_run(i, {"lacing": i % 2}, 45, at(t)) for i, t in enumerate(times[:2])], many)
    yield "tried-none", trial(runs[:2], [])
    yield "twice", trial([runs[0], runs[0]])
    yield "cut", trial(runs)[:-30]


ZONES = {
    "berlin": "CET-1CEST,M3.5.0,M10.5.0/3", "howe": "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
    "dublin": "IST-1GMT0,M10.5.0,M3.5.0/1", "gaza": "EET-2EEST,M3.4.4/50,M10.4.4/50",
    "always": "XXX3EDT4,0/0,J365/23", "fixed": "IST-5:30", "wrong": "CET-1CEST,M3.6.0",
    "overlap": "XXX3EDT4,0/5,J364/62",
    "julian": "AAA+1:02:03BBB-0:00:01,J59/-167:59:59,365/+167",
}


def zone_block(times, types, letters):
    """Of a zone file: (moment, type) pairs, (offset, summer, place of the name), names."""
    head = b"TZif2" + bytes(15) + struct.pack(">6I", 0, 0, 0, len(times), len(types), len(letters))
    return (head + b"".join(struct.pack(">q", at) for at, _ in times) + bytes(kind for _, kind in times)
            + b"".join(struct.pack(">iBB", *kind) for kind in types) + letters)


def zone_seeds():
    seeds = {name: rule.encode() for name, rule in ZONES.items()}
    first = zone_block([], [(0, 0, 0)], b"UTC\0")
    second = zone_block([(0x60000000, 1)], [(0, 0, 0), (3600, 0, 4)], b"UTC\0CET\0")
    seeds["file"] = first + second + b"\n" + seeds["berlin"] + b"\n"
    seeds["no_rule"] = first + second + b"\n\n"
    seeds["cut"] = seeds["file"][:-1]
    return seeds


def calendar_seeds():
    return {
        "plain": b"Run: 6x(4min run, 1min walk)\n5 min easy walk; a\\b\nthen",
        "accents": ("\u00e9" * 60 + "\n" + "\U0001f45f" * 40 + "\t,").encode(),
        "broken": b"a\xff\xc3\nb\x01\r\x7f\xe2\x82", "empty": b"",
        "long": b"a" * 74 + b"," + b"b" * 75,
    }


def lacing_seeds():
    yield "crisscross", "L6 R5 L4 R3 L2 R1 L1 R2 L3 R4 L5 R6"
    yield "bars", "L6 L4 R4 R2 L2 L1 R1 R3 L3 L5 R5 R6"
    yield "lock", "loopR7 L7 L6 R5 L4 R3 L2 R1 L1 R2 L3 R4 L5 R6 R7 loopL7"
    yield "two", "L3 R2 L1 R1 L2 R3 / L6 R5 L4 R4 L5 R6"
    yield "commas", "l2,r1,\tL1\nR2 "
    yield "one-side", "L1 L2 L3"
    yield "far", "L1 R13"
    yield "twice", "L1 R1 L1"
    yield "loopless", "L2 R1 L1 R2 loopL2"
    yield "names", "window_2_4"
    yield "named-lock", "lock_window_3"
    yield "places", "instep,ankle,40mm,TD1"
    yield "number", "-1e308mm"


API = os.path.join(os.path.dirname(FOLDER), "..", "docs", "api.md")
PART = b"\n---\n"


def asked(example):
    """A request of docs/api.md as the target reads it."""
    first, _, body = example.partition("\n")
    return (f"{first}\n{body}" if body else first).encode()


def page_seeds():
    """The examples of docs/api.md, those of a chapter together: they follow each other."""
    with open(API, encoding="utf-8") as file:
        chapters = re.split(r"^## ", file.read(), flags=re.MULTILINE)[1:]
    for chapter in chapters:
        examples = re.findall(r"^```api\n(.*?)\n\n\d+\n", chapter, re.MULTILINE | re.DOTALL)
        name = re.sub(r"\W+", "_", chapter.splitlines()[0].split(",")[0]).strip("_").lower()
        if examples:
            yield name, PART.join(asked(example) for example in examples)


def page_words():
    """What is written between quotes in those examples, their paths and the ends of their queries: for the fuzzer, which
    guesses bytes and hardly ever a word."""
    with open(API, encoding="utf-8") as file:
        asked_all = re.findall(r"^```api\n(.*?)\n\n\d+\n", file.read(), re.MULTILINE | re.DOTALL)
    words = {PART.decode(), "POST ", "GET "}
    for example in asked_all:
        first, _, body = example.partition("\n")
        path, *query = re.split(r"[?&]", first.split()[1])
        words.update([path, *query], re.findall(r'"[^"\\]{1,40}"', body))
    return sorted(words)


def post(path, **body):
    return f"POST {path}\n{json.dumps(body)}".encode()


def get(*paths):
    return PART.join(b"GET " + path.encode() for path in paths)


def pieces(name, data, length):
    """A file in pieces, the last one sent twice."""
    for at in [*range(0, len(data), length), len(data) // length * length]:
        yield (f"POST /api/import/file?import=1&name={name}&at={at}&size={len(data)}\n".encode()
               + data[at:at + length])


def request_seeds():
    yield from page_seeds()
    up = post("/api/answer", id="rf_saddle", state="said", value="yes")
    steps = ("/api/why", "/api/plan", "/api/habits", "/api/routines", "/api/home-tests", "/api/fit-shoe",
             "/api/pad", "/api/lace", "/api/step", "/api/visit", "/api/foot-map", "/api/patterns",
             "/api/plan/calendar", "/api/habits/calendar", "/api/question")
    yield "flag_everywhere", PART.join([up, get(*steps)])
    yield "flag_and_deeds", PART.join([
        up, post("/api/plan", kind="fits"), post("/api/trial/start", changes=["lacing"]), post("/api/next"),
        post("/api/log", run="last", numb="12min", sites="left:toes"), post("/api/home-tests/lunge", result="no"),
        post("/api/visit", name="A"), get("/api/safety", "/api/why?explain=lace")])
    yield "flag_after_deeds", PART.join([
        post("/api/plan", text="days: tue, thu, sat\n3x/week; 6min run"), post("/api/trial/start", changes=["lacing"], seed=7),
        get("/api/trial", "/api/plan/calendar", "/api/habits/calendar"), up,
        get("/api/trial", "/api/trial", "/api/trial/chart", "/api/plan", "/api/plan/calendar", "/api/plan/workouts",
            "/api/habits/calendar"), post("/api/next")])
    yield "flag_after_trial", PART.join([
        post("/api/trial/start", changes=["lacing"], seed=7), post("/api/trial/end", because="enough"), up,
        get("/api/trial", "/api/why")])
    yield "flag_taken_back", PART.join([
        up, post("/api/answers", answers=[{"id": "rf_saddle", "state": "skipped"}]), get("/api/safety"),
        post("/api/answers", answers=[{"id": "rf_saddle", "state": "not_sure"},
                                      {"id": "rf_bladder", "state": "said", "value": "yes"}]),
        post("/api/forget", words="forget everything"), get("/api/safety", "/api/runs")])
    whole = FILE_ID + EVENT + track(count=40) + LAP + SESSION
    yield "pieces", PART.join([post("/api/import"), *pieces("a.fit", part(whole), 200),
                               post("/api/import/step", **{"import": 1}),
                               get("/api/import", "/api/runs/last", "/api/runs/last/chart", "/api/imports")])
    yield "left_half", PART.join([post("/api/import"), *list(pieces("x%2Fb.fit", part(whole), 300))[:1],
                                  get("/api/import")])
    yield "odd_paths", get("/api/runs/../runs", "/api/runs/1?", "/api/runs/%31", "/api/runs//chart", "/api?x",
                           "/api/why?explain=lace&explain=lace", "/api/question?skip=" + "a," * 40, "")
    yield "odd_bodies", PART.join([b"POST /api/log", b"POST /api/log\n[]", b"POST /api/log\n{\"run\":1,\"run\":2}",
                                   b"POST /api/log\n" + b"[" * 200, b"PUT /api/log\n{}", b"GET /api/runs\n{}"])


def write(folder, name, data):
    os.makedirs(os.path.join(FOLDER, folder), exist_ok=True)
    with open(os.path.join(FOLDER, folder, name), "wb") as out:
        out.write(data)


def write_words(name, words):
    """A dictionary as libFuzzer reads it."""
    quoted = ("".join(c if c not in '"\\' and " " <= c <= "~" else "".join(f"\\x{b:02X}" for b in c.encode())
                      for c in word) for word in words)
    write("..", name + ".dict", "".join(f'"{word}"\n' for word in quoted).encode())


def main():
    for name, data in seeds():
        write("fit", name + ".fit", data)
    for name, data in run_seeds():
        write("runs", name, data)
    for name, data in apple_seeds():
        write("apple", name + ".xml", data.encode())
    for name, data in zip_seeds():
        write("zip", name + ".zip", data)
    for name, data in gzip_seeds():
        write("gzip", name + ".gz", data)
    for name, data in listing_seeds():
        write("listing", name, data)
    for name, text in tcx_seeds():
        write("tcx", name + ".tcx", text.encode())
    for name, text in gpx_seeds():
        write("gpx", name + ".gpx", text.encode())
    for name, text in table_seeds():
        write("table", name, text.encode())
    for name, text in trial_seeds():
        write("trial", name + ".json", text.encode())
    for name, data in zone_seeds().items():
        write("zone", name, data)
    for name, data in calendar_seeds().items():
        write("calendar", name, data)
    for name, data in request_seeds():
        write("request", name, data)
    write_words("request", page_words())
    for name, text in lacing_seeds():
        write("lacing", name, text.encode())


if __name__ == "__main__":
    main()
