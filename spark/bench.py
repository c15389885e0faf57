"""Spark beside the program alone, on the same articles and cores: seconds, start-up apart, memory, and what moves.

    python spark/bench.py [--articles 20000] [--master local-cluster[2,1,1024]]

Articles are those of corpus/ with other ids, days and figures. Both sides write Parquet. The cluster is two executors of one
core. Start-up is a run over one article, which is taken off. Seconds are those of the clock; processor seconds are of all
processes that the run started, and tell the same on a machine that does other things beside.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pyspark.sql import SparkSession

from dateline_spark import EngineSettings, RunOptions, run

PROJECT = Path(__file__).resolve().parents[1]
PROGRAM = PROJECT / "dist" / "cli" / "main.js"


def other_number(article: int, found: re.Match[str]) -> str:
    """Give a number of two digits another one, by the article that it stands in."""
    return str(10 + (int(found[0]) + article) % 89)


def write_articles(path: Path, count: int) -> None:
    """Write articles that differ in their ids, days and numbers."""
    texts = [file.read_text().split("---\n", 2)[-1] for file in sorted((PROJECT / "corpus").glob("*.md"))]
    with path.open("w") as out:
        for number in range(count):
            text = re.sub(r"\b\d\d\b", partial(other_number, number), texts[number % len(texts)])
            day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
            out.write(json.dumps({"id": f"b{number}", "publishedAt": day, "text": text}) + "\n")


class Watch:
    """Notes once a second what the processes below this one take, until it is stopped."""

    def __init__(self) -> None:
        #: Resident memory in MB of the program on the executors, a value a second.
        self.memory: list[float] = []
        self._ticks: dict[int, int] = {}
        self._look()
        self._before = sum(self._ticks.values())
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """End it; the processor seconds of all processes, as they were last seen."""
        self._stop.set()
        self._thread.join()
        self._look()
        return (sum(self._ticks.values()) - self._before) / os.sysconf("SC_CLK_TCK")

    def _run(self) -> None:
        while not self._stop.wait(1):
            self.memory.append(self._look())

    def _look(self) -> float:
        parents: dict[int, int] = {}
        ticks: dict[int, int] = {}
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = path.read_text().rsplit(") ", 1)[1].split()
            except OSError:
                continue
            pid = int(path.parent.name)
            parents[pid] = int(fields[1])
            ticks[pid] = int(fields[11]) + int(fields[12])
        below = {os.getpid()}
        while more := {pid for pid, parent in parents.items() if parent in below} - below:
            below |= more
        # A worker whose parent ended belongs to the system; what was seen of it is kept.
        known = below | (set(self._ticks) & set(parents))
        total = 0
        for pid in known:
            self._ticks[pid] = max(ticks.get(pid, 0), self._ticks.get(pid, 0))
            try:
                if b"annotate" not in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"):
                    continue
                size = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
            except OSError:
                continue
            total += int(size[1]) if size else 0
        return total / 1024


def alone(source: Path, out: Path) -> None:
    """Run the program by itself with two workers."""
    command = ["node", str(PROGRAM), "extract", str(source), "-o", str(out), "--jobs", "2", "--format", "parquet", "--quiet"]
    subprocess.run(command, check=True)


def size_of(folder: Path) -> int:
    """Count the bytes of a folder's files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> None:
    """Print the bench."""
    parser = argparse.ArgumentParser(description="Spark beside the program alone.")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    options = parser.parse_args()
    count: int = options.articles
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # Else workers are those of whatever Python comes first on the path.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    folder = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    write_articles(folder / "one.jsonl", 1)
    write_articles(folder / "all.jsonl", count)
    size = (folder / "all.jsonl").stat().st_size
    spark = (
        SparkSession.builder.master(options.master)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.files.maxPartitionBytes", str(max(1_000_000, size // 16)))
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.executorEnv.PYTHONPATH", str(PROJECT / "spark"))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    settings = EngineSettings(("node", str(PROGRAM)))
    clock: dict[str, float] = {}
    worked: dict[str, float] = {}
    memory: list[float] = []

    def time_it(name: str, work: Callable[[], object]) -> None:
        started = time.time()
        watch = Watch()
        work()
        worked[name] = watch.stop()
        clock[name] = time.time() - started
        memory[:] = watch.memory

    for name in ("one", "all"):
        source = folder / f"{name}.jsonl"
        time_it(f"alone {name}", partial(alone, source, folder / f"alone-{name}"))
        time_it(f"spark {name}", partial(run, spark, RunOptions([str(source)], str(folder / f"spark-{name}"), settings)))
    print(f"{count} articles, {size / 1e6:.1f} MB, {options.master}, {os.cpu_count()} cores in the machine")
    for side in ("alone", "spark"):
        work = clock[f"{side} all"] - clock[f"{side} one"]
        processor = worked[f"{side} all"] - worked[f"{side} one"]
        print(
            f"{side}: {clock[f'{side} all']:.1f} s, of these {clock[f'{side} one']:.1f} s start-up; {count / work:.0f} articles a second; "
            f"{1000 * processor / count:.1f} ms of processor time an article"
        )
    for what, taken in (("clock", clock), ("processor time", worked)):
        each = {side: taken[f"{side} all"] - taken[f"{side} one"] for side in ("alone", "spark")}
        print(f"overhead of Spark, start-up apart, by {what}: {100 * (each['spark'] / each['alone'] - 1):.0f}%")
    third = max(1, len(memory) // 3)
    early, late = sorted(memory[third : 2 * third]), sorted(memory[2 * third :])
    if early and late:
        middle, end = early[len(early) // 2], late[len(late) // 2]
        print(f"memory of the program on the executors, median: second third {middle:.0f} MB, last third {end:.0f} MB")
    out = folder / "spark-all"
    stage = size_of(out / "stage")
    print(
        f"an article, on the disk: input {size / count:.0f} bytes, stage {stage / count:.0f}, tables {(size_of(out) - stage) / count:.0f}"
    )
    digests = spark.read.parquet(str(out / "stage" / "articles")).selectExpr(
        "avg(octet_length(digest)) as digest", "avg(octet_length(copyable)) as copy"
    )
    moved = digests.collect()[0]
    print(f"an article, to the stages in which the order counts: digest {moved['digest']:.0f} bytes, ids and copies {moved['copy']:.0f}")
    shutil.rmtree(folder)
    spark.stop()


if __name__ == "__main__":
    main()
