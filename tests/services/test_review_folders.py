"""Folders of reviews: one's own, removed when let go, swept when their SimDesk died."""

from pathlib import Path

from simdesk.services.review_folders import begin_review, sweep


def test_each_review_has_a_folder_of_its_own_and_leaves_nothing(tmp_path: Path) -> None:
    root = tmp_path / "reviews"
    one, other = begin_review(root), begin_review(root)
    assert one.path != other.path
    assert one.path.stat().st_mode & 0o077 == 0
    (one.path / "desk.db").write_bytes(b"cards")
    one.remove()
    assert not one.path.exists()
    assert other.path.is_dir()
    other.remove()
    assert list(root.iterdir()) == []


def test_what_a_dead_one_left_is_swept_and_what_is_held_stays(tmp_path: Path) -> None:
    held = begin_review(tmp_path)
    dead = tmp_path / "7"
    dead.mkdir()
    (dead / "desk.db").write_bytes(b"cards")
    (dead / "review.lock").touch()
    sweep(tmp_path)
    assert not dead.exists()
    assert held.path.is_dir()
    again = begin_review(tmp_path)
    assert again.path not in (held.path, dead)
    for one in (held, again):
        one.remove()
