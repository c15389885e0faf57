import json
from pathlib import Path
from typing import Any

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from dateline_spark import EngineError, EngineSettings, RunOptions, run
from dateline_spark.schema import Table, describe


def rows_of(table: Any) -> list[str]:
    return sorted(json.dumps(row, default=str, sort_keys=True) for row in table.to_pylist())


def spark_rows(folder: Path, table: Table) -> list[str]:
    found = ds.dataset(folder / table.name, partitioning="hive").to_table(columns=[name for name, _ in table.columns])
    return rows_of(found)


def lines_of(folder: Path, name: str) -> list[str]:
    found = ds.dataset(folder / name, partitioning="hive").to_table(columns=["json"])
    return sorted(row["json"] for row in found.to_pylist())


@pytest.fixture(scope="module")
def out(spark: SparkSession, settings: EngineSettings, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spark") / "out"
    run(spark, RunOptions([str(articles)], str(folder), settings))
    return folder


def test_every_table_has_the_rows_and_types_of_one_machine(out: Path, one_machine: Path, settings: EngineSettings) -> None:
    tables = describe(settings).tables
    assert {table.name for table in tables} >= {"articles", "people", "casualties", "incidents", "entities"}
    for table in tables:
        alone = pq.read_table(one_machine / f"{table.name}.parquet")
        assert spark_rows(out, table) == rows_of(alone), table.name
        spark_schema = ds.dataset(out / table.name, partitioning="hive").schema
        assert {field.name: field.type for field in alone.schema} == {name: spark_schema.field(name).type for name, _ in table.columns}, (
            table.name
        )


def test_records_and_texts_are_the_lines_of_one_machine(out: Path, one_machine: Path) -> None:
    for name in ("annotations", "texts"):
        assert lines_of(out, name) == sorted((one_machine / f"{name}.jsonl").read_text().splitlines())


def test_findings_of_the_corpus_are_the_lines_of_one_machine(out: Path, one_machine: Path) -> None:
    for part in ("incidents", "entities"):
        assert lines_of(out, f"{part}_json") == sorted((one_machine / f"{part}.jsonl").read_text().splitlines())


def test_what_could_not_be_read_is_told(out: Path, one_machine: Path) -> None:
    rejects = ds.dataset(out / "rejects").to_table().to_pylist()
    alone = [json.loads(line) for line in (one_machine / "rejects.jsonl").read_text().splitlines()]
    assert [(row["place"], row["code"], row["reason"]) for row in rejects] == [(row["place"], row["code"], row["reason"]) for row in alone]
    record = json.loads((out / "run.json").read_text())
    counts = json.loads((one_machine / "run.json").read_text())["counts"]
    for name in ("articles", "skipped", "duplicates", "rejected", "tokens", "undated"):
        assert record["counts"][name] == counts[name], name
    assert [name.rsplit("/", 1)[1] for name in record["notRead"]["first"]] == ["picture.png"]


def test_a_folder_that_holds_a_run_is_refused(spark: SparkSession, out: Path, articles: Path, settings: EngineSettings) -> None:
    with pytest.raises(EngineError, match="--resume"):
        run(spark, RunOptions([str(articles)], str(out), settings))


def test_resuming_does_only_what_is_new(
    spark: SparkSession, settings: EngineSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.jsonl").write_text('{"id":"a","text":"Two people were killed in Oslo."}\n')
    first = run(spark, RunOptions([str(source)], str(tmp_path / "out"), settings))
    (source / "b.jsonl").write_text('{"id":"b","text":"Nine people were killed in Lima."}\n')
    second = run(spark, RunOptions([str(source)], str(tmp_path / "out"), settings, mode="resume"))
    assert (first["counts"]["articles"], second["counts"]["articles"]) == (1, 2)
    waves = ds.dataset(tmp_path / "out" / "stage" / "articles", partitioning="hive").to_table(columns=["id", "wave"])
    assert sorted((row["id"], row["wave"]) for row in waves.to_pylist()) == [("a", 0), ("b", 1)]


def test_a_missing_program_is_told_before_any_work(spark: SparkSession, articles: Path, tmp_path: Path) -> None:
    nowhere = EngineSettings(("node-that-is-not-there", "main.js"))
    with pytest.raises(EngineError, match="Install Node"):
        run(spark, RunOptions([str(articles)], str(tmp_path / "out"), nowhere))
    assert not (tmp_path / "out").exists()
