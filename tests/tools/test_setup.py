#!/usr/bin/env python3
"""./try with made-up apt-get, sudo, meson and ninja: what is installed, said and run. Prints TAP."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from runner.sandbox import ROOT, Scratch  # noqa: E402
from runner.tap import Printer  # noqa: E402

REAL = ["sh", "sed", "awk", "tr", "cat", "mkdir", "dirname", "readlink", "tail", "rm", "flock", "env",
        "grep", "touch", "chmod"]

# $W is the folder of the made-up machine: installed lists its packages, calls what was run.
FAKES = {
    "dpkg-query": 'while read -r name; do echo "$name installed"; done <"$W/installed"',
    "apt-get": """echo "apt-get $* [$DEBIAN_FRONTEND]" >>"$W/calls"
case "$*" in
*update) touch "$W/updated" ;;
*) [ ! -e "$W/offline" ] || { echo 'E: cannot reach it'; exit 100; }
   [ ! -e "$W/stale" ] || [ -e "$W/updated" ] || { echo 'E: 404'; exit 100; } ;;
esac""",
    "sudo": 'echo sudo >>"$W/calls"; exec "$@"',
    "id": 'cat "$W/id"',
    "meson": """echo "meson $*" >>"$W/calls"
for last; do :; done
for place; do case $place in *build/try) mkdir -p "$place"; touch "$place/build.ninja" ;; esac; done""",
    "ninja": """echo ninja >>"$W/calls"
[ ! -e "$W/broken" ] || { echo 'error: the code is wrong'; exit 1; }
for place; do case $place in *build/try)
    mkdir -p "$place/src/face/cli"
    cat >"$place/src/face/cli/footfall" <<'END'
#!/bin/sh
echo "ran with $#: $*"
exit 7
END
    chmod +x "$place/src/face/cli/footfall" ;;
esac; done""",
}


class Machine:
    """A made-up machine with a checkout in a folder with a space."""

    def __init__(self, scratch, number, installed, user=0, without=(), marks=()):
        self.world = scratch / f"machine {number}"
        self.checkout = self.world / "a folder" / "footfall"
        (self.checkout / "tools").mkdir(parents=True)
        for name in ("try", "tools/setup.sh", "tools/packages-build.txt"):
            shutil.copy(ROOT / name, self.checkout / name)
        tools = self.world / "bin"
        tools.mkdir()
        for name in REAL:
            if shutil.which(name):
                (tools / name).symlink_to(shutil.which(name))
        for name, body in FAKES.items():
            if name not in without:
                (tools / name).write_text(f"#!/bin/sh\n{body}\n")
                (tools / name).chmod(0o755)
        (self.world / "installed").write_text("".join(f"{name}\n" for name in installed))
        (self.world / "id").write_text(f"{user}\n")
        for mark in marks:
            (self.world / mark).touch()

    def start(self, *arguments):
        (self.world / "calls").write_text("")
        ended = subprocess.run([str(self.checkout / "try"), *arguments], cwd="/", text=True,
                               env={"PATH": str(self.world / "bin"), "W": str(self.world)},
                               stdin=subprocess.DEVNULL, capture_output=True, check=False)
        ended.calls = (self.world / "calls").read_text().splitlines()
        return ended


def told(ended):
    return f"status {ended.returncode}\n{ended.calls}\n{ended.stdout}\n{ended.stderr}"


def check(tap, name, ended, status, **parts):
    """parts: out, err, calls: texts that must be in it."""
    where = {"out": ended.stdout, "err": ended.stderr, "calls": "\n".join(ended.calls)}
    good = ended.returncode == status and all(
        text in where[place] for place, texts in parts.items() for text in texts)
    tap.check(name, good, told(ended))


def test_installing(tap, scratch, names):
    some = [name for name in names if name not in ("meson", "nettle-dev")]
    line = "install -y --no-install-recommends meson nettle-dev"
    ended = Machine(scratch, 1, some).start("runs", "a b")
    check(tap, "root: the missing ones are named and installed, then it runs", ended, 7,
          out=["ran with 2: runs a b"], err=["  meson  ", "  nettle-dev  ", f"apt-get {line}"],
          calls=[f"{line} [noninteractive]", "meson setup"])
    tap.check("root: no sudo, what is there is not named, nothing on standard output",
              "sudo" not in ended.calls and "zlib1g-dev" not in ended.stderr
              and ended.stdout.count("\n") == 1, told(ended))
    check(tap, "a user: by sudo", Machine(scratch, 2, some, user=1000).start(), 7,
          out=["ran with 1: demo"], err=[f"sudo apt-get {line}"], calls=[f"sudo\napt-get"])
    check(tap, "a user without sudo is told the line", Machine(
        scratch, 3, some, user=1000, without=["sudo"]).start(), 3, err=["not root", f"apt-get {line}"])
    check(tap, "offline: what apt said and what to do", Machine(
        scratch, 4, some, marks=["offline"]).start(), 3, err=["E: cannot reach it", "network", line])
    check(tap, "old lists are fetched anew", Machine(scratch, 5, some, marks=["stale"]).start(), 7,
          calls=["update", line])
    check(tap, "not Debian: says what is needed and goes on", Machine(
        scratch, 6, [], without=["apt-get"]).start(), 7, err=["not Debian", "libsqlite3-dev"])


def test_building(tap, scratch, names):
    machine = Machine(scratch, 7, names)
    machine.start()
    ended = machine.start("x")
    tap.check("the second start is silent and only asks ninja",
              ended.returncode == 7 and ended.calls == ["ninja"] and ended.stderr == "", told(ended))
    (machine.world / "broken").touch()
    check(tap, "a build that fails shows its log and runs nothing", machine.start(), 3,
          err=["error: the code is wrong", "rm -rf"])
    (machine.world / "broken").unlink()
    moved = machine.world / "moved"
    machine.checkout.rename(moved)
    machine.checkout = moved
    check(tap, "a checkout that was moved is built anew", machine.start(), 7, calls=["meson setup"])
    link = machine.world / "bin" / "foot"
    link.symlink_to(moved / "try")
    ended = subprocess.run([str(link), "x"], capture_output=True, text=True, check=False,
                           env={"PATH": str(machine.world / "bin"), "W": str(machine.world)})
    tap.check("it starts through a link", ended.stdout == "ran with 1: x\n", ended.stderr)
    if os.getuid() == 0:
        tap.skip("a folder of someone else", "root may write anywhere")
        return
    (moved / "build").chmod(0o500)
    check(tap, "a folder of someone else", machine.start(), 3, err=["cannot write"])


def main():
    tap = Printer()
    lines = (ROOT / "tools" / "packages-build.txt").read_text().splitlines()
    names = [line.split()[0] for line in lines if line and not line.startswith("#")]
    with Scratch() as scratch:
        test_installing(tap, scratch, names)
        test_building(tap, scratch, names)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
