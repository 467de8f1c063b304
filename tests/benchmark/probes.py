"""Short questions that anybody may ask of any story, put to one, and every reply, for a reader to judge.

Some are about the story as a whole, some about each person, body and place it names.  Nobody knows the
right answers: the figures tell how many are answered, the replies how well.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.desk import Desk
from bot.story import Story
from tests.benchmark.running import Run

OF_THE_STORY = """
What happened?
What is this about?
tldr
Who is involved?
Who was arrested?
Who was killed?
Who died?
Who was hurt?
How many people died?
How many people were injured?
Was anybody killed?
Was anybody arrested?
When did it happen?
Where did it happen?
Why did it happen?
How did it happen?
Who said what?
Who is to blame?
What will happen next?
What is the latest?
How much did it cost?
Who is the president?
Who is the mayor?
Is it over?
Who else?
Who reported this?
"""
OF_A_PERSON = """
Who is {name}?
Who was {name}?
What does {name} do?
What did {name} say?
What did {name} do?
What happened to {name}?
How old is {name}?
How tall is {name}?
Where is {name}?
Where is {name} from?
Where does {name} live?
Where was {name} born?
When was {name} born?
When did {name} die?
Is {name} dead?
Was {name} arrested?
Why was {name} arrested?
Who is {name}'s wife?
Who is {name}'s brother?
Does {name} have children?
Whom did {name} meet?
How many children does {name} have?
Is {name} married?
Why is {name} famous?
What is {name}'s job?
Who killed {name}?
"""
OF_A_BODY = """
What is {name}?
Who leads {name}?
Who owns {name}?
Where is {name}?
When was {name} founded?
What did {name} say?
What did {name} do?
How many members does {name} have?
"""
OF_A_PLACE = """
Where is {name}?
What is {name}?
What happened in {name}?
Who is the mayor of {name}?
How many people live in {name}?
Who visited {name}?
How far is {name}?
"""
TEMPLATES = {"PER": OF_A_PERSON, "ORG": OF_A_BODY, "LOC": OF_A_PLACE}


def probes(story: Story) -> Iterator[str]:
    """The questions on a story: as a whole first, then about those it names, as it names them."""
    yield from OF_THE_STORY.split("\n")[1:-1]
    named = {e.words: e.label for table in story.tables for e in table.all}
    for name, label in named.items():
        for template in TEMPLATES.get(label, "").split("\n")[1:-1]:
            yield template.format(name=name)


def table(run: Run, corpus: Path) -> None:
    """Every reply, and by the form of the question how many were answered."""
    desk = Desk(corpus, run.nlp, run.replies)
    answered: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for question in probes(desk.story):
        reply = desk.ask(question)
        asked[reply.kind] += 1
        answered[reply.kind] += reply.answered
        print(f"{question}\n    {'+' if reply.answered else '-'} {reply.kind}: {reply.text}")
    print(f"\n{'kind':14} asked answered")
    for kind, count in asked.most_common():
        print(f"{kind:14} {count:5} {answered[kind]:8}")
    print(f"{'ALL':14} {asked.total():5} {answered.total():8}")
