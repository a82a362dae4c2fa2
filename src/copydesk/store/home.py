"""The folder `.copydesk/`: where everything in it is, and how it is kept tidy."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.store.pages import DamagedState
from copydesk.store.state import State, open_state


@dataclass(frozen=True, slots=True)
class Home:
    """The caches of one `clean/`."""

    clean: Path

    @property
    def folder(self) -> Path:
        """Everything here may be deleted."""
        return self.clean / ".copydesk"

    @property
    def pages(self) -> Path:
        """Shards of judged pages."""
        return self.folder / "pages"

    @property
    def aside(self) -> Path:
        """Files in the making, before they are renamed into place."""
        return self.folder / "making"

    def make(self) -> None:
        """Make the folders that are not there."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise UsageError(f"{self.clean} is a file; name the folder to write.") from None

    def open(self) -> State:
        """Clear away what a crash left and open the state; every shard it names must be there."""
        shutil.rmtree(self.aside, ignore_errors=True)
        self.pages.mkdir(exist_ok=True)
        state = open_state(self.folder / "state.sqlite")
        try:
            named = state.shards()
            there = {path.name: path.stat().st_size for path in self.pages.iterdir()}
            if any(there.get(name) != size for name, size in named.items()):
                raise DamagedState("Judged pages of an earlier run are missing.")
            self._drop(there.keys() - named.keys())
        except BaseException:
            state.close()
            raise
        return state

    def drop_idle(self, state: State) -> None:
        """Delete shards of which no page is in use any more."""
        before = state.shards()
        with state.transaction():
            state.drop_idle_shards()
        self._drop(before.keys() - state.shards().keys())

    def wipe(self) -> None:
        """Forget everything; the lock stays, it is held."""
        for path in self.folder.glob("state.sqlite*"):
            path.unlink()
        shutil.rmtree(self.pages, ignore_errors=True)

    def _drop(self, names: set[str]) -> None:
        for name in names:
            (self.pages / name).unlink(missing_ok=True)
