"""Realis: whether the words around a step say that it is done, planned, possible, not done or only claimed.

The reader starts at the word for the step and walks up the tree; at each word it weighs helping verbs, negation and
modifiers, and on the way up what governs it ("vowed to", "ahead of", "if"). The words themselves are data
(`lexicon/en/realis.yaml`).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from foedera import lexicon
from foedera.extract import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage

V = TypeVar("V")

_MAX = 14  # steps up the tree: deeper nesting than any sentence that people write
_SETS = (
    "temporal",
    "selected",
    "inside",
    "alongside",
    "spoken_of",
    "nobody",
    "idle",
    "handed_on",
    "going_on",
    "ranks",
    "over",
)


@dataclass
class Mood:
    """How a step is stated: its realis, the words that made it so, and the step it turns into (refused: rejected)."""

    realis: Realis = "actual"
    words: list[Token] = field(default_factory=list)
    stage: Stage | None = None
    becomes: Stage | None = None
    converter: Token | None = None
    generic: bool = False
    reporter: Token | None = None
    governors: list[Token] = field(default_factory=list)

    def weigh(self, outer: Realis | None, word: Token) -> None:
        """Takes in a value found further out than all before."""
        if outer is None:
            return
        kept = _lexicon().combine[outer].get(self.realis, outer)
        if kept != self.realis or outer != "actual":
            self.words.append(word)
        self.realis = kept


@dataclass(frozen=True)
class _Lexicon:
    auxiliaries: dict[str, Realis]
    governors: dict[str, Realis]
    adjectives: dict[str, Realis]
    prepositions: dict[str, Realis]
    modifiers: dict[str, Realis]
    conditions: frozenset[str]
    ahead: frozenset[str]
    backshifted: frozenset[str]
    transparent: frozenset[str]
    conversions: dict[str, Stage]
    of_subjects: dict[str, Realis]
    nobody: frozenset[str]
    idle: frozenset[str]
    handed_on: frozenset[str]
    going_on: frozenset[str]
    ranks: frozenset[str]
    over: frozenset[str]
    temporal: frozenset[str]
    selected: frozenset[str]
    inside: frozenset[str]
    alongside: frozenset[str]
    spoken_of: frozenset[str]
    combine: dict[str, dict[str, Realis]]


@functools.cache
def lends_time(lemma: str) -> bool:
    """Whether a time beside a verb is the time of what the verb governs: "will pay a visit on Friday"."""
    return lemma in lexicon.load("en", "realis")["lend_time"]


def _turned(table: dict[V, list[str]]) -> dict[str, V]:
    return {str(word): value for value, words in table.items() for word in words}


@functools.cache
def _lexicon(language: str = "en") -> _Lexicon:
    data: dict[str, Any] = lexicon.load(language, "realis")
    return _Lexicon(
        auxiliaries=_turned(data["auxiliaries"]),
        governors=_turned(data["governors"]),
        adjectives=_turned(data["adjectives"]),
        prepositions=_turned(data["prepositions"]),
        modifiers=_turned(data["modifiers"]),
        conditions=frozenset(data["conjunctions"]["possible"]),
        ahead=frozenset(data["conjunctions"]["ahead"]),
        backshifted=frozenset(data["backshifted"]),
        transparent=frozenset(data["transparent"]),
        conversions=_turned(data["conversions"]),
        of_subjects=_turned(data["of_subjects"]),
        **{key: frozenset(data[key]) for key in _SETS},
        combine=data["combine"],
    )


def progressive_plans() -> frozenset[str]:
    """Steps of one moment: of these, "is leaving" tells of a plan."""
    return frozenset(lexicon.load("en", "realis")["progressive_plans"])


def converted(stage: Stage, how: Mood) -> Stage:
    """The step that is told of: to refuse to ratify is to reject, to propose to sign is to propose."""
    return how.becomes or stage


def mood(trigger: Token, own: Realis = "actual", stage: Stage | None = None) -> Mood:
    """How the text states the step that a word stands for; `own` is what the word itself says of it."""
    state = Mood(own, stage=stage if stage in lexicon.load("en", "realis")["converted"] else None)
    node: Token | None = trigger
    for _ in range(_MAX):
        if node is None:
            break
        _own(state, node)
        node = _climb(state, node)
    sentence = trigger.sent
    if sentence[-1].text.startswith("?") or (len(sentence) > 1 and sentence[-2].text == "?"):
        state.weigh("possible", sentence[-1])
    return state


def _own(state: Mood, node: Token) -> None:
    """What stands beside a word: modals, negation, adverbs and adjectives, a condition."""
    words = _lexicon()
    modal: Realis | None = None
    for child in node.children:
        lower = child.lower_
        if child.dep_ == "aux" and lower in words.auxiliaries:
            modal = _modal(node, child)
            state.weigh(modal, child)
        elif child.dep_ in {"advmod", "amod", "npadvmod"} and words.modifiers.get(lower, "denied") != "denied":
            state.weigh(words.modifiers[lower] if modal != "planned" else None, child)
        elif child.dep_ == "advcl" and _is_condition(child) and node.tag_ not in {"VBD", "VBN"}:
            state.weigh("possible", child)
        elif child.dep_ == "advcl" and _marked(child, words.ahead) and present(node):
            state.weigh("planned", child)  # "it enters into force once both have ratified it"
    negation = next((n for child in node.children if (n := _negation(child)) is not None), None)
    if negation is not None:
        state.weigh("denied", negation)


def _negation(child: Token) -> Token | None:
    """The word by which a dependent denies what it stands with: "not", "no", "never", "neither side has signed"."""
    words = _lexicon()
    if child.dep_ in {"nsubj", "nsubjpass"}:
        if child.lower_ in words.nobody:
            return child
        return next((c for c in grammar.children(child, "det", "neg") if c.lower_ in words.nobody), None)
    if child.dep_ in {"advmod", "amod", "npadvmod", "preconj"} and words.modifiers.get(child.lower_) == "denied":
        return child if child.i > child.sent.start else None  # "Yet they signed"
    if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ in words.nobody):
        return None if _only(child) else child
    return None


def present(verb: Token) -> bool:
    """Whether a verb is in the simple present: "enters", "is signed", "does not put"."""
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if not helping:
        return verb.tag_ in {"VBZ", "VBP"}
    if len(helping) == 1 and helping[0].lemma_ == "do":
        return helping[0].tag_ in {"VBZ", "VBP"}
    return verb.tag_ == "VBN" and len(helping) == 1 and helping[0].tag_ in {"VBZ", "VBP"} and helping[0].lemma_ == "be"


def _marked(clause: Token, marks: frozenset[str]) -> bool:
    return any(c.dep_ in {"mark", "advmod"} and c.lower_ in marks for c in clause.children)


def _is_inverted(clause: Token) -> bool:
    """Whether a clause's first word makes it a condition: "had they signed, ..."."""
    first = next(iter(clause.children), clause)
    return clause.dep_ == "advcl" and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"}


