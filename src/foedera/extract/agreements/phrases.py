"""Noun phrases that can speak of an agreement: where they start and end, and what their words say about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from foedera.extract.agreements.nouns import normal

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.extract.agreements.nouns import Noun

Form = Literal["name", "definite", "indefinite", "bare", "open"]
"""How a phrase presents its agreement: by a title, as known ("the"), new ("a"), without article, at large ("any")."""


@dataclass(slots=True)
class Phrase:
    """One phrase that can speak of an agreement; `start` and `end` are tokens.

    What its own words say: `title` a title's telling words, `matter` those behind its noun, also in small letters,
    `base` those of the instrument that it is made to, `topics` the words that tell it apart, `dated` whether it has a
    year, `scope` those that set it against another ("global"), `marks` the opposites it takes sides in, `number` which
    of a series it is ("phase one"), `length` how long it is to last, `inner` the other agreement nouns in it, `words`
    all in lower case.

    Who is named: `parties`; `partners` after "with"; `pair` where all are ("the Chile-Peru treaty"); `each` where it is
    one of several deals, with `siblings` the partners of the others.

    What its clause says: `verbs` act on it, `concluders` do so, `helpers` help others to it, in some `places`; `making`
    that it is only being sought, `pending` that this is still so, `done` that it has been made, `lived` that it exists,
    `ahead` that its parties have yet to sign it, `denied` that those named do not join it; `supplanters` are the tokens
    of what takes its place, `heir` says that it takes another's; `below` is the noun of what is made under it ("a
    protocol to the treaty"), `above` that it is such a one itself. `past` is for a year before that of the report,
    `remote` for one long before, `made` the year of signature.

    `name` is that of one of two instruments under one noun ("Oslo Declaration", of "the Oslo and Cairo Declarations").

    `inside` is for a matter inside one country or of firms, `modifying` for a noun that only stands before another
    ("treaty obligations"), `headline` for one set in a headline's capitals, `standing` for a title known to be older
    than the report, `told` for what is told by a verb ("agreed to swap prisoners").
    """

    head: Token
    noun: Noun
    start: int
    end: int
    form: Form
    plural: bool = False
    title: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    base: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    scope: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    dated: bool = False
    parties: tuple[str, ...] = ()
    number: int | None = None
    articles: int | None = None
    marks: frozenset[str] = frozenset()
    length: str | None = None
    verbs: frozenset[str] = frozenset()
    concluders: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    partners: frozenset[str] = frozenset()
    pair: frozenset[str] = frozenset()
    inside: bool = False
    each: bool = False
    siblings: frozenset[str] = frozenset()
    modifying: bool = False
    headline: bool = False
    told: bool = False
    making: bool = False
    pending: bool = False
    done: bool = False
    heir: bool = False
    lived: bool = False
    ahead: bool = False
    joined: bool = False
    denied: bool = False
    past: bool = False
    remote: bool = False
    made: str | None = None
    below: int = -1
    above: bool = False
    supplanters: tuple[int, ...] = ()
    places: frozenset[str] = frozenset()
    standing: bool = False
    inner: frozenset[str] = frozenset()
    name: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    aliases: set[str] = field(default_factory=set)

    @property
    def tokens(self) -> Tokens:
        """The words of the phrase."""
        return self.head.doc[self.start : self.end]

    @property
    def before(self) -> frozenset[str]:
        """The capitalised words before the noun: the "Oslo" of "Oslo Convention"."""
        words = self.head.doc[self.start : self.head.i]
        return frozenset(t.lower_ for t in words if t.text[0].isupper())

    @property
    def own_topics(self) -> frozenset[str]:
        """The topics that stand in the phrase itself, and not in an infinitive behind it."""
        return self.topics & {normal(word) for word in self.words}

    @property
    def this(self) -> bool:
        """Whether it points to what was spoken of last: "this treaty", "that accord"."""
        return self.head.doc[self.start].lower_ in {"this", "that"}

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun tells which agreement is meant."""
        return not (self.title or self.topics or self.years or self.parties or self.number)

    @property
    def predicate(self) -> bool:
        """Whether the phrase only says what something is: "it is a bad deal", "hailed as a landmark accord"."""
        head = self.head
        return head.dep_ in {"attr", "oprd"} or (head.dep_ == "pobj" and head.head.lower_ == "as")
