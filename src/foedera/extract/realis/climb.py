"""The way up the tree from the word for a step: what governs it ("vowed to", "ahead of", "if") decides its realis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar
from foedera.extract.realis.beside import weigh_beside
from foedera.extract.realis.clauses import (
    finite,
    infinitive,
    is_condition,
    is_content,
    is_inverted,
    is_known,
    is_now,
    is_of_headline,
    is_only_named,
    is_whoever,
    is_wish,
    law_above,
    marked,
    past,
    past_only,
    ranked_by,
)
from foedera.extract.realis.governors import effect_of, effect_of_being, effect_on_subject, is_refuted, only_happens
from foedera.extract.realis.moods import Mood
from foedera.extract.realis.words import words_of_realis

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ON = frozenset({"on", "over", "about"})
_JOINING = frozenset({"ratified", "acceded"})
_FOR = frozenset({"for"})
_THAT = frozenset({"that"})
_MAX = 14  # steps up the tree: deeper nesting than any sentence that people write


def mood(trigger: Token, own: Realis = "actual", stage: Stage | None = None) -> Mood:
    """How the text states the step that a word stands for; `own` is what the word itself says of it."""
    state = Mood(own, stage=stage if stage in lexicon.load("en", "realis")["converted"] else None, told=stage)
    node: Token | None = trigger
    for _ in range(_MAX):
        if node is None:
            break
        weigh_beside(state, node)
        node = _climb(state, node)
    sentence = trigger.sent
    if sentence[-1].text.startswith("?") or (len(sentence) > 1 and sentence[-2].text == "?"):
        state.weigh("possible", sentence[-1])
    return state


def _climb(state: Mood, node: Token) -> Token | None:
    """One step up: weighs how the word above takes this one; None where what is above has no bearing on it."""
    if node.dep_ == "ROOT":
        if node.tag_ != "VBZ" and infinitive(node):  # a headline: "Chile, Peru to sign accord"
            state.weigh("planned", node)
        return None
    if node.dep_ == "conj":
        return _climb_conjunct(state, node)
    if is_wish(node):  # "demanded that Chile sign it"
        state.weigh("planned" if _effect(state, node.head) == "planned" else "possible", node.head)
        return None
    if (law := law_above(node)) is not None:
        return _climb_law(state, law)
    if infinitive(node) and (ranked := ranked_by(node)) is not None:
        state.weigh(_outlook(grammar.clause_head(ranked.head)), ranked)  # "was the first to sign": it signed
        return None
    if infinitive(node) and is_of_headline(node):  # "Neighbours to sign accord"
        state.weigh("planned", node)
        return None
    if _is_event(node):  # "in the way of the pact | entering into force"
        return _climb_preposition(state, node.head)
    if node.dep_ in {"relcl", "parataxis", "acl"} and not (
        node.dep_ == "acl" and (infinitive(node) or is_content(node))
    ):
        _leave_noun(state, node)
        return None
    if node.dep_ == "amod":
        return None
    if _is_on_the_way(state, node):
        return _climb_procedure(state, node.head)
    if node.dep_ in {"pobj", "pcomp"}:
        return _climb_preposition(state, node)
    if node.dep_ == "advcl":
        return _climb_adverbial(state, node)
    return _climb_governor(state, node)


def _is_event(clause: Token) -> bool:
    """Whether the "-ing" form behind a noun tells, with it, what a word before them is about: "the prospect of Chile
    leaving", "without the pact being signed"; the parser takes it for a description of the noun."""
    noun = clause.head
    going_on = clause.tag_ == "VBG" or any(c.lower_ == "being" for c in grammar.children(clause, "auxpass"))
    if clause.dep_ != "acl" or not going_on or noun.dep_ != "pobj":
        return False
    words, path, above = words_of_realis(), noun.head.lower_, noun.head.head
    governed = path == "of" and words.governors.get(above.lemma_.lower(), "actual") != "actual"
    return governed or path in words.prepositions or f"{above.lower_} {path}" in words.prepositions


def _leave_noun(state: Mood, node: Token) -> None:
    """A clause that describes a noun: what governs the noun has no bearing on it."""
    noun = node.head
    if infinitive(node):  # "a treaty to be signed on Friday"
        state.weigh("planned", node)
        state.generic |= noun.lemma_ in words_of_realis().entitling  # "a clause to end the treaty"
    elif noun.lemma_ in words_of_realis().days and is_now(node) and not past(node):
        state.weigh("possible", noun)  # "the day when both sign it"
    elif node.dep_ == "relcl" and is_whoever(noun) and not past(grammar.clause_head(noun.head)):
        state.generic = True  # "only those who have signed it will benefit"


