"""Which agreements a step is about: what stands in the places that its frame names, or was spoken of just before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.extract import grammar
from foedera.extract.acts_apart import is_of_talks, told_apart
from foedera.extract.acts_frames import wrappers
from foedera.extract.acts_mood import may_be_indefinite
from foedera.extract.acts_topics import speaks_of_other
from foedera.extract.slots import fill
from foedera.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from foedera.extract.acts_frames import ActFrame
    from foedera.extract.acts_mentions import Mention, Mentions
    from foedera.extract.entities import Actors

_SENTENCES = 2  # from a mention to its paper
_FAR = 200  # words from a step to a noun that comes back to it
_TAKES = frozenset({"object", "to", "on"})  # places of an agreement that a verb's complement may be taken for


@dataclass(frozen=True)
class Matters:
    """The agreements of one document, as what its steps are about."""

    actors: Actors
    mentions: Mentions

    def of(self, token: Token, frame: ActFrame, agents: list[Token]) -> tuple[Mention, ...]:
        """The mentions of the agreements that a step is about; `agents`: the words for who takes it."""
        through = (wrappers() | frame.wrappers) - frame.not_through
        around = self.mentions.around(token)
        named = around and "object" in frame.agreement and not grammar.children(token, "dobj")
        if named and _suits(frame, token, around):
            return around  # "the treaty signed in 2000", as a name
        for slot in frame.agreement:
            if slot == "subject" and not frame.with_ and grammar.children(token, "dobj", "auxpass"):
                continue  # "the talks ended": but not "the talks ended the war"
            if slot == "subject" and not frame.with_ and is_of_talks(token):
                continue
            fillers = fill(token, slot)
            for filler in fillers:
                found = self._its(filler, slot, frame) or self.mentions.meant_by(filler, through, frame.stage)
                found = tuple(m for m in found if not _inside(token, filler, m))
                if found and _suits(frame, filler, found):
                    again = (t for t in fillers if t.i > filler.i and t.head.pos_ == "ADP" and t.head.dep_ == "conj")
                    found += tuple(m for t in again for m in self.mentions.meant_by(t, through) if m not in found)
                    return self._with_fellows(token, found)
        return (
            self._by_its_paper(token, frame)
            or self._misread(token, frame)
            or self._undergone(token, frame)
            or self._told_apart(token, frame)
            or self._headed(token, frame)
            or self._implied(token, frame, agents)
        )

    def _its(self, filler: Token, slot: str, frame: ActFrame) -> tuple[Mention, ...]:
        """What "its entry into force" is of, where nobody who acts can be meant."""
        if slot != "possessive" or filler.lower_ != "its" or "possessive" in frame.agent:
            return ()
        before = self.mentions.before(filler)
        return (before,) if before is not None else ()

    def _with_fellows(self, verb: Token, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """What a clause in the plural is about: "the treaty and | the protocol, which were signed in May"."""
        first = found[0].tokens.root
        plural = verb.dep_ == "relcl" and any(
            t.lower_ in {"were", "are"} for t in grammar.children(verb, "aux", "auxpass")
        )
        if not plural or len(found) > 1 or first.dep_ != "conj" or verb.head.i not in self.mentions.by_token:
            return found
        return (*self.mentions.meant_by(first.head, frozenset()), *found)

    def _by_its_paper(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What is spoken of by its paper: "the final texts have not been signed", where nothing says of what."""
        if not frame.implicit or not grammar.is_verb(token) or "object" not in frame.agreement:
            return ()
        papers = words("en", "acts", "classes", "papers")
        own = [t for t in fill(token, "object") if t.lemma_.lower() in papers and not grammar.phrases(t)]
        if not any(c.lower_ in {"the", "this"} for t in own for c in grammar.children(t, "det")):
            return ()
        before = self.mentions.before(own[0], _SENTENCES)
        return (before,) if before is not None else ()

    def _told_apart(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What the tree does not lead to, of verbs that act on an agreement or are said of one."""
        if not {"object", "subject"}.intersection(frame.agreement) or _has_own(token, frame):
            return ()
        found = told_apart(self.mentions, token, frame)
        return found if found and _suits(frame, found[0].tokens.root, found) else ()

    def _misread(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What the parser took for a verb: "agree to truce", "approves ceasefire deal"."""
        if not _TAKES.intersection(frame.agreement) or not grammar.is_verb(token):
            return ()
        for part in grammar.children(token, "xcomp", "ccomp"):
            inside = self.mentions.by_token.get(part.i, ())
            found = tuple(m for m in inside if part.i in {m.first, m.last} or not grammar.infinitive(part))
            if found and _suits(frame, part, found):
                return found
        return ()

    def _undergone(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What the parser took for the subject: "the deal announced on Friday is good"."""
        if "object" not in frame.agreement or token.tag_ not in {"VBD", "VBN"}:
            return ()
        if any(c.dep_ in {"dobj", "ccomp", "xcomp", "prt", "aux"} and not _is_main(c) for c in token.children):
            return ()
        if token.dep_ == "conj" and grammar.is_passive(token.head) and not grammar.children(token, "nsubj"):
            passed_on = [m for t in grammar.subjects(token.head) for m in self.mentions.by_token.get(t.i, ())]
            return tuple(passed_on)  # "was signed, and ratified a year later"
        subjects = grammar.children(token, "nsubj")
        alone = len(subjects) == 1 and subjects[0].i in self.mentions.by_token
        found = self.mentions.meant_by(subjects[0], frozenset()) if alone else ()
        return found if found and _suits(frame, subjects[0], found) else ()

    def _headed(self, token: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What stands above a note that only says what became of it ("The Lima Treaty. Signed in 1929 by Peru")."""
        if token.tag_ != "VBN" or token.dep_ != "ROOT" or "object" not in frame.agreement:
            return ()
        if token != next((t for t in token.sent if not t.is_space), token):
            return ()
        before = self.mentions.before(token) if grammar.children(token, "agent", "prep") else None
        return (before,) if before is not None and _suits(frame, before.tokens.root, (before,)) else ()

    def _told_again(self, noun: Token, frame: ActFrame) -> tuple[Mention, ...]:
        """What a noun comes back to: "Chile left the pact. The withdrawal takes effect in May"."""
        last = self.mentions.last.get(frame.stage)
        known = any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children)
        if last is None or not known or noun.pos_ != "NOUN" or noun.dep_ == "compound" or noun.tag_ == "NNS":
            return ()
        return (last,) if 0 < noun.i - last.last <= _FAR else ()

    def _implied(self, token: Token, frame: ActFrame, agents: list[Token]) -> tuple[Mention, ...]:
        """The agreement spoken of just before, for "before signing" or "its withdrawal"."""
        places = (fill(token, slot) for slot in frame.agreement if slot != "compound")
        # "Look forward to its signing".
        awaited = token.dep_ == "pobj" and token.head.head.lemma_ in {"look", "forward"}
        taken = any(t not in agents and not (awaited and t.lower_ == "its") for found in places for t in found)
        if not frame.implicit and not taken:
            return self._told_again(token, frame)
        if not frame.implicit or (taken and not frame.loose) or (frame.owned and not fill(token, "possessive")):
            return ()
        if grammar.is_verb(token) and not _stands_alone(token, frame):
            return ()
        near = self.mentions.near(token, frozenset(s for t in agents for s in self.actors.states(t)))
        if near is None or (frame.loose and speaks_of_other(token, self.mentions.words_of(near.agreement))):
            return ()
        return (near,)


def _inside(trigger: Token, filler: Token, mention: Mention) -> bool:
    """Whether the step is only what an agreement is for: "a pact to extend visas" extends no pact."""
    return mention.first <= trigger.i <= mention.last and trigger.is_ancestor(filler)


def _is_main(clause: Token) -> bool:
    """Whether a clause is that of the sentence, which has no subject where the parser took it for another's: "the
    truce agreed on Sunday | is holding"."""
    return clause.dep_ == "ccomp" and clause.tag_ != "VB" and not grammar.children(clause, "nsubj", "nsubjpass", "mark")


def _has_own(verb: Token, frame: ActFrame) -> bool:
    """Whether something that is no agreement stands where the agreement would: "which signed a decree"."""
    asked = frame.with_ or {}
    places = {"nsubjpass", "xcomp", "ccomp"} | (set() if "object" in asked else {"dobj"})
    places |= set() if "object" in frame.agreement else {"nsubj"}
    own = [t for t in grammar.children(verb, *places) if t.lower_ not in grammar.RELATIVES]
    acts = "subject" not in frame.agreement and any(
        t.lower_ in grammar.RELATIVES for t in grammar.children(verb, "nsubj")
    )
    return bool(own) or acts


def _stands_alone(verb: Token, frame: ActFrame) -> bool:
    """Whether a verb can go without naming its object: "before signing", "they signed"; not "signed by both"."""
    asked = frame.with_ or {}
    parted = grammar.children(verb, "prt") and "particle" not in asked
    if "head" in asked and verb.dep_ in {"acl", "relcl"}:  # "its intention to withdraw"
        return True
    who = any(t.lower_ in grammar.RELATIVES for t in grammar.children(verb, "nsubj"))  # "Iraq, which acceded in May"
    beside = verb.dep_ in {"amod", "acl"} or (verb.dep_ == "relcl" and not who)
    if parted or beside or grammar.is_passive(verb):
        return False
    return bool(grammar.children(verb, "nsubj") or (verb.tag_ in {"VBG", "VB"} and grammar.subjects(verb)))


def _suits(frame: ActFrame, filler: Token, meant: tuple[Mention, ...]) -> bool:
    """Whether the agreement's words are those that the frame asks for ("a draft", "the truce began")."""
    if frame.indefinite and not any(
        may_be_indefinite(t) for t in (filler, *filler.doc[meant[0].first : meant[0].first + 1])
    ):
        return False
    words = {word for m in meant for word in m.span.text.lower().split()} | {filler.lemma_.lower()}
    return (not frame.head or bool(frame.head & words)) and (not frame.mention or bool(frame.mention & words))
