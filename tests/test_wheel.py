"""The wheel: what it holds, and that its commands work with nothing of the repository beside it."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from briefing import __version__

ROOT = Path(__file__).resolve().parent.parent
DATA = "briefing/data"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="hatchling, which builds the wheel, is not installed"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository without anything fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, check=True, capture_output=True, timeout=120)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder)
    return folder


def run(unpacked: Path, folder: Path, *arguments: str) -> list[str]:
    """The lines that the unpacked wheel's command prints, run in `folder` with no display."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in displays}
    env |= {"PYTHONPATH": str(unpacked), "XDG_DATA_HOME": str(folder / "own"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "briefing", *arguments]
    done = subprocess.run(command, cwd=folder, env=env, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_the_wheel_holds_every_template_and_resource_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for top in ("templates", "resources"):
        files = {path.relative_to(ROOT).as_posix() for path in (ROOT / top).rglob("*") if path.is_file()}
        assert files
        assert {f"{DATA}/{file}" for file in files} <= names
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"briefing", f"briefing-{__version__}.dist-info"}
    assert not any("__pycache__" in name or "/test" in name for name in names)


def test_the_wheel_names_its_commands_version_and_licence(unpacked: Path) -> None:
    about = unpacked / f"briefing-{__version__}.dist-info"
    said = Parser().parsestr((about / "METADATA").read_text("utf-8"))
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("briefing", __version__, "MIT")
    assert said["Requires-Python"] == ">=3.11"
    assert "GNU Lesser General Public License" in (about / "licenses" / "LICENSE").read_text("utf-8")
    assert "briefing = briefing.cli:main" in (about / "entry_points.txt").read_text("utf-8")


def test_the_wheel_exports_its_own_sample_as_both_documents_in_every_format(unpacked: Path, tmp_path: Path) -> None:
    (sample,) = (unpacked / DATA / "resources" / "samples").glob("stockholm-*.json")
    formats = ("--format", "docx", "--format", "pdf", "--format", "md", "--format", "html")
    written = []
    for template in ("briefing-note", "press-release"):
        written += run(unpacked, tmp_path, "export", str(sample), "--template", template, *formats, "--out", "out")
    assert len(written) == 8
    assert all((tmp_path / path).stat().st_size > 1000 for path in written)


def test_with_no_display_the_wheel_exports_its_sample_to_out(unpacked: Path, tmp_path: Path) -> None:
    said, *written = run(unpacked, tmp_path, "sample")
    assert said == f"No display: the sample is exported to out{os.sep} instead."
    assert sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "out").iterdir()) == sorted(written)
    assert len(written) == 8


OPEN_THE_SAMPLE = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from briefing import places
from briefing.app import make_window
from briefing.desktop.look import make_app
from briefing.desktop.settings import Settings

app = make_app()
settings = Settings(QSettings("settings.ini", QSettings.Format.IniFormat))
window = make_window(app, settings, places.samples() / "stockholm-2023.json", Path.cwd())
window.open_sample()
window.show()
app.processEvents()
print(places.templates(), window.windowTitle(), sep="\\n")
"""


def test_the_wheel_opens_its_sample_in_the_window(unpacked: Path, tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(unpacked), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", OPEN_THE_SAMPLE], cwd=tmp_path, env=env, check=False,
                          capture_output=True, encoding="utf-8", timeout=60)  # fmt: skip
    assert done.returncode == 0, done.stderr
    used, title = done.stdout.splitlines()
    assert Path(used) == unpacked / DATA / "templates"
    assert "Sweden, political consultations" in title
