"""What `make try-package` looks for, by examples of what it must find."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trying.jobs import seen
from trying.looks import lacking, odd

ROOT = Path(__file__).resolve().parents[2]
HOOK = ROOT / "packaging/linux/library_path.py"


def line(rights: str, owner: str, path: str) -> str:
    return f"{rights} {owner}         470 2026-06-01 10:36 {path}"


@pytest.mark.parametrize(
    ("told", "strange"),
    [
        (line("drwxr-xr-x", "root/root", "./usr/lib/"), False),
        (line("-rw-r--r--", "root/root", "./usr/lib/simdesk/a b.so"), False),
        (line("lrwxrwxrwx", "root/root", "./usr/bin/simdesk -> ../lib/simdesk/simdesk"), False),
        (line("-rwxr-xr-x", "root/root", "./usr/lib/simdesk/simdesk"), False),
        (line("-rw-r--r--", "root/root", "./usr/lib/simdesk/simdesk"), True),
        (line("-rwxr-xr-x", "root/root", "./usr/share/man/man1/simdesk.1.gz"), True),
        (line("-rw-rw-rw-", "root/root", "./usr/share/man/man1/simdesk.1.gz"), True),
        (line("drwx------", "root/root", "./usr/lib/"), True),
        (line("-rw-r--r--", "me/users", "./usr/share/man/man1/simdesk.1.gz"), True),
    ],
)
def test_rights_and_owners_of_a_package(told: str, strange: bool) -> None:
    assert odd([told]) == ([told] if strange else [])


def test_libraries_that_are_missing_are_named_with_who_wants_them() -> None:
    told = (
        "/usr/lib/simdesk/a.so:\n"
        "\tlinux-vdso.so.1 (0x00007ffd)\n"
        "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n"
        "/usr/lib/simdesk/b.so.1:\n"
        "\tlibGL.so.1 => not found\n"
        "\tstatically linked\n"
    )
    assert lacking(told) == ["/usr/lib/simdesk/b.so.1: libGL.so.1 => not found"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_process_is_seen_while_it_lives() -> None:
    waiting = [sys.executable, "-c", "import sys; sys.stdin.read()", "a-hidden-word"]
    around = {**os.environ, "A_NAME": "its value"}
    with (
        seen(Path("/"), "a-hidden-word") as found,
        subprocess.Popen(waiting, stdin=subprocess.PIPE, env=around) as process,
    ):
        for _ in range(500):
            if found:
                break
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.02)
        process.communicate()
    assert found.keys() == {process.pid}
    assert "A_NAME=its value" in found[process.pid]


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_the_path_to_our_libraries_is_not_handed_on(before: str | None) -> None:
    around = {**os.environ, "LD_LIBRARY_PATH": "/usr/lib/simdesk/_internal"}
    around.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        around["LD_LIBRARY_PATH_ORIG"] = before
    program = f"import os, runpy; runpy.run_path({str(HOOK)!r}); print(dict(os.environ))"
    told = subprocess.run(
        [sys.executable, "-c", program], env=around, capture_output=True, text=True, check=True
    ).stdout
    assert "/usr/lib/simdesk/_internal" not in told
    assert "LD_LIBRARY_PATH_ORIG" not in told
    assert ("'LD_LIBRARY_PATH': '/opt/lib'" in told) is (before is not None)
    assert "'PYINSTALLER_RESET_ENVIRONMENT': '1'" in told
