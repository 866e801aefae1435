"""The engines of this machine, and what is their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from foedera import engine
from foedera.engine import Engine, InProcess, LocalProcesses
from foedera.errors import EngineError, WorkerDied
from tests.engine import stages
from tests.engine.conformance import EngineConformance


class TestInProcess(EngineConformance):
    @pytest.fixture
    def engine(self) -> Engine:
        return InProcess()


class TestTwoProcesses(EngineConformance):
    @pytest.fixture
    def engine(self) -> Engine:
        return LocalProcesses(2)


def test_one_worker_needs_no_other_process() -> None:
    assert isinstance(engine.local(1), InProcess)
    assert isinstance(engine.local(2), LocalProcesses)


def test_no_worker_is_an_error_that_says_what_to_give() -> None:
    with pytest.raises(EngineError, match="give 1 or more"):
        engine.local(0)


def test_a_factory_that_cannot_travel_is_an_error_that_says_what_to_give() -> None:
    with pytest.raises(EngineError, match="function or class of a module"):
        list(engine.map(lambda: stages.Names(), stages.documents(1), workers=2))


def test_a_killed_worker_is_named_with_the_reports_in_hand() -> None:
    results = engine.map(stages.Picky, stages.documents(200, {100: "killed"}), workers=2)
    done = []
    with pytest.raises(WorkerDied, match=r"killed.*reports in hand \(report .*fewer --workers"):
        done.extend(results)
    assert done == [f"report {n}" for n in range(len(done))]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="reads /proc")
def test_no_worker_outlives_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(
        "import itertools, sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from tests.engine import stages\n"
        "from foedera import engine\n"
        "if __name__ == '__main__':\n"
        "    for name in engine.map(stages.Names, map(stages.document, itertools.repeat(1)), workers=2):\n"
        "        print(name, flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    parent.stdout.readline()
    workers = _children(parent.pid)
    assert len(workers) >= 2
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    deadline = time.monotonic() + 10
    while any(_alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in workers)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
