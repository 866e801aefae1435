"""Frames: how the words that are said hang on the verb or noun of saying, read from the tree.

Each rule looks at what stands to the right of a cue and gives the token with which the content starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.grammar import infinitive
from foedera.extract.quotations import clauses
from foedera.extract.quotations.clauses import finite, told
from foedera.extract.quotations.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from foedera.extract.quotations.sayings import Saying

_OBJECT = ("dobj", "obj")
_OF_MATTER = {"of", "for", "to", "over", "on", "against", "between", "in"}
_PREPOSITIONS = ("for", "of", "against", "about", "on", "at", "with")


def objects(cue: Token) -> Iterator[Token]:
    """The heads of the objects of a verb."""
    return (c for c in cue.rights if c.dep_ in _OBJECT)


def _object_to(cue: Token, saying: Saying) -> Token | None:
    listener = told(cue, saying)
    for child in cue.rights:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and infinitive(child):
            thing = listener or next(objects(cue), None)
            own = next((c for c in child.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
            if listener is not None:
                return child.left_edge
            if thing is not None and thing.i < child.i:
                return thing.left_edge
            return child.left_edge if own is not None else None
    return None


def _on_to(cue: Token, saying: Saying) -> Token | None:
    """ "called on both sides to sign": from those who are to act."""
    for child in cue.rights:
        if child.lower_ in ("on", "upon") and child.dep_ in ("prep", "prt"):
            called = next((c for c in child.rights if c.dep_ == "pobj"), None) or next(objects(cue), None)
            if called is not None and any(infinitive(c) for c in (*cue.rights, *called.rights)):
                return called.left_edge
    return None


def _object(cue: Token, saying: Saying) -> Token | None:
    thing = next(objects(cue), None)
    return thing.left_edge if thing is not None and (thing.pos_ != "PRON" or thing.tag_ == "DT") else None


def _out(cue: Token, saying: Saying) -> Token | None:
    """ "ruled out a truce"."""
    return _object(cue, saying) if any(c.dep_ == "prt" and c.lower_ == "out" for c in cue.rights) else None


def _predicate(cue: Token, saying: Saying) -> Token | None:
    for child in cue.rights:
        if child.dep_ == "oprd" and child.pos_ == "PROPN" and not any(t.is_quote for t in child.subtree):
            continue  # "an island called Sark" names it
        if child.dep_ == "ccomp" and child.left_edge.lower_ == "what" and any(c.dep_ == "oprd" for c in child.rights):
            return child.left_edge  # "called what she saw a disgrace"
        if child.dep_ in ("oprd", "ccomp") and not infinitive(child) and not finite(child):
            thing = next(objects(cue), None) or next((c for c in child.lefts if c.dep_ == "nsubj"), None)
            if thing is None or thing == child:
                return child.left_edge
            return thing.left_edge
    return _two_objects(cue) or _adjective_behind(cue)


def _adjective_behind(cue: Token) -> Token | None:
    """ "called the raids lawful", where the tree hangs the adjective on the noun."""
    thing = next(objects(cue), None)
    if thing is None or not any(c.dep_ == "amod" and c.pos_ == "ADJ" and c.i == thing.i + 1 for c in thing.rights):
        return None
    return thing.left_edge


def _two_objects(cue: Token) -> Token | None:
    """ "calling the premier a liar", where the tree has two objects, or one under the other."""
    first, *others = [*objects(cue), *(c for c in cue.rights if c.dep_ == "xcomp" and c.pos_ == "PROPN")] or [cue]
    within = [c for c in first.rights if c.dep_ == "dobj"]
    return first.left_edge if first != cue and (others or within) else None


def _to_as(cue: Token, saying: Saying) -> Token | None:
    """ "referred to the pact as a threat": from the thing."""
    for child in cue.rights:
        thing = next((c for c in child.rights if c.dep_ == "pobj"), None) if child.lower_ == "to" else None
        if thing is not None and any(c.lower_ == "as" for c in (*cue.rights, *thing.rights)):
            return thing.left_edge
    return None


def _next(token: Token) -> Token | None:
    place = token.right_edge.i + 1
    return token.doc[place] if place < len(token.doc) else None


def _object_with(preposition: str) -> Callable[[Token, Saying], Token | None]:
    def rule(cue: Token, saying: Saying) -> Token | None:
        thing = next(objects(cue), None) or next((c for c in cue.lefts if c.dep_ == "dobj"), None)
        if thing is None:
            return None
        for child in (*cue.rights, *thing.rights):
            if child.left_edge.lower_ == preposition and child.dep_ in ("prep", "advcl"):
                # "what he described as a threat": the thing is what the words are about, and stands before them.
                return thing.left_edge if thing.i > cue.i else _after(child)
        return None

    return rule


def _after(child: Token) -> Token | None:
    inner = next((c for c in child.rights if c.dep_ in ("pobj", "pcomp", "amod", "prep", "ccomp")), None)
    return inner.left_edge if inner is not None else None


def _with(preposition: str) -> Callable[[Token, Saying], Token | None]:
    def rule(cue: Token, saying: Saying) -> Token | None:
        for child in cue.rights:
            if child.dep_ in ("prep", "prt", "dative") and child.lower_ == preposition:
                return _after(child)
            if child.dep_ in ("advcl", "ccomp", "xcomp") and child.left_edge.lower_ == preposition:
                return _next(child.left_edge) if child.left_edge.i > cue.i else None
        return None

    return rule


def _matter(cue: Token, saying: Saying) -> Token | None:
    """ "spoke about the need for talks", "talked about how they met": more than a topic ("talked about trade")."""
    start = _with("about")(cue, saying)
    about = next((c for c in cue.rights if c.lower_ == "about" and c.dep_ == "prep"), None)
    inner = next((c for c in about.rights if c.dep_ in ("pobj", "pcomp")), None) if about is not None else None
    if start is None or inner is None or start.i < inner.left_edge.i:
        return None
    full = inner.dep_ == "pcomp" or any(
        c.dep_ in ("acl", "relcl", "advcl") or (c.dep_ == "prep" and c.lower_ in _OF_MATTER) for c in inner.rights
    )
    return start if full else None


_RULES: dict[str, Callable[[Token, Saying], Token | None]] = {
    "clause": clauses.clause,
    "that": clauses.that,
    "whether": clauses.whether,
    "small": clauses.small,
    "plain": clauses.plain,
    "object-to": _object_to,
    "object-on-to": _on_to,
    "predicate": _predicate,
    **{f"object-{p}": _object_with(p) for p in ("as", *_PREPOSITIONS)},
    "to": clauses.to,
    "ing": clauses.ing,
    "matter": _matter,
    **{p: _with(p) for p in _PREPOSITIONS},
    "to-object-as": _to_as,
    "to-object": _with("to"),
    "object-to-object": _object_with("to"),
    "out": _out,
    "object": _object,
}
"""In the order in which they are tried: a clause says more than an object."""


def content_start(cue: Token, saying: Saying) -> tuple[str, Token] | None:
    """The frame that holds of a cue, and the first token of what is said; None where none holds."""
    for frame, rule in _RULES.items():
        if frame in saying.frames:
            start = rule(cue, saying)
            if start is not None and start.i > cue.i:
                return frame, start
    return None


def predicated(cue: Token, saying: Saying) -> tuple[str, Token] | None:
    """The clause of "her claim is that the pact was broken": said of the noun of saying, behind a form of "be"."""
    be = cue.head
    if "clause" not in saying.frames or cue.dep_ != "nsubj" or be.lemma_ != "be":
        return None
    for child in be.rights:
        if child.dep_ in ("ccomp", "attr") and child.left_edge.lower_ == "that" and child.left_edge.dep_ == "mark":
            return "clause", child.left_edge.nbor()
    return None


def passive_start(cue: Token, saying: Saying) -> tuple[str, Token] | None:
    """The same for a passive: "was criticized as unfair", "was accused of lying", "was urged by the bank to pay".

    And a clause: "was told by it that talks were over".
    """
    for frame in saying.frames:
        if frame in ("clause", "whether"):
            start = _passive_clause(cue, saying)
        elif frame == "object-to":
            start = next((c.left_edge for c in cue.rights if c.dep_ == "xcomp" and infinitive(c)), None)
        elif frame.startswith("object-") and frame != "object-on-to":
            behind, agent = _with(frame.removeprefix("object-")), subject_of(cue)
            start = behind(cue, saying) or (behind(agent, saying) if agent is not None and agent.i > cue.i else None)
        else:
            continue
        if start is not None and start.i > cue.i:
            return frame, start
    return None


def _passive_clause(cue: Token, saying: Saying) -> Token | None:
    """A clause behind a passive with an agent; a question even where there is no "was"."""
    agent = subject_of(cue)
    if agent is None:
        return None
    whole = any(c.dep_ == "auxpass" for c in cue.lefts)
    found = clauses.clause(cue, saying) if whole else None
    return found or (clauses.question(cue, agent) if saying.takes("whether") else None)


def passive_listener(cue: Token, saying: Saying) -> Token | None:
    """Who is told in "the envoy was told by the minister that": its subject."""
    if "object" not in saying.audience or not any(c.dep_ == "auxpass" for c in cue.lefts):
        return None
    return next((c for c in cue.lefts if c.dep_ == "nsubjpass"), None)


def passive_subject(cue: Token) -> tuple[int, int] | None:
    """The tokens of what is said in "the talks were first reported by the agency"; never a pronoun or bare name."""
    thing = next((c for c in cue.lefts if c.dep_ == "nsubjpass"), None)
    if thing is None or thing.pos_ == "PRON" or (thing.pos_ == "PROPN" and not any(thing.rights)):
        return None
    return thing.left_edge.i, thing.right_edge.i + 1
