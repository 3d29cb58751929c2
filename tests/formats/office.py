"""
What LibreOffice makes of Word files: a script for the Python that LibreOffice comes with, and a way to call it.

Called as a script it reads JSON on standard input, ``[[path, deed], …]`` with the deeds "", "accept" and "reject", and
prints for each the paragraphs that LibreOffice then has.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DEEDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
PYTHONS = ("/usr/bin/python3", "python3")
SECONDS = 150


@cache
def python() -> str | None:
    """Return a Python that can talk to LibreOffice; None where there is none, or no LibreOffice."""
    if not shutil.which("soffice"):
        return None
    for name in PYTHONS:
        path = shutil.which(name)
        if path and subprocess.run([path, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def paragraphs(asked: list[tuple[Path, str]]) -> list[list[str]]:
    """Return the paragraphs of each file after its deed; empty ones are left out."""
    given = json.dumps([[str(path), deed] for path, deed in asked])
    command = [str(python()), str(Path(__file__))]
    done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=SECONDS, check=True)
    return json.loads(done.stdout)


def converted(files: list[Path], suffix: str, folder: Path) -> list[Path]:
    """Return what LibreOffice saves these files as, in a folder of its own."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", "--norestore", profile, "--convert-to", suffix.lstrip("."), "--outdir"]
    subprocess.run(
        [*command, str(folder), *map(str, files)],
        env=os.environ | {"HOME": str(folder)}, capture_output=True, timeout=SECONDS, check=True,
    )  # fmt: skip
    return [folder / f"{each.stem}{suffix}" for each in files]


# In the Python of LibreOffice


def main() -> None:
    import uno  # noqa: PLC0415 -- there is none in the Python of the tests

    asked = json.loads(sys.stdin.read())
    with started(uno) as context:
        service = context.ServiceManager
        desktop = service.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = service.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        print(json.dumps([paragraphs_in(uno, desktop, helper, path, deed) for path, deed in asked]))  # noqa: T201


@contextlib.contextmanager
def started(uno: object) -> Iterator[object]:
    """Start LibreOffice with a profile of its own, and end it."""
    home = tempfile.mkdtemp()
    pipe = f"accord{os.getpid()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{home}/profile",
         f"--accept=pipe,name={pipe};urp;"],
        env=os.environ | {"HOME": home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        context = _connected(uno, pipe)
        yield context
        with contextlib.suppress(Exception):  # the bridge ends with the office
            context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        office.wait(timeout=20)
    finally:
        office.kill()
        shutil.rmtree(home, ignore_errors=True)


def _connected(uno: object, pipe: str) -> object:
    local = uno.getComponentContext()  # type: ignore[attr-defined]
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # not there yet
            time.sleep(0.25)
    raise TimeoutError("LibreOffice does not answer")


def paragraphs_in(uno: object, desktop: object, helper: object, path: str, deed: str) -> list[str]:
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")  # type: ignore[attr-defined]
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))  # type: ignore[attr-defined]
    if deed:
        helper.executeDispatch(document.CurrentController.Frame, DEEDS[deed], "", 0, ())  # type: ignore[attr-defined]
    found = [each for each in _strings(document.Text) if each.strip()]
    document.close(True)
    return found


def _strings(text: object) -> Iterator[str]:
    """Yield the paragraphs of a text, those of its tables row by row."""
    elements = text.createEnumeration()  # type: ignore[attr-defined]
    while elements.hasMoreElements():
        element = elements.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield element.getString()
        elif element.supportsService("com.sun.star.text.TextTable"):
            for name in element.getCellNames():
                yield from _strings(element.getCellByName(name))


if __name__ == "__main__":
    main()
