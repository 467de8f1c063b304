"""The kinds of questions, one file each.  The order of `KINDS` is precedence."""

from bot.kinds import anything, compound, definition, figures, how, kin, listing, speech, what, when, where, which, who, whose, why, yesno

KINDS = (
    compound.KIND,
    yesno.KIND,
    figures.AGE,
    kin.KIND,
    listing.KIND,
    *definition.KINDS,
    *speech.KINDS,
    whose.KIND,
    *figures.KINDS,
    when.KIND,
    where.KIND,
    why.KIND,
    how.KIND,
    who.KIND,
    which.KIND,
    what.KIND,
    anything.KIND,
)
