# The disk fills up within an import of an archive: what is told is what is kept, and the same command
# goes on once there is room. A limit on the size of files stands for the disk.
. "$HERE/../lib"
make_export strava strava.zip runs=60
python3 - <<'P'
import json, os, resource, signal, sqlite3, subprocess


def footfall(*words, limit=None):
    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run(["footfall", *words], preexec_fn=limited, capture_output=True, text=True)


def runs(journal):
    told = json.loads(footfall("-j", journal, "runs", "--json").stdout)
    return [{k: v for k, v in run.items() if k != "id"} for run in told]


def kept(journal):
    if not os.path.getsize(journal):
        return 0
    with sqlite3.connect(journal) as c:
        assert c.execute("pragma integrity_check").fetchall() == [("ok",)]
        return c.execute("select count(*) from import_file").fetchone()[0]


whole = footfall("-j", "whole.footfall", "import", "strava.zip")
size, words = os.path.getsize("whole.footfall"), set()
for part in (20, 40, 60):
    journal = f"{part}.footfall"
    full = footfall("-j", journal, "import", "strava.zip", "--json", limit=size * part // 100)
    assert full.returncode == 3, full
    told = json.loads(full.stdout).get("files", 0)
    assert told == kept(journal), f"{told} files told, {kept(journal)} kept, at {part} %"
    words.add(full.stderr.replace(journal, "FILE"))
    again = footfall("-j", journal, "import", "strava.zip", limit=size * part // 100)
    assert again.returncode == 3, again
    done = footfall("-j", journal, "import", "strava.zip")
    assert done.returncode == 0, done
    assert runs(journal) == runs("whole.footfall"), part
print("".join(sorted(words)), end="")
print("what was told was kept, and the rest came in later, once each")
P
