"""Leads a dialogue in a terminal: waits for each question, then types. Prints what was shown and the exit code as JSON."""

import json
import os
import pty
import re
import select
import sys
import time

PATIENCE = 60

work = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execv(work["program"], [work["program"], *work["arguments"]])

shown = b""


def read():
    """What comes next; nothing when the program has ended."""
    global shown
    try:
        more = os.read(terminal, 65536)
    except OSError:
        more = b""
    shown += more
    return bool(more)


def plain():
    text = shown.decode("utf-8", "replace")
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


place = 0
for question, answer in work["steps"]:
    until = time.monotonic() + PATIENCE
    while question not in plain()[place:]:
        ready = select.select([terminal], [], [], 0.5)[0]
        if (ready and not read()) or time.monotonic() > until:
            sys.exit(f"“{question}” was not shown in:\n{plain()}")
    if not answer:
        # What comes behind is for the next step.
        place = plain().index(question, place) + len(question)
        continue
    # What is typed before the whole question is drawn would be drawn into it.
    while select.select([terminal], [], [], 0.1)[0] and read():
        pass
    place = len(plain())
    for key in re.findall(r"\x1b\[.|.", answer, re.DOTALL):
        os.write(terminal, key.encode())
        while select.select([terminal], [], [], 0.05)[0] and read():
            pass

while read():
    pass
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(json.dumps({"shown": plain(), "code": code}))
