"""A Debian with nothing but its base, in a folder, and one ordinary user."""

import os
import shlex
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Mapping
from pathlib import Path

RELEASE = "bookworm"
USER = "clerk"
_SOCKETS = "/tmp/.X11-unix"
_OF_PACKAGES = ("/var/lib/", "/var/cache/", "/var/log/", "/proc/", "/home/", "/root/")
"""What Debian's own tools keep, and what is the user's."""
Answer = subprocess.CompletedProcess[str]
_INSTALL = ("apt-get", "-q", "install", "-y", "--no-install-recommends")


class TryError(Exception):
    """Something did not go as it should."""


def say(words: str) -> None:
    """A heading of the transcript."""
    print(f"\n== {words}", flush=True)


class Bare:
    """The folder `work/root`, made anew each time from a base that is kept beside it."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self.root = work / "root"

    def make(self) -> None:
        """Unpack the base, which is fetched the first time, and let apt work as it does here."""
        base = self._work / f"{RELEASE}.tar"
        shutil.rmtree(self.root, ignore_errors=True)
        if not base.exists():
            _call("debootstrap", "--variant=minbase", RELEASE, self.root)
            with tarfile.open(base.with_suffix(".part"), "w") as archive:
                archive.add(self.root, ".")
            base.with_suffix(".part").replace(base)
        else:
            self.root.mkdir(parents=True)
            _call("tar", "-xf", base, "-C", self.root)
        self._like_here()
        _call("mount", "-t", "proc", "proc", self.root / "proc")
        sockets = self.root / _SOCKETS.lstrip("/")
        sockets.mkdir(mode=0o1777)
        _call("mount", "--bind", _SOCKETS, sockets)
        self._as_root("useradd", "--create-home", USER)
        self._as_root("apt-get", "-q", "update")

    def _like_here(self) -> None:
        for name in ("etc/resolv.conf", "etc/hosts"):
            if Path("/", name).exists():
                shutil.copyfile(Path("/", name), self.root / name)
        told = subprocess.run(["apt-config", "dump", "Acquire"], check=True, capture_output=True)
        (self.root / "etc/apt/apt.conf.d/00here").write_bytes(told.stdout)

    def install(self, package: Path) -> None:
        """With what it depends on and no more. Raises TryError."""
        shutil.copy(package, self.root / package.name)
        self._as_root(*_INSTALL, f"/{package.name}")
        (self.root / package.name).unlink()

    def remove(self, packages: Iterable[str]) -> None:
        """With all that they keep of their own. Raises TryError."""
        self._as_root("apt-get", "-q", "purge", "-y", *sorted(packages))

    def run(self, *words: str, **environment: str) -> None:
        """A command as the ordinary user, shown. Raises TryError when it fails."""
        self._tell(words, environment)
        ended = subprocess.run(
            self.command(*words, **environment),
            check=False,
            stderr=subprocess.PIPE,
            text=True,
        )
        if ended.returncode:
            print(ended.stderr)
            raise TryError(f"{shlex.join(words)} ended with {ended.returncode}")

    def ask(self, *words: str, status: int = 0, **environment: str) -> Answer:
        """The same, and what it said. Raises TryError when it ends with another status."""
        self._tell(words, environment)
        ended = subprocess.run(
            self.command(*words, **environment), check=False, capture_output=True, text=True
        )
        if ended.returncode != status:
            print(ended.stdout, ended.stderr)
            raise TryError(f"{shlex.join(words)} ended with {ended.returncode}, not {status}")
        return ended

    def command(self, *words: str, **environment: str) -> list[str]:
        """The same as words to be run here: nothing of this machine's environment goes along.

        It begins in HOME, which is the user's own unless `environment` has another.
        """
        home = f"/home/{USER}"
        around = {"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **environment}
        named = [f"{name}={value}" for name, value in around.items()]
        as_user = ["chroot", f"--userspec={USER}:{USER}", str(self.root)]
        return [*as_user, "env", "-i", "-C", around["HOME"], *named, *words]

    def inside(self, path: str) -> Path:
        """Where a path of the bare Debian lies on this machine."""
        return self.root / path.lstrip("/")

    def unpack(self, archive: Path, folder: str) -> None:
        """Into a new folder, by the ordinary user. Raises CalledProcessError."""
        _call(*self.command("mkdir", "--parents", folder))
        print(f"$ tar -xf {archive.name} -C {shlex.quote(folder)}", flush=True)
        # Unpacked here, laid out there: a bare Debian has no zstd.
        with subprocess.Popen(["zstd", "-dc", archive], stdout=subprocess.PIPE) as plain:
            subprocess.run(self.command("tar", "-x", "-C", folder), check=True, stdin=plain.stdout)

    @staticmethod
    def _tell(words: tuple[str, ...], environment: Mapping[str, str]) -> None:
        around = (f"{name}={shlex.quote(value)}" for name, value in environment.items())
        print("$", *around, shlex.join(words), flush=True)

    def files(self) -> set[str]:
        """Every path of the system itself, without what its tools keep and what is the user's."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.root):
            inside = f"/{Path(folder).relative_to(self.root)}/".replace("/./", "/")
            folders[:] = [
                one
                for one in folders
                if f"{inside}{one}/" not in _OF_PACKAGES and f"{inside}{one}" != _SOCKETS
            ]
            found.update(f"{inside}{name}" for name in (*folders, *names))
        return found

    def packages(self) -> set[str]:
        """Names of the packages that are installed."""
        told = subprocess.run(
            ["chroot", self.root, "dpkg-query", "-W", "-f", "${Package}\n"],
            check=True,
            capture_output=True,
            text=True,
        )
        return set(told.stdout.split())

    def _as_root(self, *words: str) -> None:
        print(f"# {shlex.join(words)}", flush=True)
        around = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        around["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
        ended = subprocess.run(
            ["chroot", self.root, *words],
            check=False,
            env=around,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if ended.returncode:
            print(ended.stdout)
            raise TryError(f"{shlex.join(words)} ended with {ended.returncode}")


def _call(*words: str | Path) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
