#!/usr/bin/env python3
"""TCX and GPX against gpsbabel, which reads both in its own way: start, time and length of each run
that footfall makes of the real files. Laps pressed by hand against the TCX text itself, which
gpsbabel does not tell. Prints TAP.
"""

import datetime
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import shared_folder  # noqa: E402
from runner.tap import Printer  # noqa: E402

GPX = "{http://www.topografix.com/GPX/1/1}"
TCX = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"

# WGS 84, for distances on the ellipsoid: footfall measures on a sphere, which is 0.3 % off at most.
A, F = 6378137.0, 1 / 298.257223563


def seconds(text):
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.timezone.utc)
    return moment.timestamp()


def metres(a, b):
    """Along the ellipsoid, near enough for legs of a track: its two radii at the latitude between."""
    latitude = math.radians((a[0] + b[0]) / 2)
    e2 = F * (2 - F)
    w = 1 - e2 * math.sin(latitude) ** 2
    north = math.radians(b[0] - a[0]) * A * (1 - e2) / w ** 1.5
    east = math.radians((b[1] - a[1] + 180) % 360 - 180) * A / w ** 0.5 * math.cos(latitude)
    return math.hypot(north, east)


def gpsbabel_tracks(file, kind, folder):
    """The tracks as gpsbabel reads them: lists of segments of (latitude, longitude, seconds)."""
    out = folder / "out.gpx"
    out.unlink(missing_ok=True)
    subprocess.run(["gpsbabel", "-t", "-i", kind, "-f", str(file), "-o", "gpx,gpxver=1.1", "-F", str(out)],
                   capture_output=True, check=False)
    if not out.exists():
        return []
    tracks = []
    for track in ElementTree.parse(out).getroot().iter(f"{GPX}trk"):
        segments = [[(float(p.get("lat")), float(p.get("lon")), seconds(p.findtext(f"{GPX}time")))
                     for p in segment.iter(f"{GPX}trkpt") if p.findtext(f"{GPX}time")]
                    for segment in track.iter(f"{GPX}trkseg")]
        tracks.append([s for s in segments if s])
    return [t for t in tracks if t]


def length(segments):
    return sum(metres(a, b) for s in segments for a, b in zip(s, s[1:]))


def matching(run, tracks):
    """The track that begins with the run, and holds a minute at least."""
    start = seconds(run["start"])
    near = [t for t in tracks if abs(t[0][0][2] - start) <= 60 and t[-1][-1][2] - t[0][0][2] >= 60]
    return near[0] if near else None


def noted(run, words):
    return any(words in note for note in run["notes"])


def compare(tap, run, track, counts):
    name = Path(run["source"]).name
    first, last = track[0][0][2], track[-1][-1][2]
    start = seconds(run["start"])
    if not noted(run, "clock was set"):
        counts["time"] += 1
        tap.check(f"{name}: begins and ends as gpsbabel has it",
                  -1 <= first - start <= 60 and abs(start + run["elapsed_s"] - last) <= 3,
                  (first - start, start + run["elapsed_s"] - last))
    if noted(run, "leap"):  # counted by gpsbabel, left out here
        return
    counts["distance"] += 1
    theirs = length(track)
    # A device's own distance is by its own filter, so it may differ more than ours from the points.
    share = 0.005 if noted(run, "measured along their positions") else 0.04
    tap.check(f"{name}: as long as gpsbabel's points are",
              abs(run["distance_m"] - theirs) <= share * theirs + 5, (run["distance_m"], theirs))


def laps_by_hand(file, start):
    """Running seconds at which laps were pressed in the activity that begins then, but for the last."""
    for activity in ElementTree.parse(file).getroot().iter(f"{TCX}Activity"):
        laps = activity.findall(f"{TCX}Lap")
        if not laps or abs(seconds(laps[0].get("StartTime")) - start) > 60:
            continue
        marks, at = [], 0.0
        for lap in laps[:-1]:
            at += float(lap.findtext(f"{TCX}TotalTimeSeconds"))
            if lap.findtext(f"{TCX}TriggerMethod") == "Manual":
                marks.append(at)
        return marks
    return None


def compare_laps(tap, run, file, counts):
    theirs = laps_by_hand(file, seconds(run["start"]))
    ours = [lap["at_s"] for lap in run.get("laps_by_hand", [])]
    counts["laps"] += len(ours)
    tap.check(f"{file.name}: the laps pressed by hand",
              theirs is not None and len(ours) == len(theirs) and
              all(abs(a - b) <= 3 for a, b in zip(ours, theirs)), (ours, theirs))


def footfall(program, journal, *arguments):
    return subprocess.run([program, "--journal", str(journal), "--json", *arguments],
                          capture_output=True, text=True, check=False)


def compare_all(tap, program, files, folder):
    imported = footfall(program, folder / "journal.db", "import", *map(str, files))
    tap.check("every file is read", imported.returncode == 0, imported.stdout[-2000:] + imported.stderr)
    runs = json.loads(footfall(program, folder / "journal.db", "runs").stdout)
    counts = {"time": 0, "distance": 0, "laps": 0}
    for run in runs:
        file = Path(run["source"])
        tcx = file.suffix.lower() == ".tcx"
        track = matching(run, gpsbabel_tracks(file, "gtrnctr" if tcx else "gpx", folder))
        if track is not None:
            compare(tap, run, track, counts)
        if tcx:
            compare_laps(tap, run, file, counts)
    # The collection holds few runs; what is compared must not become less unseen.
    for what, least in (("time", 8), ("distance", 7), ("laps", 1)):
        tap.check(f"enough was compared: {what}", counts[what] >= least, counts)


def main():
    tap, program, shared = Printer(), os.environ.get("FOOTFALL_PROGRAM"), shared_folder()
    if not program or shared is None or shutil.which("gpsbabel") is None:
        tap.skip("TCX and GPX", "no program was built" if not program else
                 "the given material (../shared) is not there" if shared is None else "no gpsbabel")
        return tap.done()
    files = sorted(p for p in (shared / "data").rglob("*") if p.suffix.lower() in (".tcx", ".gpx"))
    with tempfile.TemporaryDirectory() as folder:
        compare_all(tap, program, files, Path(folder))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
