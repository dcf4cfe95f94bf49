# Killed at any moment: no half run, and the same command to the end gives what an undisturbed
# import gives. Stopped by Ctrl-C: what is done is kept, and said.
. "$HERE/../lib"
mkdir runs
for day in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16; do
    make_run "runs/$day.fit" start=2026-04-${day}T05:00:00 minutes=90 press=20,40
done
python3 - <<'P'
import json, random, signal, sqlite3, subprocess, time

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

began = time.monotonic()
subprocess.run(footfall("whole.footfall", "import", "runs"), check=True, capture_output=True)
took = time.monotonic() - began
whole = runs("whole.footfall")
print(len(whole), "runs undisturbed")
killed = 0
for attempt in range(10):
    journal = f"killed{attempt % 3}.footfall"
    work = subprocess.Popen(footfall(journal, "import", "runs"), stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0, took))
    work.send_signal(signal.SIGKILL)
    killed += work.wait() == -signal.SIGKILL
    kept = runs(journal)
    assert all(run in whole for run in kept), "a run that is not one of the undisturbed"
    rows(journal)
print("killed at least once:", killed > 0)
for journal in ("killed0.footfall", "killed1.footfall", "killed2.footfall"):
    subprocess.run(footfall(journal, "import", "runs"), check=True, capture_output=True)
    assert runs(journal) == whole, journal
    assert rows(journal) == rows("whole.footfall"), journal
print("all runs there, once each")
P
