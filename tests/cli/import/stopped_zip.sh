# Ctrl-C in the middle of an archive: what is done is kept, the list has not been looked at, and the
# same command goes on to what an undisturbed import gives.
. "$HERE/../lib"
make_export strava export_7.zip runs=400
footfall -j whole.footfall import export_7.zip >/dev/null
python3 - <<'P'
import json, signal, sqlite3, subprocess, time

def files_done(journal):
    try:
        with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as c:
            return c.execute("select count(*) from import_file").fetchone()[0]
    except sqlite3.Error:  # not made yet
        return 0

def runs(journal):
    told = subprocess.run(["footfall", "-j", journal, "runs", "--json"], stdout=subprocess.PIPE)
    return [{k: v for k, v in run.items() if k != "id"} for run in json.loads(told.stdout)]

for attempt in range(5):  # should one be done before the signal comes
    journal = f"j{attempt}.footfall"
    command = ["footfall", "-j", journal, "import", "export_7.zip", "--json"]
    work = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while files_done(journal) < 5 and work.poll() is None:
        time.sleep(0.001)
    work.send_signal(signal.SIGINT)
    out, err = work.communicate()
    told = json.loads(out)
    if work.returncode == 1:
        break
print("=>", work.returncode)
print(err, end="")
print("every file is counted:", told["files"] + told["not_reached"])
again = json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout)
print("seen before:", again["duplicates"] >= told["imported"], "in all:", again["files"], again["not_reached"])
print("as undisturbed:", runs(journal) == runs("whole.footfall"), len(runs(journal)))
P
