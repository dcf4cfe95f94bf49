#!/usr/bin/env python3
"""Installs the build under test into a scratch folder and uses it as others do: pkg-config, the
headers, the shared library and the archive, from C and from C++. Prints TAP.

The examples are compiled against what was installed. What examples/assess.c prints is held against
examples/assess.out, in which … stands for any text in a line; `tests/run.py --update install` writes
that anew.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner import golden  # noqa: E402
from runner.sandbox import ROOT  # noqa: E402
from runner.tap import Printer  # noqa: E402

BUILD = Path(os.environ["FOOTFALL_BUILD"])
SCRATCH = Path(os.environ["TMPDIR"])
CPP = next((c for c in ("clang++-14", "c++", "clang++") if shutil.which(c)), None)
KNOWLEDGE = re.compile(r"(Knowledge\s)[0-9a-f]{12}\.")  # the version, at the end
HEADERS_OF_THE_PROGRAM = {"serve.h"}  # its library, with the server, is not installed


def run(command, **more):
    return subprocess.run([str(word) for word in command], text=True, capture_output=True, check=False,
                          **more)


def option(name):
    """What the build was set up with."""
    options = json.loads((BUILD / "meson-info" / "intro-buildoptions.json").read_text())
    return next(o["value"] for o in options if o["name"] == name)


class Installed:
    """What `meson install` put below a scratch folder."""

    def __init__(self):
        top = SCRATCH / "installed"
        self.ended = run(["meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", top])
        self.prefix = top / option("prefix").lstrip("/")
        self.libraries = self.prefix / option("libdir")

    def pkg_config(self, *words):
        """pkg-config's answer, as if the scratch folder were the system's."""
        command = ["pkg-config", f"--define-variable=prefix={self.prefix}", *words, "footfall"]
        places = f"{self.libraries}/pkgconfig"
        return run(command, env={**os.environ, "PKG_CONFIG_PATH": places})

    def compile(self, source, language="c", archive=False):
        """Compiles an example as its first comment says; (how that ended, the program). C++ is only
        compiled by its own compiler: the sanitizers are the C compiler's."""
        program = SCRATCH / f"{source.stem}-{language}-{'archive' if archive else 'shared'}"
        flags = self.pkg_config("--cflags", "--libs", *(["--static"] if archive else [])).stdout.split()
        if archive:
            flags = [self.libraries / "libfootfall.a" if f == "-lfootfall" else f for f in flags]
        sanitizers = option("b_sanitize")
        wanted = [f"-fsanitize={sanitizers}"] if sanitizers not in ("none", "") else []
        if language == "c++":
            cflags = self.pkg_config("--cflags").stdout.split()
            ended = run([CPP, "-x", "c++", "-c", source, "-o", f"{program}.o", *cflags])
            if ended.returncode:
                return ended, program
            source = f"{program}.o"
        return run(["cc", source, "-o", program, *wanted, *flags]), program

    def run(self, program, *words):
        return run([program, *words], env={**os.environ, "LD_LIBRARY_PATH": str(self.libraries)})


def check_files(tap, installed):
    wanted = ["bin/footfall", "share/man/man1/footfall.1",
              "share/bash-completion/completions/footfall", "share/zsh/site-functions/_footfall"]
    missing = [name for name in wanted if not (installed.prefix / name).exists()]
    tap.check("program, manual and completions", not missing, "\n".join(missing))
    own = {p.name for p in (ROOT / "include" / "footfall").glob("*.h")} - HEADERS_OF_THE_PROGRAM
    there = {p.name for p in (installed.prefix / "include" / "footfall").glob("*")}
    tap.check("the public headers", own == there, f"differ: {sorted(own ^ there)}")
    if shutil.which("man"):
        manual = run(["man", "--warnings", "-l", installed.prefix / "share/man/man1/footfall.1"])
        tap.check("the manual page is sound", manual.returncode == 0 and not manual.stderr, manual.stderr)


def check_version(tap, installed):
    project = json.loads((BUILD / "meson-info" / "intro-projectinfo.json").read_text())["version"]
    said = installed.run(installed.prefix / "bin" / "footfall", "--version").stdout
    tap.check("the program's version", said == f"footfall {project}\n", said)
    asked = installed.pkg_config("--modversion")
    tap.check("pkg-config's version", asked.stdout == f"{project}\n", asked.stdout + asked.stderr)


def check_exports(tap, installed):
    """The shared library gives what the headers declare and hides the rest."""
    headers = sorted((installed.prefix / "include" / "footfall").glob("*.h"))
    declared = set(run([ROOT / "tools" / "exports.py", "--names", *headers]).stdout.split())
    lines = run(["nm", "-D", "--defined-only", installed.libraries / "libfootfall.so"]).stdout
    exported = {line.split()[-1] for line in lines.splitlines()}
    exported = {name for name in exported if name.startswith(("ff_", "footfall"))}
    tap.check("the exported symbols", declared == exported and len(declared) > 50,
              f"differ: {sorted(declared ^ exported)}")


def update_assess(printed):
    """Writes what it must print anew, for a person to look at."""
    (ROOT / "examples" / "assess.out").write_text(KNOWLEDGE.sub("\\1…", printed))


def check_assess(tap, installed, name, **how):
    ended, program = installed.compile(ROOT / "examples" / "assess.c", **how)
    if ended.returncode:
        tap.not_ok(name, ended.stderr)
        return
    ran = installed.run(program)
    if os.environ.get("FOOTFALL_UPDATE") and ran.returncode == 0:
        update_assess(ran.stdout)
    expected = (ROOT / "examples" / "assess.out").read_text()
    good = ran.returncode == 0 and golden.glob_matches(expected, ran.stdout, "…")
    tap.check(name, good, golden.difference(expected, ran.stdout, "standard output") + ran.stderr)


def check_journal(tap, installed):
    name = "examples/journal.c, with the runs that the installed demo made"
    demo = installed.run(installed.prefix / "bin" / "footfall", "--journal", SCRATCH / "j.footfall",
                         "demo")
    ended, program = installed.compile(ROOT / "examples" / "journal.c")
    if demo.returncode or ended.returncode:
        tap.not_ok(name, demo.stderr + ended.stderr)
        return
    ran = installed.run(program, SCRATCH / "demo" / "runs")
    runs = json.loads(ran.stdout) if ran.returncode == 0 else []
    tap.check(name, len(runs) == 40 and all(r["distance_m"] > 1000 for r in runs), ran.stderr)


def main():
    tap = Printer()
    for tool in ("meson", "pkg-config", "cc"):
        if shutil.which(tool) is None:
            tap.skip("installing", f"no {tool}")
            return tap.done()
    installed = Installed()
    tap.check("meson install", installed.ended.returncode == 0,
              installed.ended.stdout + installed.ended.stderr)
    if installed.ended.returncode == 0:
        check_files(tap, installed)
        check_version(tap, installed)
        check_exports(tap, installed)
        check_assess(tap, installed, "examples/assess.c with the shared library")
        check_assess(tap, installed, "examples/assess.c with the archive", archive=True)
        if CPP:
            check_assess(tap, installed, "examples/assess.c as C++", language="c++")
        else:
            tap.skip("examples/assess.c as C++", "no C++ compiler")
        check_journal(tap, installed)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
