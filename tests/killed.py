#!/usr/bin/env python3
"""Kills an import (SIGKILL) at random moments and asks what is left of the journal.

  tests/killed.py [--kills 100] [--program FOOTFALL] [--seed N] EXPORT...

An undisturbed import of the exports says what must come out and how long it takes. Then each journal
is killed twice on its way: half of the moments are a random share of that time, half a random number
of files after the kill before. After each kill the journal must be sound and hold nothing half; then
the same command to its end must give what the undisturbed import gave: the same runs, recordings,
series, laps and shoes, no more, and an outcome for every file. A child that ended before its moment
came is no kill: it is tried again, so as many are killed as were asked for. The journals stand in the current
folder. ./check does eight (tests/cli/import/killed.sh).
"""

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

TABLES = ("run", "recording", "series", "lap", "shoe")
ATTEMPTS = 50


def listen(journal):
    """The journal through SQLite, or None before there is one."""
    if not os.path.exists(journal) or not os.path.getsize(journal):
        return None
    return sqlite3.connect(f"file:{journal}?mode=ro", uri=True, timeout=20)


def files_done(journal):
    try:
        connection = listen(journal)
        if connection is None:
            return 0
        with connection as c:
            return c.execute("select count(*) from import_file").fetchone()[0]
    except sqlite3.Error:  # being made
        return 0


def rows(journal):
    """How many of everything, in a journal that must be sound."""
    with sqlite3.connect(journal) as c:
        found = c.execute("pragma integrity_check").fetchall()
        assert found == [("ok",)], f"{journal} is damaged: {found[:3]}"
        assert c.execute("pragma foreign_key_check").fetchall() == [], f"{journal}: a row without its parent"
        if c.execute("pragma user_version").fetchone()[0] == 0:
            return {}  # killed before it was made
        idle = c.execute("select count(*) from run where id not in (select run_id from recording)")
        assert idle.fetchone()[0] == 0, f"{journal}: a run without a recording"
        return {table: c.execute(f"select count(*) from {table}").fetchone()[0] for table in TABLES}


class Import:
    """The same import again and again, into journals of its own."""

    def __init__(self, program, exports, generator):
        self.program, self.exports, self.random = program, exports, generator
        self.command("whole", check=True)  # and the machine has read the files
        os.remove("whole.footfall")
        began = time.monotonic()
        self.command("whole", check=True)
        self.took_s = time.monotonic() - began
        self.runs, self.rows = self.told("whole"), rows("whole.footfall")
        self.outcomes = self.last_outcomes("whole")

    def words(self, journal, *words):
        return [self.program, "-j", f"{journal}.footfall", *words]

    def command(self, journal, check=False):
        return subprocess.run(self.words(journal, "import", *self.exports), check=check, capture_output=True)

    def told(self, journal):
        said = subprocess.run(self.words(journal, "runs", "--json"), check=True, capture_output=True)
        return [{k: v for k, v in run.items() if k != "id"} for run in json.loads(said.stdout)]

    def last_outcomes(self, journal):
        said = subprocess.run(self.words(journal, "imports", "--json"), check=True, capture_output=True)
        imports = json.loads(said.stdout)
        last = max(imports, key=lambda one: one["id"])
        assert "ended" in last, f"{journal}: the last import shows as broken off"
        return sorted((f["file"], f.get("sha256"), f["outcome"]) for f in last["files"])

    def kill_once(self, journal, by_time):
        """True when it was killed, False when it was done before."""
        path = f"{journal}.footfall"
        moment = time.monotonic() + self.random.uniform(0, 0.9 * self.took_s)
        wanted = files_done(path) + self.random.randint(1, max(1, len(self.outcomes) // 3))
        child = subprocess.Popen(self.words(journal, "import", *self.exports), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        if by_time:
            time.sleep(max(0.0, moment - time.monotonic()))
        else:
            while child.poll() is None and files_done(path) < wanted:
                time.sleep(0.0005)
        child.send_signal(signal.SIGKILL)
        if child.wait() != -signal.SIGKILL:
            return False
        if os.path.exists(path) and os.path.getsize(path):
            rows(path)
        return True

    def kill(self, journal, by_time):
        for _ in range(ATTEMPTS):
            if self.kill_once(journal, by_time):
                return
            for ending in ("", "-wal", "-shm", "-journal"):  # it is complete: begin again
                Path(f"{journal}.footfall{ending}").unlink(missing_ok=True)
            by_time = True
        sys.exit(f"never killed in {ATTEMPTS} attempts: give more to import")

    def finish(self, journal):
        done = self.command(journal)
        assert done.returncode == 0, f"{journal}: status {done.returncode}: {done.stderr.decode()}"
        assert self.told(journal) == self.runs, f"{journal}: the runs differ"
        found = rows(f"{journal}.footfall")
        assert found == self.rows, f"{journal}: {found} and not {self.rows}"
        files = [(f, h) for f, h, _ in self.last_outcomes(journal)]
        assert files == [(f, h) for f, h, _ in self.outcomes], f"{journal}: the outcomes are not complete"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="footfall")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None, help="default: another each time, and printed on failure")
    parser.add_argument("exports", nargs="+")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    try:
        work = Import(options.program, options.exports, random.Random(seed))
        print(len(work.runs), "runs,", work.rows["recording"], "recordings undisturbed")
        names = [f"killed{n}" for n in range((options.kills + 1) // 2)]
        for kill in range(options.kills):
            work.kill(names[kill // 2], by_time=kill % 4 < 2)
        print("killed:", options.kills)
        for name in names:
            work.finish(name)
        print("all there, once each, and every outcome kept")
    except AssertionError as wrong:
        print(f"seed {seed}: {wrong}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
