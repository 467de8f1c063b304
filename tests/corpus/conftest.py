from pathlib import Path

import pytest

from tests.corpus.reading import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file into `tmp_path`, text as UTF-8 with its line ends as they are."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file
