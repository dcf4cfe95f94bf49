"""`footfall open` for tests that look at it from outside."""

import json
import os
import signal
import subprocess
import urllib.parse

PROGRAM = os.environ.get("FOOTFALL_PROGRAM", "footfall")
TIMEOUT_S = 60


class Server:
    """`footfall open`, started and stopped by its process id."""

    def __init__(self, journal, *options):
        self.process = subprocess.Popen(
            [PROGRAM, "--journal", str(journal), "open", "--no-browser", "--json", *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        line = self.process.stdout.readline().decode()
        self.address = json.loads(line).get("address") if line else None
        if self.address:
            address = urllib.parse.urlsplit(self.address)
            self.port, self.token = address.port, address.fragment.removeprefix("token=")

    def stop(self, how=signal.SIGINT):
        """(exit status, standard error)."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            _, err = self.process.communicate(timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, err = self.process.communicate()
            return "killed", err.decode()
        return self.process.returncode, err.decode()
