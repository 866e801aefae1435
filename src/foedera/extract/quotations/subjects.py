"""Who is the subject of a verb of saying, and which words name him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.sayings import speakers

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FINITE = ("VBD", "VBZ", "VBP")
_RELATIVE = ("WP", "WDT", "WRB", "WP$")
_TIMES = ("DATE", "TIME")
_VERBAL = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
_BEFORE = {"compound", "det", "amod", "nmod", "poss", "nummod", "quantmod", "predet"}
_NAMES = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
_PRONOUNS = {"he", "she", "they", "we", "i", "who", "it", "both", "neither", "some", "many", "others", "one", "us"}
_PRONOUNS |= {"his", "her", "their", "its", "our", "my"}
_AFTER_DESCRIPTION = {",", ")", "—", "–", "--"}
# "was quick to add": it was added; "is likely to add" has added nothing yet.
_DONE = {"quick", "careful", "keen", "right", "correct", "wrong", "swift", "fast", "happy", "proud", "eager"}
_HAVE = {"have", "has", "had", "having", "'ve", "’ve", "'s", "’s", "'d", "’d"}
_RAISING = {
    "appear",
    "seem",
    "go",
    "continue",
    "begin",
    "start",
    "manage",
    "proceed",
    "use",
    "try",
    "take",
    "come",
    "move",
}


def verbal(token: Token) -> bool:
    """Whether a word is used as a verb, and not as an adjective after a genitive ("Russia's announced readiness")."""
    if token.i and token.nbor(-1).tag_ == "POS":
        return False
    return token.tag_ in _VERBAL and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN")


def mistagged(token: Token) -> bool:
    """Whether a plural noun is a verb in truth: '"...," Bozell notes.'"""
    doc = token.doc
    if token.i == 0 or token.i + 1 >= len(doc):
        return False
    before, after = doc[token.i - 1], doc[token.i + 1]
    return before.ent_type_ == "PERSON" and after.text in (".", ",", ":", ";") and token.ent_type_ != "PERSON"


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive; "he's said he will go" is not, which the tree may take for one."""
    helper = next((c for c in verb.lefts if c.dep_ == "auxpass"), None)
    if helper is not None and helper.lower_ in ("'s", "’s") and any(c.dep_ == "ccomp" for c in verb.rights):
        return False
    return helper is not None or any(c.dep_ == "agent" for c in verb.rights)


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
    if verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl", "amod") and not any(c.lower_ in _HAVE for c in verb.lefts):
        return None
    if verb.dep_ == "conj":
        # "said talks will go on but warned": the second verb in the past belongs with the first one in the past.
        reporting = head.head if head.dep_ == "ccomp" and verb.tag_ == "VBD" and _present(head) else head
        return subject_of(reporting, depth + 1)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON") and not _to(verb):
        return head
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp", "prep", "acl", "relcl", "pobj", "dep"):
        return _governor(verb, depth)
    return None


def _owner(token: Token) -> bool:
    return any(c.dep_ == "case" for c in token.rights)


def _present(verb: Token) -> bool:
    return not {verb.tag_, *(c.tag_ for c in verb.lefts if c.dep_ in ("aux", "auxpass"))} & {"VBD", "VBN"}


def _to(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.lefts)


def _governor(verb: Token, depth: int) -> Token | None:
    head = _above(verb.head)
    if head.pos_ in ("NOUN", "PROPN") and head.head != head:
        owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
        if owner is not None:
            return owner
        head = _above(head.head)
    if head == verb or head.pos_ not in ("VERB", "AUX"):
        return None
    if _to(verb) and verb.dep_ == "xcomp" and head.lemma_ not in _RAISING and verb.head.lemma_ not in _DONE:
        return None
    passive = next((c for c in head.lefts if c.dep_ == "nsubjpass"), None)
    return passive if passive is not None else subject_of(head, depth + 1)


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


def kind_of(speaker: Token) -> str:
    """What sort of speaker a word names: `named` (a person or a body), `document`, `study` (it finds), or `thing`."""
    lemma = speaker.lemma_.lower()
    if lemma in speakers("silent"):
        return "thing"
    if lemma in speakers("studies") or speaker.lower_ in speakers("studies"):
        return "study"
    if lemma in speakers("documents"):
        return "document"
    if speaker.ent_type_ in _NAMES or speaker.pos_ == "PROPN" or speaker.lower_ in _PRONOUNS:
        return "named"
    if lemma in speakers("people") or speaker.lower_ in speakers("people"):
        return "named"
    if speaker.tag_ == "NN" and speaker.text[:1].isupper() and not any(c.dep_ == "det" for c in speaker.lefts):
        return "named"  # a name that the tagger took for a common noun
    return "thing"


def phrase(head: Token) -> tuple[int, int]:
    """The tokens that name somebody: the noun with what stands before it, a short "of" phrase, joint speakers."""
    start = end = head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE:
            start = min(start, child.left_edge.i)
    for child in head.rights:
        if child.left_edge.i != end + 1:
            break
        if child.dep_ == "prep" and child.right_edge.i - child.i <= 6:
            end = child.right_edge.i
        elif child.dep_ == "cc":
            end = child.i
        elif child.dep_ == "conj":
            end = phrase(child)[1] - 1
        elif child.dep_ in ("nummod", "compound"):
            end = child.right_edge.i
        else:
            break
    while end > head.i and head.doc[end].dep_ in ("cc", "punct"):
        end -= 1
    if head.pos_ == "NOUN" and end == head.i:
        end = _named_after(head, end)
    while start < head.i and (head.doc[start].is_space or head.doc[start].is_punct):
        start += 1
    return start, end + 1


