#!/usr/bin/env python3
"""Tests the page server from outside: starts `footfall open` on the demo's journal, asks it as the page
would and as an attacker would, runs every example of docs/api.md, and looks through the files of the
page for addresses elsewhere and for texts that are missing. Prints TAP.
"""

import gzip
import http.client
import io
import json
import os
import re
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.parse
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from runner.reading import FORMULAS, LIMITS, hardest  # noqa: E402
from runner.sandbox import ROOT  # noqa: E402
from runner.served import PROGRAM, TIMEOUT_S, Server  # noqa: E402
from runner.tap import Printer  # noqa: E402

sys.path.insert(0, str(ROOT / "tools"))
from embed import packed, without_comments  # noqa: E402

PAGE = ROOT / "page"
ANY = "…"

POLICY = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    def json(self):
        return json.loads(self.body)

    def value(self):
        """The JSON, or of what file it is."""
        kind = self.headers["Content-Type"]
        return self.json() if kind == "application/json" else {"file": kind, "bytes": len(self.body)}

    def code(self):
        """The code of an error."""
        return self.json().get("error", {}).get("code")


def ask(server, method, path, body=None, token=True, headers=None):
    """One request with exactly these headers besides Host and Content-Length."""
    sent = {"X-Footfall-Token": server.token} if token is True else {}
    if isinstance(token, str):
        sent["X-Footfall-Token"] = token
    sent.update(headers or {})
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    connection.request(method, path, body, sent)
    answer = Answer(connection.getresponse())
    connection.close()
    return answer


def send_raw(server, data):
    """The first line that comes back for these bytes, "" when the connection is closed."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT_S) as connection:
        got = b""
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            while b"\r\n" not in got:
                piece = connection.recv(4096)
                if not piece:
                    break
                got += piece
        except OSError:  # it was closed on us, which is an answer too
            pass
        return got.split(b"\r\n")[0].decode("latin-1")


# --- the examples of docs/api.md -------------------------------------------------------------------

BLOCK = re.compile(r"^```api\n(.*?)\n\n(\d+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example:
    def __init__(self, line, asked, status, answer):
        first, _, body = asked.partition("\n")
        self.line = line
        self.method, self.path = first.split()
        self.body = body or None
        self.status, self.answer = int(status), json.loads(answer)


def examples():
    text = (ROOT / "docs" / "api.md").read_text()
    return [Example(text.count("\n", 0, match.start()) + 1, *match.groups())
            for match in BLOCK.finditer(text)]


def difference(expected, actual, where="the answer"):
    """What is wrong with an answer of which only a part is expected, or ''."""
    if expected == ANY:
        return ""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for name, value in expected.items():
            if name not in actual:
                return f"{where} has no '{name}'"
            wrong = difference(value, actual[name], f"{where}.{name}")
            if wrong:
                return wrong
        return ""
    if isinstance(expected, list) and isinstance(actual, list):
        if len(actual) < len(expected):
            return f"{where} has {len(actual)} items, not {len(expected)}"
        wrong = (difference(*pair, f"{where}[{i}]") for i, pair in enumerate(zip(expected, actual)))
        return next((text for text in wrong if text), "")
    return "" if expected == actual else f"{where} is {actual!r}, not {expected!r}"


def route_of(path, routes):
    """The route of a path: itself, or the one with {...} that it fits."""
    path = path.partition("?")[0]
    fits = {route for _, route in routes
            if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(route)), path)}
    return path if path in fits or not fits else fits.pop()


def ask_to_the_end(server, example):
    """Long work is asked for again and again, as the page does."""
    while True:
        answer = ask(server, example.method, example.path, example.body)
        value = answer.value()
        if not isinstance(value, dict) or value.get("state") not in ("reading", "making") \
                or example.answer.get("state") == value["state"]:
            return answer


def check_examples(tap, server):
    found = examples()
    for example in found:
        answer = ask_to_the_end(server, example)
        wrong = difference(example.answer, answer.value())
        if answer.status != example.status:
            wrong = f"status {answer.status}, not {example.status}: {answer.body[:400]}"
        tap.check(f"docs/api.md:{example.line} {example.method} {example.path}", not wrong, wrong)
    routes = {(r["method"], r["path"]) for r in ask(server, "GET", "/api").json()["routes"]}
    shown = {(e.method, route_of(e.path, routes)) for e in found if e.status == 200}
    tap.check("every route has an example", routes == shown, f"not the same: {routes ^ shown}")


# --- the page's files ------------------------------------------------------------------------------

TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".js": "text/javascript; charset=utf-8"}


def served(path):
    """A file of the page as the program has it (tests/tools/test_embed.py looks at what that leaves out)."""
    return without_comments(path.read_bytes(), path.suffix)


def page_files():
    return sorted(path for path in PAGE.rglob("*") if path.suffix in TYPES)


def check_files(tap, server):
    for path in page_files():
        where = "/" + path.relative_to(PAGE).as_posix()
        plain = ask(server, "GET", where, token=False)
        small = ask(server, "GET", where, token=False, headers={"Accept-Encoding": "br, gzip"})
        wrong = [name for name, value in POLICY.items() if plain.headers[name] != value]
        good = (plain.status == small.status == 200 and plain.body == served(path)
                and gzip.decompress(small.body) == plain.body
                and small.headers["Content-Encoding"] == "gzip"
                and plain.headers["Content-Encoding"] is None
                and plain.headers["Content-Type"] == TYPES[path.suffix] and not wrong)
        tap.check(f"{where} is served without its comments, plain and packed, with its defences", good,
                  f"{plain.status} {plain.headers} {wrong}")
    root = ask(server, "GET", "/", token=False)
    tap.check("/ is the page", root.body == (PAGE / "index.html").read_bytes())
    refused = ask(server, "GET", "/", token=False, headers={"Accept-Encoding": "gzip;q=0"})
    tap.check("a refused packing is not sent", refused.headers["Content-Encoding"] is None)
    head = ask(server, "HEAD", "/style.css", token=False)
    tap.check("HEAD gives the length and no body", head.status == 200 and not head.body
              and int(head.headers["Content-Length"]) == len(served(PAGE / "style.css")))


ELSEWHERE = re.compile(r"""(?:[a-z]+:)?//[\w.-]+|@import|(?<!Object)url\((?!#)""", re.IGNORECASE)
NAMESPACE = ("http://www.w3.org/2000/svg",)  # a name, never asked for
IMPORT = re.compile(r"""\bfrom\s+"([^"]+)"|\bimport\s*\("([^"]+)"\)|\bimport\s*\(""")