def _only(negation: Token) -> bool:
    after = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    if negation.i > 0 and negation.nbor(-1).lower_ == "or":  # "whether or not"
        return True
    return after is not None and after.lower_ in {"only", "just", "merely"}


def _is_condition(clause: Token) -> bool:
    return _marked(clause, _lexicon().conditions) or _is_inverted(clause)


def _is_content(clause: Token) -> bool:
    """Whether a clause is what a noun says: "notice that it would leave"."""
    return clause.dep_ in {"acl", "relcl"} and _finite(clause) and _marked(clause, frozenset({"that"}))


def _modal(verb: Token, modal: Token) -> Realis:
    """A modal's value; "would" after a past verb of saying, without a condition, is a reported "will"."""
    words = _lexicon()
    if modal.lower_ in words.backshifted and not any(_is_condition(c) for c in verb.children if c.dep_ == "advcl"):
        top = verb
        while top.dep_ == "conj":
            top = top.head
        if (top.dep_ == "ccomp" and top.head.tag_ in {"VBD", "VBN"}) or _is_content(top):
            return "planned"
    return words.auxiliaries[modal.lower_]


def _climb(state: Mood, node: Token) -> Token | None:
    """One step up: weighs how the word above takes this one; None where what is above has no bearing on it."""
    if node.dep_ == "ROOT":
        if node.tag_ != "VBZ" and _infinitive(node):  # a headline: "Chile, Peru to sign accord"
            state.weigh("planned", node)
        return None
    if node.dep_ == "conj":
        return _climb_conjunct(state, node)
    if node.dep_ in {"relcl", "acl"} and _infinitive(node) and _is_ranked(node.head):
        state.weigh(_outlook(node.head.head), node.head)  # "was the first to sign": it signed
        return None
    if node.dep_ in {"relcl", "parataxis", "acl"} and not (
        node.dep_ == "acl" and (_infinitive(node) or _is_content(node))
    ):
        if _infinitive(node):  # "a treaty to be signed on Friday"
            state.weigh("planned", node)
        return None
    if node.dep_ == "amod":
        return None
    if node.dep_ in {"pobj", "pcomp"}:
        return _climb_preposition(state, node)
    if node.dep_ == "advcl":
        return _climb_adverbial(state, node)
    return _climb_governor(state, node)


