"""The false Telegram reads HTML as strictly as the real one."""

import pytest

from tests.bot_api.errors import ApiError
from tests.bot_api.markup import find_entities, parse_html, part, trimmed


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<b>open", 'can\'t find end tag corresponding to start tag "b"'),
        ("<p>x</p>", 'unsupported start tag "p" at byte offset 0'),
        ("é <br>", 'unsupported start tag "br" at byte offset 3'),
        ("1 < 2", 'unsupported start tag "" at byte offset 2'),
        ("a <", "unclosed start tag at byte offset 2"),
        ("<a href='x", 'unclosed start tag "a"'),
        ("x</b>", "unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'expected "</i>", found "</b>"'),
        ("<b>x</b", "unclosed end tag"),
        ('<span class="x">y</span>', 'must have class "tg-spoiler"'),
    ],
)
def test_what_telegram_refuses_is_refused_in_its_words(html: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(html)

    assert refused.value.status == 400
    assert refused.value.description.startswith("Bad Request: can't parse entities: ")
    assert complaint in refused.value.description


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot; &#39;&#x41;", 'a <b> & "c" \'A', []),
        ("&nbsp; & &lt", "&nbsp; & <", []),
        ("<b></b>x", "x", []),
        ("🎉<b>x🎉</b>", "🎉x🎉", [("bold", 2, 3)]),
        ("<B>x</b>", "x", [("bold", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<a href='https://x.y/?a=1&amp;b'>z</a>", "z", [("text_link", 0, 1)]),
        ("<a>z</a>", "z", []),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ],
)
def test_html_becomes_text_and_entities_in_utf16_units(
    html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    shown, found = parse_html(html)

    assert shown == text
    assert [(each["type"], each["offset"], each["length"]) for each in found] == entities


def test_an_address_is_unescaped_once_and_a_time_is_kept() -> None:
    _, (link,) = parse_html('<a href="https://x.y/?a=1&amp;b=2">z</a>')
    _, (time,) = parse_html('<tg-time unix="1767830400" format="wDT">Thursday</tg-time>')

    assert link["url"] == "https://x.y/?a=1&b=2"
    assert (time["type"], time["unix_time"], time["date_time_format"]) == (
        "date_time",
        1767830400,
        "wDT",
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/ask@StoryBot who?", [("bot_command", "/ask@StoryBot")]),
        ("🎉 @story_bot, who?", [("mention", "@story_bot")]),
        ("mail me@story_bot.org", [("email", "me@story_bot.org")]),
        ("see https://t.me/@story_bot.", [("url", "https://t.me/@story_bot")]),
        ("and/or 1/2", []),
    ],
)
def test_telegram_finds_commands_mentions_and_addresses_itself(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(each["type"], part(text, each)) for each in find_entities(text)] == found


def test_a_message_is_stored_without_white_space_at_its_ends() -> None:
    text, entities = trimmed(*parse_html("\n <b> x</b> y \n"))

    assert text == "x y"
    assert [(each["offset"], each["length"]) for each in entities] == [(0, 1)]