def _climb_law(state: Mood, law: Token) -> Token | None:
    """What a law or bill does to an agreement: done where it is signed into law ("signed a bill extending the pact");
    where it is only put forward or passed, a plan; a law that is merely named is one."""
    words = words_of_realis()
    verb = law.head if law.dep_ in {"dobj", "nsubjpass"} else None
    if verb is not None and verb.lemma_ in words.enacting:
        state.governors.append(verb)
        return verb
    bill = law.lemma_.lower() in words.bills or verb is not None or law.dep_ == "pobj"
    state.weigh("planned" if bill else _outlook(law.head), law)
    return None


def _is_on_the_way(state: Mood, node: Token) -> bool:
    """Whether a noun only says what another leads to: "the ratification process" (a "negotiation process" is talks)."""
    leads = node.dep_ == "compound" and node.head.lemma_.lower() in words_of_realis().procedures
    return leads and state.told != "negotiated"


def _climb_procedure(state: Mood, procedure: Token) -> Token | None:
    """The way to a step: "the ratification process" is none yet, unless it is completed."""
    verb = procedure.head if procedure.dep_ in {"dobj", *_SUBJECTS} else None
    if verb is None or verb.lemma_ not in words_of_realis().completing:
        state.weigh("planned", procedure)
        return procedure
    state.governors.append(verb)
    return verb


def _climb_conjunct(state: Mood, node: Token) -> Token | None:
    """What is joined shares what its fellow has: "will sign and ratify" has one "will" for both."""
    head = node.head
    if not grammar.is_verb(node):
        return head
    if not (finite(node) and node.tag_ != "VBN") and not grammar.children(node, "aux", "nsubj"):
        return head
    nor = next((c for c in grammar.children(head, "cc") if c.lower_ == "nor" and c.i < node.i), None)
    if nor is not None:  # "neither signed | nor ratified it"
        state.weigh("denied", nor)
    if infinitive(node) and not infinitive(head):  # "could agree to a freeze and | to extend it"
        state.weigh(_effect(state, head) or "possible", head)
        return head
    while head.dep_ == "conj":
        head = head.head
    if grammar.children(node, "nsubj", "nsubjpass") and head.dep_ != "advcl":
        return None
    return _climb(state, head)


def _climb_governor(state: Mood, node: Token) -> Token | None:
    words = words_of_realis()
    governor = node.head
    lemma = governor.lemma_.lower()
    refused = node.dep_ in {"dobj", "nsubjpass"} and words.conversions.get(lemma) == "rejected"
    if (infinitive(node) or governor.pos_ == "NOUN" or refused) and _convert(state, governor, node):
        return governor
    if node.dep_ in {"dobj", "nsubjpass"} and state.stage in _JOINING and lemma in words.consents:
        state.becomes, state.converter = "approved", governor  # "the cabinet approved the ratification of it"
        state.governors.append(governor)
        return governor
    clause = (node.dep_ == "ccomp" or is_content(node)) and finite(node) and not infinitive(node)
    if clause and is_condition(node):  # "it is unclear whether it will be signed"
        state.weigh("possible", governor)
        return None
    told = lemma in words.transparent and governor.pos_ != "NOUN"  # "reported that"; not "reports that"
    if clause and is_refuted(governor):  # "it is not true that"
        state.weigh("denied", governor)
        return None
    if node.dep_ == "ccomp" and lemma in words.perceiving and not marked(node, _THAT):
        state.weigh(_outlook(governor), governor)  # "next week will see them sign it"
        return None
    if clause and (told or governor.pos_ not in {"VERB", "AUX", "NOUN"}):
        if any(c.dep_ == "neg" for c in governor.children) and lemma in {"say", "announce", "confirm"}:
            state.weigh("possible", governor)
        state.reporter = governor
        mistaken = any(c.lower_ in words.mistaken for c in grammar.children(governor, "advmod"))
        state.weigh("denied" if mistaken else None, governor)
        return None
    effect = _effect(state, governor, effect_on_subject if node.dep_ == "nsubj" else effect_of)
    if lemma in {"be", "have"} and node.dep_ != "nsubj":
        effect = effect_of_being(node, governor) if infinitive(node) and node.dep_ != "acl" else None
    if effect is None and infinitive(node) and grammar.is_passive(node) and governor.pos_ == "VERB":
        effect = "planned"  # "a text was finalised | to be signed in May"
    if effect is None and (infinitive(node) or is_only_named(node)):
        effect = "possible"
    if clause and effect is None:
        return None
    if node.dep_ in _SUBJECTS and governor.dep_ == "relcl":
        return None
    if node.dep_ in {"csubj", "csubjpass"} and node.tag_ == "VBG":
        state.generic |= not past(governor)  # "extending the truce takes time" is said of none, "took time" of one
        return None
    if effect is None and node.dep_ in _SUBJECTS and node.pos_ == "NOUN" and not only_happens(governor):
        # "The signing did not end the dispute": it was signed; "a signing ends no dispute" is said of none.
        state.generic |= not is_known(node) and not past(governor)
        state.weigh(_outlook(governor), governor)
        return None
    if effect is None and node.dep_ == "dobj" and is_known(node):  # "to justify its withdrawal": it withdrew
        state.weigh(_outlook(governor, known=True), governor)
        return None
    state.weigh(effect, governor)
    state.governors.append(governor)
    return governor


