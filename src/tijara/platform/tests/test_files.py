"""A file is what its content says, is bounded, and is nobody's but its owner's."""

import gzip
import io
import stat

import pytest
from PIL import Image

from tijara.kit.ids import new_id
from tijara.platform.files import (
    FileKind,
    FileNotAccepted,
    FileTooLarge,
    find,
    remove,
    remove_all,
    store,
)

ANY = frozenset(FileKind) - {FileKind.DATA}
CSV = "الاسم,السعر\nدلة,٣٤٩\n".encode()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def keep(content: bytes, accepted=ANY, most_bytes=1_000_000, owner_id=None):
    return store(
        owner_id or new_id(), io.BytesIO(content), accepted=accepted, most_bytes=most_bytes
    )


def picture(form: str) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (4, 4)).save(content, form)
    return content.getvalue()


def test_a_file_comes_back_as_it_was(own_folder):
    stored = keep(CSV)
    again = find(stored.owner_id, stored.id)
    assert again == stored and again.path.read_bytes() == CSV
    assert again.size_bytes == len(CSV)
    assert again.path.is_relative_to(own_folder)


@pytest.mark.parametrize(
    "content, kind",
    [
        (CSV, FileKind.TEXT),
        (b"\xef\xbb\xbf" + CSV, FileKind.TEXT),
        (gzip.compress(CSV, mtime=0), FileKind.GZIP),
        (picture("PNG"), FileKind.PNG),
        (picture("JPEG"), FileKind.JPEG),
        (picture("WEBP"), FileKind.WEBP),
        (picture("AVIF"), FileKind.AVIF),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"PK\x03\x04rest", FileKind.ZIP),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", FileKind.XLSX),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", FileKind.EPUB),
        (b"ID3\x04rest", FileKind.MP3),
        (b"RIFF\x00\x00\x00\x00WAVEfmt", FileKind.WAV),
        (b"\x00\x00\x00\x20ftypM4A ", FileKind.M4A),
    ],
)
def test_its_kind_follows_from_its_content(content, kind):
    assert keep(content).kind is kind


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00program", b"a,b\n\x00\x01", "نص".encode("cp1256"), b"\x7fELF\x02"],
    ids=["empty", "program", "control characters", "another encoding", "another program"],
)
def test_what_we_do_not_know_is_not_kept(content, own_folder):
    with pytest.raises(FileNotAccepted):
        keep(content)
    assert [path for path in own_folder.rglob("*") if path.is_file()] == []


def test_a_kind_that_is_not_wanted_here_is_refused():
    with pytest.raises(FileNotAccepted):
        keep(picture("PNG"), accepted=frozenset({FileKind.TEXT}))


def test_a_file_may_fill_its_limit_and_not_a_byte_more(own_folder):
    owner_id = new_id()
    keep(b"x" * 1000, most_bytes=1000, owner_id=owner_id)
    with pytest.raises(FileTooLarge):
        keep(b"x" * 1001, most_bytes=1000, owner_id=owner_id)
    assert len([path for path in own_folder.rglob("*") if path.is_file()]) == 1


def test_nobody_reads_anothers_file():
    stored = keep(CSV)
    assert find(new_id(), stored.id) is None
    remove(new_id(), stored.id)
    assert find(stored.owner_id, stored.id) == stored


def test_a_removed_file_is_gone():
    stored, other = keep(CSV), keep(CSV)
    remove(stored.owner_id, stored.id)
    assert find(stored.owner_id, stored.id) is None
    remove_all(other.owner_id)
    assert find(other.owner_id, other.id) is None


def test_only_the_house_may_read_it():
    assert stat.S_IMODE(keep(CSV).path.stat().st_mode) == 0o600


def test_any_content_is_kept_where_any_is_wanted():
    stored = keep("نص".encode("cp1256"), accepted=frozenset({FileKind.DATA}))
    assert stored.kind is FileKind.DATA
