#!/usr/bin/env python3
"""Reads a calendar file with the packages icalendar and dateutil, which share no code with footfall,
and prints as JSON what they find: the zone by the file's own explanation of it, never by its name.

  read_calendar.py FILE.ics    [{"uid", "sequence", "status", "minutes", "summary", "about", "alarm_min",
                                 "starts": [UTC seconds]}]
"""

import datetime
import json
import sys

import dateutil.rrule
import dateutil.tz
import icalendar


def starts_of(event, zone):
    start = event["DTSTART"].dt.replace(tzinfo=None)
    rule = event.get("RRULE")
    starts = [start]
    if rule is not None:
        starts = list(dateutil.rrule.rrulestr(rule.to_ical().decode(), dtstart=start))
    return [round((s.replace(tzinfo=zone)).timestamp()) for s in starts]


def alarm_of(event):
    alarms = [a["TRIGGER"].dt for a in event.walk("VALARM")]
    return [-a // datetime.timedelta(minutes=1) for a in alarms]


def read(path):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    zones = dateutil.tz.tzical(path)
    zone = zones.get(zones.keys()[0])
    return [{"uid": str(e["UID"]), "sequence": int(e["SEQUENCE"]), "status": str(e["STATUS"]),
             "minutes": e["DURATION"].dt // datetime.timedelta(minutes=1), "summary": str(e["SUMMARY"]),
             "about": str(e.get("DESCRIPTION", "")), "alarm_min": alarm_of(e),
             "starts": starts_of(e, zone)} for e in calendar.walk("VEVENT")]


if __name__ == "__main__":
    json.dump(read(sys.argv[1]), sys.stdout)
