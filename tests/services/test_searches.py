"""Saved searches: named, unique, renamed, deleted, announced."""

from pathlib import Path

import pytest

from simdesk.models.changes import SearchesChanged
from simdesk.models.errors import KnownError
from tests.services.desk_stage import staged


async def test_searches_are_kept_by_name(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        late = await stage.searches.save(" zebra ", "status:in_use")
        early = await stage.searches.save("Apple", "carrier:CMCC")
        assert stage.told() == [SearchesChanged(), SearchesChanged()]
        assert (late.name, late.filter_text) == ("zebra", "status:in_use")
    async with staged(tmp_path) as stage:
        assert await stage.searches.all() == (early, late)


async def test_a_name_is_taken_whatever_its_case(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        first = await stage.searches.save("Depot", "tag:depot")
        other = await stage.searches.save("Other", "tag:x")
        stage.told()
        with pytest.raises(KnownError, match="“Depot” exists"):
            await stage.searches.save("depot", "tag:y")
        with pytest.raises(KnownError, match="“Depot” exists"):
            await stage.searches.rename(other.id, "DEPOT")
        assert await stage.searches.all() == (first, other)
        assert stage.told() == []
        await stage.searches.rename(first.id, "DEPOT")
        assert [search.name for search in await stage.searches.all()] == ["DEPOT", "Other"]
        assert stage.told() == [SearchesChanged()]


async def test_what_is_gone_is_told_once(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        search = await stage.searches.save("Depot", "tag:depot")
        stage.told()
        await stage.searches.delete(search.id)
        await stage.searches.delete(search.id)
        assert stage.told() == [SearchesChanged()]
        with pytest.raises(KnownError, match="gone"):
            await stage.searches.rename(search.id, "again")


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb"])
async def test_a_name_is_one_short_line(tmp_path: Path, name: str) -> None:
    async with staged(tmp_path) as stage:
        with pytest.raises(KnownError):
            await stage.searches.save(name, "")
        assert await stage.searches.all() == ()
