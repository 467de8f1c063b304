"""Questions without what is only polite: 'hey bot, can u tell me who won, please?' -> 'who won?'

What the words ask is never changed: 'Can you swim?' and 'Tell me about X' stay.
"""

import re

_ASKING = "who whom whose what which when where why how".split()
_ASKS = rf"(?:(?:in|on|at|from|to|by|for|with|of|since|until) )?(?:{'|'.join(_ASKING)})\b"
_BE = "(?:is|are|was|were|has|have|had|will|can|could|should|would)"
_HOLE = "(?:age|names?|number|date|reason|time|place|cause|distance)"
_YOU = "(?:you|u|ya|anyone|anybody|someone|somebody)"

# What may open a message, in any order and number.
_NEXT = (
    rf"(?:{_ASKS}|(?:{_BE}|do|does|did|please|pls|plz|tell|explain|and|i|bot(?=\W+\w)"
    r"|quick|question)\b)"
)
_OPENINGS = tuple(
    re.compile(
        rf"(?:{pattern})(?:\s*[,.!:;–—-]+\s*(?=\S)|\s+(?={_NEXT}))", re.IGNORECASE | re.VERBOSE
    )
    for pattern in (
        r"""(?:hi|hey|hello|hola|good\ (?:morning|evening|afternoon|day)|greetings|yo)
            (?:\ (?:there|bot|everyone|all|team|friend))*""",
        r"""(?:ok|okay|so|well|um+|uh+|hm+|oh|please(?!\ please)|pls|plz|excuse\ me|great|cool|nice
             |(?:thanks|thank\ you|thx|sorry)(?!\ to\b)(?:\ [^,.!?]{,30}?(?=\s*[,.!]))?)(?:\ bot)?""",
        r"@\w+|bot",
        r"""(?:(?:a|one|another|just|my|next|quick|short|simple|small|last)\ )*
            question(?:\ (?:is|for\ you|please))*(?=\s*[:,–—-])""",
    )
)
# What may stand before a question within a sentence; `_ASKED` must follow.
_INDIRECT = re.compile(
    rf"""(?:(?:can|could|would|will)\ {_YOU}(?:\ (?:please|pls|plz|kindly|maybe|just))*
            \ (?:tell|explain|say|remind|inform|clarify|show)(?:\ to)?(?:\ (?:me|us))?
          |(?:(?:please|pls|plz|kindly|just)\ )*
            (?:tell|explain\ to|remind|inform|show|let)\ (?:me|us)(?:\ know)?
          |(?:(?:please|pls|plz)\ )+(?:tell|explain|say|clarify)
          |(?:do|did|would|does)\ {_YOU}(?:\ (?:happen\ to|by\ any\ chance|maybe))*\ know
          |(?:(?:have\ {_YOU}|got|is\ there)\ )?(?:any|an)\ (?:idea|clue)
          |(?:i(?:\ would|['’]?d)?\ )?(?:(?:just|really|also)\ )*(?:like|love|want|wanted|need|wish)
            \ to\ (?:know|ask|learn|find\ out|hear)(?:\ (?:from\ )?you)?
          |i(?:\ was|['’]m|m|\ am)?\ (?:(?:just|really)\ )*(?:wonder|wondering|curious)
          |(?:i\ )?(?:don['’]?t|do\ not)\ know
          |what\ i\ (?:want|wanted|need)\ to\ know\ is
          )(?:\ (?:please|about))?[,:]?\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_ASKED = re.compile(rf"{_ASKS}|(?:the )?{_HOLE} of\b|(?:if|whether)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"""(?:[\s,;–—-]+(?<!\bto\ )(?:please|pls|plz)
          |(?<=[?!.,])\s*(?:many\ )?(?:thanks|thank\ you|thx|ty|cheers|please|pls|plz|gracias)
           (?:\ (?:so\ much|very\ much|a\ lot|in\ advance|bot))*
          |\s*,\s*(?:bot|mate|buddy|bro)|\s+(?:lol|haha)
        )(?P<mark>\s*[?!.]*)\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TURNED = re.compile(
    rf"(?P<word>who|what|where|when|why|how(?: old| far| long)?) (?P<subject>(?!{_BE}\b)[^,]+?)"
    rf" (?P<be>{_BE})(?P<rest>\b(?! that\b).*)",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    rf"(?:if|whether)(?: or not)? (?P<subject>.+?) (?P<be>{_BE}) (?P<rest>.+)", re.IGNORECASE
)
_LETTER = re.compile(r"\w")
_EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿⬀-⯿\u200d\ufe0f\u20e3]+")

_MARKUP = re.compile(
    r"<(?P<whole>script|style)\b.{,400}?</(?P=whole)>|</?[a-z][^<>]{,60}>",
    re.IGNORECASE | re.DOTALL,
)
_STARS = re.compile(r"(?<![\w*_`~])[*_`~]{1,3}(?=\w)|(?<=\w)[*_`~]{1,3}(?![\w*_`~])")


def strip(message: str) -> str:
    """The message without greeting, politeness and emoji; as it was, if nothing would be left."""
    text = " ".join(_MARKUP.sub(" ", _EMOJI.sub(" ", message)).split())
    text = _STARS.sub("", text)
    while _LETTER.search(shorter := _without_one(text)) and shorter != text:
        text = shorter
    return text if _LETTER.search(text) else message


def _without_one(text: str) -> str:
    """The text without the first piece of padding that is found."""
    for opening in _OPENINGS:
        if found := opening.match(text):
            return text[found.end() :]
    if (found := _INDIRECT.match(text)) and _ASKED.match(text[found.end() :]):
        return _direct(text[found.end() :])
    if found := _CLOSING.search(text):
        kept = text[: found.start()].rstrip(" ,;–—-")
        return kept if kept.endswith(("?", "!", ".")) else kept + found["mark"].strip()
    return text


def _direct(asked: str) -> str:
    """'where X is' -> 'where is X', 'if X was freed' -> 'was X freed'"""
    if found := _WHETHER.match(asked):
        return f"{found['be']} {found['subject']} {found['rest']}"
    if found := _TURNED.match(asked):
        return f"{found['word']} {found['be']} {found['subject']}{found['rest']}"
    return asked
