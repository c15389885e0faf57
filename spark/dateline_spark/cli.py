"""``dateline-spark IN… OUT``: the command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from pyspark.sql import SparkSession

from .engine import EngineError, EngineSettings
from .run import RunOptions, run

#: Options of ``dateline extract`` that go through to the program, with what their value is called.
PASSED = {
    "--date": "YYYY-MM-DD",
    "--min-confidence": "P",
    "--model": "NAME",
    "--profile": "NAME",
    "--bias-country": "CODE",
    "--fields": "LIST",
    "--date-order": "ORDER",
    "--time-limit": "SECONDS",
}


def parse(arguments: Sequence[str]) -> RunOptions:
    """Read the command line. Ends the program with 2 and a message where it is wrong."""
    parser = argparse.ArgumentParser(
        prog="dateline-spark",
        description="Reads news articles on a Spark cluster and writes the tables of dateline as Parquet, a folder a table.",
        epilog="Master, memory and the like are Spark's own: give them with spark-submit or in spark-defaults.conf.",
    )
    parser.add_argument("paths", nargs="+", metavar="IN", help="files and folders of any file system that Hadoop reads")
    parser.add_argument("output", metavar="OUT", help="folder of the tables")
    parser.add_argument("--node", default=os.environ.get("DATELINE_NODE", "node"), help="Node on every machine (default: node)")
    parser.add_argument(
        "--program",
        default=os.environ.get("DATELINE_PROGRAM", "dateline/dist/cli/main.js"),
        help="the program on every machine (default: that of the archive: dateline/dist/cli/main.js)",
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--overwrite", action="store_true", help="replace what the folder holds of an earlier run")
    mode.add_argument("--resume", action="store_true", help="go on with an earlier run, and add what is new")
    parser.add_argument("--decisions", metavar="FILE", help="what people decided, at the same path on every machine")
    parser.add_argument("--partitions", type=int, metavar="N", help="into how many parts whole files are spread")
    parser.add_argument("--deadline", type=float, default=900, metavar="SECONDS", help="without any answer (default: 900)")
    for name, metavar in PASSED.items():
        parser.add_argument(name, metavar=metavar, help="as for dateline extract")
    parser.add_argument("--any-language", action="store_true", help="as for dateline extract")
    given = parser.parse_args(arguments)
    options: list[str] = []
    for name in PASSED:
        value = getattr(given, name[2:].replace("-", "_"))
        if value is not None:
            options += [name, value]
    if given.any_language:
        options.append("--any-language")
    return RunOptions(
        paths=given.paths,
        output=given.output,
        settings=EngineSettings((given.node, given.program), tuple(options), given.deadline),
        mode="overwrite" if given.overwrite else "resume" if given.resume else "error",
        decisions=given.decisions,
        partitions=given.partitions,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Gives the exit code: 0, 2 for a wrong command line, 3 with rejects, 4 where nothing could be done."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    # Where nobody says otherwise, workers on this machine run the Python that has the package.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.appName("dateline").getOrCreate()
    try:
        record = run(spark, options)
    except EngineError as error:
        print(f"dateline-spark: {error}", file=sys.stderr)
        return 4
    counts = record["counts"]
    print(
        f"{counts['articles']} articles, {counts['rejected']} rejected, in {record['seconds']} s: {options.output}",
        file=sys.stderr,
    )
    return 3 if counts["rejected"] else 0


if __name__ == "__main__":
    sys.exit(main())