def _is_known(noun: Token) -> bool:
    """Whether a noun is spoken of as something that its reader knows of: "its withdrawal", "the signing"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in {"the", "this"}) for c in noun.children)


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is told apart by when it came: "the first state", "the last to sign"."""
    ranks = _lexicon().ranks
    return any(t.lower_ in ranks or (t.like_num and t.tag_ == "JJ") for t in (noun, *grammar.children(noun, "amod")))


def _infinitive(node: Token) -> bool:
    return any(c.tag_ == "TO" for c in node.children)


def _finite(node: Token) -> bool:
    return node.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" and c.tag_ != "VBG" for c in node.children
    )


def _climb_conjunct(state: Mood, node: Token) -> Token | None:
    """What is joined shares what its fellow has: "will sign and ratify" has one "will" for both."""
    head = node.head
    if not grammar.is_verb(node):
        return head
    if not (_finite(node) and node.tag_ != "VBN") and not grammar.children(node, "aux", "nsubj"):
        return head
    while head.dep_ == "conj":
        head = head.head
    if grammar.children(node, "nsubj", "nsubjpass") and head.dep_ != "advcl":
        return None
    return _climb(state, head)


def _climb_governor(state: Mood, node: Token) -> Token | None:
    words = _lexicon()
    governor = node.head
    lemma = governor.lemma_.lower()
    if (_infinitive(node) or governor.pos_ == "NOUN") and _convert(state, governor):
        return governor
    clause = (node.dep_ == "ccomp" or _is_content(node)) and _finite(node) and not _infinitive(node)
    if clause and _is_condition(node):  # "it is unclear whether it will be signed"
        state.weigh("possible", governor)
        return None
    told = lemma in words.transparent and governor.pos_ != "NOUN"  # "reported that"; not "reports that"
    if clause and (told or governor.pos_ not in {"VERB", "AUX", "NOUN"}):
        if any(c.dep_ == "neg" for c in governor.children) and lemma in {"say", "announce", "confirm"}:
            state.weigh("possible", governor)
        state.reporter = governor
        return None
    effect = _of_subject(governor) if node.dep_ == "nsubj" else _effect(governor)
    if lemma in {"be", "have"} and node.dep_ != "nsubj":
        effect = _of_being(node, governor) if _infinitive(node) and node.dep_ != "acl" else None
    if effect is None and _infinitive(node):
        effect = "possible"
    if clause and effect is None:
        return None
    if node.dep_ in {"nsubj", "nsubjpass"} and governor.dep_ == "relcl":
        return None
    if effect is None and node.dep_ == "nsubj" and node.pos_ == "NOUN" and not _happens(governor):
        # "The signing did not end the dispute": it was signed; "a signing ends no dispute" is said of none.
        state.generic |= not _is_known(node) and not _past(governor)
        state.weigh(_outlook(governor), governor)
        return None
    if effect is None and node.dep_ == "dobj" and _is_known(node):  # "to justify its withdrawal": it withdrew
        state.weigh(_outlook(governor, known=True), governor)
        return None
    state.weigh(effect, governor)
    state.governors.append(governor)
    return governor


def _happens(verb: Token) -> bool:
    """Whether a verb only says that its subject goes on: "the signing took place", "talks began"."""
    alone = verb.lemma_ in _lexicon().going_on and not grammar.children(verb, "dobj")
    return alone or lends_time(verb.lemma_)


def _past(verb: Token) -> bool:
    helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lemma_ == "have" for c in helping)


def _effect(governor: Token) -> Realis | None:
    """How a word takes what it governs; an adjective is not the verb of the same form ("open")."""
    table = _lexicon().adjectives if governor.pos_ == "ADJ" else _lexicon().governors
    words = [*(f"{governor.lemma_} {p.lower_}" for p in grammar.children(governor, "prt")), governor.lemma_.lower()]
    return next((table[w] for w in words if w in table), None)  # "call off" before "call"


def _of_subject(verb: Token) -> Realis | None:
    """What an active verb says of its subject: "the signing failed", "ratification depends on", "is likely"."""
    if verb.lemma_ == "be":
        attributes = grammar.children(verb, "acomp", "attr")
        return next((effect for a in attributes if (effect := _lexicon().adjectives.get(a.lower_))), None)
    table, verbs = _lexicon().of_subjects, [verb.lemma_, *(f"{verb.lemma_} {p.lower_}" for p in verb.children)]
    return next((table[v] for v in verbs if v in table), None)


