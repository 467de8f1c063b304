"""Articles of a few sentences with made-up people, read with their names given."""

from spacy.language import Language

from bot.domain import Role
from bot.language import entities, quotes
from bot.language.entities import Entities, Line
from tests.language.entity_gold import named

NAMES = {
    "PER": [
        "Ana María Roe",
        "Ana Roe",
        "Leo Falk",
        "Eva Falk",
        "Eva Lund",
        "Max Lund",
        "Rocío San Juan",
        "Iván Núñez Ortega",
        "Ivan Nunez",
        "San Juan",
        "Núñez",
        "Roe",
        "Falk",
        "Lund",
        "Leo",
    ],
    "ORG": [
        "World Port Council",
        "WPC",
        "Harbor Union",
        "Rota Post",
        "Port Authority of Rota",
        "Chamber of Ports of Norland",
    ],
    "LOC": ["Rota", "Norland", "U.S.", "United States"],
}


def article(nlp: Language, *paragraphs: str, heading: str = "") -> tuple[list[Line], Entities]:
    """Sentences are separated by ' | '."""
    lines = []
    texts = [(0, heading, Role.HEADING)] if heading else []
    texts += [(n, s, Role.BODY) for n, p in enumerate(paragraphs, 1) for s in p.split(" | ")]
    for number, text, role in texts:
        doc = nlp(text)
        names = named(doc, NAMES)
        said = quotes.find(doc, [(n.start, n.end) for n in names if n.label != "LOC"])
        lines.append(Line(doc, names, said, number, role))
    return lines, entities.build(lines)


def meant(lines: list[Line], table: Entities, word: str, sentence: int = -1) -> str:
    """Whom the last `word` of a sentence stands for."""
    index = sentence % len(lines)
    token = [t for t in lines[index].doc if t.text == word][-1]
    entity = table.of(index, token.i)
    return entity.words if entity else ""
