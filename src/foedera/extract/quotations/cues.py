"""Cues: the words of a document by which something is said, with who says it and what the tree says is said."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.grammar import infinitive
from foedera.extract.quotations import asides, clauses, extents, frames
from foedera.extract.quotations.neighbours import beside_cue, inverted, said_by
from foedera.extract.quotations.phrases import kind_of
from foedera.extract.quotations.sayings import ACCORDING, Saying, listed, nouns, verbs
from foedera.extract.quotations.subjects import carried_out, headline_verb, mistagged, passive, subject_of, verbal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers

_MODALS = {"will", "would", "could", "should", "may", "might", "must", "can", "shall", "'ll", "’ll", "'d"}
_FIRST = {"i", "we"}
_NOBODY = {"nobody", "none", "neither", "nothing", "no"}
_LIGHT = {"make", "issue", "give", "send", "repeat", "renew", "voice", "deliver", "release", "offer"}
_LIGHT |= {"unveil", "raise", "level", "lodge", "reiterate", "echo", "present", "spread", "trade", "press"}
_PAST = {"VBD", "VBN"}
_SOURCES = ("words", "view", "opinion")  # "in the words of"
_IN_PHRASES = frozenset({"according", *_SOURCES})
_FIRM = ("clause", "quote", "parted", "plain")


@dataclass(slots=True)
class Cue:
    """A word of saying in its sentence. `ranges` are token ranges of what is said, as the tree has it."""

    head: Token
    saying: Saying
    speaker: Token | None
    frame: str | None = None
    ranges: list[extents.Range] = field(default_factory=list)
    told: Token | None = None
    speaks: bool = True
    needs_marks: bool = False

    @property
    def in_own_voice(self) -> bool:
        """Whether the speaker is "I" or "we"."""
        return self.speaker is not None and self.speaker.lower_ in _FIRST

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun of saying ("the claim that ...")."""
        return self.head.pos_ == "NOUN" and self.head.tag_ in ("NN", "NNS") and self.saying.lemma in nouns()

    def may(self, *wanted: str, speaker: Token | None = None) -> bool:
        """Whether it takes one of some frames with its speaker, or with another one."""
        who = speaker or self.speaker
        return any(_allows(self.saying.frames[f], who) for f in wanted if f in self.saying.frames)


# What each kind of speaker may stand for where a class of words asks for a kind.
_KINDS = {
    "named": {"named", "person"},
    "document": {"document", "named"},
    "study": {"study", "document", "named"},
    "finder": {"document", "named", "person", "finder"},
    "body": {"named", "person", "finder"},
    "thing": {"thing"},
}


def _allows(allowed: frozenset[str], speaker: Token | None) -> bool:
    """Whether a frame may have such a speaker; one that asks for a named speaker takes a document as well."""
    allowed = allowed | {"named"} if "quoted" in allowed else allowed
    if "any" in allowed or speaker is None:
        return True
    return bool(_KINDS[kind_of(speaker)] & allowed)


_LONGEST = 400  # tokens; what is longer is no sentence but a list or a broken text, and its tree says nothing


def read_cues(layers: Layers) -> list[Cue]:
    """Every cue of a document, in the order of its words."""
    openers = _openers()
    places = [
        i
        for i, (lemma, word) in enumerate(zip(layers.lemmas, layers.words, strict=True))
        if lemma in openers or word in _IN_PHRASES
    ]
    sizes = Counter(layers.sentence_of)
    return [cue for i in places if sizes[layers.sentence_of[i]] <= _LONGEST for cue in _cues(layers, i)]


@functools.cache
def _openers() -> frozenset[str]:
    """The lemmas of verbs and nouns of saying; other words are passed over at once, but for those of phrases."""
    return frozenset((*verbs(), *nouns()))


def _cues(layers: Layers, place: int) -> Iterator[Cue]:
    verb_table, noun_table = verbs(), nouns()
    token, lemma = layers.tokens[place], layers.lemmas[place]
    if lemma in verb_table and verbal(token):
        yield _verb(token, verb_table[lemma])
    elif token.tag_ == "NNS" and lemma in verb_table and mistagged(token):
        yield Cue(token, verb_table[lemma], token.nbor(-1))
    elif token.tag_ == "NNS" and lemma in verb_table and headline_verb(token):
        yield from _in_headline(token, verb_table[lemma])
    elif lemma in noun_table and token.pos_ == "NOUN":
        yield from _noun(token, noun_table[lemma])
    elif token.lower_ == "according":
        yield from _according(token)
    elif token.lower_ in _SOURCES and token.dep_ == "pobj" and token.head.lower_ == "in":
        yield from _in_words(token)


