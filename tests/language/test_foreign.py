"""Spanish questions in English, and which questions are Spanish."""

import re
from collections.abc import Collection

import pytest

from bot.language import into_english
from bot.language.foreign import languages
from bot.language.tongues import language_of
from bot.languages import translations
from bot.replies import Replies

NAMES = {
    "Rocío San Miguel",
    "San Miguel",
    "Foro Penal",
    "El País",
    "Franklin Durán",
    "Puerto Libre",
}


def to_english(question: str, names: Collection[str] = ()) -> str | None:
    """None when it is not Spanish."""
    code = language_of(question, names)
    return into_english.to_english(question, languages()[code], names) if code == "es" else None


NOT_SPANISH = """
Who was released?
who is el salvador
Rodrigo de la Vega?
José de la Cruz
El País
when was san miguel de allende founded
Who said “el pueblo unido” in the speech?
What does la casa mean?
no
gorbe
release date
Quem foi libertado?
Qui a été libéré ?
Chi è stato liberato?
Wer wurde freigelassen?
"""

TRANSLATED = {
    "¿Quién es Rocío San Miguel?": "Who is Rocío San Miguel?",
    "quien es rocio san miguel": "Who is rocio san miguel?",
    "QUIEN ES ROCIO SAN MIGUEL": "Who is rocio san miguel?",
    "¿Qué es Foro Penal?": "What is Foro Penal?",
    "¿Quién es el presidente de Foro Penal?": "Who is the president of Foro Penal?",
    "¿Quiénes son los cinco españoles?": "Who are the five Spanish citizens?",
    "¿Cuándo fue detenido Franklin Durán?": "When was Franklin Durán detained?",
    "¿Por qué fue arrestado Gorbe?": "Why was Gorbe arrested?",
    "¿Cuándo fue arrestada?": "When was she arrested?",
    "¿Cuántos ciudadanos españoles fueron liberados?": "How many Spanish citizens were released?",
    "¿Cuántas personas hay detenidas en Venezuela?": "How many people are detained in Venezuela?",
    "¿Cuántos detenidos hay?": "How many detainees are there?",
    "¿Quiénes fueron liberados?": "Who was released?",
    "¿Quién más fue liberado?": "Who else was released?",
    "¿Fue liberado Franklin Durán?": "Was Franklin Durán released?",
    "¿Fue Franklin Durán liberado?": "Was Franklin Durán released?",
    "¿Fueron liberados todos los presos el jueves?": "Were all the prisoners released on Thursday?",
    "¿Es Gorbe español?": "Is Gorbe Spanish?",
    "¿Dónde está Machado?": "Where is Machado?",
    "¿En qué ciudad está Foro Penal?": "In what city is Foro Penal?",
    "¿Dónde nació Julio Sosa?": "Where was Julio Sosa born?",
    "¿Qué dijo Machado?": "What did Machado say?",
    "¿Y qué dijo?": "And what did he say?",
    "¿Desde dónde?": "From where?",
    "¿Qué dijo Machado sobre los presos políticos?": "What did Machado say about the political prisoners?",
    "¿Qué opina Machado de la liberación?": "What does Machado think of the release?",
    "¿Quién dijo que los detenidos fueron golpeados?": "Who said that the detainees were beaten?",
    "¿Cuántos años tiene Pedro Durán?": "How old is Pedro Durán?",
    "¿Qué edad tiene el capitán?": "How old is the captain?",
    "¿Cuántos hijos tiene Julio Sosa?": "How many children does Julio Sosa have?",
    "¿Tiene hijos Julio Sosa?": "Does Julio Sosa have children?",
    "¿A qué distancia está Guatire de Caracas?": "How far is Guatire from Caracas?",
    "¿De quién es hermano Jorge Rodríguez?": "Whose brother is Jorge Rodríguez?",
    "¿Quién es el hermano de Delcy Rodríguez?": "Who is the brother of Delcy Rodríguez?",
    "¿Quién capturó a Maduro?": "Who captured Maduro?",
    "¿Quién arrestó al capitán?": "Who arrested the captain?",
    "¿A quién nombró el ministro?": "Who did the minister name?",
    "¿Cuándo capturaron a Maduro?": "When was Maduro captured?",
    "¿Quién anunció la liberación de los presos?": "Who announced the release of the prisoners?",
    "¿Cuándo se anunció la liberación?": "When was the release announced?",
    "¿Se hundió el barco?": "Did the ship sink?",
    "¿Qué periódico publicó la noticia?": "What newspaper published the news?",
    "¿Cuántos presos políticos contó Foro Penal?": "How many political prisoners did Foro Penal count?",
    "¿Cuánto tiempo duró la huelga?": "How long did the strike last?",
    "¿Desde cuándo está detenido Gorbe?": "Since when is Gorbe detained?",
    "¿Cuándo comenzó la huelga en Puerto Aldana?": "When did the strike start in Puerto Aldana?",
    "¿Qué es Puerto Libre?": "What is Puerto Libre?",
    "¿Cómo se llama el capitán del barco?": "What is the name of the captain of the ship?",
    "¿Qué pasó con los petroleros?": "What happened to the tankers?",
    "¿Murió alguien?": "Did anyone die?",
    "¿Hay heridos?": "Are there injured?",
    "¿Quién ha sido liberado por el gobierno?": "Who has been released by the government?",
    "¿Quién va a pagar la grúa?": "Who will pay the crane?",
    "¿y cuándo?": "And when?",
    "¿por qué?": "Why?",
    "¿Y Basoa?": "And Basoa?",
    "Por favor, ¿me puedes decir quién es Romero?": "Who is Romero?",
    "¿Sabes si fue liberado Gorbe?": "Was Gorbe released?",
}


