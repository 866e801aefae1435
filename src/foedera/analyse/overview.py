"""All agreements at a glance, each with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foedera.analyse.events import gather
from foedera.analyse.status import Status, status
from foedera.analyse.witnesses import Witnesses

if TYPE_CHECKING:
    from foedera.model import Act
    from foedera.store import Entry, View


@dataclass(frozen=True, slots=True)
class Line:
    """An agreement and where it stands; None where no report states any step as done."""

    entry: Entry
    status: Status | None

    def plain(self) -> dict[str, Any]:
        """As plain values."""
        entry, standing = self.entry, self.status
        return {
            "id": entry.id,
            "name": entry.name,
            "names": list(entry.names),
            "kind": entry.kind,
            "label": entry.label,
            "labels": list(entry.labels),
            "parties": list(entry.parties),
            "multilateral": entry.multilateral,
            "articles": entry.articles,
            "date": entry.date,
            "status": standing.stage if standing else None,
            "status_date": standing.date if standing else None,
            "status_by": list(standing.by) if standing else [],
            "status_reports": list(standing.event.reports) if standing else [],
            "disputed": bool(standing and standing.disputed),
            "reports": list(entry.reports),
        }


def overview(view: View) -> list[Line]:
    """Every agreement, those with most reports first."""
    acts: dict[str, list[Act]] = {}
    for act in view.acts():
        acts.setdefault(act.agreement, []).append(act)
    witnesses = Witnesses.of(view)
    lines = [Line(entry, status(entry, gather(acts.get(entry.id, ()), witnesses))) for entry in view.agreements()]
    return sorted(lines, key=lambda line: (-len(line.entry.reports), line.entry.name, line.entry.id))
