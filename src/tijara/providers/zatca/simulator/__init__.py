"""The authority's gateway as its documentation says it answers, over HTTP on loopback."""
