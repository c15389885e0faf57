"""What runs in the Python workers: rows to requests, answers to rows. No row is ever held beyond its batch."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import pyarrow as pa

from .engine import Answer, EngineSettings, Request, engine_of_worker
from .schema import Table, stage_schema

#: Rows and bytes of text of a batch that goes out.
BATCH_ROWS = 256
BATCH_BYTES = 16_000_000

Row = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """A file of the input, as the run knows it."""

    number: int
    #: Its name for the user, and what the ids of its articles begin with where they state none.
    label: str
    stem: str
    #: First line and first byte of each block that Spark cuts it into, by where the block starts.
    blocks: dict[int, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Annotating:
    """What a worker needs to know to annotate."""

    settings: EngineSettings
    tables: tuple[Table, ...]
    fingerprint: str
    #: Keys of units that an earlier run did.
    done: frozenset[str] = frozenset()
    #: The only units to do, by (file, row), where not all are.
    only: frozenset[tuple[int, int]] | None = None
    #: Ids that the run gave to articles, by (file, row) and `unit:at` of their answers.
    ids: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)

    def key(self, label: str, row: int, content: bytes) -> str:
        """Name a unit by the program, its place and its content."""
        digest = hashlib.sha256(f"{self.fingerprint}\n{label}\n{row}\n".encode())
        digest.update(content)
        return digest.hexdigest()[:32]


@dataclass(frozen=True)
class Unit:
    """A request and the place of its answers in the order of the run."""

    request: Request
    file_no: int
    row: int
    key: str


def plain(address: str) -> str:
    """Give an address as Hadoop and Spark both write it: unescaped, with one slash where there is no host."""
    address = unquote(address)
    scheme, colon, rest = address.partition(":")
    return f"{scheme}:/{rest.lstrip('/')}" if colon and rest.startswith("///") else address


def map_lines(plan: Annotating, sources: dict[str, Source]) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Annotate lines of JSON: rows of (path, block, line), the lines of a block in their order."""

    def units(batches: Iterable[pa.RecordBatch]) -> Iterator[Unit]:
        current: tuple[str, int] | None = None
        number = offset = 0
        for batch in batches:
            for path, block, line in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                source = sources[plain(path)]
                if current != (path, block):
                    current = (path, block)
                    number, offset = source.blocks[block]
                row, at = number, offset
                number, offset = number + 1, offset + len(line) + 1
                if not line.strip():
                    continue
                key = plan.key(source.label, row, line)
                request = {
                    "file": source.label,
                    "record": row,
                    "offset": at,
                    "stem": f"{source.stem}-{row}",
                    "ending": ".jsonl",
                }
                yield Unit({**request, **_content(line)}, source.number, row, key)

    return _mapper(plan, units)


def map_rows(plan: Annotating, sources: dict[str, Source]) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Annotate rows of a table: (path, block, JSON of the row), the rows of a block in their order."""

    def units(batches: Iterable[pa.RecordBatch]) -> Iterator[Unit]:
        current: tuple[str, int] | None = None
        number = 0
        for batch in batches:
            for path, block, line in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                source = sources[plain(path)]
                if current != (path, block):
                    current = (path, block)
                    number = source.blocks[block][0]
                row, number = number, number + 1
                key = plan.key(source.label, row, line.encode())
                request = {"file": source.label, "record": row, "stem": f"{source.stem}-{row}", "ending": ".jsonl"}
                yield Unit({**request, "text": line}, source.number, row, key)

    return _mapper(plan, units)


def map_files(plan: Annotating, sources: dict[str, Source]) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Annotate whole files: rows of (path, content). The program reads a copy and cuts it itself."""

    def units(batches: Iterable[pa.RecordBatch]) -> Iterator[Unit]:
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
            last: str | None = None
            for batch in batches:
                for path, content in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    if last is not None:
                        os.unlink(last)
                    source = sources[plain(path)]
                    last = os.path.join(folder, os.path.basename(source.label))
                    with open(last, "wb") as copy:
                        copy.write(content)
                    key = plan.key(source.label, 0, content)
                    yield Unit({"file": source.label, "path": last}, source.number, 0, key)

    return _mapper(plan, units)


