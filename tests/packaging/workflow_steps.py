"""Writes the step "Install planbook" of each workflow in docs/ci as a script into a folder.

    python3 workflow_steps.py FOLDER
"""

import sys
from pathlib import Path

STEP = "- name: Install planbook"
ROOT = Path(__file__).resolve().parent.parent.parent


def script(text):
    """The lines of the step's `run: |`. The workflows are ours, so this need not read all of YAML."""
    lines = iter(text.split(STEP, 1)[1].splitlines())
    head = next(line for line in lines if line.strip().startswith("run:"))
    if not head.rstrip().endswith("|"):
        return head.split("run:", 1)[1].strip() + "\n"
    indent = len(head) - len(head.lstrip())
    found = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        found.append(line.strip())
    return "\n".join(found) + "\n"


folder = Path(sys.argv[1])
folder.mkdir()
workflows = [path for path in sorted((ROOT / "docs/ci").glob("github-*.yml")) if STEP in path.read_text("utf-8")]
assert len(workflows) >= 2, workflows
for workflow in workflows:
    (folder / f"{workflow.stem}.sh").write_text(script(workflow.read_text("utf-8")), "utf-8")
