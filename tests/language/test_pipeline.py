"""The shipped pipeline, on plain sentences; other pipelines, taken and refused."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from bot.errors import SettingsError
from bot.language import pipeline

LARGEST = 8_000_000  # bytes

SENTENCES = [
    "The ferry sailed on Friday.",
    "“We waited for hours,” said Inés Quiroga, who lives in Lisbon — and then it rained.",
    "Ferry delayed again",
    "who was rescued by the coast guard",
    "Yes.",
    "No tickets, no seats, no news: the harbour stayed closed, officials said, until noon.",
]


def relation(doc: Doc, word: str) -> str:
    return next(token.dep_ for token in doc if token.text == word)


def test_a_passive_has_its_patient_and_its_agent(nlp: Language) -> None:
    doc = nlp("The captain was rescued by the coast guard.")

    assert relation(doc, "captain") == "nsubj:pass"
    assert relation(doc, "was") == "aux:pass"
    assert relation(doc, "guard") == "obl:agent"


def test_an_active_sentence_has_subject_and_object(nlp: Language) -> None:
    doc = nlp("The coast guard rescued the captain.")

    assert relation(doc, "guard") == "nsubj"
    assert relation(doc, "captain") == "obj"


def test_a_question_typed_in_small_letters_is_read(nlp: Language) -> None:
    doc = nlp("who was rescued by the coast guard")

    assert relation(doc, "who") == "nsubj:pass"
    assert relation(doc, "guard") == "obl:agent"


@pytest.mark.parametrize("text", SENTENCES)
def test_every_text_is_one_sentence_with_one_root(nlp: Language, text: str) -> None:
    doc = nlp(text)

    assert len(list(doc.sents)) == 1
    assert sum(token.head.i == token.i for token in doc) == 1


def test_accents_and_curly_quotes_do_not_change_the_parse(nlp: Language) -> None:
    curly = nlp("“José Muñoz didn’t wait,” she said.")
    plain = nlp('"Jose Munoz didn\'t wait," she said.')

    assert [token.head.i for token in curly] == [token.head.i for token in plain]
    assert [token.dep_ for token in curly] == [token.dep_ for token in plain]
    assert [entity.label_ for entity in curly.ents] == [entity.label_ for entity in plain.ents]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Families waited.", "Families", "family"),
        ("the officials said nothing", "said", "say"),
        ("They were freed in June.", "freed", "free"),
        ("The Spanish sailors left.", "Spanish", "Spanish"),
        ("José Muñoz waited.", "Muñoz", "Muñoz"),
        ("About 1,200 people waited.", "1,200", "1200"),
    ],
)
def test_lemmas_are_words_of_the_dictionary(
    nlp: Language, text: str, word: str, lemma: str
) -> None:
    assert next(token.lemma_ for token in nlp(text) if token.text == word) == lemma


def test_a_person_and_a_place_are_named(nlp: Language) -> None:
    names = {(entity.text, entity.label_) for entity in nlp("Susan Miller flew to France.").ents}

    assert names == {("Susan Miller", "PER"), ("France", "LOC")}


def test_an_empty_text_is_no_trouble(nlp: Language) -> None:
    assert len(nlp("")) == 0


def test_it_knows_all_labels_that_the_program_reads(nlp: Language) -> None:
    assert set(nlp.pipe_labels["parser"]) >= pipeline.RELATIONS
    assert set(nlp.pipe_labels["ner"]) >= pipeline.NAMES


def test_it_tells_its_licence_and_its_worth(nlp: Language) -> None:
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert len(nlp.meta["sources"]) == 6
    assert nlp.meta["performance"]["test"]["gold words"]["UPOS"] > 90


def test_the_model_is_small() -> None:
    files = [path for path in pipeline.MODEL.rglob("*") if path.is_file()]

    assert 0 < sum(path.stat().st_size for path in files) < LARGEST


def test_an_unknown_pipeline_is_told_to_whoever_set_it() -> None:
    with pytest.raises(SettingsError, match=r"BOT_SPACY_MODEL.*'no_such_pipeline'"):
        pipeline.load("no_such_pipeline")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)

    with pytest.raises(SettingsError, match="has no tagger, parser, ner"):
        pipeline.load(str(tmp_path))


def test_a_pipeline_that_lacks_labels_is_refused(tmp_path: Path) -> None:
    untrained(["nsubj", "obj", "det"], ["PER", "LOC", "ORG"]).to_disk(tmp_path)

    with pytest.raises(SettingsError, match=r"does not know the labels .*nsubj:pass"):
        pipeline.load(str(tmp_path))


def test_a_pipeline_with_the_labels_of_en_core_web_is_taken(tmp_path: Path) -> None:
    labels = (
        "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj"
        " dative det dobj mark nmod nsubj nsubjpass nummod pobj poss prep punct relcl xcomp"
    )
    untrained(labels.split(), ["PERSON", "GPE", "ORG"]).to_disk(tmp_path)

    loaded = pipeline.load(str(tmp_path))

    assert loaded.pipe_names[0] == "one_sentence"
    assert loaded.pipe_names[-2:] == ["universal_labels", "mended"]


def untrained(relations: list[str], names: list[str]) -> Language:
    """An English pipeline that knows these labels and nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger").add_label("NN")  # type: ignore[attr-defined]
    parser, ner = nlp.add_pipe("parser"), nlp.add_pipe("ner")
    for label in relations:
        parser.add_label(label)  # type: ignore[attr-defined]
    for label in names:
        ner.add_label(label)  # type: ignore[attr-defined]
    words = {"words": ["Ships", "sail"], "tags": ["NN", "NN"], "heads": [1, 1]}
    example = Example.from_dict(
        Doc(nlp.vocab, words=["Ships", "sail"]),
        {**words, "deps": ["nsubj", "ROOT"], "entities": ["O", "O"]},
    )
    nlp.initialize(lambda: [example])
    return nlp


def test_the_relations_of_en_core_web_become_ours() -> None:
    doc = Doc(
        Vocab(),
        words=["Her", "boat", "was", "found", "by", "police", "near", "Rota"],
        pos=["PRON", "NOUN", "AUX", "VERB", "ADP", "NOUN", "ADP", "PROPN"],
        heads=[1, 3, 3, 3, 3, 4, 3, 6],
        deps=["poss", "nsubjpass", "auxpass", "ROOT", "agent", "pobj", "prep", "pobj"],
    )
    doc.set_ents([Span(doc, 7, 8, "GPE")])

    doc = pipeline.universal_labels(doc)

    assert [(token.dep_, token.head.text) for token in doc] == [
        ("nmod:poss", "boat"),
        ("nsubj:pass", "found"),
        ("aux:pass", "found"),
        ("ROOT", "found"),
        ("case", "police"),
        ("obl:agent", "found"),
        ("case", "Rota"),
        ("obl", "found"),
    ]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Rota", "LOC")]


def test_relations_that_are_ours_already_stay() -> None:
    words, deps = ["Boats", "were", "found"], ["nsubj:pass", "aux:pass", "ROOT"]
    doc = Doc(Vocab(), words=words, heads=[2, 2, 2], deps=deps)

    assert [token.dep_ for token in pipeline.universal_labels(doc)] == deps
