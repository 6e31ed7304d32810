"""The first-run set-up: from an empty installation to the first product on sale, step by step."""
