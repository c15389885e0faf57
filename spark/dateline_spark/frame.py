"""Annotation of a frame that the caller has: for notebooks and for pipelines of their own."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql import types as T
from pyspark.sql.pandas.types import from_arrow_schema

from .engine import EngineError, EngineSettings
from .mapping import Annotating, map_frame
from .schema import RECORD, describe, stage_schema

#: Columns of the caller that the program reads, by the names of its JSON Lines.
COLUMNS = ("id", "text", "title", "publishedAt", "source", "place", "language", "author", "url")


def annotate(df: DataFrame, settings: EngineSettings) -> DataFrame:
    """Annotate articles.

    :param df: a row an article: ``text``, and as far as there are some ``id``, ``title``, ``publishedAt`` (a day as text
        or date), ``source``, ``place``, ``language``, ``author``, ``url``. Other columns are left out.
    :param settings: how the program is started on every machine.
    :returns: a row an article or reject: ``id``, ``record`` (see :data:`dateline_spark.schema.RECORD`), ``json`` (the
        whole record), ``error`` (null for an article). Ids are as stated: nothing is settled across articles.
    :raises EngineError: on the driver, before any work, where the frame has no ``text`` or the program cannot be run.
    """
    if "text" not in df.columns:
        raise EngineError(f"The frame has no column text (it has {', '.join(df.columns)}): rename the one that holds the articles.")
    said = describe(settings)
    tables = said.of("article")
    given = [F.col(name).cast("string").alias(name) for name in COLUMNS if name in df.columns]
    lines = df.select(F.monotonically_increasing_id().alias("row"), F.to_json(F.struct(*given)).alias("line"))
    stage = lines.mapInArrow(map_frame(Annotating(settings, tables, said.fingerprint)), from_arrow_schema(stage_schema(tables)))
    error = F.when(F.col("kind") == "reject", F.concat_ws(": ", "place", "code", "message")).cast(T.StringType())
    found = stage.where("kind in ('article', 'reject')")
    return found.select("id", F.from_json("record", RECORD).alias("record"), F.col("record").alias("json"), error.alias("error"))
