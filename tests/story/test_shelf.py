"""What was understood once is taken from the shelf as it was; what is damaged is understood anew."""

import hashlib
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Token

from bot import corpus
from bot.domain import Corpus
from bot.story import Story, shelf
from bot.story.shelf import Shelf
from tests.golden import STORIES

SEEN = (
    "text", "whitespace_", "pos_", "tag_", "dep_", "lemma_", "ent_type_", "ent_iob_", "ent_id",
    "idx", "lower_", "norm_", "shape_", "is_sent_start", "like_num",
)  # fmt: skip


@pytest.fixture(params=["ferry", "strike"])
def story(request: pytest.FixtureRequest) -> Corpus:
    return corpus.read(STORIES[request.param])


@pytest.fixture
def ferry() -> Corpus:
    return corpus.read(STORIES["ferry"])


def seen(token: Token) -> tuple[object, ...]:
    return (*(getattr(token, name) for name in SEEN), token.head.i, str(token.morph))


def entries(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_what_comes_from_the_folder_is_what_was_put_there(
    story: Corpus, nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = Story.read(story, nlp, Shelf(nlp, tmp_path))
    monkeypatch.setattr("bot.story.story.read_chapter", None)  # nothing may be read again

    kept = Story.read(story, nlp, Shelf(nlp, tmp_path))

    for one, other in zip(fresh.readings, kept.readings, strict=True):
        assert list(map(seen, one.doc)) == list(map(seen, other.doc))
        assert [(e.start, e.end, e.label_) for e in one.doc.ents] == [
            (e.start, e.end, e.label_) for e in other.doc.ents
        ]
        for name in (
            "sentence",
            "names",
            "whens",
            "quantities",
            "quotes",
            "stems",
            "article",
            "place",
        ):
            assert getattr(one, name) == getattr(other, name)
        assert one.frames == other.frames
    assert fresh.tables == kept.tables
    assert fresh.index.vocabulary == kept.index.vocabulary


def test_an_article_keeps_what_is_known_of_it_at_another_position(
    ferry: Corpus, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Shelf(nlp)
    alone = Story.read(ferry, nlp, known)
    words = alone.readings[0].stems
    strike = corpus.read(STORIES["strike"])
    other = Story.read(strike, nlp, known)
    monkeypatch.setattr("bot.story.story.read_chapter", None)

    both = Story.read(Corpus((*strike.articles, *ferry.articles)), nlp, known)

    assert {reading.article for reading in both.readings} == {0, 1}
    assert both.reading_at(1, 0).sentence == ferry.articles[0].sentences[0]
    assert both.reading_at(1, 0).stems is words
    assert both.reading_at(0, 0) is other.readings[0]
    assert alone.readings[0].article == 0


@pytest.mark.parametrize("damage", [b"", b"junk", None], ids=["empty", "junk", "one bit"])
def test_a_damaged_entry_is_read_anew_with_a_warning(
    damage: bytes | None, ferry: Corpus, nlp: Language, tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    fresh = Story.read(ferry, nlp, Shelf(nlp, tmp_path))
    [entry] = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(
        whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:] if damage is None else damage
    )

    again = Story.read(ferry, nlp, Shelf(nlp, tmp_path))

    assert "is damaged" in caplog.text
    assert again.tables == fresh.tables
    assert entry.read_bytes() == whole


def test_an_entry_of_another_form_is_read_anew(
    ferry: Corpus, nlp: Language, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whole, but not what this program writes."""
    Story.read(ferry, nlp, Shelf(nlp, tmp_path))
    [entry] = entries(tmp_path)
    entry.write_bytes(hashlib.sha256(b"\x90").digest() + b"\x90")

    assert Story.read(ferry, nlp, Shelf(nlp, tmp_path)).tables
    assert "is damaged" in caplog.text


def test_another_pipeline_or_program_takes_nothing_from_the_folder(
    ferry: Corpus, nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Story.read(ferry, nlp, Shelf(nlp, tmp_path))
    [before] = entries(tmp_path)

    monkeypatch.setattr(shelf, "SOURCES", shelf.SOURCES[:-1])

    assert Shelf(nlp, tmp_path).find(ferry.articles[0], 0) is None
    assert not before.exists()


def test_the_folder_is_bounded_and_the_last_used_stay(
    ferry: Corpus, nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = Shelf(nlp, tmp_path)
    Story.read(ferry, nlp, full)
    strike = corpus.read(STORIES["strike"])
    Story.read(strike, nlp, full)
    sizes = {file.name: file.stat().st_size for file in entries(tmp_path)}
    monkeypatch.setattr(shelf, "MOST_BYTES", sum(sizes.values()) - 1)

    full.clear(strike.articles)

    assert len(entries(tmp_path)) == 1
    assert Shelf(nlp, tmp_path).find(strike.articles[0], 0)
    assert Shelf(nlp, tmp_path).find(ferry.articles[0], 0) is None


def test_a_folder_that_cannot_be_used_costs_time_only(
    ferry: Corpus, nlp: Language, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()

    assert Story.read(ferry, nlp, Shelf(nlp, tmp_path / "file" / "cache")).tables

    assert "starts take longer" in caplog.text
