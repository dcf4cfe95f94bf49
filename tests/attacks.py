#!/usr/bin/env python3
"""Attacks the page server from outside, and looks whether it is still the same one afterwards: alive, small,
its journal whole. What a browser would be made to send is in tests/server.py; here is
what only a program sends: floods, crawling, smuggling, gigabytes, and a kill in the midst of writing. Prints TAP.
"""

import http.client
import json
import os
import random
import re
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.served import PROGRAM, TIMEOUT_S, Server  # noqa: E402
from runner.tap import Printer  # noqa: E402

CUT_OFF_S = 40  # the server bears a request that trickles in for 30 s; some rest for slow machines
KILLS = 12


def connect(server, timeout=TIMEOUT_S):
    return socket.create_connection(("127.0.0.1", server.port), timeout=timeout)


def head(server, method="GET", path="/api/runs", *more):
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}",
             f"X-Footfall-Token: {server.token}", *more, "", ""]
    return "\r\n".join(lines).encode("latin-1")


def receive(connection):
    """All that comes until it is closed, or nothing comes for long."""
    got = b""
    try:
        while piece := connection.recv(65536):
            got += piece
    except OSError:  # it was closed on us, or too slow: what came is the answer
        pass
    return got


def talk(server, data, timeout=TIMEOUT_S):
    with connect(server, timeout) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        return receive(connection)


def statuses(answer):
    """The statuses of all answers in what came back."""
    return [int(found) for found in re.findall(rb"(?:^|\n|})HTTP/1\.1 (\d{3}) ", answer)]


def answers(server):
    """Whether an ordinary page is answered now, and how long that takes."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    connection.request("GET", "/api/alive", headers={"X-Footfall-Token": server.token})
    status = connection.getresponse().status
    connection.close()
    return status == 200, time.monotonic() - began


def memory_kb(server):
    text = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(text.partition("VmRSS:")[2].split()[0])


def check_paths(tap, server):
    """Nothing outside the page's own table of files is ever found, however it is written."""
    ways = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "%252e%252e%252f", "..\\", "..%5c", "%c0%ae%c0%ae/", "....//", "/../")
    wrong = []
    for way in ways:
        for target in ("/" + way * 8 + "etc/passwd", "/views/" + way * 8 + "etc/passwd", f"/style.css/{way}main.js",
                       f"/{way}main.js"):
            got = talk(server, head(server, "GET", target))
            if b"root:" in got or statuses(got) not in ([404], [400]):
                wrong.append((target, got[:80]))
    for target in ("/main.js%00.css", "/main.js\0", "/style.css%00", "//etc/passwd", "/file:///etc/passwd", "/main.js/"):
        got = talk(server, head(server, "GET", target))
        # A NUL itself ends the target for the library: that is the file in front of it.
        if b"root:" in got or not set(statuses(got)) <= ({200} if target == "/main.js\0" else {404, 400}):
            wrong.append((target, got[:80]))
    tap.check("no path leads out of the page's files", not wrong, wrong)


def check_smuggling(tap, server):
    """Where two programs could see two borders between requests, there is no second answer."""
    inner = head(server, "GET", "/api/runs")
    attempts = {
        "two lengths": head(server, "POST", "/api/log", "Content-Length: 2", f"Content-Length: {2 + len(inner)}") + b"{}" + inner,
        "two lengths in one": head(server, "POST", "/api/log", f"Content-Length: 2, {2 + len(inner)}") + b"{}" + inner,
        "pieces and a length": head(server, "POST", "/api/log", "Content-Length: 4", "Transfer-Encoding: chunked")
        + b"0\r\n\r\n" + inner,
        "pieces in other letters": head(server, "POST", "/api/log", "Transfer-Encoding: xchunked", "Content-Length: 5")
        + b"0\r\n\r\n" + inner,
        "a length with a sign": head(server, "POST", "/api/log", "Content-Length: +2") + b"{}" + inner,
        "a length in hex": head(server, "POST", "/api/log", "Content-Length: 0x2") + b"{}" + inner,
        "a blank before the colon": head(server, "POST", "/api/log", "Content-Length : 2") + b"{}" + inner,
    }
    for name, data in attempts.items():
        got = statuses(talk(server, data))
        tap.check(f"smuggling: {name}", set(got) <= {400, 411, 413, 501}, got)
    several = talk(server, head(server, "GET", "/api/alive") * 20)
    tap.check("requests in a row are answered in a row", statuses(several) == [200] * 20, statuses(several))
    old = talk(server, head(server).replace(b"HTTP/1.1", b"HTTP/1.0"))
    tap.check("HTTP/1.0 is answered like any other", b" 200 " in old[:20], old[:60])


