"""A run: annotate in parallel, settle and collate in order, write the tables.

What was annotated is kept below ``stage`` in the output, so that a later run of the same folder does only what is new. The
tables are made anew from it each time; Spark's committers give a table its files all at once or not at all.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

from . import inputs
from .corpus import FINDINGS, SETTLED, map_collate, map_settle
from .engine import Engine, EngineError, EngineSettings
from .mapping import Annotating, explode_table, map_files, map_lines, map_rows
from .schema import ORDER, Description, Table, describe, stage_schema

#: Bytes of input that are annotated before they are kept: what a run that is killed loses at most.
WAVE_BYTES = 32_000_000_000

#: The partition column of every table of articles: the month of publication, or ``undated``.
MONTH = "published_month"

#: What names an entity of an article.
MEMBER = ("article_id", "entity_id")


@dataclass(frozen=True)
class RunOptions:
    """What a run is asked to do."""

    paths: list[str]
    output: str
    settings: EngineSettings
    #: ``error``, ``overwrite`` or ``resume``, which also appends what is new.
    mode: str = "error"
    decisions: str | None = None
    #: Partitions that are annotated apart; null leaves it to Spark.
    partitions: int | None = None


def check(spark: SparkSession, settings: EngineSettings) -> Description:
    """Run the program on the driver and on executors before any work. Raises :class:`EngineError` with the remedy."""
    said = describe(settings)
    _try(settings)
    workers = max(1, spark.sparkContext.defaultParallelism)

    def probe(_: Any) -> list[str]:
        try:
            return [describe(settings).version]
        except EngineError as error:
            return [f"!{error}"]

    answers = set(spark.sparkContext.parallelize(range(workers), workers).flatMap(probe).collect())
    for answer in sorted(answers):
        if answer.startswith("!"):
            raise EngineError(f"On an executor: {answer[1:]}")
        if answer != said.version:
            raise EngineError(f"An executor has dateline {answer}, the driver {said.version}: send one along with --archives.")
    return said


def _try(settings: EngineSettings) -> None:
    """Load the models once: one that is missing or damaged is told here."""
    engine = Engine(replace(settings, deadline=120))
    try:
        request = {
            "of": 0,
            "file": "check",
            "ending": ".txt",
            "stem": "check",
            "text": "Nothing happened in Oslo on Monday.",
        }
        for _, answer in engine.answers([request]):
            if answer["kind"] == "reject":
                raise EngineError(f"The program fails on a sentence: {answer['reason']}")
    finally:
        engine.close()


def run(spark: SparkSession, options: RunOptions) -> dict[str, Any]:
    """Read, annotate, settle, collate, write. Gives what ``run.json`` holds."""
    started = time.time()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
    said = check(spark, options.settings)
    folder = _Folder(spark, options.output)
    folder.prepare(options.mode)
    files = inputs.find_files(spark, options.paths, options.settings)
    stage = _annotate(spark, options, said, files, folder)
    articles = _settle(spark, options, said, stage, folder)
    written = articles.select(F.col("settled").alias("id"), MONTH, F.col("record").alias("json"), "text")
    written.select("id", "json", MONTH).write.mode("overwrite").partitionBy(MONTH).parquet(folder.at("annotations"))
    written.select("id", F.col("text").alias("json"), MONTH).write.mode("overwrite").partitionBy(MONTH).parquet(folder.at("texts"))
    findings = _collate(spark, options, articles, folder)
    for part in said.parts():
        _write_findings(findings, part, said.of(part), folder)
    members = spark.read.parquet(folder.at("entity_members")).select(*MEMBER, "corpus_id")
    for table in said.of("article"):
        _write_articles(articles, table, members, folder)
    rejects = stage.where("kind = 'reject'").select("file", "id", "place", "code", F.col("message").alias("reason"))
    rejects.write.mode("overwrite").parquet(folder.at("rejects"))
    record = _record(options, said, files, stage, articles, findings, time.time() - started)
    folder.write_text("run.json", json.dumps(record, indent=2, ensure_ascii=False) + "\n")
    return record


def _annotate(spark: SparkSession, options: RunOptions, said: Description, files: list[inputs.InputFile], folder: _Folder) -> DataFrame:
    tables = said.of("article")
    plan = Annotating(options.settings, tables, said.fingerprint)
    numbers = {file.label: number for number, file in enumerate(files)}
    known = folder.read("stage/articles")
    if known is not None:
        keys = known.select("key", "file", "file_no").distinct().collect()
        plan = replace(plan, done=frozenset(row["key"] for row in keys))
        before = {row["file"]: row["file_no"] for row in keys if row["file"] is not None}
        following = max(before.values(), default=-1) + 1
        fresh = [file.label for file in files if file.label not in before]
        numbers = before | {label: following + at for at, label in enumerate(fresh)}
    wave = folder.next_wave()
    for group in _waves(files):
        for frame in _frames(spark, group, plan, numbers, options.partitions):
            frame.write.parquet(folder.at(f"stage/articles/wave={wave}"))
            wave += 1
    stage = folder.read("stage/articles")
    if stage is None:
        raise EngineError("Nothing was read: none of the files holds articles.")
    # A unit that changed since was done again: what a later wave says of it counts.
    last = Window.partitionBy("file_no", "row")
    return stage.withColumn("last", F.max("wave").over(last)).where("wave = last").drop("wave", "last")


def _waves(files: list[inputs.InputFile]) -> list[list[inputs.InputFile]]:
    """Part the files into groups of bounded size: what a run did is kept a group at a time."""
    groups: list[list[inputs.InputFile]] = []
    size = WAVE_BYTES
    for file in files:
        if size >= WAVE_BYTES:
            groups.append([])
            size = 0
        groups[-1].append(file)
        size += file.bytes
    return groups


def _frames(
    spark: SparkSession,
    files: list[inputs.InputFile],
    plan: Annotating,
    numbers: dict[str, int],
    partitions: int | None,
) -> list[DataFrame]:
    schema = from_arrow_schema(stage_schema(plan.tables))
    reading: tuple[tuple[str, Callable[..., DataFrame], Callable[..., Any], bool], ...] = (
        ("lines", inputs.read_lines, map_lines, True),
        ("rows", inputs.read_rows, map_rows, True),
        ("file", inputs.read_whole, map_files, False),
    )
    frames = []
    for how, read, mapper, blocks in reading:
        own = [file for file in files if file.read == how]
        if not own:
            continue
        frame = read(spark, own)
        sources = inputs.sources_of(own, numbers, frame if blocks else None)
        # Whole files may lie in any partition; the lines of a block are counted where they are read.
        if partitions is not None and not blocks:
            frame = frame.repartition(partitions)
        frames.append(frame.mapInArrow(mapper(plan, sources), schema))
    return frames


def _settle(spark: SparkSession, options: RunOptions, said: Description, stage: DataFrame, folder: _Folder) -> DataFrame:
    """Settle ids and copies in the order of the run; articles that get another id are drawn again under it."""
    articles = stage.where("kind = 'article'")
    asked = articles.select(*ORDER, "id", "file", "record_no", "copyable")
    ordered = asked.repartition(1).sortWithinPartitions(*ORDER)
    ordered.mapInArrow(map_settle(options.settings), from_arrow_schema(SETTLED)).write.mode("overwrite").parquet(folder.at("stage/settled"))
    settled = spark.read.parquet(folder.at("stage/settled"))
    joined = articles.join(settled, list(ORDER))
    month = F.coalesce(F.substring("published", 1, 7), F.lit("undated"))
    renamed = joined.where("id <> settled")
    changed = renamed.select(*ORDER, "settled", "file", "text").collect()
    joined = joined.withColumn(MONTH, month)
    if not changed:
        return joined
    again = _redraw(spark, options, said, changed)
    same = joined.where("id = settled")
    return same.unionByName(again.join(settled, list(ORDER)).withColumn(MONTH, month), allowMissingColumns=True)


def _redraw(spark: SparkSession, options: RunOptions, said: Description, changed: list[Any]) -> DataFrame:
    """Read the files of articles whose ids changed once more, and keep those articles, under their new ids."""
    ids: dict[tuple[int, int], dict[str, str]] = {}
    for row in changed:
        ids.setdefault((row["file_no"], row["row"]), {})[f"{row['unit']}:{row['at']}"] = row["settled"]
    labels = {row["file"].split("#")[0] for row in changed}
    files = [file for file in inputs.find_files(spark, options.paths, options.settings) if file.label in labels]
    numbers = {row["file"]: row["file_no"] for row in changed}
    plan = Annotating(options.settings, said.of("article"), said.fingerprint, only=frozenset(ids), ids=ids)
    frames = _frames(spark, files, plan, numbers, options.partitions)
    wanted = spark.createDataFrame([tuple(row[name] for name in ORDER) for row in changed], ", ".join(f"{name} long" for name in ORDER))
    again = frames[0]
    for frame in frames[1:]:
        again = again.unionByName(frame)
    return again.where("kind = 'article'").join(wanted, list(ORDER), "left_semi")


def _write_articles(articles: DataFrame, table: Table, members: DataFrame, folder: _Folder) -> None:
    rows = articles.where(F.col(f"rows_{table.name}").isNotNull())
    if table.name == "articles":
        marks = ("duplicate_of", "similarity")
        drawn = rows.select(MONTH, "settled", "duplicate_of", F.col("similarity").cast("string"), f"rows_{table.name}")
        extra = (MONTH, "_id", "_of", "_similarity")
        schema = _with(table, extra)
        frame = drawn.mapInArrow(explode_table(table, extra), schema)
        frame = frame.withColumn(marks[0], F.col("_of")).withColumn(marks[1], F.col("_similarity").cast("double"))
        frame = frame.drop("_id", "_of", "_similarity")
    else:
        frame = rows.select(MONTH, f"rows_{table.name}").mapInArrow(explode_table(table, (MONTH,)), _with(table, (MONTH,)))
    names = [name for name, _ in table.columns]
    if "corpus_id" in names:
        # Known only now that the stage over the corpus is done: the program leaves the cells of these rows empty.
        frame = frame.drop("corpus_id").join(members, list(MEMBER), "left").select(*names, MONTH)
    frame.write.mode("overwrite").partitionBy(MONTH).parquet(folder.at(table.name))


def _with(table: Table, extra: tuple[str, ...]) -> Any:
    schema = table.spark()
    for name in extra:
        schema = schema.add(name, "string")
    return schema


def _collate(spark: SparkSession, options: RunOptions, articles: DataFrame, folder: _Folder) -> DataFrame:
    digests = articles.where("digest is not null").select(*ORDER, "settled", "duplicate_of", "digest")
    ordered = digests.repartition(1).sortWithinPartitions(*ORDER).select("settled", "duplicate_of", "digest")
    found = ordered.mapInArrow(map_collate(options.settings, options.decisions), from_arrow_schema(FINDINGS))
    found.write.mode("overwrite").parquet(folder.at("stage/findings"))
    return spark.read.parquet(folder.at("stage/findings"))


def _write_findings(findings: DataFrame, part: str, tables: tuple[Table, ...], folder: _Folder) -> None:
    own = findings.where(F.col("part") == part)
    for table in tables:
        cells = own.select(F.get_json_object("rows", f"$.{table.name}").alias("cells")).where("cells is not null")
        frame = cells.mapInArrow(explode_table(table, ()), table.spark())
        frame.write.mode("overwrite").parquet(folder.at(table.name))
    # The lines of `incidents.jsonl` and `entities.jsonl` as they are, in their order.
    own.orderBy("no").select(F.col("line").alias("json")).write.mode("overwrite").parquet(folder.at(f"{part}_json"))


def _record(
    options: RunOptions,
    said: Description,
    files: list[inputs.InputFile],
    stage: DataFrame,
    articles: DataFrame,
    findings: DataFrame,
    seconds: float,
) -> dict[str, Any]:
    counts = {row["kind"]: row["count"] for row in stage.groupBy("kind").count().collect()}
    sums = articles.agg(
        F.count("*").alias("articles"),
        F.sum(F.col("skipped").cast("long")).alias("skipped"),
        F.sum(F.col("duplicate_of").isNotNull().cast("long")).alias("duplicates"),
        F.sum(F.col("published").isNull().cast("long")).alias("undated"),
        F.sum("tokens").alias("tokens"),
    ).collect()[0]
    warnings = stage.where("kind = 'warning'").select("code", "place", "message").limit(1000).collect()
    renamed = articles.where("warning is not null").select("file", "record_no", "warning").limit(1000).collect()
    unfit = findings.where("part = 'unfit'").select("line").collect()
    unread = [file for file in files if file.read == "no"]
    return {
        "dateline": said.version,
        "node": said.node,
        "fingerprint": said.fingerprint,
        "paths": options.paths,
        "options": list(options.settings.options),
        "seconds": round(seconds, 1),
        "counts": {**sums.asDict(), "rejected": counts.get("reject", 0)},
        "warnings": [row.asDict() for row in warnings]
        + [{"code": "duplicate-id", "place": _place(row), "message": row["warning"]} for row in renamed],
        "unfitDecisions": [json.loads(row["line"]) for row in unfit],
        "notRead": {
            "count": len(unread) + counts.get("unread", 0),
            "first": [file.label for file in unread[:20]],
        },
    }


def _place(row: Any) -> str:
    return row["file"] if row["record_no"] is None else f"{row['file']}#{row['record_no']}"


class _Folder:
    """The folder of the output, on any file system that Hadoop writes."""

    def __init__(self, spark: SparkSession, path: str) -> None:
        self.spark = spark
        self.path = path.rstrip("/")
        jvm: Any = spark.sparkContext._jvm
        self._path = jvm.org.apache.hadoop.fs.Path
        self._system = self._path(self.path).getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())

    def at(self, name: str) -> str:
        return f"{self.path}/{name}"

    def exists(self, name: str) -> bool:
        return bool(self._system.exists(self._path(self.at(name))))

    def prepare(self, mode: str) -> None:
        """Refuse a folder that holds a run, or clear it, or go on with it."""
        holds = self.exists("stage") or self.exists("run.json")
        if self._system.exists(self._path(self.path)) and not holds and len(self._system.listStatus(self._path(self.path))) > 0:
            raise EngineError(f"{self.path}: holds files that no run wrote. Choose an empty folder.")
        if holds and mode == "error":
            raise EngineError(f"{self.path}: holds a run. Go on with it with --resume, or replace it with --overwrite.")
        if holds and mode == "overwrite":
            self._system.delete(self._path(self.path), True)
        if self.exists("run.json"):
            # A run under way has none: whoever finds it may trust the tables.
            self._system.delete(self._path(self.at("run.json")), False)

    def read(self, name: str) -> DataFrame | None:
        """Read what an earlier step wrote; none where it wrote nothing whole."""
        if not self.exists(name):
            return None
        waves = [status.getPath() for status in self._system.listStatus(self._path(self.at(name)))]
        whole = [wave.toString() for wave in waves if self._system.exists(self._path(f"{wave.toString()}/_SUCCESS"))]
        return self.spark.read.option("basePath", self.at(name)).parquet(*whole) if whole else None

    def next_wave(self) -> int:
        """Give the number of the next part of the stage; what a killed run left of one is removed."""
        if not self.exists("stage/articles"):
            return 0
        waves = [status.getPath() for status in self._system.listStatus(self._path(self.at("stage/articles")))]
        for wave in waves:
            if not self._system.exists(self._path(f"{wave.toString()}/_SUCCESS")):
                self._system.delete(wave, True)
        return 1 + max((int(wave.getName().split("=")[1]) for wave in waves), default=-1)

    def write_text(self, name: str, text: str) -> None:
        stream = self._system.create(self._path(self.at(name)), True)
        try:
            stream.write(bytearray(text.encode()))
        finally:
            stream.close()
