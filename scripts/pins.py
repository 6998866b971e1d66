"""Print the pins of a pip installation report, one `name==version` per line.

`python scripts/pins.py REPORT.json [PINS…]` leaves out what stands in the PINS files already, the
project itself, and local version labels ("+cpu"), so that the pins hold on every machine.
"""

import json
import re
import sys
from pathlib import Path

PROJECT = "pcc-assistant"


def pins(report: Path, known: list[Path]) -> list[str]:
    """The sorted pins of `report` that stand in none of the files `known`."""
    before = {line for path in known for line in path.read_text(encoding="utf-8").splitlines()}
    installed = json.loads(report.read_text(encoding="utf-8"))["install"]
    found = {_pin(item["metadata"]["name"], item["metadata"]["version"]) for item in installed}
    return sorted(pin for pin in found - before if not pin.startswith(f"{PROJECT}=="))


def _pin(name: str, version: str) -> str:
    return f"{re.sub(r'[-_.]+', '-', name).lower()}=={version.partition('+')[0]}"


if __name__ == "__main__":
    report, *known = map(Path, sys.argv[1:])
    sys.stdout.write("".join(f"{pin}\n" for pin in pins(report, known)))
