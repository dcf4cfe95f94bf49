# Ctrl-C: what is done is kept and told, and the same command goes on.
. "$HERE/../lib"
mkdir runs
make_run runs/01.fit start=2026-04-01T05:00:00 minutes=60
python3 - <<'P'
import json, os, signal, subprocess, time

for n in range(2, 400):
    with open("runs/01.fit", "rb") as one, open(f"runs/{n:03}.fit", "wb") as copy:
        copy.write(one.read() + bytes([n % 256, n // 256]))  # other bytes after the end: another file

for attempt in range(20):  # until the signal falls within the import
    journal = f"j{attempt}.footfall"
    command = ["footfall", "-j", journal, "import", "runs", "--json"]
    work = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not os.path.exists(journal + "-wal") and work.poll() is None:
        time.sleep(0.001)
    time.sleep(0.02 * (attempt + 1))
    work.send_signal(signal.SIGINT)
    out, err = work.communicate()
    if work.returncode == 0:
        continue
    told = json.loads(out)
    if "error" in told or told["not_reached"] in (0, 399):
        continue
    print("=>", work.returncode)
    print(err, end="")
    break
print("every file is counted:", told["files"] + told["not_reached"] == 399)
done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
again = json.loads(done.stdout)
print("seen before:", again["duplicates"] >= told["files"], "in all:", again["files"], "=>", done.returncode)
P