def _verb(token: Token, saying: Saying) -> Cue:
    told = clauses.told(token, saying) or frames.passive_listener(token, saying)
    cue = Cue(token, saying, None, told=told, speaks=_speaks(token))
    fronted = said_by(token) if saying.takes("parted") and "object" not in saying.audience else None
    if fronted is not None:
        cue.speaker, cue.frame, cue.ranges = fronted, "parted", [(token.sent.start, token.i - 1)]
    else:
        cue.speaker = _speaker(token)
        _read_content(cue)
    if cue.speaker is not None:
        cue.ranges = [extents.up_to(cue.speaker, token, *piece) for piece in cue.ranges]
    if (cue.in_own_voice and token.tag_ not in _PAST) or (cue.speaker is not None and _is_nobody(cue.speaker)):
        cue.speaks = False
    return cue


def _in_headline(token: Token, saying: Saying) -> Iterator[Cue]:
    """ "Envoy Calls for Restraint", whose verb the tagger took for a noun."""
    found = frames.content_start(token, saying)
    if found is not None:
        cue = Cue(token, saying, token.nbor(-1), found[0], [(found[1].i, extents.content_end(token, found[1]))])
        if cue.may(found[0]):
            yield cue


def _speaker(verb: Token) -> Token | None:
    """The verb's subject; where the tree has none, or one that a dash cuts off, the noun that stands beside it."""
    subject = subject_of(verb)
    if subject is not None and not extents.cut_off(subject, verb):
        return subject
    if passive(verb):
        return None
    return beside_cue(verb) or (subject if verb.tag_ == "VBG" else inverted(verb))


def _read_content(cue: Cue) -> None:
    """The frame that holds of a verb of saying with its speaker, and the tokens that are said."""
    verb, found = cue.head, _frame(cue)
    if found is not None and cue.may(found[0]) and (found[0] in _FIRM or not _unreal(verb)):
        cue.frame, start = found
        cue.needs_marks = cue.saying.frames[cue.frame] == {"quoted"}
        end = extents.object_end(verb, start) if cue.frame == "object" else extents.content_end(verb, start)
        if end == start.i + 1 and cue.frame == "clause":
            end = extents.sentence_end(verb.doc, start.i)
        if cue.frame == "object-on-to":
            end = max(end, *(c.right_edge.i + 1 for c in verb.rights if infinitive(c)), end)
        cue.ranges = [(start.i, end)]
        if cue.frame == "clause" and start.nbor(-1).text == ",":
            cue.ranges = [*asides.opening(verb), *cue.ranges]
    elif passive(verb) and cue.may("parted") and (aside := asides.as_reported_by(verb)):
        cue.frame, cue.ranges = "parted", aside
    elif passive(verb):
        subject = frames.passive_subject(verb)
        if subject is not None and cue.may("by") and cue.speaker is not None and not _unreal(verb):
            cue.frame, cue.ranges = "by", [subject]
    elif cue.may("parted"):
        cue.frame, cue.ranges = "parted", asides.parted(verb) or asides.before(verb)


def _frame(cue: Cue) -> tuple[str, Token] | None:
    """The frame that the tree shows, without objects that say nothing."""
    verb = cue.head
    found = (frames.passive_start if passive(verb) else frames.content_start)(verb, cue.saying)
    if found is None:
        return None
    if found[0] == "to-object" and verb.dep_ == "advcl" and verb.left_edge.lower_ == "as":
        return None  # "..., he said as he referred to the pact": a circumstance of what is said
    studied = cue.speaker is not None and kind_of(cue.speaker) == "study"
    return None if found[0] == "object" and not studied and _only_named(verb) else found


def _only_named(verb: Token) -> bool:
    """Whether the object is a bare name ("announced AUKUS"), or a saying of its own ("rejected claims that ...")."""
    thing = next(frames.objects(verb), None)
    if thing is None:
        return False
    named = thing.pos_ == "PROPN" and not any(c.dep_ in ("prep", "acl", "relcl") for c in thing.rights)
    return named or _own_saying(thing)


def _own_saying(thing: Token) -> bool:
    """Whether an object is a saying that somebody is named for: "rejected Norway's claim that ..."."""
    saying = nouns().get(thing.lemma_)
    if saying is None or frames.content_start(thing, saying) is None:
        return False
    return _owner(thing, saying) is not None


