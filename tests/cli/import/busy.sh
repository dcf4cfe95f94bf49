# Another program holds the journal: said, and nothing is half done.
. "$HERE/../lib"
three_runs
one_run
python3 - <<'P'
import os, sqlite3, subprocess
c = sqlite3.connect(os.environ["HOME"] + "/.local/share/footfall/journal.footfall", isolation_level=None)
c.execute("begin immediate")
done = subprocess.run(["footfall", "import", "runs"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
print(done.stdout, end="")
print("=>", done.returncode)
c.execute("rollback")
P
t footfall import runs
