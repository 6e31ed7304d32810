"""Sizes are read from any bytes without a fall; names tell what they were given."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tijara.kit.pictures import WIDTHS, MadePicture, made_picture, size_fault, told_size

SIGNS = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8X", b"\0\0\0\x20ftypavif"]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF"])
@pytest.mark.parametrize("more", [{}, {"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}])
def test_the_head_tells_the_size(form, more):
    content = io.BytesIO()
    Image.new("RGB", (433, 301)).save(content, form, **more)
    assert told_size(content.getvalue()) == (433, 301)


@given(st.sampled_from([b"", *SIGNS]), st.binary(max_size=300))
def test_any_bytes_have_a_size_or_none(sign, content):
    size = told_size(sign + content)
    assert size is None or len(size) == 2
    assert isinstance(size_fault(size), str)


@pytest.mark.parametrize(
    ("size", "fault"),
    [
        (None, "unreadable"),
        ((299, 900), "too_small"),
        ((300, 300), ""),
        ((12_001, 300), "too_many_pixels"),
        ((10_000, 10_000), "too_many_pixels"),
        ((0, 0), "too_small"),
    ],
)
def test_sizes_that_can_be_taken(size, fault):
    assert size_fault(size) == fault


@given(
    st.integers(0, 16**32 - 1).map(lambda number: f"{number:032x}"),
    st.integers(1, 12_000),
    st.integers(1, 12_000),
)
def test_a_name_tells_token_and_size(token, width, height):
    made = MadePicture(token, width, height)
    assert made_picture(made.name) == made and len(made.name) <= 60
    assert set(made.widths) <= set(WIDTHS) and made.widths


@pytest.mark.parametrize("name", ["", "dallah-brass", "up_x_1x1", f"up_{'a' * 32}_0x1", "/a.png"])
def test_other_names_are_not_taken_for_one(name):
    assert made_picture(name) is None
