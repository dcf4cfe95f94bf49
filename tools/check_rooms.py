#!/usr/bin/env python3
"""The law of the house: which room of src/ may know which, and what only some rooms may do.

  tools/check_rooms.py [--tap] [FOLDER]

Reads the C files under src/ and include/ of FOLDER (this checkout by default) and prints, for every
breach, file:line, what is wrong, why, and what to do. The exit status is 1 when there is one. The
rules are the tables below; docs/contributing.md says them in words.
"""

import argparse
import re
import sys
from pathlib import Path

MIDDLE = ["files", "journal", "measure", "reason", "trial", "remedy", "report"]
ROOMS = ["base", "noun", *MIDDLE, "app"]

# Which rooms' own headers ("room/x.h") a room may include, besides its own.
MAY_INCLUDE = {"base": set(), "noun": {"base"}, "app": set(ROOMS)}
MAY_INCLUDE.update({room: {"base"} for room in MIDDLE})

# base knows nothing of feet or runs: only these public headers.
BASE_PUBLIC = {"error", "context", "text", "bytes"}

# Folders that the plan has and that must hold something.
FOLDERS = (["include/footfall", "src/face/cli", "src/face/http", "src/face/wasm", "knowledge", "page",
            "tests", "fuzz", "bench", "docs", "examples"] + [f"src/{room}" for room in ROOMS])

# Public headers that only app and the faces may know.
APP_PUBLIC = {"app", "request", "serve"}

