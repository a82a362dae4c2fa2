"""What a run frees goes back to the system."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

# Blocks below the size that glibc maps by themselves; every other one is freed, so what is free lies between
# blocks in use, where the allocator would keep it.
HOLES = """
from copydesk.store.memory import give_back

def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096

blocks = [bytes(60_000) for _ in range(1_500)]
del blocks[::2]
before = resident()
asked = give_back()
print(asked, before - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another allocator than glibc's")
def test_holes_between_blocks_in_use_go_back_to_the_system() -> None:
    told = subprocess.run([sys.executable, "-c", HOLES], check=True, capture_output=True, text=True).stdout
    asked, given = told.split()
    assert asked == "True"
    assert int(given) > 30_000_000
