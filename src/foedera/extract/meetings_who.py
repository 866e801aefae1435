"""Who takes part in a meeting: persons and states that stand in the places where its frame looks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.agents import named
from foedera.extract.meetings_frames import (
    accepting,
    commenting,
    envoys,
    hosting,
    lands,
    members,
    offices,
    opposites,
    plurals,
    portions,
    sent,
    separately,
)
from foedera.extract.meetings_sides import joint, last_named
from foedera.extract.slots import fill

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

    from foedera.extract.entities import Actors
    from foedera.extract.meetings_frames import MeetingFrame
    from foedera.extract.meetings_merge import Who

_WHOLE = frozenset({"subject", "object", "between", "doer", "holder"})  # slots looked through for names
_NEAR = 12  # tokens of a subject or object that are looked through for names
_LED = 60  # tokens of a group that are looked through for who leads it


@dataclass
class Party:
    """Those who take part in a meeting, as one clause names them: the words, and the names with their states."""

    actors: Actors
    heads: list[Token]
    who: Who
    doers: bool = False  # whether a person is among them only as the one who acts in the sentence

    @property
    def persons(self) -> list[str]:
        """Those of them who are persons."""
        return _persons(self.who)

    @property
    def envoys(self) -> list[Token]:
        """Words for representatives whom the text does not name there: "the delegation", "his German counterpart"."""
        return [head for head in self.heads if is_envoy(self.actors, head)]

    @property
    def officials(self) -> list[Token]:
        """Words for an official of a state: "the French foreign minister"."""
        return [t for t in self.heads if t.lemma_.lower() in offices() and named(self.actors, [t])]

    @property
    def strangers(self) -> list[Token]:
        """Those of these of whom it does not even say for which state they act; "his counterpart" is of another."""
        homes = {self.who[person] for person in self.persons}
        theirs = ((head, set(named(self.actors, [head]))) for head in self.envoys)
        return [head for head, states in theirs if not states or (_is_opposite(head) and states <= homes)]

    def without(self, states: Container[str | None]) -> Party:
        """The same without some states: the other stops of a journey."""
        return Party(self.actors, self.heads, {name: home for name, home in self.who.items() if name not in states})

    def each(self, verb: Token) -> list[Party]:
        """One for each whom somebody "met separately"; else all together."""
        apart = any(c.lower_ in separately() for c in grammar.children(verb, "advmod"))
        met = [t for head in grammar.objects(verb) for t in grammar.conjuncts(head)] if apart else []
        if len(met) < 2:
            return [self]
        rest = [t for t in self.heads if t not in met]
        return [Party(self.actors, [*rest, one], _named(self.actors, [*rest, one])) for one in met]

    def meets(self, frame: MeetingFrame, *, placed: bool) -> bool:
        """Whether these are two parties, and whom the frame asks for."""
        parties = {home or name for name, home in self.who.items()}
        several = len(self.persons) + len(self.envoys) > 1
        enough = several if frame.both else bool(self.persons) or not frame.persons or placed
        two = len(parties) + bool(self.strangers and parties) > 1
        return (two and enough) or (placed and not frame.both and any(_are_many(head) for head in self.heads))


def party(actors: Actors, token: Token, frame: MeetingFrame) -> Party:
    """Who takes part; the doer of the sentence is asked only where too few are named, or only those met "with"."""
    heads: list[Token] = []
    who: Who = {}
    beside: Who = {}
    only_with, doers = True, False
    for slot in frame.participants:
        doer = slot.startswith(("doer", "holder"))
        settled = (len(who) > 1 and not only_with) or (who and frame.needs == "journey")
        if doer and (settled or not is_near(token)):
            break
        found, before = _found(actors, token, frame, slot), dict(who)
        heads += found
        only_with &= not found or slot == "with" or doer
        who = _named(actors, heads) | beside
        if len(who) < 2 and any(t.lower_ in plurals() and not grammar.children(t, "poss") for t in heads):
            beside |= pair(actors, token)
        if slot in _WHOLE and len(who) < 2:
            beside |= _beside(actors, heads)
        doers |= doer and not _persons(before) and bool(_persons(who | beside))
        who |= beside
    if len(who) == 1:  # "calls with his Omani counterpart": he is the other one
        opposite = [head for head in heads if _is_opposite(head) and head.tag_ == "NN"]
        who |= _named(actors, [t for head in opposite for t in grammar.children(head, "poss")])
    return Party(actors, heads, who, doers)


def _is_opposite(token: Token) -> bool:
    """Whether a word is for whoever holds the same office for another state: "his counterpart"."""
    return token.lower_ in opposites()


def _persons(who: Who) -> list[str]:
    return [name for name, home in who.items() if name != home]


def _named(actors: Actors, heads: list[Token]) -> Who:
    """Those whom words name: persons and states, and bodies of no state."""
    who = named(actors, heads)
    bodies = [e for t in heads if (e := actors.at(t)) is not None and e.kind == "organisation" and e.iso3 is None]
    for body in bodies:
        who |= dict(joint(body.name))
    if len(who) < 2:
        who |= {body.name: body.name for body in bodies if actors.home(body) is None}
    return who


def _found(actors: Actors, token: Token, frame: MeetingFrame, slot: str) -> list[Token]:
    """The words in one place; those whom a description is said to be stand for it ("the two envoys, Soto and Diaz")."""
    if slot == "doer" and frame.needs == "journey" and _host_of(token):
        slot = "doer object"  # "hosted him on a state visit"
    found = [t for head in _fill(token, slot) for t in grammar.conjuncts(head)]
    groups = [t for t in found if t.lemma_.lower() in sent()]
    found += [t for head in groups for sender in grammar.phrase(head, "from") for t in grammar.conjuncts(sender)]
    if slot == "doer object":  # "told him in a call", not "discussed Syria in a call"
        found = [t for t in found if _is_person(actors, t)]
    called = [part for t in found for name in grammar.children(t, "appos") for part in grammar.conjuncts(name)]
    persons = [t for t in called if _is_person(actors, t)]
    return persons if len(persons) > 1 else found


def _fill(token: Token, slot: str) -> list[Token]:
    """The words in a place; also behind the place ("the meeting in Vienna | of envoys"), and those whom the parser took
    for who does what the meeting is for ("met with | his counterpart | to discuss").
    """
    found = _invited(token) if slot == "subject" else []
    found = found or fill(token, slot)
    if not found and slot in {"of", "between", "with"} and not grammar.is_verb(token):
        found = fill(token, f"in > {slot}")
    return [part for t in found for part in (grammar.children(t, "nsubj") if t.dep_ == "pcomp" else [t])]


def _invited(verb: Token) -> list[Token]:
    """Who is to go on an invitation: "Soto accepted an invitation to visit", "extended one to Soto to visit"."""
    noun = verb.head
    if verb.dep_ not in {"acl", "relcl", "advcl", "xcomp"} or noun.lemma_ != "invitation":
        return []
    if noun.dep_ == "dobj" and noun.head.lemma_ in accepting():
        return grammar.subjects(noun.head)
    return grammar.phrase(noun, "to", "for")


def _is_person(actors: Actors, token: Token) -> bool:
    return any(entity.kind == "person" for entity in actors.all_at(token))


def is_near(noun: Token) -> bool:
    """Whether who acts in a sentence acts at the meeting itself: "spoke at the talks", "opened the first round of
    talks", not "welcomed the results of the talks".
    """
    if noun.dep_ == "dobj" and noun.head.lemma_ in commenting():
        return False  # "Moscow welcomed the meeting"
    for _ in range(3):
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        if above.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"pobj", "compound", "nmod"}:
            return True
        if noun.head.lower_ == "of" and above.lemma_ not in portions():
            return False
        noun = above
    return False


def _host_of(visit: Token) -> bool:
    """Whether the verb above a visit is that of the host."""
    return visit.dep_ == "pobj" and visit.head.head.lemma_ in hosting()


def pair(actors: Actors, token: Token, first: int = 0) -> Who:
    """Whom "they" or "the two leaders" means: the last two persons of different states that were named, from the token
    `first` on.
    """
    found = last_named(actors, token, first, 2, "person")
    return found if len(found) == 2 else {}


def _are_many(head: Token) -> bool:
    """Whether words mean those who stand for several parties: "leaders from ten nations"."""
    if head.tag_ == "NNS" and head.lemma_.lower() in members():  # "met with 20 countries"
        return bool(grammar.children(head, "nummod"))
    if head.tag_ != "NNS" or head.lemma_.lower() not in offices():
        return False
    several = [t for path, t in grammar.phrases(head) if path in {"from", "of"} and t.tag_ in {"NNS", "NNPS"}]
    return any(t.lemma_.lower() in members() for t in several)


def _beside(actors: Actors, heads: list[Token]) -> Who:
    """Persons named within a subject or object, where the parser missed that its words belong together."""
    parts = [head.doc[max(head.left_edge.i, head.i - _NEAR) : head.i + 1] for head in heads]
    parts += [
        head.doc[head.i : min(head.right_edge.i + 1, head.i + reach)] for head in heads if (reach := _ahead(head))
    ]
    found = [entity for part in parts for entity in actors.in_(part)]
    return {e.name: actors.home(e) for e in found if e.kind == "person"}


def _ahead(head: Token) -> int:
    """How far behind a word its name is looked for: "a delegation, led by ...", "President of Chile Ana Soto"."""
    group = [head, *grammar.phrase(head, "of")]  # "a delegation of officials | led by"
    if head.lower_ in envoys() and any(c.tag_ == "VBN" for t in group for c in grammar.children(t, "acl")):
        return _LED
    return _NEAR if head.dep_ == "dobj" or head.lemma_.lower() in offices() else 0


def is_envoy(actors: Actors, head: Token) -> bool:
    """Whether words mean a representative who is not named there: "the delegation", "my", "his counterpart"."""
    if _is_person(actors, head):
        return False
    nations = [t for path, t in grammar.phrases(head) if path in {"from", "of"} and t.lemma_.lower() in lands()]
    office = head.text.istitle() and head.lemma_.lower() in offices() and actors.at(head) is None  # "the President"
    return head.lower_ in envoys() or office or bool(nations)
