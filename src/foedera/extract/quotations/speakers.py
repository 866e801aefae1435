"""Speakers: the words that name who says it, and the person or institution they stand for in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.quotations.phrases import phrase
from foedera.extract.quotations.sayings import listed
from foedera.model import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.annotate import Layers
    from foedera.extract.entities import Actors
    from foedera.model import Entity, Span

_QUANTIFIERS = {
    "a",
    "an",
    "some",
    "many",
    "several",
    "few",
    "one",
    "other",
    "both",
    "all",
    "any",
    "another",
    "numerous",
    "certain",
}
_DETERMINERS = _QUANTIFIERS | {"the", "this", "that", "these", "those", "his", "her", "their", "its"}


class Speakers:
    """Reads who the speaker phrases of a document stand for."""

    def __init__(self, layers: Layers, actors: Actors) -> None:
        self.layers, self.actors = layers, actors
        self._titles: dict[str, Span] = {}
        self._places: dict[tuple[str, str | None], Span | None] = {}

    def read(self, head: Token) -> Speaker:
        """Who a speaker phrase stands for, with the role and affiliation that the document gives him anywhere."""
        actors, words = self.actors, self.layers.tokens[slice(*phrase(head))]
        span = self.layers.span(words)
        behind = _named_behind(words, actors.in_(words))
        together = (behind,) if behind is not None else _members(actors, head) or actors.all_at(words)
        entity = behind or actors.at(words) or actors.at(head) or _author(actors, head)
        if len(together) > 1:
            entity = entity or together[0]
            names, ids = zip(*((each.name, each.id) for each in together), strict=True)
            return Speaker(span, " and ".join(names), entity.id, _shared_role(together), together=ids)
        if entity is not None and len(together) == 1 and (rest := _and_others(words)):
            return Speaker(span, f"{entity.name} and {rest}", entity.id)
        if entity is None or (entity.name == span.text and entity.kind == "organisation" and _common(head)):
            return _nameless(self.layers, span, words, head)
        return self._known(entity, words, titled=behind is not None)

    def _known(self, entity: Entity, words: Tokens, *, titled: bool) -> Speaker:
        """A speaker of the document's cast; `titled` says that the phrase gives his office before his name."""
        role = entity.roles[0] if entity.roles and entity.kind == "person" else None
        if titled and role is None:
            self._titles[entity.id] = _title(self.layers, words)
        title = self._titles.get(entity.id) if role is None else None
        return Speaker(
            span=self.layers.span(words),
            name=entity.name,
            entity=entity.id,
            role=title.text if title is not None else role,
            affiliation=entity.affiliation,
            role_span=title or self._place(entity, role),
            affiliation_span=self._place(entity, entity.affiliation),
        )

    def _place(self, entity: Entity, words: str | None) -> Span | None:
        """Where the document says a role or an affiliation, looked for once."""
        key = (entity.id, words)
        if key not in self._places:
            self._places[key] = _find(self.layers, entity, words)
        return self._places[key]


def _members(actors: Actors, head: Token) -> tuple[Entity, ...]:
    """The states or bodies that speak together ("Norway, Sweden and Finland"); empty where one of them is unknown."""
    heads = [head]
    while (after := next((c for c in heads[-1].rights if c.dep_ == "conj" and c.pos_ == "PROPN"), None)) is not None:
        heads.append(after)
    found = [actors.at(each) for each in heads]
    named = tuple({each.id: each for each in found if each is not None}.values())
    several = len(named) == len(heads) > 1 and all(each.kind != "organisation" for each in named)
    return named if several else ()


def _named_behind(words: Tokens, named: tuple[Entity, ...]) -> Entity | None:
    """The person whom a title with a place stands before ("UN envoy to Yemen Jane Doe")."""
    first = _first_of_name(words)
    persons = [each for each in named if each.kind == "person"]
    if not words.start < first < words.end or len(persons) != 1:
        return None
    return persons[0] if words.doc[first - 1].ent_type_ in ("GPE", "ORG", "LOC") else None