# name, words, rooms that may, why, what to do. A room is "base", ..., "face/cli"; "face" is any face.
CALL = r"(?<![\w.>]){}\s*\("
BANNED = [
    ("standard input and output",
     r"\b(?:FILE|stdin|stdout|stderr)\b|" + CALL.format(
         r"(?:v?f?printf|v?dprintf|f?puts|putchar|f?putc|fopen|fdopen|freopen|tmpfile|fread|fwrite|"
         r"f?getc|getchar|fgets|getline|f?scanf|perror)"),
     {"face/cli"}, "the library never prints and never holds a FILE",
     "give the text to the caller (ff_text, ff_json), read through ff_bytes, report by ff_context_log"),
    ("the clock",
     CALL.format(r"(?:time|clock|clock_gettime|gettimeofday|localtime|localtime_r|mktime|ctime|tzset|"
                 r"timespec_get|sleep|usleep|nanosleep)"),
     {"face"}, "the same input must give the same output", "take the time from ff_context_now"),
    ("random numbers",
     CALL.format(r"(?:s?rand|rand_r|s?random|[dlm]rand48|srand48|arc4random\w*|getrandom|getentropy)"),
     {"face"}, "the same seed must give the same bytes", "use base/random.h with the context's seed"),
    ("the environment",
     r"\benviron\b|" + CALL.format(r"(?:secure_getenv|getenv|setenv|putenv|unsetenv|setlocale)"),
     {"face"}, "the core also runs where there is none", "let the face read it and pass it on"),
    ("threads and processes",
     r"\b(?:pthread_\w+|thrd_\w+|mtx_\w+|_Thread_local|thread_local)\b|" + CALL.format(
         r"(?:fork|vfork|system|popen|posix_spawnp?|exec[lv]\w*|signal|sigaction|kill)"),
     {"face"}, "the core is used by one thread at a time and has no process of its own",
     "do it in a face, or split the work so that the caller can"),
    ("leaving the program",
     CALL.format(r"(?:exit|_exit|_Exit|quick_exit|abort|longjmp)"),
     {"face"}, "a library never ends the program", "return an ff_code by ff_fail"),
]
BANNED_HEADERS = {
    "sqlite3.h": ({"journal"}, "SQL is spoken only in the journal",
                  "ask src/journal through its header"),
    "pthread.h": ({"face"}, "the core is used by one thread at a time", "do it in a face"),
    "threads.h": ({"face"}, "the core is used by one thread at a time", "do it in a face"),
    "signal.h": ({"face"}, "the core has no process of its own", "do it in a face"),
    "locale.h": ({"face"}, "the same input must give the same output", "leave the locale alone"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')
# Comments and literals, to be blanked: words in them break no law.
NOISE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


class Breach:
    """file:line: what: why: what to do."""

    def __init__(self, place, what, why, do):
        self.text = f"{place}: {what}\n    why: {why}\n    do:  {do}"


def room_of(path):
    """The room of a path below the root: "base", "face/cli", "include", or "" for none."""
    parts = path.parts
    if parts[:2] == ("include", "footfall"):
        return "include"
    if parts[0] != "src" or len(parts) < 3:
        return ""
    return "/".join(parts[1:3]) if parts[1] == "face" else parts[1]


def allowed(room, rooms):
    return room in rooms or "face" in rooms and room.startswith("face/")


def include_breach(room, place, name, public):
    """The breach of one #include line, or None. public: it was written with <>."""
    if name in BANNED_HEADERS and not allowed(room, BANNED_HEADERS[name][0]):
        _, why, do = BANNED_HEADERS[name]
        return Breach(place, f"src/{room} includes <{name}>", why, do)
    if name.startswith("footfall/"):
        return public_breach(room, place, name) if public else Breach(
            place, f'"{name}" is a public header', "public headers are included as users include them",
            f"write <{name}>")
    if public:
        return None
    return own_breach(room, place, name)


def public_breach(room, place, name):
    noun = name[len("footfall/"):-len(".h")]
    if room == "base" and noun not in BASE_PUBLIC:
        return Breach(place, f"src/base includes <{name}>", "base knows nothing of feet or runs",
                      "move the code to src/noun or to the room it serves")
    if noun in APP_PUBLIC and room != "app" and not room.startswith("face/"):
        return Breach(place, f"{room} includes <{name}>", "app calls the rooms, never the other way",
                      "move what both need down into base or noun")
    return None


def own_breach(room, place, name):
    other = name.split("/")[0] if "/" in name else room
    if room == "include":
        return Breach(place, f'a public header includes "{name}"',
                      "users have only the public headers", "include <footfall/...> or hide the type")
    if other == "face":
        other = "/".join(name.split("/")[:2])
    if other == room or other in MAY_INCLUDE.get(room, set()):
        return None
    if room.startswith("face/"):
        return Breach(place, f'src/{room} includes "{name}"', "a face never reaches past app",
                      "use <footfall/app.h>; add there what is missing")
    if other not in ROOMS and not other.startswith("face/"):
        return Breach(place, f'src/{room} includes "{name}", which is in no room',
                      "every file has its room", "move it into one, or write \"<room>/<file>.h\"")
    return Breach(place, f'src/{room} includes "{name}"',
                  f"{room} may not know {other}: only app knows several rooms",
                  "let app pass the data on, or move what both need to include/footfall and src/noun")


def blank(match):
    return re.sub(r"[^\n]", " ", match[0])


def file_breaches(path, relative):
    room = room_of(relative)
    if not room:
        return [Breach(f"{relative}:1", "the file stands in no room", "every file has its room",
                       "move it into one of src/" + ", src/".join(ROOMS))]
    if room != "include" and room not in ROOMS and not room.startswith("face/"):
        return [Breach(f"{relative}:1", f"src/{room} is no room of the plan",
                       "tools/check_rooms.py holds the plan", "use a room, or add it to the plan")]
    found = []
    text = path.read_text(encoding="utf-8")
    uncommented = NOISE.sub(lambda m: blank(m) if m[0].startswith("/") else m[0], text)
    for number, line in enumerate(uncommented.splitlines(), 1):
        match, place = INCLUDE.match(line), f"{relative}:{number}"
        if match:
            found.append(include_breach(room, place, match[1] or match[2], match[1] is not None))
        elif re.match(r"\s*#\s*include\b", line):
            found.append(Breach(place, "an #include without a plain name", "it cannot be checked",
                                "write the name in <> or quotes"))
    code = NOISE.sub(blank, text)
    for number, line in enumerate(code.splitlines(), 1):
        for what, words, rooms, why, do in BANNED:
            match = re.search(words, line)
            if match and not allowed(room, rooms) and not INCLUDE.match(line):
                word = match[0].rstrip("( \t")
                found.append(Breach(f"{relative}:{number}", f"{what} ({word}) in {room}", why, do))
    return [breach for breach in found if breach]


def is_content(path):
    return (path.is_file() and path.stat().st_size > 0 and path.name != "meson.build"
            and "__pycache__" not in path.parts)


def folder_breaches(root):
    """Folders of the plan that are missing or hold nothing but a build file."""
    found = []
    for name in FOLDERS:
        folder = root / name
        what = "missing" if not folder.is_dir() else None
        if what is None:
            # A room holds C; any other folder something besides its build file.
            files = folder.rglob("*.c" if name.startswith("src/") else "*")
            what = None if any(is_content(p) for p in files) else "empty"
        if what:
            found.append(Breach(f"{name}:1", f"the folder is {what}", "the plan of the house has it",
                                "give it its first content"))
    return found


def house_breaches(root):
    found = folder_breaches(root)
    for top in ("include", "src"):
        for path in sorted((root / top).rglob("*.[ch]")):
            found += file_breaches(path, path.relative_to(root))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tap", action="store_true")
    parser.add_argument("folder", type=Path, nargs="?",
                        default=Path(__file__).resolve().parent.parent)
    options = parser.parse_args()
    found = house_breaches(options.folder)
    if options.tap:
        print(f"{'not ok' if found else 'ok'} 1 - the rooms know and do only what they may")
    for breach in found:
        print("\n".join("# " + line for line in breach.text.splitlines()) if options.tap
              else breach.text)
    if options.tap:
        print("1..1")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