def _speaks(verb: Token) -> bool:
    """Whether something is said: not where it is denied ("did not say"), a condition ("if he says") or an order."""
    if verb.tag_ == "VB" and not any(c.dep_ in ("aux", "nsubj") for c in verb.lefts) and verb.dep_ in ("ROOT", "ccomp"):
        return False
    return not any(_denies(c, verb) or _supposes(c, verb) for c in verb.lefts)


def _is_nobody(speaker: Token) -> bool:
    """Whether nobody says it: "neither government announced", "no official said"."""
    return any(t.lower_ in _NOBODY for t in (speaker, *grammar.children(speaker, "det", "preconj")))


def _supposes(child: Token, verb: Token) -> bool:
    """Whether an "if" belongs to a verb of saying; not over a comma ("if talks fail, he said, ...")."""
    between = verb.doc[child.i + 1 : verb.i]
    return child.dep_ == "mark" and child.lower_ in ("if", "unless") and not any(t.text == "," for t in between)


def _denies(child: Token, verb: Token) -> bool:
    """Whether a "not" belongs to a verb of saying, and not to quoted words before it ('"Certainly not," he said')."""
    return child.dep_ == "neg" and not any(t.is_punct for t in verb.doc[child.i + 1 : verb.i])


def _unreal(verb: Token) -> bool:
    """Whether a saying is only to come or only possible ("will announce", "could propose")."""
    helpers = [c for c in verb.lefts if c.dep_ == "aux"]
    return any(c.lower_ in _MODALS or (c.tag_ == "TO" and not carried_out(verb)) for c in helpers)


def _noun(token: Token, saying: Saying) -> Iterator[Cue]:
    speaker = _owner(token, saying)
    found = frames.content_start(token, saying) or frames.predicated(token, saying)
    if found is None and speaker is not None and speaker.i > token.i:
        found = frames.content_start(speaker, saying)
    if speaker is None or found is None or kind_of(speaker) == "thing":
        return
    frame, start = found
    if start.lemma_ != "comment":  # "did not respond to the paper's requests for comment"
        yield Cue(token, saying, speaker, frame, [(start.i, extents.of_noun(token, start))])


def _owner(token: Token, saying: Saying) -> Token | None:
    """Whose saying a noun names: "Norway's claim", "claims by critics", "the contention of Ms. Doe that ..."."""
    speaker = next((c for c in token.lefts if c.dep_ == "poss" or c.ent_type_ in ("NORP", "GPE")), None)
    for child in token.rights:
        by = child.lower_ in ("by", "from") or (child.lower_ == "of" and not saying.takes("of"))
        if speaker is None and by and child.dep_ == "prep":
            speaker = next((c for c in child.rights if c.dep_ == "pobj"), None)
    if speaker is None and token.dep_ == "dobj" and token.head.lemma_ in _LIGHT and token.head.pos_ == "VERB":
        speaker = subject_of(token.head)
    return speaker


def _in_words(token: Token) -> Iterator[Cue]:
    """ "in the words of the minister", "in his words"."""
    speaker = next((c for c in token.lefts if c.dep_ == "poss" or _plural_owner(c)), None)
    for child in token.rights:
        if child.lower_ == "of":
            speaker = speaker or next((c for c in child.rights if c.dep_ == "pobj"), None)
    if speaker is not None and kind_of(speaker) != "thing":
        yield Cue(token.head, ACCORDING, speaker, "parted", asides.around_phrase(token.head))


def _plural_owner(name: Token) -> bool:
    """Whether an apostrophe that the tagger took for a mark makes a name an owner ("in Forbes’ words")."""
    return name.pos_ == "PROPN" and name.lower_[-1:] == "s" and name.nbor().text in ("’", "'")


def _according(token: Token) -> Iterator[Cue]:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    speaker = next((c for c in to.rights if c.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if speaker is not None and not _measure(speaker):
        yield Cue(token, ACCORDING, speaker, "parted", asides.around_phrase(token))


def _measure(token: Token) -> bool:
    """Whether "according to" only measures by something: "according to rank", "to plan", not "to her plan"."""
    lemma = token.lemma_.lower()
    owned = any(c.dep_ in ("poss", "det", "amod") for c in token.lefts)
    return lemma in listed("measures") and not (owned and lemma in listed("documents"))