def map_frame(plan: Annotating) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Annotate the rows of a caller's frame: (number, JSON of an article)."""

    def units(batches: Iterable[pa.RecordBatch]) -> Iterator[Unit]:
        for batch in batches:
            for row, line in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                yield Unit({"file": "frame", "record": row, "stem": f"row-{row}", "ending": ".jsonl", "text": line}, 0, row, "")

    return _mapper(plan, units)


def _mapper(
    plan: Annotating, units: Callable[[Iterable[pa.RecordBatch]], Iterator[Unit]]
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        engine = engine_of_worker(plan.settings)
        under_way: dict[int, Unit] = {}

        def requests() -> Iterator[Request]:
            for number, unit in enumerate(units(batches)):
                if unit.key in plan.done or (plan.only is not None and (unit.file_no, unit.row) not in plan.only):
                    continue
                under_way[number] = unit
                ids = plan.ids.get((unit.file_no, unit.row))
                yield {"of": number, **unit.request, **({"ids": ids} if ids else {})}

        def rows() -> Iterator[Row]:
            for request, answer in engine.answers(requests()):
                number = request["of"]
                for older in [known for known in under_way if known < number]:
                    del under_way[older]
                yield _stage_row(under_way[number], answer)

        yield from to_batches(rows(), stage_schema(plan.tables))

    return run


def _content(line: bytes) -> Request:
    try:
        return {"text": line.decode()}
    except UnicodeDecodeError:
        return {"bytes": base64.b64encode(line).decode()}


def _stage_row(unit: Unit, answer: Answer) -> Row:
    kind = answer["kind"]
    row: Row = {
        "file_no": unit.file_no,
        "row": unit.row,
        "unit": answer["unit"],
        "at": answer["at"],
        "key": unit.key,
        "file": unit.request["file"],
        "record_no": unit.request.get("record"),
        "kind": kind,
    }
    if kind != "article":
        return row | {
            "id": answer.get("id"),
            "place": answer["place"],
            "code": answer.get("code", answer.get("ending")),
            "message": answer.get("reason", answer.get("message")),
        }
    rows = {f"rows_{name}": _json(cells) for name, cells in answer["rows"].items()}
    return (
        row
        | rows
        | {
            "id": answer["id"],
            "published": answer["published"],
            "record": answer["record"],
            "text": answer["text"],
            "digest": answer["digest"],
            "copyable": _json(answer["copyable"]),
            "skipped": answer["skipped"],
            "tokens": answer["tokens"],
        }
    )


def to_batches(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Gather rows to batches of bounded size."""
    waiting: list[Row] = []
    size = 0
    for row in rows:
        waiting.append(row)
        size += sum(len(cell) for cell in row.values() if isinstance(cell, str))
        if len(waiting) >= BATCH_ROWS or size >= BATCH_BYTES:
            yield pa.RecordBatch.from_pylist(waiting, schema=schema)
            waiting, size = [], 0
    if waiting:
        yield pa.RecordBatch.from_pylist(waiting, schema=schema)


def explode_table(table: Table, extra: tuple[str, ...]) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Turn rows of (…extra, JSON of cells) into the rows of a table, with the extra columns behind."""
    kinds = [kind for _, kind in table.columns]
    names = [name for name, _ in table.columns]
    schema = table.arrow()
    for name in extra:
        schema = schema.append(pa.field(name, pa.string()))

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        def rows() -> Iterator[Row]:
            for batch in batches:
                for *more, cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    for row in json.loads(cells):
                        typed = {name: _typed(cell, kind) for name, kind, cell in zip(names, kinds, row, strict=True)}
                        yield typed | dict(zip(extra, more, strict=True))

        yield from to_batches(rows(), schema)

    return run


def _typed(cell: Any, kind: str) -> Any:
    """Give a cell its column's type; a day that is none is unknown, as in the Parquet files of one machine."""
    if cell is None:
        return None
    if kind == "date":
        try:
            return datetime.date.fromisoformat(cell)
        except ValueError:
            return None
    if kind == "number":
        return float(cell)
    if kind == "integer":
        return int(cell) if cell == int(cell) else None
    return cell


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
