"""A run on a small cluster, in the middle of which an executor and a process of the program are killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

from dateline_spark import EngineSettings, RunOptions, run


def pids(pattern: str) -> list[int]:
    found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True, check=False).stdout.split()
    return [int(pid) for pid in found if int(pid) != os.getpid()]


def kill_one(pattern: str, note: Path) -> None:
    """Kill the first process that matches once there is one, and say so."""
    for _ in range(600):
        found = pids(pattern)
        if found:
            time.sleep(1)
            try:
                os.kill(found[-1], signal.SIGKILL)
            except ProcessLookupError:
                continue
            note.write_text(str(found[-1]))
            return
        time.sleep(0.1)


def main() -> None:
    source, out, program, notes = sys.argv[1:]
    spark = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.speculation", "true")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.files.maxPartitionBytes", "20000")
        .config("spark.sql.files.openCostInBytes", "0")
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(sys.path))
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")

    def disturb() -> None:
        # Of the first work that the workers do.
        kill_one(f"{program} engine annotate", Path(notes) / "engine")
        kill_one("CoarseGrainedExecutorBackend", Path(notes) / "executor")

    threading.Thread(target=disturb, daemon=True).start()
    run(spark, RunOptions([source], out, EngineSettings(("node", program))))
    spark.stop()


if __name__ == "__main__":
    main()
