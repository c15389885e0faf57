"""What the program writes, as Spark and Arrow know it: the schemas come from the program itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyspark.sql import types as T

from .engine import EngineError, EngineSettings, run_once

#: Node that the program needs, as major and minor version.
NODE = (20, 19)

_ARROW: dict[str, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_SPARK: dict[str, T.DataType] = {
    "text": T.StringType(),
    "integer": T.LongType(),
    "number": T.DoubleType(),
    "boolean": T.BooleanType(),
    "date": T.DateType(),
}


@dataclass(frozen=True)
class Table:
    """A table of the program: its name, what it is drawn from, and its columns with their types."""

    name: str
    #: ``article``, or the part of the corpus that its rows come from.
    drawn_from: str
    columns: tuple[tuple[str, str], ...]

    def arrow(self) -> pa.Schema:
        """Give its columns as Arrow has them."""
        return pa.schema([pa.field(name, _ARROW[kind]) for name, kind in self.columns])

    def spark(self) -> T.StructType:
        """Give its columns as Spark has them."""
        return T.StructType([T.StructField(name, _SPARK[kind]) for name, kind in self.columns])


@dataclass(frozen=True)
class Description:
    """The program's word on itself."""

    version: str
    node: str
    fingerprint: str
    tables: tuple[Table, ...]

    def of(self, drawn_from: str) -> tuple[Table, ...]:
        """Give the tables that are drawn from one thing."""
        return tuple(table for table in self.tables if table.drawn_from == drawn_from)

    def parts(self) -> tuple[str, ...]:
        """Give the parts of the corpus that the program makes, in its order."""
        return tuple(dict.fromkeys(table.drawn_from for table in self.tables if table.drawn_from != "article"))


def describe(settings: EngineSettings) -> Description:
    """Ask the program what it is. Raises :class:`EngineError` for a missing one and for one that is too old."""
    said: dict[str, Any] = json.loads(run_once(settings, "describe"))
    major, minor = (int(part) for part in said["node"].split(".")[:2])
    if (major, minor) < NODE:
        raise EngineError(f"Node {said['node']} is too old: {NODE[0]}.{NODE[1]} or later is needed on every machine.")
    tables = tuple(
        Table(table["name"], table["from"], tuple((column["name"], column["type"]) for column in table["columns"]))
        for table in said["tables"]
    )
    return Description(said["dateline"], said["node"], said["fingerprint"], tables)


#: Where an article stands in the order of the run: the number of its file, its line or row
#: within it, the unit of that and its place within the unit.
ORDER = ("file_no", "row", "unit", "at")


def stage_schema(tables: tuple[Table, ...]) -> pa.Schema:
    """Give what is kept of every answer: one row an article, reject, warning or file that was not read."""
    text = pa.string()
    return pa.schema(
        [
            ("file_no", pa.int64()),
            ("row", pa.int64()),
            ("unit", pa.int64()),
            ("at", pa.int64()),
            ("key", text),
            ("file", text),
            ("record_no", pa.int64()),
            ("kind", text),
            ("id", text),
            ("published", text),
            ("record", text),
            ("text", text),
            ("digest", text),
            ("copyable", text),
            ("skipped", pa.bool_()),
            ("tokens", pa.int64()),
            ("place", text),
            ("code", text),
            ("message", text),
            *((f"rows_{table.name}", text) for table in tables),
        ]
    )


_MENTION = T.StructType(
    [
        T.StructField("kind", T.StringType()),
        T.StructField("start", T.LongType()),
        T.StructField("end", T.LongType()),
        T.StructField("text", T.StringType()),
        T.StructField("by", T.StringType()),
        T.StructField("confidence", T.DoubleType()),
        T.StructField("entity", T.StringType()),
        T.StructField("type", T.StringType()),
        T.StructField("value", T.StringType()),
        T.StructField("from", T.StringType()),
        T.StructField("to", T.StringType()),
        T.StructField("outcome", T.StringType()),
        T.StructField("low", T.DoubleType()),
        T.StructField("high", T.DoubleType()),
        T.StructField("qualifier", T.StringType()),
        T.StructField("victims", T.StringType()),
        T.StructField("modality", T.StringType()),
        T.StructField("scope", T.StringType()),
        T.StructField("attribution", T.StringType()),
        T.StructField("implicit", T.BooleanType()),
    ]
)
_SPAN = [
    T.StructField("start", T.LongType()),
    T.StructField("end", T.LongType()),
    T.StructField("text", T.StringType()),
    T.StructField("reason", T.StringType()),
    T.StructField("confidence", T.DoubleType()),
]

#: The annotation record, as far as it is the contract of the house; ``json`` of :func:`annotate` holds all of it.
RECORD = T.StructType(
    [
        T.StructField("id", T.StringType()),
        T.StructField("title", T.StringType()),
        T.StructField("publishedAt", T.StringType()),
        T.StructField("textHash", T.StringType()),
        T.StructField("mentions", T.ArrayType(_MENTION)),
        T.StructField("titleMentions", T.ArrayType(_MENTION)),
        T.StructField(
            "entities",
            T.ArrayType(
                T.StructType(
                    [
                        T.StructField("id", T.StringType()),
                        T.StructField("kind", T.StringType()),
                        T.StructField("name", T.StringType()),
                        T.StructField("aliases", T.ArrayType(T.StringType())),
                        T.StructField("mentions", T.LongType()),
                    ]
                )
            ),
        ),
        T.StructField(
            "incidents",
            T.ArrayType(
                T.StructType(
                    [
                        T.StructField("id", T.StringType()),
                        T.StructField("kind", T.StringType()),
                        T.StructField("main", T.BooleanType()),
                        T.StructField("figures", T.ArrayType(T.LongType())),
                        T.StructField("place", T.StructType(_SPAN)),
                        T.StructField(
                            "date",
                            T.StructType([*_SPAN, T.StructField("from", T.StringType()), T.StructField("to", T.StringType())]),
                        ),
                        T.StructField("cause", T.StringType()),
                        T.StructField(
                            "tolls",
                            T.ArrayType(
                                T.StructType(
                                    [
                                        T.StructField("outcome", T.StringType()),
                                        T.StructField("modality", T.StringType()),
                                        T.StructField("best", T.DoubleType()),
                                        T.StructField("low", T.DoubleType()),
                                        T.StructField("high", T.DoubleType()),
                                        T.StructField("by", T.StringType()),
                                    ]
                                )
                            ),
                        ),
                    ]
                )
            ),
        ),
    ]
)
