"""Frames: how the words that are said hang on the verb or noun of saying, read from the tree.

Each rule looks at what stands to the right of a cue and gives the token with which the content starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from foedera.extract.quotations.sayings import Saying

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_OBJECT = ("dobj", "obj")
_CLAUSE = ("ccomp", "advcl", "acl", "relcl")
_BETWEEN = ("npadvmod", "advmod", "prep", "prt", "dative", "agent", "nsubj", "punct", "intj")
_OPENS = ("PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM", "SCONJ")
_STOPS = {".", "!", "?", ";", ":", ",", '"', "“", "”", "—"}
_PREPOSITIONS = ("for", "of", "against", "about", "on", "at", "with")


def finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries is finite."""
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


def infinitive(verb: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(c.tag_ == "TO" for c in verb.lefts)


def objects(cue: Token) -> Iterator[Token]:
    """The heads of the objects of a verb."""
    return (c for c in cue.rights if c.dep_ in _OBJECT)


def told(cue: Token, saying: Saying) -> Token | None:
    """The head of the phrase that names who is told, None where there is none."""
    if "object" in saying.audience:
        for child in cue.rights:
            if child.dep_ in ("dobj", "dative") and child.pos_ in ("PROPN", "NOUN", "PRON", "NUM"):
                return child
    if saying.audience & {"to", "at"}:
        for child in cue.rights:
            if child.lower_ in saying.audience and child.dep_ in ("prep", "dative"):
                return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _is_clause(child: Token) -> bool:
    """Whether a child is a clause that can be said: a complement, or mislabelled but opened by "that"."""
    if child.dep_ not in _CLAUSE or infinitive(child):
        return False
    mark = next((c.lower_ for c in child.lefts if c.dep_ == "mark"), "")
    if mark == "that" or finite(child):
        return mark == "that" or child.dep_ == "ccomp"
    # "demanded the army withdraw": a subjunctive has a subject and no "to".
    own = any(c.dep_ == "nsubj" for c in child.lefts)
    return child.dep_ == "ccomp" and (child.tag_ not in ("VBG", "VBN", "VB") or (child.tag_ == "VB" and own))


def _clause(cue: Token, saying: Saying) -> Token | None:
    clause = next((c for c in cue.rights if _is_clause(c)), None)
    if clause is not None:
        return _first_word(cue, told(cue, saying), clause)
    return _rest(cue, told(cue, saying)) if saying.takes("rest") else None


def _first_word(cue: Token, listener: Token | None, clause: Token) -> Token:
    """The first word of a clause after a cue: not "that", who is told or when; but words the tree puts elsewhere.

    The parser may take the first words of a clause without "that" for an object of the cue.
    """
    doc, place = cue.doc, cue.i + 1
    while place < clause.i:
        part = _part_of(cue, doc[place])
        if part is None or part == clause:
            if not (
                doc[place].is_punct
                or doc[place].is_space
                or (doc[place].lower_ == "that" and doc[place].dep_ == "mark")
            ):
                break
            place += 1
        elif part == listener or part.dep_ in _BETWEEN:
            place = max(place, part.right_edge.i) + 1
        else:
            break
    return doc[min(place, clause.i)]


def _part_of(cue: Token, token: Token) -> Token | None:
    """The child of a cue that a token stands under."""
    for _ in range(40):
        if token.head == cue:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _rest(cue: Token, listener: Token | None) -> Token | None:
    """Where the tree finds no clause: the words after "that", else those up to the end, if one is a finite verb."""
    doc = cue.doc
    place = (listener.right_edge.i if listener is not None else cue.i) + 1
    for token in doc[place : place + 12]:
        if token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN") and token.i + 1 < len(doc):
            return token.nbor()
        if token.text in _STOPS or finite(token):
            break
    if not finite(cue) or place >= len(doc) or doc[place].pos_ not in _OPENS:
        return None
    for token in doc[place : place + 40]:
        if token.text in _STOPS or token.is_space:
            return None
        if token.tag_ in _FINITE and token.i > place:
            return doc[place]
    return None


def _whether(cue: Token, saying: Saying) -> Token | None:
    """ "asked the envoy if the truce held": a question as a clause, which the tree may take for a condition."""
    clauses = (c for c in cue.rights if c.dep_ in ("ccomp", "advcl") and finite(c))
    return next((c.left_edge for c in clauses if c.left_edge.lower_ in ("if", "whether")), None)


def _small(cue: Token, saying: Saying) -> Token | None:
    """ "showed the party losing seats": a clause without a finite verb."""
    for child in cue.rights:
        own = any(c.dep_ == "nsubj" for c in child.lefts)
        if child.dep_ == "ccomp" and own and not finite(child) and not infinitive(child):
            return child.left_edge
    return None


def _to(cue: Token, saying: Saying) -> Token | None:
    after = cue.doc[cue.i + 1 : cue.i + 3]
    if len(after) == 2 and after[0].tag_ == "TO" and after[1].is_quote:
        return after[0]  # marks within the infinitive lead the parser astray
    return next((c.left_edge for c in cue.rights if c.dep_ in ("xcomp", "acl", "ccomp") and infinitive(c)), None)


def _ing(cue: Token, saying: Saying) -> Token | None:
    return next((c.left_edge for c in cue.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)


def _object_to(cue: Token, saying: Saying) -> Token | None:
    listener = told(cue, saying)
    for child in cue.rights:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and infinitive(child):
            thing = listener or next(objects(cue), None)
            own = next((c for c in child.lefts if c.dep_ == "nsubj"), None)
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


def _plain(cue: Token, saying: Saying) -> Token | None:
    """ "made (it) clear that ...": from the clause after the adjective."""
    for child in cue.doc[cue.i + 1 : cue.i + 3]:
        if child.lower_ in ("clear", "plain", "known"):
            return _clause(child, saying) or _clause(cue, saying)
    return None


def _predicate(cue: Token, saying: Saying) -> Token | None:
    for child in cue.rights:
        if child.dep_ == "oprd" and child.pos_ == "PROPN" and not any(t.is_quote for t in child.subtree):
            continue  # "an island called Sark" names it
        if child.dep_ in ("oprd", "ccomp") and not infinitive(child) and not finite(child):
            thing = next(objects(cue), None) or next((c for c in child.lefts if c.dep_ == "nsubj"), None)
            if thing is None or thing == child:
                return child.left_edge
            return thing.left_edge if thing.pos_ != "PRON" else _next(thing)
    return None


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
                return thing.left_edge if thing.pos_ != "PRON" and thing.i > cue.i else _after(child)
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


_RULES: dict[str, Callable[[Token, Saying], Token | None]] = {
    "clause": _clause,
    "whether": _whether,
    "small": _small,
    "plain": _plain,
    "object-to": _object_to,
    "object-on-to": _on_to,
    "predicate": _predicate,
    **{f"object-{p}": _object_with(p) for p in ("as", *_PREPOSITIONS)},
    "to": _to,
    "ing": _ing,
    **{p: _with(p) for p in _PREPOSITIONS},
    "to-object-as": _to_as,
    "to-object": _with("to"),
    "object-to-object": _object_with("to"),
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


def passive_start(cue: Token, saying: Saying) -> tuple[str, Token] | None:
    """The same for a passive: "was criticized as unfair", "was accused of lying", "was urged by the bank to pay"."""
    for frame in saying.frames:
        if frame == "object-to":
            start = next((c.left_edge for c in cue.rights if c.dep_ == "xcomp" and infinitive(c)), None)
        elif frame.startswith("object-") and frame != "object-on-to":
            start = _with(frame.removeprefix("object-"))(cue, saying)
        else:
            continue
        if start is not None and start.i > cue.i:
            return frame, start
    return None


def passive_subject(cue: Token) -> tuple[int, int] | None:
    """The tokens of what is said in "the talks were first reported by the agency"; never a pronoun or bare name."""
    thing = next((c for c in cue.lefts if c.dep_ == "nsubjpass"), None)
    if thing is None or thing.pos_ == "PRON" or (thing.pos_ == "PROPN" and not any(thing.rights)):
        return None
    return thing.left_edge.i, thing.right_edge.i + 1