def _first_of_name(words: Tokens) -> int:
    """Where the name of the person starts that ends a phrase; its end where none does."""
    first = words.end
    while first > words.start and words.doc[first - 1].ent_type_ == "PERSON":
        first -= 1
    return first


def _title(layers: Layers, words: Tokens) -> Span:
    """The words before the name of the person that ends a phrase, without an article."""
    start = words.start + (words[0].lower_ in _DETERMINERS)
    return layers.span_of(start, max(start + 1, _first_of_name(words)))


def _and_others(words: Tokens) -> str:
    """What follows a name in "the U.S. and many other nations"; empty where nothing does."""
    tail = next((words.doc[t.i + 1 : words.end] for t in words if t.lower_ == "and"), None)
    return tail.text if tail is not None and any(t.lower_ in ("others", "other") for t in tail) else ""


def _shared_role(together: tuple[Entity, ...]) -> str | None:
    roles = {each.roles[0] if each.roles else None for each in together}
    return roles.pop() if len(roles) == 1 else None


def _common(head: Token) -> bool:
    return head.pos_ == "NOUN" and head.text.islower()


def _author(actors: Actors, head: Token) -> Entity | None:
    """Whose paper or figures speak: "Putin's speech", "a report by the bank", "U.S. estimates"."""
    if head.lemma_.lower() not in listed("documents") and head.lemma_.lower() not in ("estimate", "figure", "datum"):
        return None
    for child in head.lefts:
        if child.dep_ == "poss" or (child.dep_ in ("compound", "amod") and child.ent_type_ in ("GPE", "ORG", "PERSON")):
            return actors.at(child)
    for child in head.rights:
        if child.lower_ in ("by", "from") and child.dep_ == "prep":
            maker = next((c for c in child.rights if c.dep_ == "pobj"), None)
            return actors.at(maker) if maker is not None else None
    return None


def _nameless(layers: Layers, span: Span, words: Tokens, head: Token) -> Speaker:
    """A speaker whom the text does not name: "unnamed White House spokesman"; a paper keeps its own words."""
    kept = [t for t in words if not t.is_space]
    while len(kept) > 1 and (kept[0].lower_ in _DETERMINERS or kept[0].is_punct):
        kept.pop(0)
    lemma = head.lemma_.lower()
    if head.pos_ == "PRON" and head.lower_ not in _QUANTIFIERS | {"others"}:
        return Speaker(span)
    person = lemma in listed("people") and head.pos_ == "NOUN" and lemma not in listed("documents")
    role_end = next((t.i for t in kept if t.dep_ == "prep" and t.head == head), kept[-1].i + 1)
    core = layers.span(words.doc[kept[0].i : kept[-1].i + 1])
    short = layers.span(words.doc[kept[0].i : max(role_end, kept[0].i + 1)])
    if not person and head.lower_ not in _QUANTIFIERS:
        paper = lemma in listed("documents")
        indefinite = f"unnamed {core.text}" if words[0].lower_ in _QUANTIFIERS else span.text
        return Speaker(span, indefinite if paper else core.text)
    definite = words[0].lower_ in ("the", "this", "that")
    describes = core if any(t.lower_ == "for" for t in kept) or head.lower_ in ("others", "some") else short
    name = describes.text if definite else f"unnamed {describes.text}"
    office = lemma in listed("offices")
    return Speaker(span, name, role=describes.text if office else None, role_span=describes if office else None)


def _find(layers: Layers, entity: Entity, words: str | None) -> Span | None:
    """The place nearest to the first mention of an entity that says some words."""
    if not words:
        return None
    text, mention = layers.document.text, entity.mentions[0]
    around = (text.rfind(words, 0, mention.end + len(words)), text.find(words, mention.start))
    places = sorted((abs(place - mention.start), place) for place in around if place >= 0)
    return layers.document.span(places[0][1], places[0][1] + len(words)) if places else None