def _named_after(head: Token, end: int) -> int:
    """The end of "the foreign minister, Jane Doe": the name after a title, where one follows at once."""
    doc, place = head.doc, end + 1
    if place + 1 < len(doc) and doc[place].text == "," and doc[place + 1].ent_type_ == "PERSON":
        end = place + 1
        while end + 1 < len(doc) and doc[end + 1].ent_type_ == "PERSON" and doc[end + 1].ent_iob_ == "I":
            end += 1
    return end


def beside_cue(verb: Token) -> Token | None:
    """The noun right before a finite verb of saying that has no subject in the tree ("..., Smith and Jones said")."""
    perfect = verb.tag_ == "VBN" and any(c.lower_ in _HAVE for c in verb.lefts)
    if (verb.tag_ not in ("VBD", "VBZ", "VBP") and not perfect) or verb.i == 0:
        return None
    doc, place = verb.doc, verb.i - 1
    while place > 0 and doc[place].pos_ in ("ADV", "AUX"):
        place -= 1
    token = doc[place]
    if token.text in _AFTER_DESCRIPTION:
        return _before_apposition(verb, place)
    if token.pos_ not in ("PROPN", "PRON", "NOUN") or token.dep_ == "compound":
        return None
    if token.dep_ == "conj" and token.head.i < place and doc[place - 1].dep_ == "cc" and token.head.dep_ == "conj":
        return token.head
    return token


def _before_apposition(verb: Token, comma: int) -> Token | None:
    """The first noun of a sentence whose other words before the verb describe it ("Doe, a friend from home, said").

    For where the tree loses the subject over a long description.
    """
    start = verb.doc[comma].sent.start
    while start < comma and verb.doc[start].pos_ in ("CCONJ", "ADV", "PUNCT", "SPACE"):
        start += 1
    words = verb.doc[start:comma]
    first = next((t for t in words if t.text in (",", "(", "—", "–", "--")), None)
    relative = False
    for token in words:
        relative |= token.tag_ in ("WP", "WDT", "WP$")
        if token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG") and not relative:
            return None
    first = first if first is not None else verb.doc[comma]
    if start == comma or words[0].pos_ not in ("PROPN", "NOUN", "DET", "NUM", "ADJ", "PRON"):
        return None
    return _head_within(words[0], start, first.i)


def inverted(verb: Token) -> Token | None:
    """The noun right after a finite verb without a subject, which the tree has for an object ("..., said the man")."""
    if (
        verb.tag_ not in ("VBD", "VBZ", "VBP")
        or verb.i == 0
        or verb.nbor(-1).text not in (",", '"', "”", "''", "’", "—")
    ):
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.left_edge.i == verb.i + 1), None)


def said_by(verb: Token) -> Token | None:
    """The speaker of "The deal is dead, said a man who had read it", where the tree takes his words for what is said.

    A sentence stands before the comma, and behind the verb no verb but those of "who" clauses.
    """
    doc, sentence = verb.doc, verb.sent
    if verb.tag_ not in _FINITE or verb.i - sentence.start < 4 or doc[verb.i - 1].text != ",":
        return None
    before, after = doc[sentence.start : verb.i - 1], doc[verb.i + 1 : sentence.end]
    if not after or after[0].pos_ not in ("DET", "NUM", "PROPN", "NOUN", "ADJ") or after[0].ent_type_ in _TIMES:
        return None
    if any(t.tag_ in _RELATIVE or t.is_quote for t in before) or not _states(before) or _states(after):
        return None
    return _head_within(after[0], verb.i + 1, sentence.end)


def _states(words: Tokens) -> bool:
    """Whether some words hold a finite verb that no relative pronoun or conjunction goes before."""
    for token in words:
        if token.tag_ in _RELATIVE or token.dep_ == "mark":
            return False
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX"):
            return True
    return False


def nearest(cue: Token, low: int, high: int) -> Token | None:
    """The noun or pronoun that stands next to a cue between two tokens, where the tree gives no subject there."""
    doc = cue.doc
    place = cue.i + 1
    if place < high and (doc[place].pos_ in ("PROPN", "PRON", "DET", "NOUN", "ADJ")):
        return _head_within(doc[place], place, high)
    place = cue.i - 1
    while place > low and doc[place].pos_ in ("ADV", "AUX", "PART"):
        place -= 1
    if place >= low and doc[place].pos_ in ("PROPN", "PRON", "NOUN"):
        return doc[place]
    first = next((t for t in doc[low : cue.i] if t.pos_ in ("PROPN", "PRON", "NOUN")), None)
    return _head_within(first, low, cue.i) if first is not None else None


def _head_within(token: Token, low: int, high: int) -> Token | None:
    """The head of the phrase that a token opens."""
    for _ in range(8):
        if token.dep_ not in _BEFORE or not low <= token.head.i < high:
            break
        token = token.head
    return token if token.pos_ in ("PROPN", "PRON", "NOUN") else None
