# Another program holds the journal, or takes it in the middle of an import: a clear word after a few
# seconds' patience, from every command that needs it, and nothing lost or doubled.
. "$HERE/../lib"
make_export strava strava.zip runs=60
python3 - <<'P'
import json, os, signal, sqlite3, subprocess, time

PATIENCE_S = 3  # FF_JOURNAL_PATIENCE_MS
WRITING = (["import", "strava.zip"], ["log", "1", "--none"], ["merge", "1", "2"], ["part", "1"],
           ["restore", "back/footfall.json"])
READING = (["runs"], ["why"], ["imports"], ["ask"], ["export", "out"])


def begin(journal, *words):
    return subprocess.Popen(["footfall", "-j", journal, *words], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(child):
    out, err = child.communicate(timeout=60)
    return child.returncode, out, err


def content(journal):
    with sqlite3.connect(journal) as c:
        assert c.execute("pragma integrity_check").fetchall() == [("ok",)]
        return [c.execute(f"select count(*) from {t}").fetchone()[0] for t in ("run", "recording", "onset")]


def all_at_once(title, commands):
    """What all of them say, when it is the same, and whether all waited as long as they should."""
    began = time.monotonic()
    said = {ended(child) for child in [begin("j.footfall", *words) for words in commands]}
    waited = time.monotonic() - began
    assert len(said) == 1, said
    status, out, err = said.pop()
    print(f"{title}: {out}{err}=> {status}")
    assert PATIENCE_S <= waited < PATIENCE_S + 20, waited


assert ended(begin("j.footfall", "import", "strava.zip"))[0] == 0
assert ended(begin("j.footfall", "export", "back"))[0] == 0
before = content("j.footfall")
with sqlite3.connect("j.footfall", isolation_level=None) as c:
    c.execute("begin immediate")
    all_at_once("writing", WRITING)
    print("reading:", {ended(begin("j.footfall", *words))[0] for words in READING})
    c.execute("rollback")
c.close()
c = sqlite3.connect("j.footfall", isolation_level=None)
c.execute("pragma locking_mode = exclusive")
c.execute("begin exclusive")
c.execute("update run set sport = sport")
all_at_once("all of it held", WRITING + READING[:-1])
c.execute("rollback")
c.close()
assert content("j.footfall") == before

for attempt in range(20):  # the import may be done before its journal is taken from it
    journal = f"mid{attempt}.footfall"
    child = begin(journal, "import", "strava.zip", "--json")
    c = None
    while child.poll() is None:
        try:
            c = c or sqlite3.connect(f"file:{journal}?mode=rw", uri=True, isolation_level=None, timeout=0)
            if c.execute("select count(*) from import_file").fetchone()[0]:
                c.execute("begin immediate")
                break
        except sqlite3.Error:  # not made yet, or being written
            pass
    status, out, err = ended(child)
    if status == 3:
        # A list that was begun and not ended stands as failed, and is not told as done.
        kept = c.execute("select count(*) from import_file where outcome <> 'failed'").fetchone()[0]
        c.execute("rollback")
        c.close()
        break
    c.close()
print(err.replace(journal, "FILE"), end="")
print("=>", status, "told what was kept:", json.loads(out)["files"] == kept)
two = [begin(journal, "import", "strava.zip") for _ in range(2)]
print("two at once then:", {ended(child)[0] for child in two} <= {0, 3})
assert ended(begin(journal, "import", "strava.zip"))[0] == 0
print("all there, once each:", content(journal) == before)
P
