"""`foedera sources`: the reports that the register rests on."""

from __future__ import annotations

from foedera.publish.cli.options import DEFAULT_REGISTER, AsOf, Json, RegisterPath


def sources(register: RegisterPath = DEFAULT_REGISTER, as_of: AsOf = None, as_json: Json = False) -> None:
    """Show the reports with their provenance: publisher, date and its basis, who republished whom, what read them."""
    from foedera.model.codec import document_to_plain, to_plain
    from foedera.publish.cli.console import Desk
    from foedera.publish.cli.looking import looking

    desk = Desk()
    with looking(desk, register, as_of) as view:
        reports = view.reports()
        passages = {passage.doc: passage for passage in view.passages()}
        copies = view.copies()
        if as_json:
            desk.write(
                [
                    document_to_plain(report.document)
                    | {"source": report.source, "version": report.version}
                    | {"extractor": report.extractor, "model": report.model}
                    | {
                        "copy_of": copies.get(report.document.id),
                        "shares_text": to_plain(passages.get(report.document.id)),
                    }
                    for report in reports
                ]
            )
            return
        desk.table(
            f"{len(reports)} reports",
            (
                "Published",
                "By",
                "Publisher",
                "First by",
                "Again by",
                "Authors",
                "Title",
                "Report",
                "Version",
                "Copy of",
            ),
            [
                (
                    report.document.published,
                    report.document.published_basis,
                    report.document.publisher or report.document.agency,
                    report.document.original_publisher,
                    report.document.republished_by,
                    ", ".join(report.document.authors) or None,
                    report.document.title,
                    report.document.path,
                    str(report.version),
                    view.report(copies[report.document.id]).document.path if report.document.id in copies else None,
                )
                for report in reports
            ],
        )
