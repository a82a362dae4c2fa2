"""The few errors copydesk raises; each message says in one sentence what to do next."""

from __future__ import annotations

from copydesk.model import Rejected


class CopydeskError(Exception):
    """Root of all errors a caller may want to catch. `exit_code` is what the command line returns."""

    exit_code = 1


class UsageError(CopydeskError):
    """An argument does not name something that can be worked on."""

    exit_code = 2


class NotAnArticle(CopydeskError):
    """The page has no article in it; `rejected` has the reason."""

    exit_code = 3

    def __init__(self, rejected: Rejected) -> None:
        super().__init__(f"{rejected.raw_path}: no article here ({rejected.reason}): {rejected.detail}")
        self.rejected = rejected


class ProfileError(CopydeskError):
    """A site profile is wrong; the message names file, line and cure."""

    exit_code = 4


class SourcesError(CopydeskError):
    """A list of sources to fetch is wrong; the message names file, line and cure."""

    exit_code = 4


class NothingFetched(CopydeskError):
    """Every source asked has failed: the network, the settings or all of the sites are at fault."""

    exit_code = 7


class AccountingError(CopydeskError):
    """A promise of the output does not hold: a block or an input is unaccounted for."""

    exit_code = 5


class StateError(CopydeskError):
    """The state in `.copydesk/` cannot be used as it is."""

    exit_code = 6


class SignatureMismatch(StateError):
    """Stored signatures were made with other parameters than the ones asked for; they do not compare."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}: they cannot be compared. Make them anew from the texts (delete .copydesk and run "
            "ingest again), or use the settings they were made with."
        )


class Busy(CopydeskError):
    """Another run holds the output folder."""

    exit_code = 75
