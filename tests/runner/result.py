"""One test's outcome."""

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"


class Result:
    """name within its job; word says why it was skipped; detail is shown when it failed."""

    def __init__(self, name, outcome, word="", detail=""):
        self.name, self.outcome, self.word, self.detail = name, outcome, word, detail
