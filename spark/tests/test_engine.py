import json
import os
import signal
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline_spark.engine import Engine, EngineError, EngineSettings, run_once


def fake(tmp_path: Path, body: str) -> EngineSettings:
    """A program that speaks the protocol, and dies as the body says."""
    script = tmp_path / "fake.py"
    script.write_text(
        textwrap.dedent(
            """
            import json, os, signal, sys, time
            def answer(request, at, kind="article", **more):
                print(json.dumps({"of": request["of"], "unit": 0, "at": at, "kind": kind, **more}), flush=True)
            for line in sys.stdin:
                request = json.loads(line)
            """
        )
        + textwrap.indent(textwrap.dedent(body), "    ")
        + '\n    answer(request, 1, "done")\n'
    )
    return EngineSettings((sys.executable, str(script)), deadline=60)


def asked(count: int) -> list[dict[str, Any]]:
    return [{"of": number, "file": "in.jsonl", "record": number + 1, "text": "x"} for number in range(count)]


def given(engine: Engine, requests: Iterable[dict[str, Any]]) -> list[str]:
    return [f"{request['of']} {answer['kind']}" for request, answer in engine.answers(requests)]


def test_an_article_that_takes_the_program_along_costs_only_itself(tmp_path: Path) -> None:
    engine = Engine(fake(tmp_path, 'if request["of"] == 40: os.kill(os.getpid(), signal.SIGKILL)\nanswer(request, 0)'))
    assert given(engine, asked(100)) == [f"{number} {'reject' if number == 40 else 'article'}" for number in range(100)]
    engine.close()


def test_a_program_that_dies_between_two_requests_is_not_replaced_under_them(tmp_path: Path) -> None:
    """Where what was sent is unanswered, the next request must not go to a process that never saw it."""
    engine = Engine(fake(tmp_path, 'if request["of"] == 3 and len(sys.argv) == 1: time.sleep(60)\nanswer(request, 0)'))
    once = iter([True])

    def slowly() -> Iterator[dict[str, Any]]:
        for request in asked(8):
            if request["of"] == 5 and next(once, False):
                assert engine.pid is not None
                os.kill(engine.pid, signal.SIGKILL)
                assert engine._process is not None
                engine._process.wait()
                # The next ones do not sleep.
                engine.settings = EngineSettings((*engine.settings.command[:2], "awake"), deadline=60)
            yield request

    assert given(engine, slowly()) == [f"{number} article" for number in range(8)]
    assert engine.starts == 2
    engine.close()


def test_half_a_line_of_a_program_that_was_killed_is_no_answer(tmp_path: Path) -> None:
    once = tmp_path / "once"
    body = f"""
    if request["of"] == 2 and not os.path.exists({str(once)!r}):
        open({str(once)!r}, "w").close()
        print('{{"of": 2, "kind": "arti', end="", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    answer(request, 0)
    """
    engine = Engine(fake(tmp_path, body))
    assert given(engine, asked(5)) == [f"{number} article" for number in range(5)]
    engine.close()


def test_an_article_is_not_blamed_for_what_the_process_died_of_after_another(tmp_path: Path) -> None:
    """It dies in the middle of the requests once, and once more while it waits for the next one."""
    times = tmp_path / "times"
    body = f"""
    died = int(open({str(times)!r}).read()) if os.path.exists({str(times)!r}) else 0
    if died < 2 and request["of"] == 4 + died:
        open({str(times)!r}, "w").write(str(died + 1))
        os.kill(os.getpid(), signal.SIGKILL)
    answer(request, 0)
    """
    engine = Engine(fake(tmp_path, body))
    assert given(engine, asked(9)) == [f"{number} article" for number in range(9)]
    engine.close()


def test_a_program_that_is_killed_does_its_articles_again_once(tmp_path: Path) -> None:
    once = tmp_path / "once"
    body = f"""
    if request["of"] == 7 and not os.path.exists({str(once)!r}):
        open({str(once)!r}, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    answer(request, 0)
    """
    engine = Engine(fake(tmp_path, body))
    assert given(engine, asked(20)) == [f"{number} article" for number in range(20)]
    engine.close()


def test_what_a_file_gave_before_the_program_died_is_not_given_twice(tmp_path: Path) -> None:
    once = tmp_path / "once"
    body = f"""
    for at in range(6):
        if at == 3 and not os.path.exists({str(once)!r}):
            open({str(once)!r}, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        answer(request, at, text=str(at))
    """
    engine = Engine(fake(tmp_path, body))
    answers = [answer["text"] for _, answer in engine.answers([{"of": 0, "file": "a.warc", "path": "/a.warc"}])]
    assert answers == ["0", "1", "2", "3", "4", "5"]
    engine.close()


def test_a_program_that_hangs_is_stopped_at_the_deadline(tmp_path: Path) -> None:
    settings = fake(tmp_path, 'if request["of"] == 1: time.sleep(60)\nanswer(request, 0)')
    engine = Engine(EngineSettings(settings.command, deadline=1))
    answers = list(engine.answers(asked(3)))
    assert [answer["kind"] for _, answer in answers] == ["article", "reject", "article"]
    assert answers[1][1]["code"] == "engine-lost"
    assert "in.jsonl:2" in answers[1][1]["place"]
    engine.close()


def test_a_wrong_option_is_no_fault_of_an_article(settings: EngineSettings) -> None:
    engine = Engine(EngineSettings(settings.command, ("--profile", "nobody")))
    with pytest.raises(EngineError, match="profile"):
        list(engine.answers(asked(2)))


def test_the_process_ends_with_its_pipe_and_is_used_again(settings: EngineSettings) -> None:
    engine = Engine(settings)
    request = {"of": 0, "file": "a.jsonl", "record": 1, "text": json.dumps({"id": "a", "text": "Two people were killed in Oslo."})}
    (_, first), *_ = engine.answers([request])
    pid = engine.pid
    (_, second), *_ = engine.answers([request])
    assert (first["record"], engine.pid, engine.starts) == (second["record"], pid, 1)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    (_, third), *_ = engine.answers([request])
    assert (third["record"], engine.starts) == (first["record"], 2)
    engine.close()


def test_a_program_that_is_not_there_says_what_to_install() -> None:
    with pytest.raises(EngineError, match="Install Node"):
        run_once(EngineSettings(("no-such-node", "x.js")), "describe")