def _of_being(node: Token, governor: Token) -> Realis:
    """ "is to sign" is a plan, "has to sign" a need; "the aim is to sign" is what an aim is."""
    if governor.lemma_ == "have":
        return "possible"
    effects = [_effect(subject) for subject in grammar.children(governor, "nsubj") if subject.pos_ == "NOUN"]
    return next((effect for effect in effects if effect), "planned")


def _climb_adverbial(state: Mood, node: Token) -> Token | None:
    words = _lexicon()
    marks = [c for c in node.children if c.dep_ in {"mark", "advmod"}]
    condition = next((m for m in marks if m.lower_ in words.conditions), None)
    if condition is not None or _is_inverted(node):
        state.weigh("possible", condition or node)
        return None
    if any(m.lower_ == "than" for m in marks) and node.tag_ == "VB":  # "rather than sign it, they left"
        state.weigh("denied", node)
        return None
    if _infinitive(node):
        return _climb_purpose(state, node)
    ahead = any(m.lower_ in words.ahead or m.head.head.lower_ == "soon" for m in marks) and node.tag_ in {
        "VBZ",
        "VBP",
        "VBN",
        "VBG",
    }
    if ahead or not _finite(node):
        state.weigh(_outlook(node.head), node.head)
    return None


def _climb_purpose(state: Mood, node: Token) -> Token | None:
    """An infinitive beside a verb: a purpose, which lies ahead, unless the verb says otherwise."""
    head = node.head
    state.governors.append(head)
    if _convert(state, head):
        return head
    state.weigh(_effect(head) or "planned", head)
    return head


def _climb_preposition(state: Mood, node: Token) -> Token | None:
    words = _lexicon()
    preposition = node.head
    path, above = preposition.lower_, _attachment(preposition)
    if preposition.dep_ in {"prep", "advmod", "pcomp"} and above.pos_ in {"ADV", "ADP", "SCONJ"}:
        path, above = f"{above.lower_} {path}", above.head
    effect = _effect(above)
    if path == "for" and above.lemma_ in words.idle:
        state.generic = True
        return None
    if path == "for" and above.lemma_ in words.handed_on and not _is_known(node):
        state.weigh("planned", preposition)
        return None
    taken = (path == "for" and (effect or grammar.is_verb(above))) or (path == "against" and _is_known(node))
    if path in words.prepositions and not taken:
        state.weigh(words.prepositions[path], preposition)
    known = not grammar.is_verb(node) and _is_known(node)
    chosen = effect is not None and (not known or path in words.selected)
    bare = grammar.is_verb(node) and state.realis == "actual"
    if bare and path in {"by", "in"} and above.tag_ not in {"VBD", "VBN"} and effect is None:
        state.generic = True  # "by signing, they take a risk" says of no time that they signed
        return None
    if path in words.temporal or not (chosen or (not grammar.is_verb(above) and path in words.inside)):
        if path in words.alongside:
            state.governors.append(above)
        if path in words.temporal:
            over = known and path in words.over
            state.weigh("planned" if _outlook(above, known=over) else None, above)
        elif grammar.is_verb(node):
            state.weigh("possible" if path in words.spoken_of else _outlook(above), above)
        else:
            state.weigh(_outlook(above, known=True) if path == "for" else _beside(above), above)
        return None
    if above.pos_ != "NOUN" or not _convert(state, above):
        state.weigh(effect, above)
        state.governors.append(above)
    return above


def _attachment(preposition: Token) -> Token:
    """What a phrase belongs to: a governing noun right before it ("negotiations | on the signing"), whatever the
    parser hung it on."""
    before = preposition.nbor(-1) if preposition.i > 0 else preposition
    governs = before.pos_ == "NOUN" and before.lemma_ in _lexicon().governors
    return before if governs and not preposition.is_ancestor(before) else preposition.head


def _outlook(head: Token, *, known: bool = False) -> Realis | None:
    """What stands beside a clause ("after signing", "by signing") lies ahead where the clause itself does."""
    outer = mood(head).realis
    if outer == "planned":
        return "planned"
    return "possible" if outer == "possible" and not known else None


def _beside(head: Token) -> Realis | None:
    """What a noun takes from the verb that it merely stands beside: its "will", nothing else."""
    outer = Mood()
    _own(outer, head)
    return "planned" if outer.realis == "planned" else None


def _convert(state: Mood, governor: Token) -> bool:
    """Takes note of a governor that makes another step of this one: to refuse to sign is to reject."""
    stage = _lexicon().conversions.get(governor.lemma_.lower())
    if stage is None or state.stage in {None, stage}:
        return False
    state.becomes, state.converter = stage, governor
    state.realis = "actual"
    state.governors.append(governor)
    state.words.append(governor)
    return True
