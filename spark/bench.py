"""Spark beside the program alone, on the same articles and cores: seconds, start-up apart, and memory.

    python spark/bench.py [ARTICLES]        20,000 unless said otherwise

Articles are those of corpus/ with other ids, days and figures. Both sides write Parquet. The cluster is
local-cluster[2,1,1024]: two executors of one core. Start-up is a run over one article, which is taken off.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

from dateline_spark import EngineSettings, RunOptions, run

PROJECT = Path(__file__).resolve().parents[1]
PROGRAM = PROJECT / "dist" / "cli" / "main.js"


def write_articles(path: Path, count: int) -> None:
    """Write articles that differ in their ids, days and numbers."""
    texts = [file.read_text().split("---\n", 2)[-1] for file in sorted((PROJECT / "corpus").glob("*.md"))]
    with path.open("w") as out:
        for number in range(count):
            text = re.sub(r"\b\d\d\b", lambda found, at=number: str(10 + (int(found[0]) + at) % 89), texts[number % len(texts)])
            day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
            out.write(json.dumps({"id": f"b{number}", "publishedAt": day, "text": text}) + "\n")


def resident(pattern: str) -> float:
    """Sum the resident memory of the processes that match, in MB."""
    total = 0
    found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True, check=False).stdout.split()
    for pid in found:
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            continue
        size = re.search(r"VmRSS:\s+(\d+)", status)
        total += int(size[1]) if size else 0
    return total / 1024


def watch(pattern: str, into: list[float], stop: threading.Event) -> None:
    """Note the memory of processes every second."""
    while not stop.wait(1):
        into.append(resident(pattern))


def alone(source: Path, out: Path) -> float:
    """Run the program by itself with two workers."""
    started = time.time()
    command = ["node", str(PROGRAM), "extract", str(source), "-o", str(out), "--jobs", "2", "--format", "parquet", "--quiet"]
    subprocess.run(command, check=True)
    return time.time() - started


def main() -> None:
    """Print the bench."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    folder = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    write_articles(folder / "one.jsonl", 1)
    write_articles(folder / "all.jsonl", count)
    size = (folder / "all.jsonl").stat().st_size
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.files.maxPartitionBytes", str(max(1_000_000, size // 16)))
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.executorEnv.PYTHONPATH", str(PROJECT / "spark"))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    settings = EngineSettings(("node", str(PROGRAM)))
    seconds: dict[str, float] = {}
    for name in ("one", "all"):
        seconds[f"alone {name}"] = alone(folder / f"{name}.jsonl", folder / f"alone-{name}")
        started = time.time()
        memory: list[float] = []
        stop = threading.Event()
        threading.Thread(target=watch, args=("engine annotate", memory, stop), daemon=True).start()
        run(spark, RunOptions([str(folder / f"{name}.jsonl")], str(folder / f"spark-{name}"), settings))
        stop.set()
        seconds[f"spark {name}"] = time.time() - started
        settings = EngineSettings(("node", str(PROGRAM)))
    work = {side: seconds[f"{side} all"] - seconds[f"{side} one"] for side in ("alone", "spark")}
    third = max(1, len(memory) // 3)
    print(f"{count} articles, {size / 1e6:.0f} MB, two cores ({os.cpu_count()} in the machine)")
    for side in ("alone", "spark"):
        whole, start = seconds[f"{side} all"], seconds[f"{side} one"]
        print(f"{side}: {whole:.1f} s, of these {start:.1f} s start-up; {count / work[side]:.0f} articles a second")
    print(f"overhead of Spark, start-up apart: {100 * (work['spark'] / work['alone'] - 1):.0f}%")
    early, late = sorted(memory[third : 2 * third]), sorted(memory[2 * third :])
    if early and late:
        middle, end = early[len(early) // 2], late[len(late) // 2]
        print(f"memory of the program on the executors, median: second third {middle:.0f} MB, last third {end:.0f} MB")
    spark.stop()


if __name__ == "__main__":
    main()
