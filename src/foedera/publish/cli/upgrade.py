"""`foedera upgrade`: a register of an older Foedera, brought up to date."""

from __future__ import annotations

from foedera.publish.cli.options import DEFAULT_REGISTER, RegisterPath


def upgrade(register: RegisterPath = DEFAULT_REGISTER) -> None:
    """Bring a register that an older Foedera made up to date, and keep a copy of the old one beside it.

    Reports, records and decisions stay as they are; what is one thing across reports is found anew, and ids that were
    cited lead to what they are now. To read the reports anew as well, add them again.
    """
    from foedera.publish.cli.console import Desk
    from foedera.resolve.upgrade import upgrade as bring_up_to_date

    copy = bring_up_to_date(register)
    said = f"brought up to date; the old one is kept as {copy}" if copy else "up to date already"
    Desk().say(f"foedera: {register}: {said}")
