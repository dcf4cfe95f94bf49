#!/usr/bin/env python3
"""Writes an archive as a service exports it, made up: make_export.py KIND FILE [KEY=VALUE...].

strava     .fit.gz in activities/, activities.csv, shoes.csv and what lies beside them
garmin     a zip of uploads in a zip, with the watch's other files; lists of activities and gear
apple      export.xml with a running workout, its route beside it
zip        the files given, as they are: make_export.py zip FILE NAME=PATH...

runs=3         how many runs; the first on 2026-05-01, one a day
others=5       garmin: files in the uploads that are no activities
"""

import csv
import gzip
import io
import json
import sys
import zipfile
from datetime import datetime, timedelta, timezone

import make_fit

FIRST = datetime(2026, 5, 1, 5, 0, tzinfo=timezone.utc)
MINUTES, SPEED_MPS = 30, 2.8
DATE = (2026, 6, 1, 0, 0, 0)  # of all members, so that the same call makes the same bytes


class Archive:
    def __init__(self, out):
        self.zip = zipfile.ZipFile(out, "w")

    def add(self, name, content, packed=True):
        info = zipfile.ZipInfo(name, DATE)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        self.zip.writestr(info, content)

    def close(self):
        self.zip.close()


def fit_of_day(day, **more):
    start = FIRST + timedelta(days=day)
    words = {"start": start.strftime("%Y-%m-%dT%H:%M:%S"), "minutes": MINUTES, "speed": SPEED_MPS, **more}
    return make_fit.run_bytes(make_fit.options([f"{k}={v}" for k, v in words.items()]))


def other_fit(kind, number):
    """A file of the watch that is no activity: 2 settings, 32 monitoring, 44 metrics."""
    fit = make_fit.Fit()
    fit.message(0, 0, (0, "b", kind), (1, "H", 1), (2, "H", 1), (3, "I", number), (4, "I", 1000000000))
    return fit.file()


# ---- Strava ----

STRAVA_COLUMNS = ["Activity ID", "Activity Date", "Activity Name", "Activity Type",
                  "Activity Description", "Elapsed Time", "Distance", "Max Heart Rate",
                  "Relative Effort", "Commute", "Activity Private Note", "Activity Gear", "Filename",
                  "Athlete Weight", "Bike Weight", "Elapsed Time", "Moving Time", "Distance"]


def strava_row(day, name, kind, comment, gear, file, seconds, metres):
    at = FIRST + timedelta(days=day)
    date = f"{at:%b} {at.day}, {at.year}, {at.hour % 12 or 12}:{at:%M:%S} {at:%p}"
    return [700 + day, date, name, kind, comment, seconds, f"{metres / 1000:.2f}", "", "", "false", "",
            gear, file, "", "", seconds, seconds, f"{metres:.1f}"]


def strava(archive, runs, **_):
    seconds = MINUTES * 60
    metres = seconds * SPEED_MPS
    rows = []
    for day in range(runs):
        file = f"activities/{9000 + day}.fit.gz"
        archive.add(file, gzip.compress(fit_of_day(day), mtime=0), packed=False)
        rows.append(strava_row(day, f"Morning run {day + 1}", "Run", 'Toes "asleep",\nfrom the bridge on'
                               if day == 0 else "", "Blue one", file, seconds, metres))
    ride = f"activities/{9000 + runs}.fit.gz"
    archive.add(ride, gzip.compress(fit_of_day(runs, sport=2), mtime=0), packed=False)
    rows.append(strava_row(runs, "To work", "Ride", "", "", ride, seconds, metres))
    rows.append(strava_row(runs + 1, "Forgot the watch", "Run", "by hand", "Red one", "", 2400, 6000))
    table = io.StringIO()
    csv.writer(table).writerows([STRAVA_COLUMNS] + rows)
    archive.add("activities.csv", table.getvalue())
    archive.add("shoes.csv", "Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\n"
                             "Blue one,Maker,Model,Run\nRed one,Maker,Other,Run\n")
    archive.add("profile.csv", "Athlete ID,First Name\n1,A\n")
    archive.add("media/1.jpg", b"\xff\xd8\xff\xe0 not really")
    archive.add("messaging.json", "[]")


# ---- Garmin ----

def garmin_activity(day):
    at = FIRST + timedelta(days=day)
    ms = int(at.timestamp() * 1000)
    return {"activityId": 500 + day, "name": f"Town run {day + 1}", "activityType": "running",
            "sportType": "RUNNING", "startTimeGmt": float(ms), "beginTimestamp": ms,
            "startTimeLocal": float(ms + 7200000), "duration": MINUTES * 60000.0,
            "elapsedDuration": MINUTES * 60000.0, "movingDuration": MINUTES * 60000.0,
            "distance": MINUTES * 60 * SPEED_MPS * 100, "avgHr": 140.0}


