"""The switch that turns answering off while search stays on, with the reason written down."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ui.errors import SwitchError


@dataclass(frozen=True, slots=True)
class SwitchState:
    """Whether answering is on, since when (ISO time, UTC) and why."""

    on: bool
    since: str | None = None
    why: str | None = None


class Switch:
    """The switch of one data folder: a small file, so that it works while nothing else does."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "answering-switch.json"
        self._log = data_dir / "answering-switch.log"

    def state(self) -> SwitchState:
        """How the switch stands now. No file means on; a file that cannot be read means off."""
        try:
            return SwitchState(**json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return SwitchState(on=True)
        except (OSError, ValueError, TypeError):
            return SwitchState(on=False, why=f"{self._path.name} cannot be read")

    def off(self, why: str) -> SwitchState:
        """Turn answering off. Raises SwitchError without a reason."""
        if not why.strip():
            raise SwitchError("Answering was not switched off: say why, it is kept on record.")
        return self._set(on=False, why=why.strip())

    def on(self, why: str = "") -> SwitchState:
        """Turn answering on again."""
        return self._set(on=True, why=why.strip() or None)

    def history(self) -> tuple[SwitchState, ...]:
        """Every change, oldest first."""
        try:
            lines = self._log.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
        return tuple(SwitchState(**json.loads(line)) for line in lines)

    def _set(self, *, on: bool, why: str | None) -> SwitchState:
        state = SwitchState(on=on, since=datetime.now(UTC).isoformat(timespec="seconds"), why=why)
        line = json.dumps(asdict(state), ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(line, encoding="utf-8")
            os.replace(fresh, self._path)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(line + "\n")
        except OSError as error:
            raise SwitchError(
                f"The switch could not be written in {self._path.parent} ({error}): "
                "check that the folder may be written to."
            ) from error
        return state
