"""Organisations, units, people and posts from CSV files: every bad line named, nothing half imported."""

from focus.core.organisations.importing.report import CsvProblem, ImportReport
from focus.core.organisations.importing.run import SUBJECTS, Subject, import_file

__all__ = ["SUBJECTS", "CsvProblem", "ImportReport", "Subject", "import_file"]
