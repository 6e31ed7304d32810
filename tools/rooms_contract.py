"""An import-linter contract: a domain is entered from outside by its public rooms only."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

FOR_TESTS = "testing"


class RoomsContract(Contract):
    """`importers` may enter `domains.<domain>.<room>` only where the room is in `public`.

    Tests, and the makers that they use, may enter `testing` as well. A domain's own modules walk
    freely through it.
    """

    type_name = "rooms"
    domains = fields.StringField()
    importers = fields.StringField()
    public = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        trespasses = [
            {"importer": importer, "imported": imported, "line": line}
            for importer in sorted(graph.modules)
            if importer.startswith(f"{self.importers}.")
            for imported in sorted(graph.find_modules_directly_imported_by(importer))
            if self._is_trespass(importer, imported)
            for line in _lines(graph, importer, imported)
        ]
        return ContractCheck(kept=not trespasses, metadata={"trespasses": trespasses})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for trespass in check.metadata["trespasses"]:
            output.print_error("- {importer}:{line} enters {imported}".format(**trespass))

    def _is_trespass(self, importer: str, imported: str) -> bool:
        if not imported.startswith(f"{self.domains}."):
            return False
        depth = self.domains.count(".") + 1
        domain, *room = imported.split(".")[depth:]
        if not room or importer.split(".")[: depth + 1] == [*self.domains.split("."), domain]:
            return False
        return room[0] not in self.public and not (room[0] == FOR_TESTS and _is_test(importer))


def _is_test(module: str) -> bool:
    return not {"tests", FOR_TESTS}.isdisjoint(module.split("."))


def _lines(graph: ImportGraph, importer: str, imported: str) -> list[int]:
    details = graph.get_import_details(importer=importer, imported=imported)
    return [detail["line_number"] for detail in details]
