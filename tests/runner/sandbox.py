"""A place of its own for every test: scratch folder, empty home, fixed clock, no other environment."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

# 2026-06-01T12:00:00Z. The program takes its clock from FOOTFALL_NOW (seconds since 1970) when set.
NOW = "1780315200"

# What libraries keep to themselves until the program ends.
SUPPRESSIONS = Path(__file__).resolve().parent / "leaks.txt"

# A sanitizer's report ends the program with this status, which footfall itself never uses.
SANITIZER_STATUS = 86
SANITIZER_REPORT = re.compile(
    r"ERROR: (Address|Leak|Thread|Memory)Sanitizer|runtime error: |SUMMARY: \w+Sanitizer")


def shared_folder():
    """The given material beside the checkout, or None."""
    path = Path(os.environ.get("FOOTFALL_SHARED") or ROOT.parent / "shared")
    return path.resolve() if path.is_dir() else None


def environment(scratch, bin_folder=None):
    """All variables a test sees."""
    for name in ("home", "tmp"):
        (scratch / name).mkdir(exist_ok=True)
    path = "/usr/local/bin:/usr/bin:/bin"
    values = {
        "PATH": f"{bin_folder}:{path}" if bin_folder else path,
        "HOME": str(scratch / "home"),
        "TMPDIR": str(scratch / "tmp"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "PYTHONDONTWRITEBYTECODE": "1",
        "FOOTFALL_NOW": NOW,
        "ASAN_OPTIONS": "halt_on_error=1:detect_leaks=1:detect_stack_use_after_return=1:"
                        f"strict_string_checks=1:allocator_may_return_null=1:exitcode={SANITIZER_STATUS}",
        "UBSAN_OPTIONS": f"halt_on_error=1:print_stacktrace=1:exitcode={SANITIZER_STATUS}",
        "LSAN_OPTIONS": f"exitcode={SANITIZER_STATUS}:print_suppressions=0:suppressions={SUPPRESSIONS}",
    }
    shared = shared_folder()
    if shared:
        values["FOOTFALL_SHARED"] = str(shared)
    return values


class Scratch:
    """with Scratch() as folder: a new folder, removed afterwards whatever its modes became."""

    def __enter__(self):
        self.path = Path(os.path.realpath(tempfile.mkdtemp(prefix="footfall-test-")))
        self.path.chmod(0o755)  # tests that become another user must get in
        return self.path

    def __exit__(self, *_):
        for folder, inner, _ in os.walk(self.path):
            for path in (os.path.join(folder, name) for name in inner):
                if not os.path.islink(path):
                    os.chmod(path, 0o700)
        shutil.rmtree(self.path)


class Ended:
    """How a command ended: status (negative: by that signal), out and err as text, timed_out."""

    def __init__(self, status, out, err, timed_out):
        self.status, self.out, self.err, self.timed_out = status, out, err, timed_out

    def crash(self):
        """What the program must never do, in a few words, or None."""
        if self.timed_out:
            return "it did not end in time"
        if self.status < 0:
            return f"it was ended by signal {signal.Signals(-self.status).name}"
        if self.status == SANITIZER_STATUS or SANITIZER_REPORT.search(self.err + self.out):
            return "a sanitizer reported an error"
        if 128 < self.status < 160:
            return f"a program in it was ended by signal {signal.Signals(self.status - 128).name}"
        return None


def run(command, cwd, env, timeout, merged=False):
    """Runs command without input; kills it and all it started after timeout seconds."""
    process = subprocess.Popen(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if merged else subprocess.PIPE, start_new_session=True)
    timed_out = False
    try:
        out, err = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        timed_out = True
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
    return Ended(process.returncode, out.decode("utf-8", "replace"),
                 (err or b"").decode("utf-8", "replace"), timed_out)


def bin_folder(scratch, program):
    """A folder for PATH in which `footfall` is the built program."""
    folder = scratch / "bin"
    folder.mkdir(exist_ok=True)
    link = folder / "footfall"
    if not link.exists():
        link.symlink_to(program)
    return folder
