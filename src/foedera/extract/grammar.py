"""Who does what to what: the arguments of a verb or noun, read from its dependency tree.

The tree of a parser says what stands next to a verb; these functions say what it is about, whatever the clause looks
like: passive ("was signed"), relative ("the treaty they signed"), reduced ("the treaty signed in 2000"), shared
("signed and ratified the treaty"), raised ("is set to be signed").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"which", "that", "who", "whom", "what"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "advcl", "acl", "oprd", "pcomp"})
_PARTICLES = frozenset({"prt", "advmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MAX = 8  # steps up or down one sentence: enough for any real chain, and keeps hostile text linear


def children(token: Token, *deps: str) -> list[Token]:
    """The dependents of a token that stand in one of some relations."""
    doc, known = token.doc, _once(token, "children", _relations)
    return [doc[i] for dep, i in known if dep in deps]


def _relations(token: Token) -> list[tuple[str, int]]:
    return [(child.dep_, child.i) for child in token.children]


def _once(token: Token, what: str, find: Callable[[Token], list[tuple[str, int]]]) -> list[tuple[str, int]]:
    """Words around a token as numbers; kept with the document, for many frames ask for those of the same token."""
    memory, i = token.doc.user_data, token.i
    known: dict[int, list[tuple[str, int]]] | None = memory.get(what)
    if known is None:
        known = memory[what] = {}
    found = known.get(i)
    if found is None:
        found = known[i] = find(token)
    return found


def conjuncts(token: Token) -> list[Token]:
    """A token and what is joined to it by "and", "or" or a comma."""
    found, queue = [token], [token]
    while queue and len(found) < _MAX * 4:
        joined = children(queue.pop(0), "conj")
        found += joined
        queue += joined
    return found


def name_of(token: Token) -> str:
    """The name that a word is a part of ("San José"), or the word itself.

    `Span.ents` goes through all names of the document at each call; this looks only at the neighbours.
    """
    doc, first, last = token.doc, token.i, token.i + 1
    if not token.ent_type_:
        return token.text
    while doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return doc[first:last].text


def is_verb(token: Token) -> bool:
    """Whether a token works as a verb here; a headline's "to Sign" counts, though it is tagged as a name."""
    return token.pos_ in {"VERB", "AUX"} or infinitive(token)


def infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return verb.n_lefts > 0 and any(c.tag_ == "TO" for c in children(verb, "aux"))


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes it: "was signed", "to be signed", "treaty signed in 2000"."""
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    if any(c.dep_ == "aux" and c.lemma_ in {"have", "be"} for c in verb.children):
        return False
    if verb.dep_ == "conj" and not children(verb, "nsubj", "aux", "dobj"):
        return verb.head.tag_ == "VBN" and is_passive(verb.head)
    return not children(verb, "nsubj", "dobj") and verb.dep_ in {"acl", "advcl", "amod", "ROOT", "ccomp", "relcl"}


def _resolve_relative(pronoun: Token, verb: Token) -> Token:
    """The noun that "which" or "that" stands for, where the clause of `verb` hangs on one."""
    if pronoun.lower_ not in RELATIVES or pronoun.tag_ not in {"WDT", "WP", "IN"}:
        return pronoun
    top = verb
    for _ in range(_MAX):
        if top.dep_ == "relcl":
            return top.head
        if top.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            break
        top = top.head
    return pronoun


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subjects of a verb; where it has none of its own, those of the verb it depends on."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.dep_ != "expl"]
    if own:
        named = verb.dep_ == "ROOT" and own[0].ent_type_ == "PERSON" and children(own[0], "appos")
        return (_left_behind(verb) if named else []) or [_resolve_relative(token, verb) for token in own]
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG", "VBD"}:
        return [verb.head]
    if depth < _MAX and verb.dep_ in {"conj", *_COMPLEMENT}:
        return _controller(verb, depth)
    if depth < _MAX and verb.dep_ in {"acomp", "attr", "oprd"}:  # "is due to expire"
        return subjects(verb.head, depth + 1)
    if verb.dep_ == "relcl" and is_passive(verb):
        return [verb.head]
    return _left_behind(verb) if verb.dep_ == "ROOT" and verb.tag_ in _FINITE else []


def _left_behind(verb: Token) -> list[Token]:
    """The subject that the tree joins to a name before it: "At the invitation of Ms Roe, | Mr Vega | paid a visit"."""
    opening = next((c for c in verb.lefts), None)
    if opening is None or opening.dep_ != "prep" or opening.i != verb.sent.start:
        return []
    names = [t for t in verb.doc[opening.i : verb.i] if t.ent_type_ == "PERSON" and t.dep_ in {"conj", "appos"}]
    return names[-1:] if any(t.lower_ == "invitation" for t in verb.doc[opening.i : opening.i + 4]) else []


def _controller(verb: Token, depth: int) -> list[Token]:
    """The subject that an infinitive or participle borrows: "France vowed to ...", "urged France to ..."."""
    governor = verb.head
    if verb.dep_ == "pcomp":
        governor = governor.head
    if verb.dep_ == "xcomp" and not is_passive(governor):
        objects_ = children(governor, "dobj", "dative")
        if objects_ and governor.lemma_ not in {"promise", "vote", "use", "take"}:
            return objects_[:1]
        called = phrase(governor, "on", "upon", "to") if governor.lemma_ in {"call", "appeal", "prevail"} else []
        if called and called[0].i < verb.i:  # "called on France to ..."
            return called[:1]
    if governor.pos_ in {"NOUN", "PROPN"}:  # "its decision to leave", "the president's refusal to sign"
        # A noun with a subject is a verb that the parser took for one: "they plan to sign".
        owners = children(governor, "poss", "nsubj") or children(governor.head, "dative")
        return owners or (subjects(governor.head, depth + 1) if governor.dep_ in {"dobj", "attr"} else [])
    return subjects(governor, depth + 1)


def _gap(verb: Token) -> Token | None:
    """The noun that a relative or infinitive clause leaves out: "the treaty they signed", "a pact to sign"."""
    top = verb
    for _ in range(_MAX):
        if top.dep_ == "relcl" or (top.dep_ == "acl" and top.tag_ == "VB"):
            subject = children(top, *SUBJECTS, *PASSIVE_SUBJECTS)
            fills_subject = any(s.lower_ in RELATIVES for s in subject) or (top.dep_ == "relcl" and not subject)
            return None if fills_subject else top.head
        if top.dep_ not in {"xcomp", "ccomp", "conj"}:
            return None
        top = top.head
    return None


def objects(verb: Token) -> list[Token]:
    """What a verb acts on: its object, a passive's subject, or the noun that its relative clause describes."""
    if verb.dep_ == "amod" and verb.tag_ == "VBN":
        return [verb.head]
    if is_passive(verb):
        return subjects(verb)
    own = [_resolve_relative(token, verb) for token in children(verb, "dobj", "attr")]
    if own:
        return own
    if verb.pos_ not in {"VERB", "AUX"}:  # a headline's verb, read as a name
        return children(verb, "appos")
    below = [c for complement in children(verb, "xcomp") for c in children(complement, "dobj")]
    if any(c.lower_ in RELATIVES for c in below):
        return []  # "the treaty, which they agreed to sign": what they sign
    gap = _gap(verb)
    if gap is not None:
        return [gap]
    return _shared_object(verb)


