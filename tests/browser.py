#!/usr/bin/env python3
"""Tests the page in a browser: starts `footfall open` on journals of made-up runners and has
tests/npm/browser.mjs drive Chromium through it, by mouse, by keyboard alone and at the size of a phone.
Prints TAP.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.sandbox import ROOT  # noqa: E402
from runner.served import PROGRAM, TIMEOUT_S, Server  # noqa: E402

NPM = ROOT / "tests" / "npm"


def why_not():
    """What is missing to run, or None."""
    if not shutil.which("node"):
        return "node is not installed"
    if not (NPM / "node_modules" / "playwright-core").is_dir():
        return "playwright-core is not installed: 'npm ci' in tests/npm"
    if not shutil.which("chromium"):
        return "chromium is not installed"
    return None


def journals_needed():
    """The names of the scenes' journals; scenes that write have one of their own."""
    told = subprocess.run(["node", str(NPM / "browser.mjs"), "--journals"], check=True,
                          stdout=subprocess.PIPE, timeout=TIMEOUT_S)
    return json.loads(told.stdout)


def make_journals(folder, names):
    """"demo" is the demo's journal; "empty" is not there yet, nor is any "empty_..."; the others hold
    the demo's runs and nothing that was said of them."""
    demo = folder / "demo" / "journal.footfall"
    subprocess.run([PROGRAM, "--journal", str(folder / "j.footfall"), "demo"], check=True,
                   stdout=subprocess.DEVNULL, timeout=TIMEOUT_S)
    runs = sorted(str(path) for path in demo.parent.rglob("*.fit"))
    plain = folder / "plain.footfall"
    subprocess.run([PROGRAM, "--journal", str(plain), "import", *runs], check=True,
                   stdout=subprocess.DEVNULL, timeout=TIMEOUT_S)
    journals = {name: demo if name == "demo" else folder / f"{name}.footfall" for name in names}
    for name, journal in journals.items():
        if name != "demo" and not name.startswith("empty"):
            shutil.copy(plain, journal)
    return journals


def main():
    missing = why_not()
    if missing:
        print(f"1..0 # SKIP {missing}")
        return 0
    folder = Path(os.environ["TMPDIR"]) / "browser"
    folder.mkdir()
    journals = make_journals(folder, journals_needed())
    servers = {name: Server(journal) for name, journal in journals.items()}
    if any(server.address is None for server in servers.values()):
        ends = [server.stop() for server in servers.values()]
        if all("without the page server" in err for _, err in ends):
            print("1..0 # SKIP no libmicrohttpd-dev")
            return 0
        print(f"not ok 1 - the servers start\n# {ends}\n1..1")
        return 1
    told = {"chromium": shutil.which("chromium"), "servers": {
        name: {"address": server.address, "pid": server.process.pid} for name, server in servers.items()}}
    ended = subprocess.run(["node", str(NPM / "browser.mjs"), json.dumps(told)])
    for server in servers.values():
        server.stop(signal.SIGTERM)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
