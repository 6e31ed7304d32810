"""Soft curves through the points of a profile."""


def spline(pts, sub=7):
    """Catmull-Rom through (height, radius); a repeated point makes a sharp corner."""
    out = []
    for run in _runs(pts):
        ends = [run[0], *run, run[-1]]
        for i in range(1, len(ends) - 2):
            out += [_between(ends[i - 1 : i + 3], j / sub) for j in range(sub)]
        out.append(run[-1])
    return out


def _runs(pts):
    """The smooth pieces between the corners."""
    runs, run = [], [pts[0]]
    for p in pts[1:]:
        if p == run[-1]:
            runs.append(run)
            run = [p]
        else:
            run.append(p)
    return [*runs, run]


def _between(four, t):
    p0, p1, p2, p3 = four
    return tuple(
        0.5
        * (
            2 * p1[q]
            + (p2[q] - p0[q]) * t
            + (2 * p0[q] - 5 * p1[q] + 4 * p2[q] - p3[q]) * t * t
            + (3 * p1[q] - p0[q] - 3 * p2[q] + p3[q]) * t**3
        )
        for q in (0, 1)
    )
