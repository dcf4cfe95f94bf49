#!/usr/bin/env python3
"""What an import costs: bench_import.py BUILD [N...]     (100 1000 10000 unless told)

BUILD is a release build with bench/bench_import in it (ninja -C BUILD src/face/cli/footfall
bench/bench_import). For each N an archive as Strava makes it is built of N made-up runs: .fit.gz in
a zip, activities.csv and shoes.csv beside them. Told are, for the whole program:

  import    CPU and wall seconds of the first import; the same beside inflating alone (libdeflate,
            zlib); peak memory
  again     importing the same archive again
  runs, why CPU and wall seconds with N runs in the journal, as text and as JSON
  marked    the same once every run was said to be numb or not: the first time, which measures series, and later

Every time is the median of several goes, with the least and the most beside it.
"""

import csv
import gzip
import io
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import datetime, timezone
from pathlib import Path

COLUMNS = ["Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description",
           "Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort", "Commute",
           "Activity Private Note", "Activity Gear", "Filename", "Athlete Weight", "Bike Weight",
           "Elapsed Time", "Moving Time", "Distance"]


def rows_of(folder, program):
    """What the list says of each file: asked of the program itself, so that lists and files agree."""
    journal = folder / "list.footfall"
    subprocess.run([program, "-j", journal, "import", folder / "fit"], check=True, capture_output=True)
    runs = json.loads(subprocess.run([program, "-j", journal, "runs", "--json"], check=True,
                                     capture_output=True).stdout)
    for run in runs:
        start = datetime.fromisoformat(run["start"].replace("Z", "+00:00")).astimezone(timezone.utc)
        name = Path(run["source"]).name
        km, seconds = run["distance_m"] / 1000, round(run["duration_s"])
        yield [name.split(".")[0], start.strftime("%b %-d, %Y, %-I:%M:%S %p"), "Morning Run", "Run", "",
               seconds, f"{km:.2f}", "", "", "false", "", "Blue one", f"activities/{name}.gz", "", "",
               seconds, seconds, f"{run['distance_m']:.1f}"]


def make_archive(build, count, folder):
    fit = folder / "fit"
    fit.mkdir()
    subprocess.run([build / "bench/bench_import", "make", str(count), fit], check=True)
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows(rows_of(folder, build / "src/face/cli/footfall"))
    path = folder / "export_1.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("activities.csv", text.getvalue())
        archive.writestr("shoes.csv", "Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\n"
                                      "Blue one,Maker,Model,Run\n")
        for file in sorted(fit.iterdir()):
            archive.writestr(f"activities/{file.name}.gz", gzip.compress(file.read_bytes(), 6, mtime=0))
    return path


def timed(command):
    """CPU and wall seconds, peak memory in MB, and what it printed."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
        out.seek(0)
        text = out.read()
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, text


def median_of(goes, command, before=lambda: None):
    """The median CPU and wall seconds of several goes, each after before(); the most memory; the last
    words; and how far the CPU seconds lay apart."""
    told = []
    for _ in range(goes):
        before()
        told.append(timed(command))
    cpu, wall, memory, text = zip(*told)
    return (statistics.median(cpu), statistics.median(wall), max(memory), text[-1],
            f"({min(cpu):.2f} to {max(cpu):.2f})")


def mark_all(journal):
    """Says of every run whether numbness came, two in three that it did: as 'log' does, all at once."""
    with sqlite3.connect(journal) as c:
        c.execute("INSERT INTO onset (run_id, kind, from_s, to_s, sites, said_by, said_from, said_at_s)"
                  " SELECT id, CASE WHEN id % 3 THEN 'exact' ELSE 'none' END,"
                  " duration_s * CASE WHEN id % 3 THEN 0.3 + (id % 7) * 0.1 ELSE 1 END,"
                  " duration_s * CASE WHEN id % 3 THEN 0.3 + (id % 7) * 0.1 ELSE 1 END, '', 'runner', 'typed', 1"
                  " FROM run WHERE root_id IS NULL")


def tell(name, timing):
    cpu, wall, memory, _, spread = timing
    print(f"  {name:11} {cpu:8.3f} s CPU {spread}, {wall:.3f} s wall, {memory:.0f} MB")


def measure(build, count):
    program = build / "src/face/cli/footfall"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = make_archive(build, count, folder)
        fast, slow, size = subprocess.run([build / "bench/bench_import", "inflate", archive, "3"],
                                          check=True, capture_output=True, text=True).stdout.split()
        journal = folder / "j.footfall"
        command = [program, "-j", journal]
        cpu, wall, memory, told, spread = median_of(3, command + ["import", archive, "--json"],
                                                    lambda: journal.unlink(missing_ok=True))
        told = json.loads(told)
        assert told["imported"] + told["duplicates"] >= count and not told["failed"], told
        print(f"{count} runs, {archive.stat().st_size / 1e6:.1f} MB packed, {int(size) / 1e6:.1f} MB of FIT")
        print(f"  import      {cpu:8.2f} s CPU {spread}, {wall:.2f} s wall, {cpu / count * 1e3:.2f} ms CPU a run, "
              f"{memory:.0f} MB at most; {told['new_runs']} new, {len(told.get('joined', []))} joined")
        print(f"  to inflate  {float(fast):8.3f} s CPU by libdeflate (1 : {cpu / float(fast):.1f}), "
              f"{float(slow):.3f} s by zlib (1 : {cpu / float(slow):.1f})")
        cpu, wall, memory, told, spread = median_of(3, command + ["import", archive, "--json"])
        assert json.loads(told)["imported"] == 0, told
        print(f"  again       {cpu:8.2f} s CPU {spread}, {wall:.2f} s wall, {memory:.0f} MB")
        for words in (["runs"], ["runs", "--json"], ["why"], ["why", "--json"]):
            tell(" ".join(words), median_of(9, command + words))
        mark_all(journal)
        tell("marked", median_of(1, command + ["patterns"]))
        for words in (["runs"], ["why"], ["patterns"]):
            tell(" ".join(words), median_of(9, command + words))
        print(f"  journal     {journal.stat().st_size / 1e6:8.1f} MB", flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for n in [int(word) for word in sys.argv[2:]] or [100, 1000, 10000]:
        measure(Path(sys.argv[1]).resolve(), n)
