import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from dateline_spark import EngineSettings

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = PROJECT / "dist" / "cli" / "main.js"
CORPUS = PROJECT / "corpus"


@pytest.fixture(scope="session")
def settings() -> EngineSettings:
    return EngineSettings(("node", str(PROGRAM)))


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .appName("dateline-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.default.parallelism", "2")
        # Small enough that the lines below are cut into several blocks.
        .config("spark.sql.files.maxPartitionBytes", "20000")
        .config("spark.sql.files.openCostInBytes", "0")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of lines and files: an id twice, a copy, a line that is none, a blank line, an article of each format."""
    folder = tmp_path_factory.mktemp("input")
    texts = [path.read_text().split("---\n", 2)[-1] for path in sorted(CORPUS.glob("*.md"))]
    lines = [
        json.dumps({"id": f"a{number % 20}", "publishedAt": f"2025-0{number % 3 + 1}-14", "title": text[:40], "text": text})
        for number, text in enumerate(texts[:22])
    ]
    lines[7] = "no JSON"
    lines.insert(9, "")
    lines.append(json.dumps({"id": "copy", "text": texts[3], "publishedAt": "2025-02-01"}))
    (folder / "lines.jsonl").write_bytes("\r\n".join(lines[:12]).encode() + b"\n" + "\n".join(lines[12:]).encode())
    (folder / "plain.txt").write_text(texts[25])
    (folder / "page.html").write_text(f"<html><body><article><h1>Quake</h1><p>{texts[26]}</p></article></body></html>")
    (folder / "sheet.csv").write_text("id,text\nrow,Two people were killed in Oslo on Monday.\na3,Nine people died in Lima.\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture(scope="session")
def one_machine(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that the program itself writes of the same folder."""
    out = tmp_path_factory.mktemp("one") / "out"
    command = ["node", str(PROGRAM), "extract", str(articles), "-o", str(out), "--format", "parquet", "--quiet"]
    subprocess.run(command, check=False)
    return out