def imported_by(name):
    """The modules without which this one does not run, itself left out."""
    found, open_ones = set(), [name]
    while open_ones:
        at = open_ones.pop()
        text = (PAGE / at).read_text()
        for other in re.findall(r'\bfrom\s+"([^"]+)"', text):
            path = os.path.normpath(Path(at).parent / other)
            if path not in found:
                found.add(path)
                open_ones.append(path)
    return found - {name}


def check_sources(tap):
    """What can be said of the page's files without a browser."""
    for path in page_files():
        name = path.relative_to(ROOT)
        text = path.read_text()
        for word in NAMESPACE:
            text = text.replace(word, "")
        code = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE) if path.suffix == ".js" else text
        found = ELSEWHERE.findall(code)
        tap.check(f"{name} names no other host", not found, found)
        if path.suffix == ".js":
            missing = [m[0] for m in IMPORT.finditer(code)
                       if not (path.parent / (m[1] or m[2] or "nothing")).is_file()]
            tap.check(f"{name} imports only files of the page", not missing, missing)
    words = (PAGE / "index.html").read_text()
    inline = re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", words)
    tap.check("index.html holds no inline code or style", inline is None, inline)
    first = {"main.js", "ahead.js", "views/start.js"} | imported_by("main.js") | imported_by("views/start.js")
    named = set(re.findall(r'(?:href|src)="([\w/]+\.js)"', words))
    tap.check("index.html asks at once for the modules of the first screen, and for no other", named == first, named ^ first)
    code = code_of_page()
    sinks = re.findall(r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function)\b", code)
    tap.check("the page never makes HTML or code of text", not sinks, sinks)
    fetches = re.findall(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b *\(", code)
    tap.check("one function asks the core", fetches == ["fetch("], fetches)
    sizes = {p: len(packed(served(p))) for p in page_files()}
    for language in languages(): # a runner loads the tables of one language; those of things to do, of errors and of the note with the first of them
        loaded = {p: n for p, n in sizes.items() if p.parent != TEXTS or p.stem.split("_")[0] == language}
        later = sum(loaded.pop(TEXTS / f"{language}_{part}.js", 0) for part in ("care", "seldom"))
        size = sum(loaded.values())
        tap.check(f"the page is under 150 KB packed, in '{language}'", size < 150_000, f"{size} bytes")
        tap.check(f"and under 180 KB with all that is loaded later, in '{language}'", size + later < 180_000,
                  f"{size + later} bytes")


TEXTS = PAGE / "texts"
# German texts that are rightly the English ones: names, units, and a word that both have.
SAME = {"nav.start", "nav.plan", "pace", "runs.gear_is", "laps.km", "laps.pace", "unit.metres", "unit.cm", "unit.ms",
        "unit.km", "unit.watts", "unit.degrees", "gear.name", "gear.km", "routines.times", "shoes.figure", "shoes.size", "foot_map.of",
        "foot_map.place",
        "size.EU", "size.UK", "size.mondopoint"}
# What hardly stands in a German sentence: a text with one of them was forgotten.
ENGLISH = re.compile(r"\b(?:the|and|of|your|you|with|is|are|this|what|when|run|runs|foot|feet|shoe)\b", re.IGNORECASE)


def languages():
    """The codes of the languages there are, English first."""
    return sorted((p.stem for p in TEXTS.glob("*.js") if "_" not in p.stem), key=lambda code: (code != "en", code))


def code_of_page():
    return "".join(p.read_text() for p in page_files() if p.suffix == ".js" and p.parent != TEXTS)


def texts_of(language):
    """[(key, text)] of a language's table, in its order."""
    table = (TEXTS / f"{language}.js").read_text()
    return [(key, json.loads(text)) for key, text in re.findall(r'^  "([\w.]+)": (".*"),$', table, flags=re.MULTILINE)]


def check_languages(tap):
    """Every language says all that English says, with the same places for values; and the core's words too."""
    english = dict(texts_of("en"))
    named = re.search(r"LANGUAGES = \{([^}]*)\}", (PAGE / "language.js").read_text())[1]
    tap.check("every language can be chosen", sorted(re.findall(r"(\w+):", named)) == sorted(languages()), named)
    for language in languages()[1:]:
        pairs = texts_of(language)
        own = dict(pairs)
        tap.check(f"{language}: no text is there twice", len(own) == len(pairs))
        tap.check(f"{language}: every text is there, and no other", own.keys() == english.keys(),
                  own.keys() ^ english.keys())
        for key in own.keys() & english.keys():
            places = [sorted(set(re.findall(r"\{\w+\}", text))) for text in (own[key], english[key])]
            if places[0] != places[1]:
                tap.not_ok(f"{language}: {key} has the places of its English", f"{places}")
        if language == "de":
            same = {key for key in own if own[key] == english.get(key)}
            tap.check("de: nothing was left in English", same == SAME, same ^ SAME)
            found = [key for key in own if ENGLISH.search(re.sub(r"„footfall \w+“|\{\w+\}|\b(?:US|UK)\b", "", own[key]))]
            tap.check("de: no English words", not found, found)
        words = subprocess.run([sys.executable, str(ROOT / "tools" / "language.py"), "--check", language],
                               capture_output=True, text=True, timeout=TIMEOUT_S)
        tap.check(f"{language}: all words of the knowledge, none of them old", words.returncode == 0, words.stderr)


# Of a red flag: who is to be seen, how soon, and what makes it one. Each side has its word where the other has.
DANGERS = {"de": [
    (r"ambulance", r"Rettungsdienst"), (r"emergency department", r"Notaufnahme"), (r"\btoday\b", r"\bheute\b"),
    (r"(GP|doctor|clinic)\b.* within days", r"in den nächsten Tagen"), (r"sudden", r"plötzlich"), (r"\bnow\b|help at once", r"\bjetzt\b|\bsofort\b"),
    (r"Do not drive", r"Fahr nicht"), (r"do not run|no hard running", r"lauf (bis dahin )?nicht"),
    (r"stop running", r"hör (bis dahin )?auf zu laufen"), (r"waist", r"Taille"), (r"infection", r"Infektion"),
    (r"between the legs", r"zwischen den Beinen"), (r"urine or stool", r"Stuhlgang"), (r"double vision", r"doppelt"),
    (r"worse", r"schlimmer"), (r"one side|one eye|one calf", r"einer seite|ein auge|eine wade"), (r"weak", r"schw[aä]ch"),
    (r"cancer", r"Krebs"), (r"fever", r"Fieber"), (r"at night", r"in der Nacht|nachts"), (r"hours", r"Stunde")]}


def check_dangers(tap):
    """A red flag says in every language what it says in English: no condition is put in or left out, and no hurry."""
    sys.path.insert(0, str(ROOT / "tools"))
    import language as core_words
    for code, words in DANGERS.items():
        flags = [entry for entry in core_words.pairs(ROOT / "knowledge" / "languages" / f"{code}.txt") if entry[3].startswith("flag ")]
        wrong = [f"{english!r}: {own!r} is {theirs!r}" for text, theirs, *_ in flags for english, own in words
                 if bool(re.search(english, text, re.I)) != bool(re.search(own, theirs, re.I))]
        tap.check(f"{code}: {len(flags)} texts of red flags hold what makes them one", len(flags) > 100 and not wrong, "\n".join(wrong))


def check_reading(tap):
    """What the page and the core say can be read at the age of 12."""
    sys.path.insert(0, str(ROOT / "tools"))
    import language as core_words
    entries = core_words.pairs(ROOT / "knowledge" / "languages" / "de.txt")
    spoken = {"en": [entry[0] for entry in entries], "de": [entry[1] for entry in entries]}
    easy, hard = "The shoe is too small. It hurts.", (
        "Considerable investigation of peripheral polyneuropathies demonstrates heterogeneous pathophysiological "
        "characteristics. Comprehensive interdisciplinary examination necessitates electrophysiological confirmation, "
        "notwithstanding individual susceptibility and environmental considerations beyond laboratory identification.")
    tap.check("a hard text is found to be hard", hardest("en", [easy, hard])[0][0] > 2 * LIMITS["en"])
    for code in sorted(FORMULAS.keys() & set(languages())):
        found = hardest(code, [text for _, text in texts_of(code)] + spoken[code])
        worst = [f"{grade:.1f}: {text}" for grade, text in found if grade > LIMITS[code]]
        tap.check(f"{code}: {len(found)} texts can be read at 12 (mean {sum(g for g, _ in found) / len(found):.1f}, "
                  f"the hardest {found[0][0]:.1f})", not worst, "\n".join(worst))


def check_texts(tap):
    """Every text the page asks for is in the table, and every text is asked for."""
    keys = [key for key, _ in texts_of("en")]
    tap.check("no text is there twice", len(keys) == len(set(keys)),
              [key for key in keys if keys.count(key) > 1])
    code = code_of_page()
    fixed = set(re.findall(r'"([a-z_]+(?:\.[\w]+)*)"', code))
    open_ended = {m.replace("${", "\0").partition("\0")[0]
                  for m in re.findall(r"`([a-z_]+\.[^`]*)`", code)}
    called = set(re.findall(r'\bt\((?:\w+ \? )?"([\w.]+)"', code))
    called |= {key for pair in re.findall(r'\bt\(\w+ \? "([\w.]+)" : "([\w.]+)"', code) for key in pair}
    bases = {re.sub(r"\.(one|other)$", "", key) for key in keys} | set(keys)
    tap.check("every text that is asked for is there", called <= bases, called - bases)
    unused = [key for key in keys if re.sub(r"\.(one|other)$", "", key) not in fixed
              and key not in fixed and not any(key.startswith(start) for start in open_ended)]
    tap.check("every text is asked for", not unused, unused)


def check_routes_of_page(tap, server):
    """The page asks for nothing that the core does not answer."""
    told = ask(server, "GET", "/api").json()["routes"]
    routes = {re.sub(r"\{\w+\}", "{}", r["path"]) for r in told}
    code = "".join(p.read_text() for p in page_files() if p.suffix == ".js")
    asked = {re.sub(r"\$\{[^}]*\}", "{}", path)
             for path in re.findall(r'["`](/api(?:[\w/-]|\$\{[^}]*\})*)', code)}
    tap.check("the page's paths are the core's", asked and asked <= routes, asked - routes)
    with_query = set(re.findall(r'["`](/api[\w/-]*)\?', code))
    take_one = {r["path"] for r in told if r.get("query")}
    tap.check("the page sends queries only where they are read", with_query and with_query <= take_one,
              with_query - take_one)


# --- who is answered -------------------------------------------------------------------------------

def check_doors(tap, server):
    def expect(name, answer, status, code="FF_ERR_REFUSED"):
        tap.check(name, answer.status == status and answer.code() == code
                  and answer.headers["Cache-Control"] == "no-store"
                  and not [h for h in answer.headers if h.lower().startswith("access-control-")],
                  f"{answer.status} {answer.headers}{answer.body[:300]}")

    wrong = ("0" if server.token[0] != "0" else "1") + server.token[1:]
    expect("no token", ask(server, "GET", "/api/runs", token=False), 401)
    expect("an empty token", ask(server, "GET", "/api/runs", token=""), 401)
    expect("a wrong token", ask(server, "GET", "/api/runs", token=wrong), 401)
    expect("half a token", ask(server, "GET", "/api/runs", token=server.token[:16]), 401)
    expect("a token and more", ask(server, "GET", "/api/runs", token=server.token + "0"), 401)
    expect("no token, with a body", ask(server, "POST", "/api/log", "{}", token=False), 401)
    expect("no token, /api itself", ask(server, "GET", "/api", token=False), 401)
    expect("no token, an unknown path", ask(server, "GET", "/api/x", token=False), 401)
    expect("a token in the query", ask(server, "GET", f"/api/runs?token={server.token}", token=False), 401)
    expect("a preflight", ask(server, "OPTIONS", "/api/log", token=False, headers={
        "Origin": f"http://127.0.0.1:{server.port}", "Access-Control-Request-Method": "POST"}), 401)
    for host in ("example.org", f"example.org:{server.port}", "127.0.0.1", "localhost",
                 f"127.0.0.1:{server.port + 1}", f"127.0.0.1.invalid:{server.port}",
                 f"0.0.0.0:{server.port}", f"[::1]:{server.port}"):
        expect(f"Host {host}", ask(server, "GET", "/api/runs", headers={"Host": host}), 421)
        expect(f"Host {host}, the page", ask(server, "GET", "/", headers={"Host": host}), 421)
    for host in (f"127.0.0.1:{server.port}", f"localhost:{server.port}"):
        answer = ask(server, "GET", "/api/runs", headers={
            "Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"})
        tap.check(f"Host and Origin {host}", answer.status == 200)
    for origin in ("http://example.org", "null", f"https://127.0.0.1:{server.port}",
                   "http://127.0.0.1", f"http://127.0.0.1:{server.port}.example.org"):
        expect(f"Origin {origin}", ask(server, "GET", "/api/runs", headers={"Origin": origin}), 403)
    for site in ("cross-site", "same-site", ""):
        headers = {"Sec-Fetch-Site": site}
        expect(f"Sec-Fetch-Site '{site}'", ask(server, "GET", "/api/runs", headers=headers), 403)
        expect(f"Sec-Fetch-Site '{site}', a file",
               ask(server, "GET", "/main.js", token=False, headers=headers), 403)
        expect(f"Sec-Fetch-Site '{site}', the page in a frame", ask(
            server, "GET", "/", token=False, headers={
                **headers, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}), 403)
    visit = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    tap.check("a link elsewhere may lead to the page",
              ask(server, "GET", "/", token=False, headers=visit).status == 200)
    expect("and no further", ask(server, "GET", "/api/runs", headers=visit), 403)


def check_raw(tap, server):
    """Requests that no library sends."""
    host = f"Host: 127.0.0.1:{server.port}\r\n"
    token = f"X-Footfall-Token: {server.token}\r\n"
    requests = (
        ("two hosts", f"GET / HTTP/1.1\r\n{host}Host: example.org\r\n\r\n", "421|400"),
        ("no host", "GET / HTTP/1.1\r\n\r\n", "421|400"),
        ("no host, old", "GET / HTTP/1.0\r\n\r\n", "421|400"),
        ("two tokens", f"GET /api/runs HTTP/1.1\r\n{host}{token}{token}\r\n", "401"),
        ("an address as path", f"GET http://example.org/api HTTP/1.1\r\n{host}{token}\r\n", "404|400"),
        ("up the folders", f"GET /../../etc/passwd HTTP/1.1\r\n{host}\r\n", "404"),
        ("up the folders, encoded", f"GET /%2e%2e/etc/passwd HTTP/1.1\r\n{host}\r\n", "404"),
        ("a path with a NUL", f"GET /api/runs%00 HTTP/1.1\r\n{host}{token}\r\n", "404"),
        ("pieces", f"POST /api/log HTTP/1.1\r\n{host}{token}Transfer-Encoding: chunked\r\n\r\n"
         "2\r\n{}\r\n0\r\n\r\n", "411"),
        ("two lengths", f"POST /api/log HTTP/1.1\r\n{host}{token}Content-Length: 2\r\n"
         "Content-Length: 3\r\n\r\n{} ", "400"),
        ("a length that is none", f"POST /api/log HTTP/1.1\r\n{host}{token}Content-Length: -1\r\n\r\n",
         "400|413"),
        ("a gigabyte", f"POST /api/log HTTP/1.1\r\n{host}{token}Content-Length: 1000000000\r\n\r\n",
         "413"),
        ("garbage", "\x00\x01\x02\r\n\r\n", "|400"),
        ("a long header", f"GET / HTTP/1.1\r\n{host}X: {'x' * 100000}\r\n\r\n", "431|413|400|"),
        ("a body that is cut off", f"POST /api/log HTTP/1.1\r\n{host}{token}Content-Length: 20\r\n\r\n{{",
         "|400"))
    with ThreadPoolExecutor(len(requests)) as pool:  # some are answered only when their time is up
        lines = pool.map(lambda request: send_raw(server, request[1].encode("latin-1")), requests)
        for (name, _, status), line in zip(requests, lines):
            got = line.split()[1] if len(line.split()) > 1 else ""
            tap.check(f"refused: {name}", got in status.split("|"), line)


def check_requests(tap, server):
    def expect(name, answer, status, code):
        tap.check(name, answer.status == status and answer.code() == code,
                  f"{answer.status} {answer.body[:300]}")

    expect("an unknown path", ask(server, "GET", "/api/nothing"), 404, "FF_ERR_NOT_FOUND")
    expect("an unknown file", ask(server, "GET", "/nothing.js", token=False), 404, "FF_ERR_NOT_FOUND")
    expect("a path that only begins like one", ask(server, "GET", "/apis"), 404, "FF_ERR_NOT_FOUND")
    answer = ask(server, "GET", "/api/log")
    expect("a wrong method", answer, 405, "FF_ERR_USAGE")
    tap.check("which is told", answer.headers["Allow"] == "POST", answer.headers)
    answer = ask(server, "POST", "/style.css", "{}", token=False)
    expect("a wrong method for a file", answer, 405, "FF_ERR_USAGE")
    tap.check("which is told too", answer.headers["Allow"] == "GET, HEAD", answer.headers)
    expect("bad JSON", ask(server, "POST", "/api/log", '{"run":'), 400, "FF_ERR_JSON")
    expect("no JSON", ask(server, "POST", "/api/log"), 400, "FF_ERR_JSON")
    expect("a GET with a body", ask(server, "GET", "/api/runs", "{}"), 400, "FF_ERR_USAGE")
    expect("a body at the limit", ask(server, "POST", "/api/log", b" " * (1 << 20)), 400, "FF_ERR_JSON")
    slow = socket.create_connection(("127.0.0.1", server.port))  # open, and says nothing
    tap.check("others are answered meanwhile", ask(server, "GET", "/api/runs").status == 200)
    slow.close()
    crowd = [socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT_S) for _ in range(200)]
    for connection in crowd:
        connection.close()
    tap.check("a crowd that leaves again", ask(server, "GET", "/api/runs").status == 200)


# --- bringing in runs ------------------------------------------------------------------------------

PIECE = 4 << 20


class Import:
    """What the page does to bring in files, or to bring back a copy."""

    def __init__(self, server, **how):
        self.server = server
        self.number = ask(server, "POST", "/api/import", json.dumps(how)).json().get("import")

    def send(self, name, data, at=0, size=None):
        query = urllib.parse.urlencode({"import": self.number, "name": name, "at": at,
                                        "size": len(data) if size is None else size},
                                       quote_via=urllib.parse.quote)
        return ask(self.server, "POST", f"/api/import/file?{query}", data)

    def send_all(self, name, data):
        at = 0
        while at < len(data):
            at = self.send(name, data[at:at + PIECE], at, len(data)).json()["have"]

    def act(self, what):
        return ask(self.server, "POST", f"/api/import/{what}", json.dumps({"import": self.number}))

    def read(self, path="/api/import/step"):
        """Every answer until it is done."""
        answers = []
        while not answers or answers[-1]["state"] == "reading":
            answers.append(ask(self.server, "POST", path, json.dumps({"import": self.number})).json())
        return answers

    def look(self):
        return self.read("/api/restore/look")

    def bring_back(self):
        return ask(self.server, "POST", "/api/restore", json.dumps({"import": self.number}))


def apple_export(runs, records):
    """As Apple Health writes it, its measurements before its runs."""
    record = ('<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" '
              'startDate="2026-0{m}-{d:02} 08:{s:02}:00 +0000" endDate="2026-0{m}-{d:02} 08:{s:02}:00 +0000" value="150"/>\n')
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">\n'
    for i in range(records):
        yield record.format(m=1 + i % 6, d=1 + i // 6 % 28, s=i // 168 % 60)
    for i in range(runs):
        yield (f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" '
               f'totalDistance="5" totalDistanceUnit="km" sourceName="Watch" '
               f'startDate="2026-0{1 + i % 6}-{1 + i // 6:02} 08:00:00 +0000" '
               f'endDate="2026-0{1 + i % 6}-{1 + i // 6:02} 08:30:00 +0000"/>\n')
    yield "</HealthData>\n"


def memory_kb(server):
    """The most that it ever took."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1])


def check_import_names(tap, imported):
    bad = ("", "/a", "a/", "a//b", "../a", "a/../b", "a/..", ".", "./a", ".hidden", "a/.b", "a\nb", "a\x00b",
           "a\x7fb", "a\u0085b", "x" * 256, "a/" * 32 + "b", "é" * 501)
    for name in bad:
        answer = imported.send(name, b"x")
        tap.check(f"a name that is none: {name[:20]!r}", answer.status == 400 and answer.code() == "FF_ERR_VALUE"
                  and answer.json()["error"]["where"] == "name", answer.body[:300])
    number = imported.number
    for query in (f"import={number}&name=%ff&at=0&size=1", f"import={number}&name=a%c3&at=0&size=1",
                  f"import={number}&name=a%&at=0&size=1", f"import={number}&name=a%zz&at=0&size=1",
                  f"import={number}&name=a&at=-1&size=1", f"import={number}&name=a&at=0&size=99999999999999999999",
                  f"import={number}&name=a&at=0&size=0", f"import={number}&name=a&at=2&size=1",
                  f"import={number}&name=a&name=b&at=0&size=1", f"import={number}&name=a&at=0&size=1&x=1",
                  f"import={number}&name=a&at=0", "name=a&at=0&size=1", "", f"import={number + 1}&name=a&at=0&size=1"):
        answer = ask(imported.server, "POST", f"/api/import/file?{query}", b"x")
        tap.check(f"a query that is none: {query[:50]}", answer.status == 400, answer.body[:300])
    for name in ("Läufe/ö ü.fit", "a & b=c?.fit", "100%.fit", "x" * 255, "a..b/c..fit"):
        tap.check(f"a name as people write them: {name[:20]!r}", imported.send(name, b"x").status == 200)


def check_import_pieces(tap, server, folder):
    first = Import(server)
    private = [folder, *folder.rglob("*")]
    tap.check("what is received lies where nobody else can look", first.send("a/b.bin", b"12345").status == 200
              and all(path.stat().st_mode & 0o77 == 0 for path in private) and folder.is_dir(), private)
    second = ask(server, "POST", "/api/import", "{}")
    tap.check("a second one at once is told to wait", second.status == 503 and second.code() == "FF_ERR_BUSY")
    other = Server(folder.with_suffix(""))
    third = ask(other, "POST", "/api/import", "{}")
    tap.check("of another footfall too", third.status == 503 and third.code() == "FF_ERR_BUSY", third.body)
    tap.check("whose start takes nothing away", other.stop() == (0, "") and (folder / "files" / "a" / "b.bin").is_file())
    check_import_names(tap, first)
    told = [first.send("large.bin", data, at, 10).json() for data, at in
            ((b"0123", 0), (b"89", 8), (b"", 0), (b"0123", 0), (b"456789", 4), (b"0123", 0))]
    tap.check("a piece at a wrong place is told where to go on", [(t["have"], t["taken"]) for t in told]
              == [(4, 4), (4, 0), (4, 0), (4, 0), (10, 6), (10, 0)], told)
    tap.check("and the file is whole", (folder / "files" / "large.bin").read_bytes() == b"0123456789")
    tap.check("the same again is taken as done", first.send("a/b.bin", b"12345").json()["have"] == 5)
    tap.check("another under its name is refused", first.send("a/b.bin", b"123").status == 400)
    tap.check("a file in the place of a folder is refused", first.send("a", b"1").status >= 400
              and first.send("a/b.bin/c", b"1").status >= 400)
    tap.check("a piece at the limit is taken", first.send("limit.bin", b"x" * PIECE).status == 200)
    for path, most in (("/api/import/file?x", PIECE), ("/api/import/step", 1 << 20), ("/sample/api/log", 1 << 20)):
        line = send_raw(server, f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                        f"X-Footfall-Token: {server.token}\r\nContent-Length: {most + 1}\r\n\r\n".encode())
        tap.check(f"one beyond is not, for {path}", " 413 " in line, line)
    tap.check("no token, no file", ask(server, "POST", "/api/import/file?x", b"x", token=False).status == 401)
    stopped = first.act("stop")
    tap.check("stopped, nothing of it is left", stopped.status == 200 and not folder.exists()
              and ask(server, "GET", "/api/import").json() == {"state": "none"}, stopped.body)
    tap.check("nothing received is nothing to read", Import(server).act("step").code() == "FF_ERR_NO_FILES")


def check_import_end(tap, folder, journal):
    """A full disk, a server that is killed and one that ends in the midst."""
    server = Server(journal)
    full = Import(server)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    answer = full.send("large.bin", b"x" * 200_000)
    tap.check("a full disk is told", answer.status == 500 and answer.code() == "FF_ERR_DISK_FULL", answer.body)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    tap.check("and goes on when there is room", full.send("large.bin", b"x" * 200_000).json()["have"] == 200_000)
    server.stop(signal.SIGKILL)
    tap.check("killed, it leaves what it had", folder.is_dir())
    server = Server(journal)
    tap.check("which the next start takes away", not folder.exists())
    last = Import(server)
    last.send_all("export.xml", "".join(apple_export(20, 300_000)).encode())
    under_way = last.act("step").json()
    tap.check("Apple Health's export is read in slices", under_way["state"] == "reading", under_way)
    tap.check("others are answered meanwhile", ask(server, "GET", "/api/runs").status == 200
              and ask(server, "POST", "/api/log", '{"run": "last", "none": true}').status == 200)
    tap.check("an end in its midst is a good one", server.stop() == (0, "") and not folder.exists())


def check_import(tap, folder, journal):
    server = Server(journal)
    incoming = journal.with_name(journal.name + ".incoming")
    check_import_pieces(tap, server, incoming)
    ask(server, "POST", "/api/import/stop", '{"import": 2}')
    whole = Import(server)
    whole.send_all("apple/export.xml", "".join(apple_export(40, 400_000)).encode())
    answers = whole.read()
    shares = [a["share"] for a in answers[:-1]]
    result = answers[-1]["result"]
    tap.check("how far it is goes up", len(shares) >= 2 and shares == sorted(shares) and 0 < shares[-1] <= 1, shares)
    tap.check("what it tells is what the command tells", result["new_runs"] == 40
              and result["each_file"][0]["file"] == "apple/export.xml", {**result, "each_file": None})
    tap.check("nothing of it is left", not incoming.exists())
    stopped = Import(server)
    stopped.send_all("apple/export.xml", "".join(apple_export(41, 400_000)).encode())
    stopped.act("step")
    end = stopped.act("stop").json()
    tap.check("stopped while it is read", end["state"] == "done" and end["stopped"] and not incoming.exists(), end)
    again = ask(server, "GET", "/api/import").json()
    tap.check("its end can be asked for again", again == end)
    before = memory_kb(server)
    large = Import(server)
    noise = os.urandom(PIECE)
    size = 25 * PIECE
    for at in range(0, size, PIECE):
        large.send("noise.bin", noise, at, size)
    done = large.read()[-1]["result"]
    tap.check("100 MB take no more memory than a piece and a half more", memory_kb(server) - before < 24_000
              and done["not_runs"] + len(done["failed"]) == 1, f"{before} {memory_kb(server)} {done}")
    tap.check("it lives to its end", server.stop() == (0, ""))
    check_import_end(tap, incoming, journal)


def exported(server, kind):
    """Every answer until it is made, then the file."""
    answers = [ask(server, "POST", "/api/export", json.dumps({"kind": kind})).json()]
    number = json.dumps({"export": answers[0]["export"]})
    while answers[-1]["state"] == "making":
        answers.append(ask(server, "POST", "/api/export/step", number).json())
    return *answers, ask(server, "GET", f"/api/export/file?export={answers[0]['export']}").body


def check_export(tap, folder, demo):
    """What the page takes along is what the command writes, to the byte; zips are read by Python's own reader."""
    subprocess.run([PROGRAM, "--journal", str(demo), "export", str(folder / "whole")], check=True,
                   stdout=subprocess.DEVNULL, timeout=TIMEOUT_S)
    server = Server(demo)
    *told, text = exported(server, "json")
    tap.check("an export: the text is what the command writes", text == (folder / "whole" / "footfall.json").read_bytes()
              and told[-1]["bytes"] == len(text) and told[-1]["rows"] == text.count(b"\n") - 2, told[-1])
    shares = [answer["share"] for answer in told if answer["state"] == "making"]
    tap.check("an export: it is made in slices, and how far it is told", len(shares) >= 3 and shares == sorted(shares)
              and 0 < shares[-1] <= 1, shares)
    for kind in ("csv", "gpx"):
        *told, data = exported(server, kind)
        wanted = {path.name: path.read_bytes() for path in (folder / "whole" / kind).iterdir()}
        with zipfile.ZipFile(io.BytesIO(data)) as found:
            tap.check(f"an export: {kind}: the zip is sound", found.testzip() is None
                      and told[-1]["files"] == len(wanted) and told[-1]["bytes"] == len(data), told[-1])
            tap.check(f"an export: {kind}: each run is what the command writes",
                      {name: found.read(name) for name in found.namelist()} == wanted, found.namelist()[:3])
            tap.check(f"an export: {kind}: each has the day of its run",
                      all("%d-%02d-%02d" % one.date_time[:3] == one.filename[:10] for one in found.infolist()))
        again = ask(server, "GET", f"/api/export/file?export={told[0]['export']}")
        tap.check(f"an export: {kind}: it is handed over once", again.status == 400 and again.code() == "FF_ERR_VALUE")
        tap.check(f"an export: {kind}: the same again", exported(server, kind)[-1] == data)
    check_export_midway(tap, server)
    ended = server.stop()
    tap.check("an export: it lives to its end", ended == (0, ""), ended)


def check_export_midway(tap, server):
    """What is asked, changed and begun while one is made."""
    begun = ask(server, "POST", "/api/export", '{"kind": "json"}').json()
    number = json.dumps({"export": begun["export"]})
    step = ask(server, "POST", "/api/export/step", number).json()
    early = ask(server, "GET", f"/api/export/file?export={begun['export']}")
    tap.check("an export: it is not handed over by halves", step["state"] == "making" and early.status == 400
              and early.code() == "FF_ERR_USAGE", step)
    marked = ask(server, "POST", "/api/log", '{"run": "1", "numb": "9min"}')
    tap.check("an export: what is kept meanwhile is kept", marked.status == 200
              and ask(server, "GET", "/api/runs/1").json()["onset"]["from_s"] == 540, marked.body[:300])
    while step["state"] == "making":
        step = ask(server, "POST", "/api/export/step", number).json()
    data = ask(server, "GET", f"/api/export/file?export={begun['export']}").body
    rows = json.loads(data)
    tap.check("an export: and not in what was begun before", rows[-1]["rows"] == len(rows) - 2 and not any(
        one.get("table") == "onset" and one["row"]["run_id"] == 1 and one["row"].get("from_s") == 540 for one in rows))
    first = ask(server, "POST", "/api/export", '{"kind": "csv"}').json()["export"]
    ask(server, "POST", "/api/export/step", json.dumps({"export": first}))
    second = ask(server, "POST", "/api/export", '{"kind": "gpx"}').json()["export"]
    gone = ask(server, "POST", "/api/export/step", json.dumps({"export": first}))
    tap.check("an export: another lets go of it", second != first and gone.status == 400
              and gone.json()["error"]["where"] == "export")
    ask(server, "POST", "/api/export/step", json.dumps({"export": second}))
    forgotten = ask(server, "POST", "/api/forget", '{"words": "forget everything"}')
    tap.check("an export: it does not hold what is forgotten", forgotten.status == 200
              and ask(server, "POST", "/api/export/step", json.dumps({"export": second})).status == 400, forgotten.body)
    *told, data = exported(server, "gpx")
    tap.check("an export: of nothing it is an empty zip", told[-1]["files"] == 0
              and zipfile.ZipFile(io.BytesIO(data)).namelist() == [], told[-1])
    ask(server, "POST", "/api/export", '{"kind": "csv"}')  # and the server ends in its midst


def sent_copy(server, name, data):
    coming = Import(server, copy=True)
    if data:
        coming.send_all(name, data)
    else:
        coming.send(name, data)
    return coming


def check_bring_back_whole(tap, journal, name, data, runs):
    """A copy or an export of those runs into a journal in which only a language was chosen."""
    incoming = journal.with_name(journal.name + ".incoming")
    server = Server(journal)
    ask(server, "POST", "/api/language", '{"language": "de"}')
    coming = sent_copy(server, name, data)
    told = coming.look()
    found = told[-1]
    tap.check(f"{name}: what it holds is told", found["state"] == "found" and found["file"] == name
              and found["result"]["runs"] == len(runs), told[-3:])
    tap.check(f"{name}: nothing is done before the yes", ask(server, "GET", "/api/runs").json() == []
              and ask(server, "GET", "/api/data").json()["empty"] and ask(server, "GET", "/api/import").json() == found)
    done = coming.bring_back()
    tap.check(f"{name}: then it is back", done.status == 200 and done.json()["brought_back"]
              and ask(server, "GET", "/api/runs").json() == runs and not incoming.exists(), done.body[:300])
    tap.check(f"{name}: the language stays", ask(server, "GET", "/api").json()["language"] == "de")
    again = sent_copy(server, name, data)
    again.look()
    refused = again.bring_back()
    tap.check(f"{name}: no second time, into what is there", refused.status == 400 and refused.code() == "FF_ERR_VALUE"
              and ask(server, "GET", "/api/runs").json() == runs, refused.body)
    again.act("stop")
    tap.check(f"{name}: what is not wanted is thrown away", not incoming.exists()
              and ask(server, "GET", "/api/import").json() == {"state": "none"})
    tap.check(f"{name}: it lives to its end", server.stop() == (0, ""))
    return told


def check_bring_back_bad(tap, journal, bad):
    incoming = journal.with_name(journal.name + ".incoming")
    server = Server(journal)
    for name, data, code in bad:
        coming = sent_copy(server, name, data)
        end = coming.look()[-1]
        error = end.get("error", {})
        tap.check(f"{name} is refused, by its name", end["state"] == "done" and not end["brought_back"]
                  and error["code"] == code and error["where"] == name and not incoming.exists(), end)
        tap.check(f"{name} cannot be brought back", coming.bring_back().status == 400)
    large = Import(server, copy=True).send("large.footfall", b"x", 0, 9 << 30)
    tap.check("a copy of 9 GB is refused before it is sent", large.status == 413 and large.code() == "FF_ERR_LIMIT",
              large.body)
    ask(server, "POST", "/api/import/stop", '{"import": %d}' % (len(bad) + 1))
    two = sent_copy(server, "one.json", b"[]")
    tap.check("a copy is one file", two.send("two.json", b"[]").status == 400)
    tap.check("runs are not read out of a copy", two.act("step").status == 400)
    tap.check("nothing came of all that", ask(server, "GET", "/api/data").json()["empty"])
    server.stop(signal.SIGKILL)
    server = Server(journal)
    tap.check("killed, it leaves nothing for the next", not incoming.exists())
    runs = Import(server)
    runs.send("a.txt", b"a")
    tap.check("a copy is not looked for among runs", ask(server, "POST", "/api/restore/look", '{"import": %d}' % runs.number).code() == "FF_ERR_USAGE")
    tap.check("no copy while runs are brought in", Import(server, copy=True).number is None)
    server.stop()


def check_bring_back(tap, folder, demo):
    """A copy and an export of the made-up runner, and what only looks like one."""
    server = Server(demo)
    runs = ask(server, "GET", "/api/runs").json()
    copy, export = ask(server, "GET", "/api/copy").body, exported(server, "json")[-1]
    server.stop()
    check_bring_back_whole(tap, folder / "back_copy.footfall", "saved.footfall", copy, runs)
    told = check_bring_back_whole(tap, folder / "back_export.footfall", "saved.json", export, runs)
    shares = [answer["share"] for answer in told[:-1]]
    tap.check("an export is read in slices, and how far it is told", len(shares) >= 2 and shares == sorted(shares)
              and 0 < shares[-1] <= 1, shares)
    other = folder / "other.db"
    database = sqlite3.connect(other)
    database.execute("CREATE TABLE run (id INTEGER)")
    database.commit()
    database.close()
    unknown = folder / "unknown.footfall"
    unknown.write_bytes(copy)
    database = sqlite3.connect(unknown)
    database.execute("UPDATE run SET sport = 'chess'")
    database.commit()
    database.close()
    broken = bytearray(copy)
    broken[8192 * 3:8192 * 6] = os.urandom(8192 * 3)
    check_bring_back_bad(tap, folder / "back_bad.footfall", [
        ("cut.footfall", copy[:100_000], "FF_ERR_NOT_EXPORT"), ("head.footfall", copy[:50], "FF_ERR_NOT_EXPORT"),
        ("other.db", other.read_bytes(), "FF_ERR_NOT_EXPORT"), ("broken.footfall", bytes(broken), "FF_ERR_NOT_EXPORT"),
        ("cut.json", export[:100_000] + b"\n", "FF_ERR_JSON"), ("half.json", b"\n".join(export.split(b"\n")[:9]), "FF_ERR_NOT_EXPORT"),
        ("newer.json", b'[{"footfall_journal":99},\n', "FF_ERR_NEWER_JOURNAL"),
        ("newer.footfall", copy[:60] + (99).to_bytes(4, "big") + copy[64:], "FF_ERR_NEWER_JOURNAL"),
        ("unknown.footfall", unknown.read_bytes(), "FF_ERR_NOT_EXPORT"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + os.urandom(5000), "FF_ERR_NOT_EXPORT"), ("nothing.json", b"", "FF_ERR_NOT_EXPORT")])


def check_sample(tap, folder):
    journal = folder / "own" / "journal.footfall"
    server = Server(journal)
    tap.check("the sample runner needs the token too", ask(server, "GET", "/sample/api/runs", token=False).status == 401
              and ask(server, "GET", "/sample/api/runs", headers={"Origin": "http://example.org"}).status == 403)
    tap.check("it is not made before it is asked for", not (journal.parent / "demo").exists())
    runs = ask(server, "GET", "/sample/api/runs")
    tap.check("it has runs", runs.status == 200 and len(runs.json()) == 40, runs.body[:300])
    ask(server, "POST", "/sample/api/log", '{"run": "last", "numb": "7min"}')
    tap.check("what is said of it stays in it", ask(server, "GET", "/api/runs").json() == []
              and ask(server, "GET", "/sample/api/runs").json()[-1]["onset"]["from_s"] == 420)
    for path, body in (("/sample/api/import", "{}"), ("/sample/api/import", '{"copy": true}'), ("/sample/api/forget", '{"words": "forget everything"}')):
        answer = ask(server, "POST", path, body)
        tap.check(f"it says no to {path}", answer.status == 400, answer.body[:300])
    tap.check("no other path is its own", ask(server, "GET", "/sample/style.css", token=False).status == 404
              and ask(server, "GET", "/sample", token=False).status == 404)
    tap.check("a wrong method is told as elsewhere",
              ask(server, "GET", "/sample/api/log").headers["Allow"] == "POST")
    server.stop()
    server = Server(journal)
    tap.check("it is found again as it was left",
              ask(server, "GET", "/sample/api/runs").json()[-1]["onset"]["from_s"] == 420)
    server.stop()
    other = folder / "other" / "journal.footfall"
    (other.parent / "demo").mkdir(parents=True)
    (other.parent / "demo" / "mine.txt").write_text("mine")
    server = Server(other)
    answer = ask(server, "GET", "/sample/api/runs")
    tap.check("a folder that is no demo's is left as it is", answer.status == 500 and answer.code() == "FF_ERR_USAGE"
              and (other.parent / "demo" / "mine.txt").read_text() == "mine", answer.body)
    server.stop()


def check_listening(tap, server):
    found = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = [row[1] for row in found if row[3] == "0A" and row[1].endswith(f":{server.port:04X}")]
    tap.check("it listens on 127.0.0.1 and nowhere else", ours == [f"0100007F:{server.port:04X}"], ours)
    arguments = Path(f"/proc/{server.process.pid}/cmdline").read_bytes()
    tap.check("the token is nobody's argument", server.token.encode() not in arguments)


def check_life(tap, journal):
    first = Server(journal)
    second = Server(journal)
    tap.check("every start has its own token", first.token != second.token
              and re.fullmatch("[0-9a-f]{32}", first.token))
    tap.check("which opens no other", ask(second, "GET", "/api/runs", token=first.token).status == 401)
    ended = subprocess.run([PROGRAM, "--journal", str(journal), "open", "--no-browser", "--port",
                            str(first.port)], capture_output=True, text=True, timeout=TIMEOUT_S)
    tap.check("a port that is taken", ended.returncode == 3 and str(first.port) in ended.stderr, ended)
    tap.check("Ctrl-C ends it well", first.stop() == (0, ""))
    tap.check("a wish to end as well", second.stop(signal.SIGTERM) == (0, ""))
    again = Server(journal, "--port", str(first.port))
    tap.check("a port of one's choice", again.address and again.port == first.port)
    tap.check("and it ends", again.stop()[0] == 0)
    for port in ("0", "80", "65536", "x", ""):
        ended = subprocess.run([PROGRAM, "--journal", str(journal), "open", "--port", port],
                               capture_output=True, text=True, timeout=TIMEOUT_S)
        tap.check(f"port '{port}'", ended.returncode == 2 and "1024" in ended.stderr, ended)


def waited_for(server, seconds):
    """Whether it ends by itself within so many seconds."""
    try:
        server.process.wait(seconds)
        return True
    except subprocess.TimeoutExpired:
        return False


def check_left(tap, journal):
    """It ends when a page was there and asks no more, and only then."""
    server = Server(journal, "--idle", "2")
    tap.check("it waits for the first page as long as that takes", not waited_for(server, 4))
    ask(server, "GET", "/", token=False)
    ask(server, "GET", "/api/alive", token=False)
    tap.check("what holds no key is no page", not waited_for(server, 3))
    ask(server, "GET", "/api/alive")
    stayed = []
    for _ in range(4):
        stayed.append(not waited_for(server, 1))
        stayed.append(ask(server, "GET", "/api/alive").status == 200)
    tap.check("a page that gives signs of life keeps it", all(stayed), stayed)
    tap.check("it ends when the page was closed", waited_for(server, 10) and server.stop() == (0, ""))
    server = Server(journal, "--keep")
    ask(server, "GET", "/api/alive")
    tap.check("--keep has no end", not waited_for(server, 3))
    server.stop()
    told = subprocess.run([PROGRAM, "--journal", str(journal), "open", "--no-browser", "--idle", "3", "--keep"],
                          capture_output=True, text=True, timeout=TIMEOUT_S)
    tap.check("--idle and --keep exclude each other", told.returncode == 2 and "--keep" in told.stderr, told)


def check_left_words(tap, journal):
    """What it says of its end, to those who read it."""
    process = subprocess.Popen([PROGRAM, "--journal", str(journal), "open", "--no-browser", "--idle", "1"],
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    lines = [process.stdout.readline() for _ in range(4)]
    port, token = re.search(r"http://127\.0\.0\.1:(\d+)/#token=(\w+)", lines[1]).groups()
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=TIMEOUT_S)
    connection.request("GET", "/api/alive", headers={"X-Footfall-Token": token})
    connection.getresponse().read()
    rest, _ = process.communicate(timeout=TIMEOUT_S)
    tap.check("it tells when it will end, and why it has ended", "closed for 1 second," in lines[3]
              and rest.startswith("No page was open for 1 second, so this has ended."), lines + [rest])


def check_browser(tap, journal, folder):
    """The browser gets a file that only we may read, never the token as an argument."""
    seen = folder / "seen"
    opener = folder / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\n{{ echo "$1"; stat -c %a "$1"; cat "$1"; }} >"{seen}.part"\n'
                      f'mv "{seen}.part" "{seen}"\n')
    opener.chmod(0o755)
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    env = {**os.environ, "PATH": f"{opener.parent}:{os.environ['PATH']}", "DISPLAY": ":99",
           "XDG_RUNTIME_DIR": str(runtime)}
    process = subprocess.Popen([PROGRAM, "--journal", str(journal), "open", "--json"], env=env,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    address = json.loads(process.stdout.readline())["address"]
    for _ in range(300):
        if seen.exists():
            break
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            pass
    lines = seen.read_text().splitlines() if seen.exists() else ["", "", ""]
    tap.check("the browser is led in by a file", Path(lines[0]).parent == runtime
              and lines[1] == "600" and address in lines[2], lines)
    process.send_signal(signal.SIGINT)
    tap.check("the file goes with the server", process.wait(TIMEOUT_S) == 0 and not any(runtime.iterdir()))


def main():
    tap = Printer()
    check_sources(tap)
    check_texts(tap)
    check_languages(tap)
    check_dangers(tap)
    check_reading(tap)
    folder = Path(os.environ["TMPDIR"]) / "server"
    folder.mkdir()
    journal = folder / "demo" / "journal.footfall"
    server = Server(folder / "none.footfall")
    if server.address is None:
        status, err = server.stop()
        if "without the page server" in err:
            tap.skip("the server", "no libmicrohttpd-dev")
        else:
            tap.not_ok("the server starts", f"status {status}\n{err}")
        return tap.done()
    tap.check("an empty journal is a good beginning",
              ask(server, "GET", "/api/runs").json() == [] and server.stop() == (0, ""))
    made = subprocess.run([PROGRAM, "--journal", str(folder / "j.footfall"), "demo"],
                          capture_output=True, text=True, timeout=TIMEOUT_S)
    tap.check("the demo", made.returncode == 0, made.stderr)
    second = folder / "second.footfall"
    shutil.copy(journal, second)
    server = Server(journal)
    check_listening(tap, server)
    check_examples(tap, server)
    check_files(tap, server)
    check_routes_of_page(tap, server)
    check_doors(tap, server)
    check_raw(tap, server)
    check_requests(tap, server)
    tap.check("it lives to the end", (status := server.stop()) == (0, ""), status)
    check_import(tap, folder, folder / "import.footfall")
    check_bring_back(tap, folder, second)
    check_export(tap, folder, second)
    check_sample(tap, folder)
    check_life(tap, journal)
    check_left(tap, journal)
    check_left_words(tap, journal)
    check_browser(tap, journal, folder)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