def _effect(state: Mood, governor: Token, of: Callable[[Token], Realis | None] = effect_of) -> Realis | None:
    """How a word takes the step; who tries to negotiate negotiates, and a proposal that was dismissed was made."""
    if governor.lemma_.lower() in words_of_realis().even_under.get(state.told or "", ()):
        return "actual"
    return of(governor)


def _climb_adverbial(state: Mood, node: Token) -> Token | None:
    words = words_of_realis()
    marks = [c for c in node.children if c.dep_ in {"mark", "advmod"}]
    condition = next((m for m in marks if m.lower_ in words.conditions), None)
    if condition is not None or is_inverted(node):
        state.weigh("possible", condition or node)
        return None
    if any(m.lower_ == "than" for m in marks) and node.tag_ == "VB":  # "rather than sign it, they left"
        state.weigh("denied", node)
        return None
    if past_only(node) and node.tag_ != "VBD":
        return None  # "after it was signed"
    if any(m.lower_ in words.till for m in marks) and is_now(node):  # "they will talk until they have agreed on it"
        state.weigh("possible", node)
        return None
    if infinitive(node):
        return _climb_purpose(state, node)
    if is_only_named(node) and not marks and (effect := _effect(state, node.head)):  # "ruled out | leaving"
        state.weigh(effect, node.head)
        return node.head
    ahead = any(m.lower_ in words.ahead or m.head.head.lower_ == "soon" for m in marks) and node.tag_ in {
        "VBZ",
        "VBP",
        "VBN",
        "VBG",
    }
    if ahead or not finite(node):
        state.weigh(_outlook(node.head) or ("planned" if _looks_ahead(node, marks) else None), node.head)
    return None


def _looks_ahead(clause: Token, marks: list[Token]) -> bool:
    """Whether a clause in the present tense is of what is to come, though the main one denies something: "once Chile
    signs it, nobody will need a visa", "when Chile joins it, tariffs won't rise"."""
    opens = any(m.lower_ in words_of_realis().ahead for m in marks)
    return opens and is_now(clause) and not past(clause) and not past(grammar.clause_head(clause.head))


def _climb_purpose(state: Mood, node: Token) -> Token | None:
    """An infinitive beside a verb: a purpose, which lies ahead, unless the verb says otherwise."""
    head = node.head
    state.governors.append(head)
    if head.lemma_ in words_of_realis().entitling:  # "the procedures for it to be ratified"
        state.generic = True
        return None
    if _convert(state, head, node):
        return head
    effect = next((e for word in _rulers(node) if (e := _effect(state, word))), None)
    state.weigh(effect or ("possible" if marked(node, _FOR) else "planned"), head)
    return head


def _rulers(node: Token) -> list[Token]:
    """The words that may govern an infinitive which the parser hung on a verb: "gave the green light | to sign",
    "met in a bid | to sign"; a verb that only tells of things governs none ("announced | to ensure").
    """
    to = next((c for c in node.children if c.tag_ == "TO"), node)
    close = [t for t in (to.doc[max(to.i - 1, 0)],) if t.pos_ == "NOUN" and t != node.head]
    head = [node.head] if node.head.lemma_.lower() not in words_of_realis().telling else []
    around = grammar.children(node.head, "dobj", "attr", "nsubj")[::-1]
    return close + head + [n for n in around if n.i < node.i and n.pos_ == "NOUN"]


