"""The program as a child process: lines of JSON in, lines of JSON out.

One process serves a Python worker for as long as that lives, whatever the number of partitions. It is restarted when it
dies, and it ends when its standard input does, so that none outlives the task that it works for.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

#: Requests under way at once, and bytes of them: enough that the pipe in between costs no time.
WINDOW_REQUESTS = 32
WINDOW_BYTES = 8_000_000

Request = dict[str, Any]
Answer = dict[str, Any]


class EngineError(Exception):
    """The program cannot be run, or ended in a way that no other try mends. The message says what to do."""


class EngineLostError(Exception):
    """The process died, or did not answer in time."""


@dataclass(frozen=True)
class EngineSettings:
    """How the program is started on every machine."""

    #: The command up to the name of the program, such as ``("node", "dateline/dist/cli/main.js")``.
    command: tuple[str, ...]
    #: Options of ``dateline engine annotate``.
    options: tuple[str, ...] = ()
    #: Seconds by the clock in which some answer must come while there is work. The program's own limit counts processor
    #: time and is met first, unless the machine is stopped.
    deadline: float = 900.0


def run_once(settings: EngineSettings, task: str, text: str = "") -> str:
    """Run one short task, and give what it prints. Raises :class:`EngineError` where that fails."""
    command = [*settings.command, "engine", task]
    try:
        ended = subprocess.run(command, input=text, capture_output=True, text=True, timeout=120, check=False)
    except OSError as error:
        raise EngineError(
            f"{command[0]}: cannot be started ({error.strerror}). Install Node 20.19 or later on every machine, or send it "
            "along with --archives; see docs/SPARK.md."
        ) from error
    if ended.returncode != 0:
        said = ended.stderr.strip().splitlines()
        raise EngineError(f"{' '.join(command)}: ended with {ended.returncode}: {said[-1] if said else 'no word'}.")
    return ended.stdout


class Engine:
    """A process of the program that annotates, and what is known of its requests."""

    def __init__(self, settings: EngineSettings) -> None:
        self.settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._said: deque[str] = deque(maxlen=5)
        self._listener: threading.Thread | None = None
        #: How often a process was started.
        self.starts = 0

    def close(self) -> None:
        """End the process. May be called again."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    @property
    def pid(self) -> int | None:
        """The process, for those who watch it; none before the first request."""
        return self._process.pid if self._process else None

    def answers(self, requests: Iterable[Request]) -> Iterator[tuple[Request, Answer]]:
        """Answer requests in order, each article as it comes; the ends of requests are left out.

        A request that was under way when the process died is sent again, by itself. What was answered of it is not given
        twice, since the same request has the same answers. One that takes along a process of its own becomes a reject.
        """
        source = iter(requests)
        waiting: deque[Request] = deque()
        while True:
            flight = _Flight(self, waiting, source)
            try:
                yield from flight.run()
                return
            except EngineLostError as lost:
                self.close()
                waiting.extendleft(reversed(flight.unanswered()))
                yield from self._isolate(waiting, len(flight.sent), flight.given, lost)

    def _isolate(self, waiting: deque[Request], count: int, given: int, lost: EngineLostError) -> Iterator[tuple[Request, Answer]]:
        """Send the first ``count`` of the waiting requests one by one; of the first ``given`` answers were given."""
        reason = str(lost)
        for _ in range(count):
            request = waiting.popleft()
            while True:
                # Of what a process died that had answered others before is not known: that may have come later.
                is_new = self._process is None
                flight = _Flight(self, deque(), iter([request]), skip=given)
                try:
                    yield from flight.run()
                    break
                except EngineLostError as again:
                    self.close()
                    given, reason = flight.given, str(again)
                if is_new:
                    yield request, _reject(request, reason)
                    break
            given = 0

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        command = [*self.settings.command, "engine", "annotate", *self.settings.options]
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=-1)
        except OSError as error:
            raise EngineError(f"{command[0]}: cannot be started ({error.strerror}); see docs/SPARK.md.") from error
        self._process = process
        self._lines = queue.SimpleQueue()
        self._said.clear()
        self.starts += 1
        threading.Thread(target=_pump, args=(process, self._lines), daemon=True).start()
        self._listener = threading.Thread(target=_listen, args=(process, self._said), daemon=True)
        self._listener.start()
        return process

    def _send(self, request: Request) -> int | None:
        """Write a request to the process that has the ones before it; its bytes, or None where that takes no more."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        line = json.dumps(request, ensure_ascii=False).encode() + b"\n"
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except OSError:
            return None
        return len(line)

    def _receive(self) -> Answer:
        try:
            line = self._lines.get(timeout=self.settings.deadline)
        except queue.Empty:
            raise EngineLostError(f"gave no answer for {self.settings.deadline:.0f} s and was stopped") from None
        # A line without its end is as much of an answer as a process wrote before it was killed.
        if line is None or not line.endswith(b"\n"):
            raise self._loss()
        answer: Answer = json.loads(line)
        return answer

    def _loss(self) -> Exception:
        process = self._process
        code = process.wait() if process else None
        if self._listener is not None:
            self._listener.join(timeout=5)
        said = self._said[-1] if self._said else ""
        # A command line or a model that is wrong is so for every article: no other try mends it.
        if code in (2, 4):
            return EngineError(said or f"the program ended with {code}")
        return EngineLostError(f"the program ended with {code}{': ' + said if said else ''}")


class _Flight:
    """Requests that are under way in one process."""

    def __init__(self, engine: Engine, waiting: deque[Request], source: Iterator[Request], skip: int = 0) -> None:
        self.engine = engine
        self.waiting = waiting
        self.source = source
        #: Answers of the first request that were given already.
        self.skip = skip
        self.sent: deque[tuple[Request, int]] = deque()
        #: Answers that were given of the request whose end did not come yet.
        self.given = skip

    def unanswered(self) -> list[Request]:
        return [request for request, _ in self.sent]

    def run(self) -> Iterator[tuple[Request, Answer]]:
        ended = False
        while True:
            while not ended and self._has_room():
                request = self.waiting.popleft() if self.waiting else next(self.source, None)
                if request is None:
                    ended = True
                    break
                # Only here: a process that replaced a dead one would answer none of what that one was sent.
                if not self.sent:
                    self.engine._start()
                self.sent.append((request, 0))
                size = self.engine._send(request)
                if size is None:
                    # What it answered before it died is still to be read, and then its end.
                    ended = True
                    break
                self.sent[-1] = (request, size)
            if not self.sent:
                return
            yield from self._take()

    def _has_room(self) -> bool:
        # A file has as many answers as it has articles: nothing else is under way beside it.
        if any("path" in request for request, _ in self.sent):
            return False
        return len(self.sent) < WINDOW_REQUESTS and sum(size for _, size in self.sent) < WINDOW_BYTES

    def _take(self) -> Iterator[tuple[Request, Answer]]:
        answer = self.engine._receive()
        request, _ = self.sent[0]
        if answer["of"] != request["of"]:
            raise EngineError(f"the program answered {answer['of']} where {request['of']} was asked; report this, please")
        if answer["kind"] == "done":
            self.sent.popleft()
            self.skip = self.given = 0
        elif self.skip > 0:
            self.skip -= 1
        else:
            self.given += 1
            yield request, answer


def _reject(request: Request, reason: str) -> Answer:
    record = request.get("record")
    place = request["file"] if record is None else f"{request['file']}:{record}"
    return {
        "kind": "reject",
        "unit": 0,
        "at": 0,
        "id": None,
        "place": place,
        "code": "engine-lost",
        "reason": f"Twice {reason}.",
    }


def _pump(process: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
    lines.put(None)


def _listen(process: subprocess.Popen[bytes], said: deque[str]) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        said.append(line.decode(errors="replace").strip())


_engines: dict[tuple[int, EngineSettings], Engine] = {}


def engine_of_worker(settings: EngineSettings) -> Engine:
    """Give the engine of this Python worker: Spark reuses workers over partitions, and so is this."""
    key = (os.getpid(), settings)
    engine = _engines.get(key)
    if engine is None:
        engine = _engines[key] = Engine(settings)
        atexit.register(engine.close)
    return engine
