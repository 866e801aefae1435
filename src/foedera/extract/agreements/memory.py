"""The agreements that a reader of a document keeps in mind, and which of them an acronym or a title names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.extract.agreements import titled
from foedera.extract.agreements.instruments import known

if TYPE_CHECKING:
    from foedera.extract.agreements.clusters import Cluster
    from foedera.extract.agreements.phrases import Phrase

_ANOTHER = frozenset({"a", "an", "another", "separate", "different", "second", "parallel", "companion", "similar"})
_RECENT = 12  # agreements that a phrase can point back to: what a reader keeps in mind, and it keeps this linear


class Memory:
    """What was spoken of up to here: the `recent` agreements, the last one first, and the `latest` phrase with its
    agreement."""

    def __init__(self) -> None:
        self.recent: list[Cluster] = []
        self.latest: tuple[Phrase, Cluster] | None = None
        self._called: dict[str, Cluster] = {}
        self._titled: dict[str, list[Cluster]] = {}

    def remember(self, phrase: Phrase, home: Cluster) -> None:
        """Keeps in mind that a phrase spoke of an agreement."""
        for alias in phrase.aliases:
            self._called.setdefault(alias, home)
        for word in phrase.title | phrase.matter:
            namesakes = self._titled.setdefault(word, [])
            if home not in namesakes[-_RECENT:]:
                namesakes.append(home)
        if home in self.recent:
            self.recent.remove(home)
        self.recent = [home, *self.recent[: _RECENT - 1]]
        self.latest = (phrase, home)

    def by_alias(self, phrase: Phrase) -> Cluster | None:
        """The agreement of the same acronym; "START I" is another than "START"."""
        for alias in sorted(phrase.aliases):
            called = self._called.get(alias)
            if called is not None and not (phrase.number and phrase.number not in called.numbers):
                return called
        return None

    def namesake(self, phrase: Phrase) -> Cluster | None:
        """The agreement of the same title, or described in the words of the title."""
        if (standing := self._standing(phrase)) is not None:
            return standing
        for word in sorted(phrase.title | phrase.matter):
            for cluster in reversed(self._titled.get(word, [])[-_RECENT:]):
                if titled.same_title(phrase, cluster):
                    return cluster
        described = (c for c in self.recent if not c.titles and titled.described_so(phrase, c))
        return next(described, None)

    def _standing(self, phrase: Phrase) -> Cluster | None:
        """The standing agreement that a title is another name of, or that was described by parties and matter."""
        instrument = known(phrase)
        if instrument is None:
            return None
        same = (c for c in self.recent if c.instrument is instrument)
        described = (c for c in self.recent if titled.of_its_parties(phrase, c) and may_get(phrase, c))
        return next(same, None) or next(described, None)

    def just_described(self, phrase: Phrase, at: int) -> Cluster | None:
        """The agreement described just before, whose title comes now: "a climate accord ... The Paris Agreement"."""
        near = (c for c in self.recent if 0 < at - c.last <= 3 and not c.known and may_get(phrase, c))
        # What gives way to another is left behind.
        near = (c for c in near if not all(p.supplanters for p in c.phrases))
        before = phrase.head.doc[max(0, phrase.start - 1)]
        if phrase.form == "indefinite" or before.lower_ in _ANOTHER:  # "signed an Agreement on Cooperation"
            near = (c for c in near if all(p.headline and not _heads_own(p, phrase) for p in c.phrases))
        family = phrase.noun.family
        return max(near, key=lambda c: (family in c.families, c.last, len(c.phrases)), default=None)


def may_get(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether a title may be that of an agreement that was only described up to here."""
    return not cluster.titles and titled.may_be_called(phrase, cluster)


def _heads_own(heading: Phrase, phrase: Phrase) -> bool:
    """Whether a heading names the text itself, and not one that it tells of: "Joint Statement ... signed a Statement of
    Partnership"."""
    return heading.noun.family == "declaration" and "joint" in heading.words and "joint" not in phrase.title
