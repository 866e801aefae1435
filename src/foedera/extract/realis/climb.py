"""The way up the tree from the word for a step: what governs it ("vowed to", "ahead of", "if") decides its realis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera import lexicon
from foedera.extract import grammar
from foedera.extract.realis.bearings import (
    attachment,
    climb_procedure,
    climb_purpose,
    convert,
    effect_beside,
    effect_on_step,
    is_event,
    is_on_the_way,
    leave_noun,
    looks_ahead,
)
from foedera.extract.realis.beside import negation_of, weigh_beside
from foedera.extract.realis.clauses import (
    finite,
    is_condition,
    is_content,
    is_inverted,
    is_known,
    is_now,
    is_of_headline,
    is_only_named,
    is_seen,
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
    from spacy.tokens import Token

    from foedera.model.records import Realis, Stage

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ON = frozenset({"on", "over", "about"})
_JOINING = frozenset({"ratified", "acceded"})
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
        if node.tag_ != "VBZ" and grammar.infinitive(node):  # a headline: "Chile, Peru to sign accord"
            state.weigh("planned", node)
        return None
    if node.dep_ == "conj":
        return _climb_conjunct(state, node)
    if is_wish(node):  # "demanded that Chile sign it"
        state.weigh("planned" if effect_on_step(state, node.head) == "planned" else "possible", node.head)
        return None
    if (law := law_above(node)) is not None:
        return _climb_law(state, law)
    if grammar.infinitive(node) and (ranked := ranked_by(node)) is not None:
        state.weigh(_outlook(grammar.clause_head(ranked.head)), ranked)  # "was the first to sign": it signed
        return None
    if grammar.infinitive(node) and is_of_headline(node):  # "Neighbours to sign accord"
        state.weigh("planned", node)
        return None
    if is_seen(node):  # "want to see the treaty | ratified"
        state.weigh(_outlook(node.head.head), node.head.head)
        return None
    if is_event(node):  # "in the way of the pact | entering into force"
        return _climb_preposition(state, node.head)
    if node.dep_ in {"relcl", "parataxis", "acl"} and not (
        node.dep_ == "acl" and (grammar.infinitive(node) or is_content(node))
    ):
        leave_noun(state, node)
        return None
    if node.dep_ == "amod":
        return None
    if is_on_the_way(state, node):
        return climb_procedure(state, node.head)
    if node.dep_ in {"pobj", "pcomp"}:
        return _climb_preposition(state, node)
    if node.dep_ == "advcl":
        return _climb_adverbial(state, node)
    return _climb_governor(state, node)


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
    if grammar.infinitive(node) and not grammar.infinitive(head):  # "could agree to a freeze and | to extend it"
        state.weigh(effect_on_step(state, head) or "possible", head)
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
    if (grammar.infinitive(node) or governor.pos_ == "NOUN" or refused) and convert(state, governor, node):
        return governor
    if node.dep_ in {"dobj", "nsubjpass"} and state.stage in _JOINING and lemma in words.consents:
        state.becomes, state.converter = "approved", governor  # "the cabinet approved the ratification of it"
        state.governors.append(governor)
        return governor
    clause = (node.dep_ == "ccomp" or is_content(node)) and finite(node) and not grammar.infinitive(node)
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
        if lemma in {"say", "announce", "confirm"} and negation_of(governor) is not None:
            state.weigh("possible", governor)
        state.reporter = governor
        mistaken = any(c.lower_ in words.mistaken for c in grammar.children(governor, "advmod"))
        state.weigh("denied" if mistaken else None, governor)
        return None
    effect = effect_on_step(state, governor, effect_on_subject if node.dep_ == "nsubj" else effect_of)
    if lemma in {"be", "have"} and node.dep_ != "nsubj":
        effect = effect_of_being(node, governor) if grammar.infinitive(node) and node.dep_ != "acl" else None
    if effect is None and grammar.infinitive(node) and grammar.is_passive(node) and governor.pos_ == "VERB":
        effect = "planned"  # "a text was finalised | to be signed in May"
    if effect is None and (grammar.infinitive(node) or is_only_named(node)):
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
    if grammar.infinitive(node):
        return climb_purpose(state, node)
    if is_only_named(node) and not marks and (effect := effect_on_step(state, node.head)):  # "ruled out | leaving"
        state.weigh(effect, node.head)
        return node.head
    ahead = any(m.lower_ in words.ahead or m.head.head.lower_ == "soon" for m in marks) and node.tag_ in {
        "VBZ",
        "VBP",
        "VBN",
        "VBG",
    }
    if ahead or not finite(node):
        state.weigh(_outlook(node.head) or ("planned" if looks_ahead(node, marks) else None), node.head)
    return None


def _climb_preposition(state: Mood, node: Token) -> Token | None:
    words = words_of_realis()
    if past_only(node):  # "beyond what they signed"
        return None
    preposition = node.head
    path, above = preposition.lower_, attachment(preposition)
    if preposition.dep_ in {"prep", "advmod", "pcomp"} and above.pos_ in {"ADV", "ADP", "SCONJ"}:
        path, above = f"{above.lower_} {path}", above.head
    elif preposition.i > 0 and preposition.nbor(-1).dep_ == "advmod":  # "look forward to"
        path = f"{preposition.nbor(-1).lower_} {path}" if preposition.nbor(-1).lower_ == "forward" else path
    if above.dep_ == "prep":  # "received the treaty concerning borders | for ratification"
        above = above.head
    effect = effect_on_step(state, above)
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
            own = grammar.children(node, *_SUBJECTS)  # "with this being the third renewal"
            state.weigh("possible" if path in words.spoken_of and not own else _outlook(above), above)
        else:
            # "requires consent from the one and | ratification by the other", "offered to assist in negotiations"
            loose = not known and (grammar.is_verb(above) or above.dep_ in {"dobj", *_SUBJECTS})
            state.weigh(_outlook(above, known=not loose) if path == "for" or loose else effect_beside(above), above)
        return None
    if effect is None and grammar.is_verb(node) and above.lemma_.lower() not in words.experiences:
        effect = "possible"  # "hopeful of signing", "the idea of signing"; not "the honour of signing"
    if above.pos_ != "NOUN" or not convert(state, above, node):
        state.weigh(effect, above)
        state.governors.append(above)
    return above


def _outlook(head: Token, *, known: bool = False) -> Realis | None:
    """What stands beside a clause ("after signing", "by signing") lies ahead where the clause itself does."""
    outer = mood(head).realis
    if outer == "planned":
        return "planned"
    return "possible" if outer == "possible" and not known else None