def check_floods(tap, server):
    many = talk(server, head(server, "GET", "/api/runs", *(f"X-{i}: {i}" for i in range(100000))))
    tap.check("a flood of headers is refused", set(statuses(many)) <= {431, 413, 400}, many[:80])
    token = talk(server, head(server, "GET", "/api/runs", "X-Footfall-Token: " + "0" * 60000))
    tap.check("a flood in one header is refused", set(statuses(token)) <= {431, 413, 400, 401}, token[:80])
    path = talk(server, head(server, "GET", "/api/question?skip=" + "a" * 200000))
    tap.check("an endless path is refused", set(statuses(path)) <= {414, 431, 413, 400}, path[:80])
    drawn = random.Random(8)
    for _ in range(40):
        talk(server, drawn.randbytes(drawn.choice((1, 100, 5000, 60000))))
    tap.check("garbage disturbs nobody", answers(server)[0])


def check_gigabyte(tap, server):
    """A gigabyte that is only said, and one that is really sent to whoever takes it."""
    tap.check("a gigabyte that is announced is refused",
              statuses(talk(server, head(server, "POST", "/api/log", "Content-Length: 1073741824"))) == [413])
    block, sent, before = b" " * (1 << 20), 0, memory_kb(server)
    with connect(server) as connection:
        connection.sendall(head(server, "POST", "/api/log", "Content-Length: 1073741824"))
        try:
            while sent < 1 << 30:
                connection.sendall(block)
                sent += len(block)
        except OSError:
            pass
    grown = memory_kb(server) - before
    tap.check("a gigabyte that is sent all the same is not taken in", grown < 20000, f"{sent} bytes, {grown} KB more")
    tap.check("and others are answered", answers(server)[0])


def crawl(server, start, piece):
    """How long the server bears a byte a second; it is answered meanwhile by others' counting."""
    connection = connect(server)
    connection.sendall(start)
    return connection, piece


def check_slow(tap, server):
    """Connections that crawl, in their headers or in their body, are cut off, and hold up nobody."""
    starts = [b"GET /api/runs HT", head(server, "POST", "/api/log", "Content-Length: 1000000")]
    crawling = [connect(server) for _ in range(10)]
    for i, connection in enumerate(crawling):
        connection.sendall(starts[i % 2])
    silent = [connect(server) for _ in range(10)]
    began, slowest, cut = time.monotonic(), 0, {}
    while time.monotonic() - began < CUT_OFF_S + 60 and len(cut) < len(crawling):
        good, took = answers(server)
        slowest = max(slowest, took if good else TIMEOUT_S)
        for i, connection in enumerate(crawling):
            try:
                if i not in cut:
                    connection.send(b" ")
                    connection.setblocking(False)
                    if connection.recv(1, socket.MSG_PEEK) == b"":
                        raise ConnectionResetError
                    cut[i] = time.monotonic() - began
            except BlockingIOError:
                pass
            except OSError:
                cut[i] = time.monotonic() - began
            connection.setblocking(True)
        time.sleep(1)
    tap.check("others are answered meanwhile", slowest < 2, f"{slowest:.2f} s")
    tap.check("what crawls is cut off", len(cut) == len(crawling), cut)
    for connection in silent:
        connection.settimeout(CUT_OFF_S)
    tap.check("what says nothing is let go of", all(receive(connection) == b"" for connection in silent))
    for connection in crawling + silent:
        connection.close()


