"""Files that must fail: tests/must_fail/<name>.<ending> beside <name>.expect.

`footfall decode FILE` and `footfall import FILE` must each end with status 1 or 3 and say what is
wrong, naming the file: decode on standard error, import in either output, for its table of outcomes
is its answer. Each line of .expect is a regular expression that this must match; `decode: ` or
`import: ` before it limits it to that command, and a line that begins with `#` is a remark.
make.py, which is no such file, makes those of them that are bytes.

What is too large to be kept is made when it is needed: <name>.<ending>.py, given a path, writes the
file there.
"""

import re
import subprocess
import sys

from . import sandbox
from .result import FAILED, PASSED, Result

COMMANDS = ("decode", "import")


def find(root):
    folder = root / "tests" / "must_fail"
    return sorted(p for p in folder.iterdir()
                  if p.is_file() and p.suffix not in (".expect", ".md") and p.name != "make.py"
                  ) if folder.is_dir() else []


def expectations(text, command):
    """The regular expressions for one command."""
    found = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        limited = re.match(r"(decode|import): (.*)", line)
        if limited is None:
            found.append(line)
        elif limited[1] == command:
            found.append(limited[2])
    return found


def problems(command, ended, name, patterns):
    """What is wrong with how the command ended, one line each."""
    wrong = []
    said = ended.err if command == "decode" else ended.out + ended.err
    if ended.crash():
        wrong.append(ended.crash())
    elif ended.status not in (1, 3):
        wrong.append(f"exit status {ended.status}, expected 1 or 3")
    if name not in said:
        wrong.append(f"it does not name the file '{name}'")
    if not patterns:
        wrong.append(f"nothing is expected of '{command}' in the .expect file")
    wrong += [f"what it says does not match: {p}" for p in patterns if not re.search(p, said)]
    return wrong


def made_in(scratch, file):
    """The file itself, or what its maker writes."""
    if file.suffix != ".py":
        return file
    made = scratch / file.stem
    subprocess.run([sys.executable, "-B", str(file), str(made)], check=True)
    return made


def run(file, program, timeout):
    expect = (file.with_suffix("") if file.suffix == ".py" else file).with_suffix(".expect")
    if not expect.exists():
        return Result(file.name, FAILED, detail=f"{expect.name} is missing: say what the message must be\n")
    detail = ""
    with sandbox.Scratch() as scratch:
        env = sandbox.environment(scratch, sandbox.bin_folder(scratch, program))
        given = made_in(scratch, file)
        for command in COMMANDS:
            ended = sandbox.run(["footfall", command, str(given)], scratch, env, timeout)
            wrong = problems(command, ended, given.name, expectations(expect.read_text(), command))
            if wrong:
                detail += f"footfall {command} {given.name}\n  " + "\n  ".join(wrong)
                detail += f"\n{ended.out[-2000:]}\nstandard error:\n{ended.err}\n"
    return Result(file.name, FAILED if detail else PASSED, detail=detail)
