"""Runs dateline on Apache Spark: the same program, the same rows."""

from .engine import EngineError, EngineSettings
from .frame import annotate
from .run import RunOptions, check, run

__all__ = ["EngineError", "EngineSettings", "RunOptions", "annotate", "check", "run"]