@pytest.mark.parametrize("question", NOT_SPANISH.strip().splitlines())
def test_what_is_not_spanish_is_left_alone(question: str) -> None:
    assert to_english(question, NAMES) is None


@pytest.mark.parametrize(("spanish", "english"), TRANSLATED.items())
def test_spanish_is_read_as_english(spanish: str, english: str) -> None:
    assert to_english(spanish, NAMES) == english


@pytest.mark.parametrize(("spanish", "english"), TRANSLATED.items())
def test_inverted_marks_and_accents_may_be_missing(spanish: str, english: str) -> None:
    if len(spanish.split()) < 3 or any(f" {word}" in spanish for word in NAMES):
        pytest.skip("of these, only the marks tell that they are Spanish")
    hasty = spanish.translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU", "¿"))
    expected = english.translate(str.maketrans("áéíóú", "aeiou"))

    assert to_english(hasty, NAMES) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Qui a été libéré ?",
        "Wer wurde freigelassen?",
        "Was ist passiert?",
        "Was hat er gesagt?",
        "Quem foi libertado?",
        "Chi è stato liberato?",
        "Кто был освобождён?",
        "谁被释放了",
        "bonjour",
    ],
)
def test_other_languages_are_known_as_such(question: str) -> None:
    assert language_of(question) == "other"


@pytest.mark.parametrize("text", ["", "?", "👍", "42", "Gorbe", "wen was he released", "hi", "ok"])
def test_what_shows_no_language_is_taken_for_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["hola", "gracias", "¡ayuda!", "Los presos fueron liberados"])
def test_spanish_without_a_question_is_known(text: str) -> None:
    assert language_of(text) == "es"


def test_the_spanish_replies_are_those_of_the_english() -> None:
    english, spanish = Replies.load().templates, Replies.load("es").templates

    def slots(templates: dict[str, str]) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in templates.items()}

    assert slots(dict(spanish)) == slots(dict(english))


def test_every_form_belongs_to_a_verb() -> None:
    table = translations()["es"]
    verbs = re.findall(r"[^\W\d_]+", table["verbs"]["list"])

    assert [infinitive for infinitive in table["forms"] if infinitive not in verbs] == []


