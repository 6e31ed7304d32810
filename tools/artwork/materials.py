"""What turned bodies are made of, as the light shows it."""

from dataclasses import dataclass, replace

from .colour import oklch

Band = tuple[float, float, str, float, float]
"""A stripe of light on a body: from, to (-1 left, 1 right), colour, opacity, softness."""


@dataclass(frozen=True, slots=True)
class Material:
    base: str
    lid: str
    inner: str
    bands: tuple[Band, ...]
    alpha: float | None = None


def matte(light, c, h):
    o = oklch
    return Material(
        base=o(light, c, h),
        lid=o(min(0.97, light + 0.07), c * 0.9, h),
        inner=o(light * 0.45, c, h),
        bands=(
            (-1.1, -0.86, o(light * 0.72, c, h), 0.35, 0.10),
            (-0.80, -0.10, o(min(0.985, light + 0.10), c * 0.85, h), 0.75, 0.20),
            (0.22, 1.2, o(light * 0.66, c * 1.05, h), 0.60, 0.22),
            (0.62, 1.2, o(light * 0.46, c, h), 0.55, 0.14),
            (0.93, 1.05, o(min(0.9, light + 0.02), c, h), 0.35, 0.03),
        ),
    )


def glaze(light, c, h):
    m = matte(light, c, h)
    shine = (-0.56, -0.46, "#ffffff", 0.75, 0.025), (-0.40, -0.36, "#ffffff", 0.35, 0.02)
    return replace(m, bands=(*m.bands, *shine))


def metal(light, c, h):
    o = oklch
    return Material(
        base=o(light, c, h),
        lid=o(min(0.95, light + 0.10), c * 0.9, h),
        inner=o(light * 0.35, c * 0.8, h),
        bands=(
            (-1.1, -0.84, o(light * 0.42, c, h), 0.85, 0.05),
            (-0.78, -0.44, o(min(0.97, light + 0.20), c * 0.75, h), 0.95, 0.08),
            (-0.40, -0.22, o(light * 0.62, c, h), 0.55, 0.06),
            (-0.16, 0.12, o(min(0.95, light + 0.12), c * 0.9, h), 0.65, 0.09),
            (0.20, 0.62, o(light * 0.48, c, h), 0.80, 0.10),
            (0.60, 0.84, o(light * 0.30, c * 0.8, h), 0.80, 0.07),
            (0.86, 0.97, o(min(0.9, light + 0.08), c, h), 0.70, 0.03),
            (-0.66, -0.58, "#ffffff", 0.85, 0.02),
        ),
    )


def glass(light, c, h, alpha=0.5):
    bands = (
        (-1.1, -0.90, oklch(light * 0.55, c, h), 0.55, 0.03),
        (-0.80, -0.62, "#ffffff", 0.55, 0.03),
        (0.30, 1.1, oklch(light * 0.6, c, h), 0.40, 0.16),
        (0.72, 0.84, "#ffffff", 0.40, 0.02),
        (0.92, 1.1, oklch(light * 0.45, c, h), 0.6, 0.03),
    )
    return replace(matte(light, c, h), bands=bands, alpha=alpha)
