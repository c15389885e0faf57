"""What is to be read: files of any file system that Hadoop reads, in the order in which one machine reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from .engine import EngineError, EngineSettings, run_once
from .mapping import Source, plain


@dataclass(frozen=True)
class InputFile:
    """A file, by its address, its name for the user, and how it is read: ``lines``, ``rows``, ``file`` or ``no``."""

    uri: str
    label: str
    read: str
    kind: str
    stem: str
    bytes: int


def find_files(spark: SparkSession, paths: list[str], settings: EngineSettings) -> list[InputFile]:
    """List the files of paths and of all folders below them, as the user named them, sorted within each path."""
    found: list[tuple[str, str, int]] = []
    for path in paths:
        listed = sorted(_list(spark, path), key=lambda file: file[1].encode("utf-16-be"))
        if not listed:
            raise EngineError(f"{path}: there is no file. Name files or folders that the cluster can read.")
        found.extend(listed)
    unique = list({uri: (uri, label, size) for uri, label, size in found}.values())
    names = "".join(json.dumps(label, ensure_ascii=False) + "\n" for _, label, _ in unique)
    selected: list[dict[str, Any]] = [json.loads(line) for line in run_once(settings, "select", names).splitlines()]
    files = []
    for (uri, label, size), how in zip(unique, selected, strict=True):
        # The program itself does not read Parquet; its rows are lines like any other here.
        read = "rows" if label.lower().endswith(".parquet") and how["kind"] != "hidden" else how["read"]
        files.append(InputFile(uri, label, read, how["kind"], how["stem"], size))
    return files


def _list(spark: SparkSession, path: str) -> list[tuple[str, str, int]]:
    jvm: Any = spark.sparkContext._jvm
    hadoop_path = jvm.org.apache.hadoop.fs.Path(path)
    system = hadoop_path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    if not system.exists(hadoop_path):
        return []
    root = system.makeQualified(hadoop_path)
    if system.getFileStatus(root).isFile():
        return [(root.toString(), path, int(system.getFileStatus(root).getLen()))]
    files = []
    listing = system.listFiles(root, True)
    while listing.hasNext():
        status = listing.next()
        below = status.getPath().toString()[len(root.toString()) :].lstrip("/")
        files.append((status.getPath().toString(), f"{path.rstrip('/')}/{below}", int(status.getLen())))
    return files


def read_lines(spark: SparkSession, files: list[InputFile]) -> DataFrame:
    """Read lines as bytes: (path, block, line), in order within a block. A carriage return stays in its line."""
    lines = spark.read.option("lineSep", "\n").text([file.uri for file in files])
    return lines.select(
        F.col("_metadata.file_path").alias("path"),
        F.col("_metadata.file_block_start").alias("block"),
        F.col("value").cast("binary").alias("line"),
    )


def read_rows(spark: SparkSession, files: list[InputFile]) -> DataFrame:
    """Read rows of Parquet as JSON objects: (path, block, line), in order within a block."""
    frame = spark.read.option("mergeSchema", "false").parquet(*[file.uri for file in files])
    return frame.select(
        F.col("_metadata.file_path").alias("path"),
        F.col("_metadata.file_block_start").alias("block"),
        F.to_json(F.struct(*frame.columns)).alias("line"),
    )


def read_whole(spark: SparkSession, files: list[InputFile]) -> DataFrame:
    """Read whole files: (path, content)."""
    return spark.read.format("binaryFile").load([file.uri for file in files]).select("path", "content")


def sources_of(files: list[InputFile], numbers: dict[str, int], blocks: DataFrame | None) -> dict[str, Source]:
    """Give the files by their addresses, with the first line and byte of each block where they have some."""
    starts: dict[str, dict[int, tuple[int, int]]] = {}
    if blocks is not None:
        size = F.octet_length("line") + 1
        counted = blocks.groupBy("path", "block").agg(F.count("*").alias("lines"), F.sum(size).alias("bytes")).collect()
        totals: dict[str, tuple[int, int]] = {}
        for part in sorted(counted, key=lambda part: (part["path"], part["block"])):
            line, byte = totals.get(part["path"], (1, 0))
            starts.setdefault(plain(part["path"]), {})[part["block"]] = (line, byte)
            totals[part["path"]] = (line + part["lines"], byte + part["bytes"])
    return {plain(file.uri): Source(numbers[file.label], file.label, file.stem, starts.get(plain(file.uri), {})) for file in files}
