"""A reader who asks in a chat that the bot is not in: inline, as a guest, or through a link."""

from typing import Any

import pytest

from bot import links
from bot.desk import Desk
from tests.bot_api import BotApi
from tests.bot_api.errors import bad_request
from tests.serving import serving

pytest_plugins = ("tests.telegram_fixtures",)


async def results(api: BotApi, desk: Desk, query: str, **more: Any) -> dict[str, Any]:
    nora = api.person("Nora")
    async with serving(api, desk):
        return dict(await nora.asks_inline(query, **more).answered())


async def test_the_answer_comes_first_then_the_passages_nearest_to_it(
    api: BotApi, ferry_desk: Desk
) -> None:
    answer = await results(api, ferry_desk, "who led the rescue")

    best, *passages = answer["results"]
    assert "Ingrid Aasen" in best["title"] and "[1]" not in best["title"]
    assert "Lt. Cmdr. Ingrid Aasen, who led the rescue" in best["description"]
    assert len(passages) >= 3
    text = ferry_desk.corpus.articles[0].text
    assert all(each["title"].removesuffix(" …") in text for each in passages)
    assert best["description"] not in {each["description"] for each in passages}
    assert answer["cache_time"] == "0"


async def test_what_is_sent_into_the_chat_has_the_question_the_answer_and_its_proof(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    elsewhere = api.group("Elsewhere", nora)

    async with serving(api, ferry_desk):
        found = await nora.asks_inline("who led the rescue").answered()
        sent = nora.picks(found["results"][0], elsewhere)

    question, answer, *_ = sent.text.split("\n\n")
    assert question == "who led the rescue"
    assert "Ingrid Aasen" in answer and "[1]" in answer
    assert sent.styled("expandable_blockquote")[0].startswith("Lt. Cmdr. Ingrid Aasen")
    assert elsewhere.written.empty()  # what comes through the bot is not asked of it again


async def test_more_passages_come_by_scrolling_and_no_result_twice(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    ids: list[str] = []
    offset, pages = "", 0

    async with serving(api, ferry_desk):
        while offset or not pages:
            answer = await nora.asks_inline("the ferry", offset=offset).answered()
            ids += [result["id"] for result in answer["results"]]
            offset, pages = answer.get("next_offset", ""), pages + 1

    assert pages >= 2
    assert len(set(ids)) == len(ids)
    assert all(ferry_desk.corpus.version in each for each in ids)


async def test_an_empty_query_shows_the_story_in_short_and_what_can_be_asked(
    api: BotApi, ferry_desk: Desk
) -> None:
    answer = await results(api, ferry_desk, "")

    story, *examples = answer["results"]
    assert story["title"] == "The story in short"
    assert {result["title"] for result in examples} == set(ferry_desk.examples_in("en"))
    assert all("[1]" in result["message"]["text"] for result in answer["results"])


@pytest.mark.parametrize(
    "question", ["Who won the football match?", "Who won the football match" + " and why" * 20]
)
async def test_what_the_story_does_not_say_can_be_asked_in_private_at_one_press(
    api: BotApi, ferry_desk: Desk, question: str
) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        answer = await nora.asks_inline(question).answered()
        nora.says(f"/start {answer['button']['start_parameter']}")
        told = await nora.hears()

    assert "private" in answer["button"]["text"]
    assert "not in the story" in told.text or "does not say" in told.text


async def test_a_link_asks_its_question(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora", started=False)
    group = api.group("Readers", nora)
    payload = links.to_question("Who led the rescue?")

    async with serving(api, ferry_desk):
        nora.says(f"/start {payload}")
        assert "Ingrid Aasen" in (await nora.hears()).text

        nora.says(f"/start@{api.world.username} {payload}", group)
        assert "Ingrid Aasen" in (await group.hears()).text


async def test_a_link_opens_an_article_and_an_old_link_says_that_it_is_gone(
    api: BotApi, ferry_desk: Desk
) -> None:
    nora = api.person("Nora")
    (article,) = ferry_desk.corpus.articles

    async with serving(api, ferry_desk):
        nora.says(f"/start {links.to_article(article.source.stem)}")
        opened = (await nora.hears()).text
        assert opened.startswith("A ferry with 214 people on board ran aground")
        assert f"14 Mar 2025, {len(article.sentences)} sentences" in opened

        nora.says(f"/start {links.to_article('gone')}")
        assert "no longer have" in (await nora.hears()).text

        nora.says("/start newsletter-7")  # a link of somebody else's
        assert "Ask me about the news" in (await nora.hears()).text


async def test_a_guest_is_answered_where_the_bot_is_not(api: BotApi, ferry_desk: Desk) -> None:
    nora = api.person("Nora")

    async with serving(api, ferry_desk):
        asked = nora.asks_as_guest(f"@{api.world.username} who led the rescue?")
        result = await asked.answered()

    assert "Ingrid Aasen" in result["message"]["text"]
    assert result["message"]["text"].startswith("who led the rescue?")


async def test_results_whose_markup_is_refused_are_given_as_plain_text(
    api: BotApi, ferry_desk: Desk
) -> None:
    api.fails("answerInlineQuery", bad_request("can't parse entities: unsupported tag"))

    answer = await results(api, ferry_desk, "who led the rescue")

    assert "Ingrid Aasen" in answer["results"][0]["message"]["text"]
    assert not answer["results"][0]["message"].get("entities")


async def test_an_answer_that_comes_too_late_troubles_nobody(api: BotApi, ferry_desk: Desk) -> None:
    late = bad_request("query is too old and response timeout expired or query ID is invalid")
    nora = api.person("Nora")
    api.fails("answerInlineQuery", late)

    async with serving(api, ferry_desk):
        nora.asks_inline("who led the rescue")
        await api.until_called("answerInlineQuery")
        nora.says("Who led the rescue?")

        assert "Ingrid Aasen" in (await nora.hears()).text
