"""An export of two files refuses both before anything is read."""

from pathlib import Path

import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.asked import Export
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.exporting.writing import refuse_export


@pytest.mark.parametrize("there", ["all.npy", "all.index.csv"])
def test_neither_array_nor_table_is_replaced_unasked(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("mine", encoding="utf-8")
    target = tmp_path / "all.npy"
    with pytest.raises(ExportFailed, match="is there already"):
        refuse_export(Export(Format.EMBEDDINGS, target, may_replace=False, options=ExportOptions()))
    refuse_export(Export(Format.EMBEDDINGS, target, may_replace=True, options=ExportOptions()))