def check_crowd(tap, server):
    """A thousand connections: the server takes as many as it can, and goes on when they leave."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    crowd, before = [], memory_kb(server)
    for _ in range(1000):
        try:
            crowd.append(connect(server, 5))
        except OSError:
            break
    for connection in crowd:
        try:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        except OSError:
            pass
    grown = memory_kb(server) - before
    tap.check("a thousand connections take no memory to speak of", grown < 30000, f"{len(crowd)}, {grown} KB more")
    for connection in crowd:
        connection.close()
    good, took = answers(server)
    tap.check("when they have left, others are answered", good and took < 30, f"{took:.2f} s")
    crowd = [connect(server) for _ in range(800)]  # more than it takes, and all stay
    began = time.monotonic()
    good, _ = answers(server)  # waits until those who say nothing are let go of
    took = time.monotonic() - began
    tap.check("whoever comes while it is full waits until those who say nothing are let go of",
              good and took < CUT_OFF_S + 30, f"{took:.1f} s")
    for connection in crowd:
        connection.close()


def check_keep_alive(tap, server):
    """One connection that asks on and on, and closes in the midst of answers."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    good = 0
    for _ in range(3000):
        connection.request("GET", "/api/alive", headers={"X-Footfall-Token": server.token})
        answer = connection.getresponse()
        answer.read()
        good += answer.status == 200
    connection.close()
    tap.check("thousands of requests on one connection", good == 3000, good)
    for _ in range(50):
        with connect(server) as hasty:
            hasty.sendall(head(server, "GET", "/api/copy") * 3)
    tap.check("who leaves in the midst of a file disturbs nobody", answers(server)[0])
    left = [link for fd in Path(f"/proc/{server.process.pid}/fd").iterdir()
            if (link := os.readlink(fd)).endswith("(deleted)")]
    tap.check("and no file stays behind", len(left) == 0, left)


def whole(journal):
    """What SQLite itself says of the file."""
    with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as db:
        return db.execute("PRAGMA integrity_check").fetchone()[0], db.execute("SELECT count(*) FROM run").fetchone()[0]


def said(journal):
    """How often which minute was said of run 1, in order."""
    with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as db:
        return [round(row[0] / 60) for row in db.execute("SELECT from_s FROM onset WHERE run_id = 1 ORDER BY id")]


def check_kills(tap, journal):
    """Killed at any moment of writing: what was answered is there, what was not is there once or not at all."""
    drawn = random.Random(20261130)
    confirmed, wrong, before = [], [], said(journal)
    for turn in range(KILLS):
        server = Server(journal)
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
        tried = None
        fuse = subprocess.Popen(["sh", "-c", f"sleep {drawn.uniform(0.02, 0.25):.3f}; kill -9 {server.process.pid}"])
        try:
            for minute in range(2, 38):
                tried = minute
                connection.request("POST", "/api/log", json.dumps({"run": 1, "numb": f"{minute}min"}),
                                   {"X-Footfall-Token": server.token})
                answer = connection.getresponse()
                answer.read()
                if answer.status == 200:
                    confirmed.append(minute)
                tried = None
            server.process.wait(TIMEOUT_S)
        except (OSError, http.client.HTTPException):
            pass
        fuse.wait(TIMEOUT_S)
        server.stop(signal.SIGKILL)
        now = said(journal)[len(before):]
        if now == confirmed + [tried] and tried is not None:
            confirmed.append(tried)  # it was kept, and only its answer was lost
        if now != confirmed or whole(journal)[0] != "ok":
            wrong.append((turn, now[-3:], confirmed[-3:], tried))
            break
    tap.check(f"killed {KILLS} times while it writes: nothing is lost, nothing doubled", not wrong, wrong)
    tap.check("and something was written at all", len(confirmed) > KILLS, len(confirmed))


def main():
    tap = Printer()
    folder = Path(os.environ["TMPDIR"]) / "attacks"
    folder.mkdir()
    subprocess.run([PROGRAM, "--journal", str(folder / "j.footfall"), "demo"], check=True,
                   stdout=subprocess.DEVNULL, timeout=TIMEOUT_S)
    journal = folder / "demo" / "journal.footfall"
    # The sanitizer keeps what was freed, up to 256 MB: that is no growth of the server's.
    os.environ["ASAN_OPTIONS"] = f"{os.environ.get('ASAN_OPTIONS', '')}:quarantine_size_mb=1:thread_local_quarantine_size_kb=64"
    server = Server(journal)
    if server.address is None:
        _, err = server.stop()
        print("1..0 # SKIP no libmicrohttpd-dev" if "without the page server" in err else f"not ok 1 - it starts\n# {err}\n1..1")
        return 0 if "without the page server" in err else 1
    runs, small = whole(journal), memory_kb(server)
    for attack in (check_paths, check_smuggling, check_floods, check_gigabyte, check_keep_alive, check_crowd, check_slow):
        attack(tap, server)
    tap.check("it is the same server as before", server.process.poll() is None and answers(server)[0])
    grown = memory_kb(server) - small
    tap.check("it has not grown", grown < 40000, f"{grown} KB")
    tap.check("it ends well", (status := server.stop()) == (0, ""), status)
    tap.check("the journal is whole", whole(journal) == runs and runs[0] == "ok", whole(journal))
    check_kills(tap, journal)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