def garmin(archive, runs, others):
    inner = io.BytesIO()
    uploads = Archive(inner)
    for number in range(others):
        uploads.add(f"runner_{number}.fit", other_fit([2, 32, 44][number % 3], number))
    for day in range(runs):
        uploads.add(f"runner_{10000 + day}.fit", fit_of_day(day))
    uploads.close()
    base = "DI_CONNECT/DI-Connect-Fitness/runner_"
    archive.add("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", inner.getvalue())
    # One more in the list than there are files: a run that was uploaded by another service.
    lists = [{"summarizedActivitiesExport": [garmin_activity(day) for day in range(runs + 1)]}]
    archive.add(base + "0_summarizedActivities.json", json.dumps(lists))
    shoe = {"gearPk": 1, "uuid": "x", "gearTypeName": "Shoes", "gearStatusName": "retired",
            "customMakeModel": "Maker Model", "displayName": "Blue one",
            "dateBegin": "2026-01-01T00:00:00.0", "dateEnd": "2026-05-20T00:00:00.0"}
    links = [{"gearPk": 1, "activityId": 500 + day} for day in range(runs)]
    archive.add(base + "gear.json", json.dumps([{"gearDTOS": [shoe], "gearActivityDTOs": {"1": links},
                                                 "gearActivityTypeDTOS": [], "gearCollections": []}]))
    archive.add("DI_CONNECT/DI-Connect-Wellness/1_sleepData.json", "[]")


# ---- Apple ----

DOCTYPE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData locale CDATA #REQUIRED>
]>
"""


def apple_time(at):
    return (at + timedelta(hours=2)).strftime("%Y-%m-%d %H:%M:%S +0200")


def apple_route(at):
    points = "".join(
        f'<trkpt lon="{7 + s * SPEED_MPS / 111200:.7f}" lat="0.5"><ele>10</ele>'
        f"<time>{at + timedelta(seconds=s):%Y-%m-%dT%H:%M:%SZ}</time></trkpt>\n"
        for s in range(0, MINUTES * 60 + 1, 5))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Apple Health Export" '
            'xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Route</name><trkseg>\n'
            f"{points}</trkseg></trk></gpx>\n")


def apple_workout(at, kind, route):
    end = at + timedelta(minutes=MINUTES)
    km = MINUTES * 60 * SPEED_MPS / 1000
    return (f'<Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="{MINUTES}" '
            f'durationUnit="min" sourceName="Watch" creationDate="{apple_time(end)}" '
            f'startDate="{apple_time(at)}" endDate="{apple_time(end)}">\n'
            f'<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" '
            f'startDate="{apple_time(at)}" endDate="{apple_time(end)}" sum="{km}" unit="km"/>\n'
            f'<WorkoutRoute sourceName="Watch" startDate="{apple_time(at)}" endDate="{apple_time(end)}">\n'
            f'<FileReference path="/workout-routes/{route}"/>\n</WorkoutRoute>\n</Workout>\n')


def apple(archive, runs, **_):
    records, workouts = "", ""
    for day in range(runs + 1):  # the last is a walk
        at = FIRST + timedelta(days=day)
        for s in range(0, MINUTES * 60, 10):
            when = apple_time(at + timedelta(seconds=s))
            records += ('<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" '
                        f'creationDate="{when}" startDate="{when}" endDate="{when}" value="{140 + s % 7}"/>\n')
        route = f"route_{at:%Y-%m-%d}_7.00am.gpx"
        workouts += apple_workout(at, "Running" if day < runs else "Walking", route)
        archive.add(f"apple_health_export/workout-routes/{route}", apple_route(at))
    archive.add("apple_health_export/export.xml",
                f'{DOCTYPE}<HealthData locale="en_GB">\n<ExportDate value="{apple_time(FIRST)}"/>\n'
                f"<Me/>\n{records}{workouts}</HealthData>\n")
    archive.add("apple_health_export/export_cda.xml", '<?xml version="1.0"?>\n<ClinicalDocument/>\n')


def main(kind, path, words):
    archive = Archive(path)
    if kind == "zip":
        for word in words:
            name, _, file = word.partition("=")
            with open(file, "rb") as content:
                archive.add(name, content.read())
    else:
        given = dict(word.split("=") for word in words)
        if not set(given) <= {"runs", "others"}:
            sys.exit(f"make_export.py: no key {given}")
        {"strava": strava, "garmin": garmin, "apple": apple}[kind](
            archive, runs=int(given.get("runs", 3)), others=int(given.get("others", 5)))
    archive.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
