# Killed at any moment of an import of an archive with its lists, an inner zip and an export of Apple
# Health: the journal stays sound, and the same command to the end gives what an undisturbed import
# gives; nothing lost, nothing doubled. FOOTFALL_KILLS=100 for more of it.
. "$HERE/../lib"
make_export strava strava.zip runs=60
make_export garmin garmin.zip runs=20 others=40
make_export apple apple.zip runs=12
python3 - <<'P'
import json, os, random, signal, sqlite3, subprocess, time

KILLS = int(os.environ.get("FOOTFALL_KILLS", "8"))


def footfall(journal, *words):
    return ["footfall", "-j", journal, *words]


def runs(journal):
    told = json.loads(subprocess.run(footfall(journal, "runs", "--json"), capture_output=True).stdout)
    return [{k: v for k, v in run.items() if k != "id"} for run in told]


def rows(journal):
    with sqlite3.connect(journal) as c:
        assert c.execute("pragma integrity_check").fetchall() == [("ok",)], journal
        assert c.execute("pragma foreign_key_check").fetchall() == []
        return {t: c.execute(f"select count(*) from {t}").fetchone()[0]
                for t in ("run", "recording", "series", "lap", "shoe")}


work = ["import", "strava.zip", "garmin.zip", "apple.zip"]
began = time.monotonic()
subprocess.run(footfall("whole.footfall", *work), check=True, capture_output=True)
took_s = time.monotonic() - began
whole, whole_rows = runs("whole.footfall"), rows("whole.footfall")
print(len(whole), "runs,", whole_rows["recording"], "recordings undisturbed")
killed, begun = 0, set()
for kill in range(KILLS):
    journal = f"killed{kill % max(1, KILLS // 2)}.footfall"  # each is killed twice
    begun.add(journal)
    child = subprocess.Popen(footfall(journal, *work), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0, 0.9 * took_s))
    child.send_signal(signal.SIGKILL)
    killed += child.wait() == -signal.SIGKILL
    if os.path.exists(journal) and os.path.getsize(journal):
        rows(journal)
print("killed:", killed >= KILLS // 2)
for journal in sorted(begun):
    subprocess.run(footfall(journal, *work), check=True, capture_output=True)
    assert runs(journal) == whole, f"{journal}: the runs differ"
    assert rows(journal) == whole_rows, f"{journal}: {rows(journal)} and not {whole_rows}"
print("all there, once each")
P