def _shared_object(verb: Token) -> list[Token]:
    """The object that joined verbs share: "signed and ratified the treaty", "negotiated the deal and signed"."""
    for other in conjuncts(verb)[1:2]:
        if other.i - verb.i <= 3:
            return children(other, "dobj")
    return []


def clausal_objects(verb: Token) -> list[Token]:
    """Nouns that the parser took for the subject of a small clause: "wants the deal scrapped"."""
    return [s for c in children(verb, "ccomp") for s in children(c, "nsubj", "nsubjpass") if c.tag_ in {"VBN", "JJ"}]


def phrases(head: Token) -> list[tuple[str, Token]]:
    """Each prepositional complement with its path: ("out of", treaty) for "pulled out of the treaty"."""
    doc = head.doc
    return [(path, doc[i]) for path, i in _once(head, "phrases", _paths)]


def phrase(head: Token, *paths: str) -> list[Token]:
    """The prepositional complements of a word that some paths lead to."""
    doc = head.doc
    return [doc[i] for path, i in _once(head, "phrases", _paths) if path in paths]


def _paths(head: Token) -> list[tuple[str, int]]:
    return [(path, token.i) for path, token in _find_phrases(head)]


def _find_phrases(head: Token) -> Iterator[tuple[str, Token]]:
    below = list(head.children)
    particles = [c.lower_ for c in below if c.dep_ in _PARTICLES and c.tag_ in {"RP", "RB", "IN"}]
    for child in below:
        if child.dep_ in {"prep", "agent", "dative", "prt", "advmod"} and child.pos_ in {"ADP", "ADV", "SCONJ", "PART"}:
            yield from _below(child, child.lower_, 0)
            for particle in particles if child.dep_ != "prt" else ():
                if particle != child.lower_:
                    yield from _below(child, f"{particle} {child.lower_}", 0)
    if head.dep_ in {"dobj", "pobj"} and head.head.pos_ == "VERB" and head.pos_ == "NOUN":
        for child in children(head.head, "prep"):  # "announced its withdrawal on Friday from the pact"
            if child.i > head.i:
                yield from _below(child, child.lower_, 0)


def _below(preposition: Token, path: str, depth: int) -> Iterator[tuple[str, Token]]:
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield path, child
        elif child.dep_ == "prep" and depth < 2:
            yield from _below(child, f"{path} {child.lower_}", depth + 1)
        elif child.dep_ == "conj" and child.pos_ == "ADP" and not depth:
            # "Withdrew from the pact in 2002 and | from | the treaty": the second "from" is joined to "in".
            yield from _below(child, child.lower_, depth)


def clause_head(token: Token) -> Token:
    """The verb (or root) of the smallest clause that a token stands in."""
    for _ in range(_MAX * 4):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}:
            return token
        if token.dep_ == "ROOT":
            return token
        token = token.head
    return token
