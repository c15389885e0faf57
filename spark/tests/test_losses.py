import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import PROGRAM
from test_run import lines_of, rows_of, spark_rows

from dateline_spark import EngineSettings
from dateline_spark.schema import describe


@pytest.mark.losses
def test_a_lost_executor_and_a_killed_process_lose_nothing_and_double_nothing(
    articles: Path, one_machine: Path, settings: EngineSettings, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    script = Path(__file__).with_name("lossy_run.py")
    command = [sys.executable, str(script), str(articles), str(tmp_path / "out"), str(PROGRAM), str(notes)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    ended = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False, env=environment)
    assert ended.returncode == 0, ended.stderr[-3000:]
    assert sorted(note.name for note in notes.iterdir()) == ["engine", "executor"]
    for table in describe(settings).tables:
        assert spark_rows(tmp_path / "out", table) == rows_of(pq.read_table(one_machine / f"{table.name}.parquet")), table.name
    assert lines_of(tmp_path / "out", "annotations") == sorted((one_machine / "annotations.jsonl").read_text().splitlines())
