"""Say what is missing or unwise here, and how to mend it."""

import argparse

from tijara.faces.cli import examinations
from tijara.faces.cli.terminal import say

SIGNS = {
    examinations.GOOD: "  fine   ",
    examinations.POOR: "  note   ",
    examinations.BAD: "  WRONG  ",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="also fail where there is a note")


def run(options: argparse.Namespace) -> int:
    findings = [examine() for examine in examinations.ALL]
    for finding in findings:
        say(f"{SIGNS[finding.verdict]}{finding.what}: {finding.told}")
        if finding.remedy:
            say(f"{'':<9}→ {finding.remedy}")
    failing = {examinations.BAD} | ({examinations.POOR} if options.strict else set())
    return int(any(finding.verdict in failing for finding in findings))
