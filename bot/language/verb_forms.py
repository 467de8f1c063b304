"""The verb of an irregular form: 'fled' -> 'flee', 'withheld' -> 'hold' with what stands before it."""

from functools import cache

from bot.language.word_tables import split, table

BEFORE = ("under", "over", "with", "fore", "out", "mis", "up", "re", "un")


def verb_of(form: str) -> str | None:
    """'wept' -> 'weep', 'overran' -> 'overrun'; None for forms by rule, or of more than one verb"""
    known = _verbs()
    if form in known:
        return known[form]
    for opening in BEFORE:
        rest = form.removeprefix(opening)
        if rest != form and rest in known:
            return opening + known[rest]
    return None


@cache
def _verbs() -> dict[str, str]:
    irregular = table("verbs")["irregular"].items()
    return {form: verb for verb, forms in irregular for form in split(forms)}
