"""What the parts of an article's names stand for."""

from bot.language.name_labels import Known


def test_a_part_of_a_name_has_its_label() -> None:
    known = Known({"Ana Ruiz": "PER", "Harbor Union": "ORG"})

    assert known.label("Ruiz") == "PER"
    assert known.beginnings == {"ana", "ruiz", "harbor", "union", "hu"}


def test_an_accent_that_was_taken_for_a_name_is_none() -> None:
    assert Known({"\u0301 ": "ORG", "Ana": "PER"}).beginnings == {"ana"}
