"""Reference: pronouns brought to whom they mean, in one pass over the text."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from spacy.attrs import POS
from spacy.symbols import NOUN, PRON, PROPN

from foedera.extract.entities.descriptions import Descriptions
from foedera.extract.entities.groups import Groups
from foedera.extract.entities.lists import speech, words
from foedera.extract.entities.quoted import quoted_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from foedera.extract.entities.cast import Cast
    from foedera.extract.entities.draft import Draft

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NUMBERING = 2  # tokens
_REACH = 60  # persons: a pronoun does not reach back further
_FIRST = {"i", "me", "my", "myself"}
_REFERRING = (NOUN, PROPN, PRON)
_SUBJECTS = ("nsubj", "nsubjpass")


def read_references(cast: Cast) -> None:
    """Resolves pronouns, descriptions and groups in the order of the text."""
    Resolver(cast).run()


class Resolver:
    """Whom the text has spoken of so far.

    `focus` is the person that the last sentence with one was about (its subject), `speaker` the last one who was
    said to say something: the likeliest "he" of "he added", whoever else was named inside the quotation.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.quoted = quoted_tokens(cast.layers.texts)
        self.referring = {i for i, pos in enumerate(cast.doc.to_array(POS).tolist()) if pos in _REFERRING}
        self.recent: dict[int, Draft] = {}
        self.inside: dict[int, Draft] = {}
        self.focus: Draft | None = None
        self.focus_at = -9
        self.speaker: Draft | None = None
        self.subject: Draft | None = None
        self.owner: Draft | None = None
        self.body: Draft | None = None
        self.spoken_again = False
        self.sentence = self.sentence_end = 0
        self.first_person: list[Token] = []
        self.plural: list[Draft] = []
        self.plural_at = -9
        self.descriptions = Descriptions(cast, self)
        self.groups = Groups(cast)

    def run(self) -> None:
        """One pass over the sentences."""
        for sentence in self.cast.layers.sentences:
            self.sentence += len(sentence) > _NUMBERING  # "3. They signed": the number is no sentence of its own
            self.subject, self.owner, self.body = None, None, None
            self.spoken_again = False
            self.sentence_end = sentence.end
            self._read(sentence)

    def _read(self, sentence: Tokens) -> None:
        main: Draft | None = None
        said = self.speaker
        if self.cast.doc[max(0, sentence.start - 1)].is_space:
            self.first_person.clear()
        for i in range(sentence.start, sentence.end):
            if i not in self.cast.named and i not in self.referring:
                continue
            token = self.cast.doc[i]
            draft = self.cast.named.get(i) or self._resolve(token)
            if draft is None:
                continue
            self.groups.seen(token, draft)
            self._several(token, draft)
            if draft.kind in ("state", "organisation") and token.dep_ in _SUBJECTS and token.i not in self.quoted:
                self.body = draft
            if draft.kind == "person":
                self._spoken_of(token, draft)
                if main is None and self._is_main(token):
                    main = draft
        self._speaker_says_i(changed=self.speaker is not said or self.subject is self.speaker)
        main = main or self.subject or self.owner
        if main is not None:
            self.focus, self.focus_at = main, self.sentence
        elif self.spoken_again:
            self.focus_at = self.sentence

    def _several(self, token: Token, draft: Draft) -> None:
        """ "Lund and Vega signed": several subjects of one kind, whom "they" may mean in the next sentence."""
        if token.dep_ not in _SUBJECTS or token.i in self.quoted:
            return
        joined = [
            d for t in token.conjuncts if (d := self.cast.named.get(t.i)) and d.kind == draft.kind and d is not draft
        ]
        if joined:
            self.plural, self.plural_at = [draft, *joined], self.sentence

    def _speaker_says_i(self, *, changed: bool) -> None:
        """ "I" inside a quotation is the one who is said to say it, in the same paragraph."""
        if not changed or self.speaker is None:
            return
        for token in self.first_person:
            self.cast.refer(self.speaker, token.i, token.i, token.i + 1)
        self.first_person.clear()

    def _spoken_of(self, token: Token, draft: Draft) -> None:
        if token.i in self.quoted:
            self.inside.pop(id(draft), None)
            self.inside[id(draft)] = draft
            return
        self.recent.pop(id(draft), None)
        self.recent[id(draft)] = draft
        self.spoken_again = self.spoken_again or draft is self.focus
        if token.dep_ == "poss" and token.head.dep_ in _SUBJECTS and self.owner is None:
            self.owner = draft  # "The president's roots go back ...": the sentence is about the president
        token = token.head if token.dep_ == "appos" and token.head.dep_ in _SUBJECTS else token
        if token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.head.lower_ == "according"):
            self.subject = draft
            if token.head.lemma_ in speech() or token.dep_ == "pobj":
                self.speaker = draft

    @property
    def is_fresh(self) -> bool:
        """Whether the sentence right before was about the person in focus."""
        return self.sentence - self.focus_at <= 1

    def _is_main(self, token: Token) -> bool:
        token = token.head if token.dep_ == "appos" else token
        return token.i not in self.quoted and token.dep_ in _SUBJECTS and token.head.dep_ in ("ROOT", "conj")

    def _resolve(self, token: Token) -> Draft | None:
        word = token.lower_
        if word in _GENDER:
            found = self._person(token, _GENDER[word])
            if found is not None:
                if token.dep_ in _SUBJECTS:  # "his" and "him" are too often somebody else's to learn from
                    found.gender = found.gender or ("m" if _GENDER[word] == "m" else "f")
                self.cast.refer(found, token.i, token.i, token.i + 1)
            return found
        if word in _FIRST and token.i in self.quoted:
            self.first_person.append(token)
            return None
        if word == "they" and token.dep_ in _SUBJECTS and token.i not in self.quoted:
            if self.plural and self.sentence - self.plural_at <= 1:
                self.cast.group(self.plural, token.i, token.i, token.i + 1)
                self.plural_at = self.sentence
            return None
        if word == "it" and token.dep_ == "nsubj" and token.head.lemma_ in words("agentive"):
            if self.body is not None and token.i not in self.quoted:
                self.cast.refer(self.body, token.i, token.i, token.i + 1)
            return None
        if token.pos != PRON and token.i not in self.cast.by_token:
            if self.groups.read(token, self.recent):
                if token.dep_ in _SUBJECTS and token.i in self.cast.groups:
                    self.plural, self.plural_at = self.cast.groups[token.i], self.sentence
                return None
            return self.descriptions.read(token)
        return None

    def _person(self, token: Token, gender: str) -> Draft | None:
        order = self._order_inside(token) if token.i in self.quoted else self._order(token)
        return next((d for d in order if d is not None and d.gender in (None, gender)), None)

    def _order(self, token: Token) -> list[Draft | None]:
        """Candidates for a pronoun of the report's own words, the likeliest first."""
        recent: list[Draft | None] = list(_last(self.recent))
        if token.dep_ not in _SUBJECTS:
            barred = self.subject if token.dep_ in ("dobj", "dative") and not token.lower_.endswith("self") else None
            order = recent if token.dep_ in ("dobj", "dative", "pobj") else [self.subject, *recent]
            return [d for d in order if d is not barred]
        if self.subject is not None:
            return [self.subject, *recent]
        return [self.focus, self.speaker, *recent] if self.is_fresh else [self.speaker, self.focus, *recent]

    def _order_inside(self, token: Token) -> list[Draft | None]:
        """Candidates inside a quotation: those spoken of, but not the one who speaks."""
        order: list[Draft | None] = [*_last(self.inside), self.focus, *_last(self.recent)]
        return [d for d in order if d is not self.speaker]


def _last(spoken_of: dict[int, Draft]) -> Iterator[Draft]:
    """Those spoken of last, the last one first."""
    return itertools.islice(reversed(spoken_of.values()), _REACH)