def test_a_surname_of_the_story_is_no_verb() -> None:
    assert to_english("¿Quién es Durán?", ["Pilar Durán"]) == "Who is Durán?"
    assert to_english("¿Cuánto duran?", ["Pilar Durán"]) != "How much Durán?"


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("¿Cuántas personas siguen detenidas?", "How many people are detained?"),
        ("¿Cuántos soldados fueron devueltos?", "How many soldiers were returned?"),
        ("¿De dónde voló Ana Roe?", "Where from did Ana Roe fly?"),
    ],
)
def test_going_on_giving_back_and_flying(spanish: str, english: str) -> None:
    assert to_english(spanish, ["Ana Roe"]) == english


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("¿Qué anunció Ana Roe el jueves?", "What did Ana Roe announce on Thursday?"),
        ("¿Quién hizo el anuncio?", "Who did the announcement?"),
        ("¿Qué flexibilizará el gobierno?", "What will the government ease?"),
        ("¿Qué museo compró el cuadro?", "What museum bought the painting?"),
        ("¿Cuándo falló el Tribunal Supremo?", "When did the supreme court rule?"),
        ("¿Quién robó los cuadros?", "Who stole the paintings?"),
        ("¿Cuántos bomberos resultaron heridos?", "How many firefighters were injured?"),
    ],
)
def test_courts_thefts_and_what_an_accent_tells(spanish: str, english: str) -> None:
    assert to_english(spanish, ["Ana Roe"]) == english


IDIOMS = {
    "¿Cuántos vecinos se negaron a irse?": "How many neighbours refused to go?",
    "¿A qué se dedica Ana Roe?": "What is the job of Ana Roe?",
    "¿Cómo se llamaba el ferry?": "What was the name of the ferry?",
    "¿Quién se hará cargo del ministerio?": "Who will take over the ministry?",
    "¿Cuántas personas perdieron la vida?": "How many people died?",
    "¿Cuándo fueron puestos en libertad los rehenes?": "When were the hostages released?",
    "¿Por qué se ha negado Ana Roe a pagar?": "Why did Ana Roe refuse to pay?",
    "¿Cuánto cuesta la compra de Puerto Libre?": "How much does the purchase of Puerto Libre cost?",
    "¿Cuánto duró la entrega?": "How long did the delivery last?",
    "¿Cuánta gente se reunió en la plaza?": "How many people met in the square?",
    "¿Qué le pasó a Ana Roe?": "What happened to Ana Roe?",
    "¿Con quién está casada Ana Roe?": "Who is Ana Roe married to?",
    "¿Dónde tiene su sede Puerto Libre?": "Where is Puerto Libre based?",
}

ORDERS = {
    "¿Cuánto dinero recibirán las familias?": "How much money will the families receive?",
    "¿Qué lesión sufrió Ana Roe?": "What injury did Ana Roe suffer?",
    "¿Qué organización supervisó el canje?": "What organization oversaw the swap?",
    "¿Cuántos soldados abandonaron el ejército?": "How many soldiers left the army?",
    "¿Hasta cuándo permanecerá cerrado el colegio?": "Until when will the school remain closed?",
    "¿Dónde está ahora el oso?": "Where is the bear now?",
    "¿Cuándo llegó a Lugo el tren?": "When did the train arrive to Lugo?",
    "¿Cuándo pidió ayuda el alcalde?": "When did the mayor ask for help?",
    "¿Dónde fotografiaron el examen?": "Where was the test photographed?",
    "¿Por qué no se instaló la alarma?": "Why was the alert not installed?",
    "¿Qué impidió el lanzamiento?": "What impeded the launch?",
    "¿Cuántos vehículos quiere vender Ana Roe?": "How many vehicles does Ana Roe want to sell?",
    "¿Por qué dejó Ana Roe de pintar?": "Why did Ana Roe stop painting?",
    "¿Cuántos buques había en la bahía?": "How many ships were there in the bay?",
    "¿Quién murió al salir de la casa?": "Who died while leaving of the house?",
}


@pytest.mark.parametrize(("spanish", "english"), (IDIOMS | ORDERS).items())
def test_turns_of_speech_and_subjects_that_come_late(spanish: str, english: str) -> None:
    assert to_english(spanish, ["Ana Roe", "Puerto Libre"]) == english


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("¿Quién vandalizó el local?", "Who vandalized the local?"),
        ("¿Cuándo fue la fermentación?", "When was the fermentation?"),
        ("¿Cuándo fue el zurriburri?", "When was the zurriburri?"),
    ],
)
def test_what_english_has_nearly_alike_needs_no_entry(spanish: str, english: str) -> None:
    assert to_english(spanish) == english
