"""Clauses: content that is a clause, an infinitive or a gerund behind its cue.

Each rule gives the token with which the content starts, None where the cue has no such clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.grammar import infinitive
from foedera.extract.quotations.sayings import nouns, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.quotations.sayings import Saying

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_CLAUSE = ("ccomp", "advcl", "acl", "relcl")
_BETWEEN = ("npadvmod", "advmod", "prep", "prt", "dative", "agent", "nsubj", "punct", "intj")
_OPENS = ("PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM", "SCONJ")
_TIMES = {"DATE", "TIME"}
_ASKING = {"why", "how", "whether", "if", "what", "when", "where"}
_OF_ANOTHER = {"to", "about", "over", "of", "against"}  # "responded to reports that ..."
_STOPS = {".", "!", "?", ";", ":", ",", '"', "“", "”", "—"}


def finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries is finite."""
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


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
    return child.dep_ == "ccomp" and (child.tag_ not in ("VBG", "VBN", "VB") or (child.tag_ != "VBG" and own))


def clause(cue: Token, saying: Saying) -> Token | None:
    """ "said (that) talks would go on": a finite clause, or the rest of the sentence where the tree has none."""
    found = next((c for c in cue.rights if _is_clause(c)), None)
    if found is not None:
        return _first_word(cue, told(cue, saying), found)
    listener = told(cue, saying)
    asked = (
        next((c for c in listener.rights if c.dep_ == "ccomp" and finite(c)), None) if listener is not None else None
    )
    if asked is not None and asked.left_edge.tag_ in ("WRB", "WP", "WDT"):
        return asked.left_edge  # "asked the envoy how high it was [tree: the envoy how ...]"
    return behind_that(cue, listener) or (_rest(cue, listener) if saying.takes("rest") else None)


def behind_that(cue: Token, listener: Token | None) -> Token | None:
    """The clause of "predicted at a debate that talks would go on", which the tree may hang on the debate."""
    if cue.pos_ != "VERB" and not _owned(cue):
        return None
    doc, place = cue.doc, (listener.i if listener is not None else cue.i) + 1
    for token in doc[place : cue.i + 15]:
        if token.lower_ == "that" and token.i + 1 < len(doc):
            verb = token.head
            own = {c.dep_ for c in verb.lefts if c.i > token.i}
            clause = token.dep_ == "mark" or (token.dep_ == "nsubj" and own & {"nsubj", "nsubjpass"})
            clause = clause or (token.dep_ == "dobj" and "nsubjpass" in own)
            clause = clause and (
                token.i == cue.i + 1 or token.nbor(-1).lemma_ not in nouns()
            )  # "responded to claims that ...": theirs
            return token.nbor() if clause and verb.dep_ in ("relcl", "acl", "ccomp", "advcl") else None
        other = token.lower_ in _OF_ANOTHER and token.dep_ == "prep" and token.head == cue
        if other or token.text in _STOPS or token.tag_ in _FINITE or token.dep_ in ("dobj", "xcomp"):
            return None
    return None


def _owned(noun: Token) -> bool:
    """Whether a noun is somebody's ("her comment before the panel that"), and not what a verb of saying repeats."""
    return any(c.dep_ == "poss" for c in noun.lefts) and not (noun.dep_ == "dobj" and noun.head.lemma_ in verbs())


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
    place = _behind_circumstance(cue, (listener.right_edge.i if listener is not None else cue.i) + 1)
    for token in doc[place : place + 12]:
        if token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN") and token.i + 1 < len(doc):
            return token.nbor()
        if token.text in _STOPS or finite(token):
            break
    telling = cue.tag_ == "VBG" and listener is not None and listener.dep_ != "pobj"
    if not (finite(cue) or telling) or place >= len(doc) or doc[place].pos_ not in _OPENS:
        return None
    if any(lost_subject(c) for c in cue.rights):
        return doc[place]
    for token in doc[place : place + 40]:
        if token.text in _STOPS or token.is_space or token.tag_ in ("WDT", "WP"):
            return None
        if token.tag_ in _FINITE and token.i > place:
            return doc[place]
    return None


def _behind_circumstance(cue: Token, place: int) -> int:
    """The place behind a short "on Thursday" or "in both letters" that stands between a cue and the clause."""
    for child in cue.rights:
        if child.left_edge.i == place and child.dep_ in ("prep", "npadvmod") and child.right_edge.i < place + 5:
            place = child.right_edge.i + 1
    return place


def lost_subject(clause: Token) -> bool:
    """Whether a verb has lost its subject to the cue: "argued the army, which had won, was [tree: argued ..., was]"."""
    cue = clause.head
    if clause.dep_ != "conj" or not finite(clause) or any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.lefts):
        return False
    between = [c for c in cue.rights if c.i < clause.i]
    thing = next((c for c in between if c.dep_ == "dobj"), None)
    if thing is None or any(c.dep_ == "cc" for c in between):
        return False
    words = cue.doc[thing.i + 1 : clause.left_edge.i]
    return len(words) > 2 and words[0].text == words[-1].text == ","


def that(cue: Token, saying: Saying) -> Token | None:
    """ "provides that either side may leave"."""
    return clause(cue, saying) if cue.i + 1 < len(cue.doc) and cue.nbor().lower_ == "that" else None


def whether(cue: Token, saying: Saying) -> Token | None:
    """ "asked the envoy if the truce held": a question as a clause, which the tree may take for a condition."""
    clauses = (c for c in cue.rights if c.dep_ in ("ccomp", "advcl") and finite(c))
    return next((c.left_edge for c in clauses if c.left_edge.lower_ in ("if", "whether")), None)


def question(cue: Token, agent: Token) -> Token | None:
    """ "asked by the court why talks had failed", which the tree may hang on the court."""
    clauses = (c for c in (*cue.rights, *agent.rights) if c.dep_ in ("ccomp", "advcl", "relcl") and c.i > agent.i)
    return next((c.left_edge for c in clauses if finite(c) and c.left_edge.lower_ in _ASKING), None)


def small(cue: Token, saying: Saying) -> Token | None:
    """ "showed the party losing seats": a clause without a finite verb."""
    for child in cue.rights:
        own = any(c.dep_ == "nsubj" for c in child.lefts)
        if child.dep_ == "ccomp" and own and not finite(child) and not infinitive(child):
            return child.left_edge
    return None


def to(cue: Token, saying: Saying) -> Token | None:
    """ "vowed to leave": an infinitive."""
    after = cue.doc[cue.i + 1 : cue.i + 3]
    if len(after) == 2 and after[0].tag_ == "TO" and after[1].is_quote:
        return after[0]  # marks within the infinitive lead the parser astray
    thing = any(c.dep_ == "dobj" and c.ent_type_ not in _TIMES for c in cue.rights)
    deps = ("xcomp", "acl", "ccomp") if thing else ("xcomp", "acl", "ccomp", "advcl")
    return next((c.left_edge for c in cue.rights if c.dep_ in deps and infinitive(c)), None)


def ing(cue: Token, saying: Saying) -> Token | None:
    """ "denied having signed": a gerund."""
    return next((c.left_edge for c in cue.rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)


def plain(cue: Token, saying: Saying) -> Token | None:
    """ "made (it) clear that ...": from the clause after the adjective."""
    for child in cue.doc[cue.i + 1 : cue.i + 3]:
        if child.lower_ in ("clear", "plain", "known"):
            return clause(child, saying) or clause(cue, saying)
    return None
