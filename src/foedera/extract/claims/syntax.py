"""Where the subject and the object of a claim stand in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.grammar import children, is_passive, objects, phrases, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.claims.frames import Frame

_CLASSES = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "look", "stay"})
_PRESENTING = frozenset(
    {
        "come",
        "serve",
        "act",
        "function",
        "describe",
        "see",
        "regard",
        "cite",
        "present",
        "view",
        "call",
        "name",
        "consider",
        "use",
        "portray",
        "characterize",
        "characterise",
        "label",
        "depict",
        "treat",
        "hail",
    }
)
_COMPOSED = frozenset({"make", "consist", "compose", "comprise", "up"})
_PURPOSES = frozenset({"acl", "relcl", "xcomp"})
_MUCH = frozenset({"more", "less"})


def word_class(token: Token) -> str:
    """The class of a word as the lexicon counts it; a participle after "more" is an adjective."""
    return _CLASSES.get(token.pos_, "")


def holds(frame: Frame, word: Token) -> bool:
    """Whether the word stands as the frame asks: compared, passive, modified, the object of certain verbs."""
    if frame.comparative and not any(c.lower_ in _MUCH for c in word.children):
        return False
    if frame.passive_only and word.pos_ == "VERB" and not is_passive(word):
        return False
    if frame.modified and not any(c.lower_ in frame.modified for c in word.children):
        return False
    if frame.infinitive and not any(c.dep_ in _PURPOSES and c.tag_ == "VB" for c in word.children):
        return False
    if frame.verbs_of:
        return (word.dep_ in ("dobj", "attr") and (word.head.lemma_ in frame.verbs_of)) or _is_compound_of(frame, word)
    if frame.adverbial:
        after = word.doc[word.i + 1 : word.i + 4].text.lower()
        return any(phrase in after for phrase in frame.adverbial)
    return not (frame.relations and not _relations(frame, word))


def _is_compound_of(frame: Frame, word: Token) -> bool:
    """ "maintains a partnership relationship": the word before the object of the verb."""
    head = word.head
    return word.dep_ == "compound" and head.dep_ == "dobj" and head.head.lemma_ in frame.verbs_of


def _relations(frame: Frame, word: Token) -> bool:
    return any(t.lemma_.lower() in frame.relations for t in (*subjects(word), *objects(word)))


def subjects_of(frame: Frame, word: Token) -> list[Token]:
    """The heads of the phrases that the claim is about."""
    if word.pos_ == "VERB":
        return _verb_subjects(frame, word)
    owner = children(word, "poss")
    if owner and frame.owner:
        return owner
    if frame.verbs_of:
        verb = word.head.head if word.dep_ == "compound" else word.head
        return subjects(verb)
    return _said_of(word, frame)


def _verb_subjects(frame: Frame, verb: Token) -> list[Token]:
    if is_passive(verb) and "direct" in frame.object and not _aimed(verb):
        return [t for path, t in phrases(verb) if path == "by"]
    if verb.dep_ == "acl":
        return [verb.head]  # "their plans to establish ...", "countries facing a threat"
    if verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ":
        return _said_of(verb.head, frame)  # "an ally, ready to confront ..."
    if _squeezed(frame, verb):
        return [c for c in verb.head.lefts if c.dep_ in ("nmod", "compound", "nsubj") and c.i < verb.i][-1:]
    return subjects(verb)


def _aimed(verb: Token) -> bool:
    """ "is directed against": what is aimed at stands after a preposition, the subject is what is aimed."""
    return any(path in ("against", "at") for path, _ in phrases(verb))


def _squeezed(frame: Frame, verb: Token) -> bool:
    """ "the bloc claims hegemony", where the parser takes the verb for a part of its object."""
    return verb.dep_ in ("compound", "amod") and verb.tag_ == "VBZ" and verb.head.lemma_ in frame.words


def climb(head: Token, frame: Frame) -> Token:
    """Whom a general noun is said of: "are *friends* representing ...", "made up of *countries* facing ..."."""
    if head.dep_ == "nsubj" and any(c.tag_ == "POS" for c in head.children) and (owned := children(head.head, "dobj")):
        return owned[0]  # "Norway's announced readiness is ...": the parser takes the participle for the verb
    if any(c.dep_ == "acl" and c.tag_ == "VB" for c in head.children):
        return head
    if head.dep_ == "attr":
        return next(iter(subjects(head.head)), head)
    if head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_ in _COMPOSED:
        return next(iter(subjects(head.head.head)), head)
    return next(iter(_said_of(head, frame)), head) if head.dep_ == "pobj" and head.head.lower_ == "as" else head


def _said_of(word: Token, frame: Frame) -> list[Token]:
    """Of whom a noun or adjective is said: through a copula, "as", an apposition, or as its modifier."""
    head = word.head
    if word.dep_ in ("attr", "acomp", "oprd") and head.lemma_ in _COPULAS | _PRESENTING:
        return subjects(head)
    if word.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_ in _PRESENTING:
        verb = head.head
        return children(verb, "dobj") or subjects(verb)
    if word.dep_ == "pobj" and head.lower_ == "in":
        return subjects(head.head) if head.head.pos_ in ("VERB", "AUX") else [head.head]
    if word.dep_ == "appos":
        while head.dep_ == "conj" and word.tag_ == "NNS":
            head = head.head  # "Syria and Russia, longtime allies"
        return [head]
    if word.dep_ in ("amod", "acl", "advcl", "relcl", "oprd", "advmod") and head.pos_ in ("NOUN", "VERB", "AUX"):
        return subjects(head.head) if head.dep_ in ("attr", "oprd") else _said_of(head, frame)
    if (
        word.dep_ == "dobj"
        and head.pos_ == "VERB"
        and head.lemma_ in ("represent", "form", "constitute", "mark", "pose")
    ):
        return subjects(head)
    if word.dep_ == "conj" and word.i > head.i:
        return _said_of(head, frame)
    return []


def object_of(frame: Frame, word: Token) -> Token | None:
    """The head of the phrase that fills the object."""
    if _squeezed(frame, word):
        return word.head
    passive = word.pos_ == "VERB" and is_passive(word)
    if "direct" in frame.object and word.pos_ == "VERB" and not (passive and _aimed(word)):
        found = objects(word)
        if found and found[0].i != word.i:
            return found[0]
    if frame.owner_is_object and (owner := children(word, "poss")):
        return owner[0]
    holders = [word, word.head] if word.dep_ == "compound" else [word]
    for holder in holders:
        for path, token in phrases(holder):
            if path.split()[-1] in frame.object:
                return token
    if frame.comparative:
        return next((c for t in word.subtree if t.lower_ == "than" for c in t.children), None)
    if frame.infinitive:
        return next((c for c in word.children if c.dep_ in _PURPOSES), None)
    return None
