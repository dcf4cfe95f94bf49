#!/usr/bin/env python3
"""tools/check_rooms.py on small houses, good and bad. Prints TAP."""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))
import check_rooms  # noqa: E402

# file, line that is wrong there, part of the message.
BAD = [
    ("src/files/a.c", '#include "journal/journal.h"', "files may not know journal"),
    ("src/files/a.c", '#  include "reason/network.h" /* why */', "files may not know reason"),
    ("src/journal/a.h", '#include "app/use.h"', "journal may not know app"),
    ("src/measure/a.c", '#include "noun/onset.h"', "measure may not know noun"),
    ("src/reason/a.c", "#include <footfall/app.h>", "app calls the rooms"),
    ("include/footfall/run.h", "#include <footfall/app.h>", "app calls the rooms"),
    ("include/footfall/run.h", '#include "base/arena.h"', "users have only the public headers"),
    ("src/base/a.c", "#include <footfall/run.h>", "base knows nothing of feet"),
    ("src/base/a.c", '#include "noun/run.h"', "base may not know noun"),
    ("src/noun/a.c", '#include "files/fit_reader.h"', "noun may not know files"),
    ("src/face/cli/a.c", '#include "base/json.h"', "never reaches past app"),
    ("src/face/cli/a.c", '#include "journal/journal.h"', "never reaches past app"),
    ("src/face/http/a.c", '#include "face/cli/table.h"', "never reaches past app"),
    ("src/app/a.c", '#include "face/cli/table.h"', "app may not know face/cli"),
    ("src/app/a.c", "#include <sqlite3.h>", "SQL is spoken only in the journal"),
    ("src/report/a.c", '#include "../base/json.h"', "in no room"),
    ("src/report/a.c", '#include "footfall/run.h"', "write <footfall/run.h>"),
    ("src/report/a.c", "#include HEADER", "without a plain name"),
    ("src/attic/a.c", "int x;", "no room of the plan"),
    ("src/loose.c", "int x;", "stands in no room"),
    ("src/app/a.c", 'void f(void) { printf("x"); }', "standard input and output (printf)"),
    ("src/trial/a.c", "static FILE *out;", "standard input and output (FILE)"),
    ("src/face/http/a.c", "void f(void) { fputs (text, stderr); }", "standard input and output (fputs)"),
    ("src/files/a.c", "int f(void) { return (int)time(NULL); }", "the clock (time)"),
    ("src/base/a.c", "int f(void) { return rand(); }", "random numbers (rand)"),
    ("src/app/a.c", 'const char *home = getenv("HOME");', "the environment (getenv)"),
    ("src/measure/a.c", "static pthread_t worker;", "threads and processes (pthread_t)"),
    ("src/measure/a.c", "#include <pthread.h>", "includes <pthread.h>"),
    ("src/journal/a.c", "void f(void) { exit(1); }", "leaving the program (exit)"),
]

GOOD = [
    ("src/files/a.c", '#include "files/fit_reader.h"\n#include "base/arena.h"\n#include <footfall/run.h>'),
    ("src/files/a.c", '#include "fit_reader.h"\n#include <jansson.h>\n#include <math.h>'),
    ("src/files/a.c", "/* printf(time(NULL)) FILE\n#include \"journal/journal.h\"\n*/ int x; // exit(1)"),
    ("src/files/a.c", 'const char *text = "printf(getenv(time())) \\" FILE";'),
    ("src/files/a.c", "int f(void) { return snprintf(b, 9, x) + run_time(1) + s.time(2) + s->exit(3); }"),
    ("src/app/a.c", '#include "journal/journal.h"\n#include "noun/run.h"\n#include <footfall/app.h>'),
    ("src/journal/a.c", "#include <sqlite3.h>"),
    ("src/face/cli/a.c", '#include "table.h"\n#include "face/cli/table.h"\n#include <footfall/app.h>'),
    ("src/face/cli/a.c", "int main(void) { FILE *f = stdout; return printf(getenv(x)) + (int)time(NULL); }"),
    ("src/face/http/a.c", "int f(void) { return (int)time(NULL) + rand(); }"),
    ("src/base/a.h", "#include <footfall/text.h>\n#include <stdint.h>"),
]


def breaches(files):
    """The messages for a temporary house that holds only these files (its missing rooms aside)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text + "\n")
        every = [breach.text for breach in check_rooms.house_breaches(root)]
        return [text for text in every if "the folder is" not in text.splitlines()[0]]


def whole_house(root):
    for name in check_rooms.FOLDERS:
        (root / name).mkdir(parents=True)
        (root / name / "meson.build").write_text("files()\n")
        (root / name / "first.c").write_text("int x;\n")


def command(root):
    return subprocess.run([sys.executable, str(ROOT / "tools" / "check_rooms.py"), str(root)],
                          capture_output=True, text=True, check=False)


def test_folders(tap):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        whole_house(root)
        ended = command(root)
        tap.check("a whole house is right", ended.returncode == 0 and not ended.stdout, ended.stdout)
        (root / "src/trial/first.c").write_text("")
        (root / "fuzz/first.c").unlink()
        (root / "bench/first.c").unlink()
        (root / "bench/meson.build").unlink()
        (root / "bench").rmdir()
        ended = command(root)
        for text in ("src/trial:1: the folder is empty", "fuzz:1: the folder is empty",
                     "bench:1: the folder is missing"):
            tap.check(text, ended.returncode == 1 and text in ended.stdout, ended.stdout)


def main():
    tap = Printer()
    for name, line, part in BAD:
        found = breaches([(name, "int first;\n" + line)])
        place = f"{name}:1: " if part in ("no room of the plan", "stands in no room") else f"{name}:2: "
        good = len(found) == 1 and found[0].startswith(place) and part in found[0]
        tap.check(f"refused: {name}: {line}", good, "\n".join(found) or "nothing was found")
    for name, text in GOOD:
        found = breaches([(name, text)])
        tap.check(f"allowed: {name}: {text.splitlines()[0]}", not found, "\n".join(found))
    test_folders(tap)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
