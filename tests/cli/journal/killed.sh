# Killed at any moment: no half run, and the same command to the end gives what an undisturbed
# import gives.
mkdir runs
python3 - "$HERE/.." <<'P'
import json, random, signal, sqlite3, subprocess, sys, time

sys.path.insert(0, sys.argv[1])
import make_fit

for day in range(30):
    make_fit.write(f"runs/{day:02}.fit", make_fit.options(
        [f"start=2026-04-{day + 1:02}T05:00:00", "minutes=90", "press=20,40"]))


def footfall(journal, *words):
    return ["footfall", "-j", journal, *words]


def runs(journal):
    told = json.loads(subprocess.run(footfall(journal, "runs", "--json"), capture_output=True).stdout)
    return [{k: v for k, v in run.items() if k != "id"} for run in told]


def rows(journal):
    with sqlite3.connect(journal) as c:
        assert c.execute("pragma integrity_check").fetchall() == [("ok",)], journal
        assert c.execute("pragma foreign_key_check").fetchall() == []
        return {t: c.execute(f"select count(*) from {t}").fetchone()[0] for t in ("run", "series", "lap")}


def files_done(journal):
    try:
        with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as c:
            return c.execute("select count(*) from import_file").fetchone()[0]
    except sqlite3.Error:  # not made yet
        return 0


subprocess.run(footfall("whole.footfall", "import", "runs"), check=True, capture_output=True)
whole = runs("whole.footfall")
print(len(whole), "runs undisturbed")
killed = 0
journals = {}
for attempt in range(60):
    if attempt >= 10 and killed > 0:
        break  # a quick machine may be done before it is killed: then once more, from the start
    journal = f"killed{attempt if attempt >= 10 else attempt % 5}.footfall"
    journals[journal] = True
    wanted = files_done(journal) + random.randrange(20)
    work = subprocess.Popen(footfall(journal, "import", "runs"), stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
    while files_done(journal) < wanted and work.poll() is None:
        time.sleep(0.001)
    time.sleep(random.uniform(0, 0.01))
    work.send_signal(signal.SIGKILL)
    killed += work.wait() == -signal.SIGKILL
    kept = runs(journal)
    assert all(run in whole for run in kept), "a run that is not one of the undisturbed"
    rows(journal)
print("killed at least once:", killed > 0)
for journal in journals:
    subprocess.run(footfall(journal, "import", "runs"), check=True, capture_output=True)
    assert runs(journal) == whole, journal
    assert rows(journal) == rows("whole.footfall"), journal
print("all runs there, once each")
P
