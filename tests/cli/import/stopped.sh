# Ctrl-C: what is done is kept and told, and the same command goes on.
. "$HERE/../lib"
mkdir runs
make_run runs/01.fit start=2026-04-01T05:00:00 minutes=60
python3 - <<'P'
import json, signal, sqlite3, subprocess, time

for n in range(2, 400):
    with open("runs/01.fit", "rb") as one, open(f"runs/{n:03}.fit", "wb") as copy:
        copy.write(one.read() + bytes([n % 256, n // 256]))  # other bytes after the end: another file

def files_done(journal):
    try:
        with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as c:
            return c.execute("select count(*) from import_file").fetchone()[0]
    except sqlite3.Error:  # not made yet
        return 0

for attempt in range(5):  # should one be done before the signal comes
    journal = f"j{attempt}.footfall"
    command = ["footfall", "-j", journal, "import", "runs", "--json"]
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
print("every file is counted:", told["files"] + told["not_reached"] == 399)
done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
again = json.loads(done.stdout)
print("seen before:", again["duplicates"] >= told["files"], "in all:", again["files"], "=>", done.returncode)
P