def _climb_preposition(state: Mood, node: Token) -> Token | None:
    words = words_of_realis()
    if past_only(node):  # "beyond what they signed"
        return None
    preposition = node.head
    path, above = preposition.lower_, _attachment(preposition)
    if preposition.dep_ in {"prep", "advmod", "pcomp"} and above.pos_ in {"ADV", "ADP", "SCONJ"}:
        path, above = f"{above.lower_} {path}", above.head
    elif preposition.i > 0 and preposition.nbor(-1).dep_ == "advmod":  # "look forward to"
        path = f"{preposition.nbor(-1).lower_} {path}" if preposition.nbor(-1).lower_ == "forward" else path
    if above.dep_ == "prep":  # "received the treaty concerning borders | for ratification"
        above = above.head
    effect = _effect(state, above)
    debated = above.pos_ == "NOUN" and above.lemma_ in words.debates and not grammar.is_verb(node)
    if path in _ON and debated and state.told != "negotiated":
        state.weigh("possible", above)  # "a debate on ratification"
        return None
    if path == "for" and above.lemma_ in words.entitling and grammar.is_verb(node):
        state.generic = True
        return None
    if path == "of" and above.lemma_ in words.deeds and grammar.is_verb(node) and is_known(above):
        return None
    if path == "for" and above.lemma_ in words.idle:
        state.generic = True
        return None
    if path == "for" and above.lemma_ in words.handed_on and not is_known(node):
        state.weigh("planned", preposition)
        return None
    taken = (path == "for" and (effect or grammar.is_verb(above))) or (path == "against" and is_known(node))
    if path in words.prepositions and not taken:
        state.weigh(words.prepositions[path], preposition)
    known = not grammar.is_verb(node) and is_known(node)
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
            if not (path in words.over and grammar.children(preposition, "npadvmod")):  # "a week after signing"
                state.weigh(_outlook(above, known=over), above)
        elif grammar.is_verb(node):
            state.weigh("possible" if path in words.spoken_of else _outlook(above), above)
        else:
            # "requires consent from the one and | ratification by the other", "offered to assist in negotiations"
            loose = not known and (grammar.is_verb(above) or above.dep_ in {"dobj", *_SUBJECTS})
            state.weigh(_outlook(above, known=not loose) if path == "for" or loose else _beside(above), above)
        return None
    if effect is None and grammar.is_verb(node) and above.lemma_.lower() not in words.experiences:
        effect = "possible"  # "hopeful of signing", "the idea of signing"; not "the honour of signing"
    if above.pos_ != "NOUN" or not _convert(state, above, node):
        state.weigh(effect, above)
        state.governors.append(above)
    return above


def _attachment(preposition: Token) -> Token:
    """What a phrase belongs to: a governing noun right before it ("negotiations | on the signing"), whatever the
    parser hung it on."""
    before = preposition.nbor(-1) if preposition.i > 0 else preposition
    words = words_of_realis()
    governs = before.pos_ == "NOUN" and (before.lemma_ in words.governors or before.lemma_ in words.conversions)
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
    weigh_beside(outer, head)
    return "planned" if outer.realis == "planned" else None


def _denies(word: Token) -> bool:
    """Whether a word before a choice makes it one against: "not to sign", "neither to sign nor"."""
    return word.dep_ == "neg" or (word.dep_ == "preconj" and word.lower_ == "neither")


def _convert(state: Mood, governor: Token, node: Token) -> bool:
    """Takes note of a governor that makes another step of this one: to refuse to sign is to reject, and so is to
    choose not to."""
    words, lemma = words_of_realis(), governor.lemma_.lower()
    against = lemma in words.choices and any(_denies(c) for c in node.children)
    urged = lemma in words.urging and state.stage == "text_agreed" and not grammar.children(node, "neg")
    stage: Stage | None = "rejected" if against else "proposed" if urged else words.conversions.get(lemma)
    if stage is None or state.stage in {None, stage} or (stage == "negotiated" and state.stage in words.taken_alone):
        return False
    if stage == "rejected" and state.stage == "negotiated":  # who won't talk of it has not turned it down
        return False
    if lemma in words.making and state.stage != "text_agreed":
        return False
    state.becomes, state.converter = stage, governor
    state.realis = "actual"
    state.governors.append(governor)
    state.words.append(governor)
    return True
