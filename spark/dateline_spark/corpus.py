"""The stages in which the order of the run counts: one process of the program each, fed in order."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa

from .engine import EngineError, EngineSettings
from .mapping import Row, to_batches

SETTLED = pa.schema(
    [
        ("file_no", pa.int64()),
        ("row", pa.int64()),
        ("unit", pa.int64()),
        ("at", pa.int64()),
        ("settled", pa.string()),
        ("duplicate_of", pa.string()),
        ("similarity", pa.float64()),
        ("warning", pa.string()),
    ]
)

FINDINGS = pa.schema([("no", pa.int64()), ("part", pa.string()), ("line", pa.string()), ("rows", pa.string())])

Mapper = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def map_settle(settings: EngineSettings) -> Mapper:
    """Settle ids and copies: rows of (file_no, row, unit, at, id, file, record_no, copyable), all of them, in order."""

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        keys: list[tuple[int, int, int, int] | None] = []

        def lines() -> Iterator[str]:
            for batch in batches:
                for file_no, row, unit, at, stated, file, record, copyable in zip(
                    *(column.to_pylist() for column in batch.columns), strict=True
                ):
                    keys.append((file_no, row, unit, at))
                    request = json.dumps({"id": stated, "file": file, "record": record}, ensure_ascii=False)
                    yield f'{request[:-1]},"copyable":{copyable}}}'

        def rows() -> Iterator[Row]:
            for number, line in enumerate(_stream(settings, ("settle",), lines())):
                answer = json.loads(line)
                place = keys[number]
                keys[number] = None
                assert place is not None
                yield {
                    **dict(zip(("file_no", "row", "unit", "at"), place, strict=True)),
                    "settled": answer["id"],
                    "duplicate_of": answer["duplicateOf"],
                    "similarity": answer["similarity"],
                    "warning": answer["warning"],
                }

        yield from to_batches(rows(), SETTLED)

    return run


def map_collate(settings: EngineSettings, decisions: str | None) -> Mapper:
    """Find what all articles mean together: rows of (id, duplicate_of, digest), all of them, in order."""

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        def lines() -> Iterator[str]:
            for batch in batches:
                for known, duplicate_of, digest in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    name = json.dumps(known, ensure_ascii=False)
                    yield f'{{"id":{name},"duplicateOf":{json.dumps(duplicate_of, ensure_ascii=False)},{digest[1:]}'

        def rows() -> Iterator[Row]:
            options = () if decisions is None else ("--decisions", decisions)
            for number, line in enumerate(_stream(settings, ("collate", *options), lines())):
                found: dict[str, Any] = json.loads(line)
                if found["kind"] == "unfit":
                    text = json.dumps({"line": found["line"], "reason": found["reason"]}, ensure_ascii=False)
                    yield {"no": number, "part": "unfit", "line": text, "rows": "{}"}
                else:
                    rows = json.dumps(found["rows"], ensure_ascii=False, separators=(",", ":"))
                    yield {"no": number, "part": found["part"], "line": found["line"], "rows": rows}

        yield from to_batches(rows(), FINDINGS)

    return run


def _stream(settings: EngineSettings, task: tuple[str, ...], lines: Iterator[str]) -> Iterator[str]:
    """Feed a process from a thread of its own while its answers are read."""
    command = [*settings.command, "engine", *task]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    failures: list[BaseException] = []
    said: list[str] = []

    def feed() -> None:
        assert process.stdin
        try:
            for line in lines:
                process.stdin.write(line.encode() + b"\n")
        except BrokenPipeError:
            pass
        except BaseException as error:  # noqa: BLE001 -- told by the thread that reads
            failures.append(error)
            process.kill()
        finally:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()

    def listen() -> None:
        assert process.stderr
        said.extend(line.decode(errors="replace").strip() for line in process.stderr)

    feeder = threading.Thread(target=feed, daemon=True)
    listener = threading.Thread(target=listen, daemon=True)
    feeder.start()
    listener.start()
    try:
        for answer in process.stdout:
            yield answer.decode()
        feeder.join()
        code = process.wait()
        listener.join()
        if failures:
            raise failures[0]
        if code != 0:
            raise EngineError(f"dateline engine {task[0]}: ended with {code}: {said[-1] if said else 'no word'}.")
    finally:
        process.kill()
        process.wait()
