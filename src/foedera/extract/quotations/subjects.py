"""Subjects: who says it, by the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.grammar import infinitive
from foedera.extract.quotations.clauses import behind_that
from foedera.extract.quotations.sayings import NONE, listed, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

HAVE = {"have", "has", "had", "having", "'ve", "’ve", "'s", "’s", "'d", "’d"}
"""What makes a perfect with a participle."""

_AFTER_VERB = {"for", "on", "to", "that"}
_FINITE = {"VBD", "VBP", "VBZ"}
_VERBAL = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}


def verbal(token: Token) -> bool:
    """Whether a word is used as a verb, and not as an adjective after a genitive ("Russia's announced readiness")."""
    if (token.i and token.nbor(-1).tag_ == "POS") or (token.dep_ == "amod" and token.tag_ == "VBN"):
        return False
    return token.tag_ in _VERBAL and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN")


def mistagged(token: Token) -> bool:
    """Whether a plural noun is a verb in truth: '"...," Bozell notes.'"""
    doc = token.doc
    if token.i == 0 or token.i + 1 >= len(doc):
        return False
    before, after = doc[token.i - 1], doc[token.i + 1]
    named = before.ent_type_ == "PERSON" or (before.text[:1].isupper() and token.i > 1 and doc[token.i - 2].is_quote)
    return named and after.text in (".", ",", ":", ";") and token.ent_type_ != "PERSON"


def headline_verb(token: Token) -> bool:
    """Whether a plural noun is the verb of a headline: "Keller calls for restraint"."""
    if token.i == 0 or token.i + 1 == len(token.doc) or token.nbor().lower_ not in _AFTER_VERB:
        return False
    name = token.nbor(-1)
    if name.text.islower() or name.dep_ not in ("ROOT", "compound", "nmod", "nsubj"):
        return False
    return not any(t.tag_ in _FINITE for t in token.sent[: token.i - token.sent.start + 3])


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive; "he's said he will go" is not, which the tree may take for one."""
    helper, clause, agent = None, False, False
    for child in verb.children:
        dep = child.dep_
        if dep == "auxpass":
            helper = child
        elif child.i > verb.i:
            clause |= dep == "ccomp"
            agent |= dep == "agent"
    if helper is not None and clause and helper.lower_ in ("'s", "’s"):
        return False
    return helper is not None or agent


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The head of the phrase that says it: its own subject, an agent, or that of the verb that governs it."""
    if passive(verb):
        return _agent(verb)
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj", "nsubjpass") and not _owner(c)]
    if subjects:
        return _antecedent(min(subjects, key=lambda c: abs(c.i - verb.i)), verb)
    head = verb.head
    if depth > 4 or head == verb:
        return None
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "amod") and not any(c.lower_ in HAVE for c in verb.lefts):
        return head if _main_in_truth(verb) else None
    if verb.dep_ == "conj":
        # "said talks will go on but warned": the second verb in the past belongs with the first one in the past.
        reporting = head.head if head.dep_ == "ccomp" and verb.tag_ == "VBD" and _present(head) else head
        return subject_of(reporting, depth + 1)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON") and not infinitive(verb):
        return head
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp", "prep", "acl", "relcl", "pobj", "dep"):
        return _governor(verb, depth)
    return None


def _main_in_truth(verb: Token) -> bool:
    """Whether a participle is the main verb of its sentence: "the ministry called [tree: called] the pact a farce".

    The sentence has no other verb, and a reduced passive has no object.
    """
    saying = verbs().get(verb.lemma_.lower(), NONE)
    alone = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ in ("NOUN", "PROPN")
    if not alone or "object" in saying.audience:
        return False
    return any(c.dep_ in ("dobj", "ccomp", "oprd") for c in verb.rights) or behind_that(verb, None) is not None


def _owner(token: Token) -> bool:
    return any(c.dep_ == "case" for c in token.rights)


def _present(verb: Token) -> bool:
    return not {verb.tag_, *(c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass"))} & {"VBD", "VBN"}


def _governor(verb: Token, depth: int) -> Token | None:
    head = _above(verb.head)
    if head.pos_ in ("NOUN", "PROPN") and head.head != head:
        owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
        if owner is not None:
            return owner
        head = _above(head.head)
    head = _beside(verb, head)
    if _quoted_as(verb, head):
        return next((c for c in head.rights if c.dep_ == "dobj"), None)
    if head == verb or head.pos_ not in ("VERB", "AUX"):
        return None
    if infinitive(verb) and verb.dep_ == "xcomp" and not _indeed(head, verb.head):
        return _made(head)
    acted_on = next((c for c in head.lefts if c.dep_ == "nsubjpass"), None)
    return acted_on if acted_on is not None else subject_of(head, depth + 1)


def _quoted_as(verb: Token, head: Token) -> bool:
    """Whether somebody else's words are passed on: "quoted the king as saying"."""
    as_saying = verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verbs().get(verb.lemma_, NONE).takes("rest")
    return as_saying and head.lemma_ in listed("quoting") and not passive(head)


def _beside(verb: Token, head: Token) -> Token:
    """The verb whose subject a participle shares: that of the report, over what is said and over infinitives.

    "She said talks had failed, adding ..." has her add it; "they tried to win votes by saying" has them say it.
    """
    if verb.tag_ != "VBG" or not (verb.dep_ == "advcl" or (verb.dep_ == "pcomp" and verb.head.lower_ == "by")):
        return head
    before = verb.doc[max(0, verb.left_edge.i - 2) : verb.left_edge.i]
    apart = verb.left_edge.i > head.i and (before[-1].text == "," or (before[-1].is_quote and before[0].text == ","))
    for _ in range(4):
        first = head.head if apart and head.dep_ == "conj" and head.head.dep_ == "ccomp" else head
        said = apart and first.dep_ == "ccomp" and first.head.tag_ in _FINITE and first.head.lemma_.lower() in verbs()
        if said:
            head = first
        if not said and not (infinitive(head) and head.dep_ == "xcomp"):
            break
        head = _above(head.head)
    return head


def carried_out(verb: Token) -> bool:
    """Whether an infinitive was said indeed, for the verb above it tells so: "continued to question the pact"."""
    return infinitive(verb) and verb.dep_ == "xcomp" and _indeed(_above(verb.head), verb.head)


def _indeed(verb: Token, above: Token) -> bool:
    """Whether what stands under a verb as an infinitive was said: "went on to say"; "wants to say" has said nothing."""
    if verb.lemma_ == "use" and (verb.tag_ != "VBD" or passive(verb)):
        return False  # "is used to describe": for a purpose, not in the past
    known = verb.lemma_ in listed("said_indeed") or above.lemma_ in listed("said_indeed_after")
    return known or (verb.lemma_ == "have" and verb.tag_ == "VBD")


def _made(verb: Token) -> Token | None:
    """Who was made to say something: "was forced to admit", "led her to declare"."""
    if verb.lemma_ not in listed("made_to") or verb.tag_ not in ("VBD", "VBN"):
        return None
    return next((c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")), None)


def _above(head: Token) -> Token:
    """The noun or verb that prepositions and adjectives lead up to."""
    for _ in range(8):
        if head.pos_ not in ("ADP", "SCONJ", "PART", "ADJ") or head.head == head:
            break
        head = head.head
    return head


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that "who" or "which" stands for."""
    if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    return subject
