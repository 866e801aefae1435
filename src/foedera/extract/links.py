"""Links: which agreement replaces, amends, supplements, implements, extends, rests on or belongs to another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.acts_mentions import Mention, Mentions
from foedera.extract.links_frames import LinkFrame, carriers, examples, link_frames
from foedera.extract.links_mood import mood_of
from foedera.extract.slots import fill
from foedera.model import Link
from foedera.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.extract.realis import Mood
    from foedera.model import Agreement, Span

_PARTS = 3  # of a name that a phrase behind it may hang on


def read_links(layers: Layers, actors: Actors, agreements: tuple[Agreement, ...]) -> tuple[Link, ...]:
    """The links between the agreements of a document: one record for each pair and relation."""
    return _merge(found_links(layers, agreements))


def found_links(layers: Layers, agreements: tuple[Agreement, ...]) -> list[Found]:
    """Every link as one clause states it."""
    if len(agreements) < 2:
        return []
    reader = _Reader(layers, Mentions.of(layers, agreements, nearest=True))
    return [link for token in link_frames().openers(layers) for link in reader.at(token)]


@dataclass
class Found:
    """A link as one clause states it."""

    frame: LinkFrame
    trigger: Token
    mood: Mood
    source: Mention
    target: Mention
    evidence: Span
    exhaustive: bool | None


@dataclass
class _Reader:
    layers: Layers
    mentions: Mentions

    def at(self, token: Token) -> Iterator[Found]:
        """The links that a word states."""
        for frame in link_frames().at(token):
            targets, exhaustive = self._targets(token, frame)
            if not targets:
                continue
            sources = self._sources(token, frame, {m.agreement.id for m in targets})
            if sources:
                mood = mood_of(token)
                for source, target in product(sources, targets):
                    yield self._found(token, frame, mood, source, target, exhaustive)
                return

    def _targets(self, token: Token, frame: LinkFrame) -> tuple[tuple[Mention, ...], bool | None]:
        for slot in frame.target:
            for filler in _fill(token, slot) or _beside(token, slot):
                around = {m.agreement.id for m in self.mentions.by_token.get(token.i, ())}
                found = tuple(m for m in self._meant(filler) if m.agreement.id not in around)
                if found:
                    return found, _exhaustive(filler)
        return (), None

    def _sources(self, token: Token, frame: LinkFrame, targets: set[str]) -> tuple[Mention, ...]:
        for slot in frame.source:
            for filler in _fill(token, slot):
                found = tuple(m for m in self._meant(filler) if m.agreement.id not in targets)
                if found:
                    return found
        return ()

    def _meant(self, filler: Token) -> tuple[Mention, ...]:
        """The mentions that a word stands for; "its" stands for the last one before it in its sentence."""
        if filler.tag_ == "PRP$" and filler.lower_ == "its":
            before = self.mentions.before(filler, sentences=0)
            return (before,) if before else ()
        return self.mentions.meant_by(filler, carriers())

    def _found(
        self, token: Token, frame: LinkFrame, mood: Mood, source: Mention, target: Mention, exhaustive: bool | None
    ) -> Found:
        sentence = token.sent
        ends = [token.i, source.first, source.last, target.first, target.last, *(t.i for t in mood.words)]
        inside = [i for i in ends if sentence.start <= i < sentence.end]
        evidence = self.layers.span(self.layers.tokens[min(inside) : max(inside) + 1])
        return Found(frame, token, mood, source, target, evidence, exhaustive)


def _fill(token: Token, slot: str) -> list[Token]:
    """The words in a place; those that only relations between agreements need stand here, the others in `slots`."""
    if " > " in slot:
        first, _, rest = slot.partition(" > ")
        return [found for middle in _fill(token, first) for found in _fill(middle, rest)]
    if slot == "complement of":  # "a swap | under | the pact"
        return grammar.children(token, "pobj")
    if slot == "subject of":  # "the pact is a replacement for ...", "the pact, a replacement for ...", "as part of"
        return _described(token)
    if slot == "noun above":
        return _described_by(token)
    if slot == "main object":  # "signed a protocol, updating the treaty"
        along = token.dep_ == "advcl" and token.tag_ in {"VBG", "VB"}
        return grammar.objects(token.head) if along else []
    if slot == "main subject":  # "the treaty sets up a court, replacing the convention"
        return grammar.subjects(grammar.clause_head(token.head)) if token.tag_ == "VBG" else []
    return fill(token, slot)


def _described_by(verb: Token) -> list[Token]:
    """The noun that a verb describes: "a protocol to amend the treaty", "a protocol on amending it"; also where the
    parser hung the verb elsewhere: "the signing of a protocol | to amend the treaty".
    """
    if verb.dep_ == "pcomp" and verb.head.i:
        return [verb.head.head, verb.head.nbor(-1)]
    above = [verb.head] if verb.dep_ in {"acl", "relcl"} else []
    opens = next((c for c in grammar.children(verb, "aux") if c.tag_ == "TO"), verb if verb.tag_ == "VBG" else None)
    before = [opens.nbor(-1)] if opens is not None and opens.i else []
    return [*above, *before, *(higher for noun in before for higher in _higher(noun))]


def _described(noun: Token) -> list[Token]:
    """What a noun is said to be: the subject of "is part of", the noun before ", a replacement for", what is "signed
    as part of", "a memorandum on the implementation of".
    """
    if noun.dep_ == "attr":
        return grammar.subjects(noun.head)
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ == "dobj":  # taken for a second object: "signed a pact, | a step toward ..."
        return [other for other in grammar.children(noun.head, "dobj") if other.i < noun.i]
    if noun.dep_ != "pobj":
        return []
    above = noun.head.head
    if above.dep_ == "attr":  # "is a cornerstone | in the implementation of ..."
        return grammar.subjects(above.head)
    if not grammar.is_verb(above):
        return [above, *_higher(above), *([noun.head.nbor(-1)] if noun.head.i else [])]
    return grammar.objects(above) or grammar.subjects(above)


def _higher(noun: Token) -> list[Token]:
    """The nouns that one is only a part of the name of: "a memorandum | of understanding | on trade"."""
    found: list[Token] = []
    while noun.dep_ == "pobj" and len(found) < _PARTS:
        noun = noun.head.head
        found.append(noun)
    return found


def _beside(noun: Token, slot: str) -> list[Token]:
    """What follows a noun and a preposition, where the parser hung that on something else: "signed | a protocol | to
    the treaty".
    """
    after = noun.i + 1
    if grammar.is_verb(noun) or after >= len(noun.doc) or noun.doc[after].lower_ != slot:
        return []
    return grammar.children(noun.doc[after], "pobj")


def _exhaustive(target: Token) -> bool | None:
    """False where the targets are given as examples ("agreements such as ...")."""
    after = target.doc[target.i : target.sent.end].text
    return False if any(f" {word} " in after for word in examples()) and target.tag_ == "NNS" else None


def _merge(found: list[Found]) -> tuple[Link, ...]:
    groups: dict[tuple[str, str, str], list[Found]] = {}
    for link in found:
        groups.setdefault((link.source.agreement.id, link.frame.relation, link.target.agreement.id), []).append(link)
    exact = {(source, target) for (source, _, target), group in groups.items() if not _is_loose(group)}
    # "the protocol to the treaty amends it": what a protocol is for is said elsewhere
    kept = (g for (source, _, target), g in groups.items() if (source, target) not in exact or not _is_loose(g))
    return tuple(_link(group) for group in kept)


def _is_loose(group: list[Found]) -> bool:
    return all(link.frame.loose for link in group)


def _link(group: list[Found]) -> Link:
    first = group[0]
    source, relation, target = first.source.agreement.id, first.frame.relation, first.target.agreement.id
    evidence = tuple(sorted({link.evidence for link in group}))
    return Link(
        id=content_id("link", source, relation, target, *(f"{s.start}:{s.end}" for s in evidence)),
        source=source,
        relation=relation,
        target=target,
        realis=first.mood.realis,
        evidence=evidence,
        exhaustive=next((link.exhaustive for link in group if link.exhaustive is not None), None),
        rule=first.frame.frame,
    )
