"""
Documents that LibreOffice itself edits with tracked changes, at random but always the same: a script for its Python.

It reads ``[folder, count]`` as JSON, writes ``0.odt`` and so on into the folder, and prints for each the paragraphs
that LibreOffice has after accepting all changes, and after rejecting all.
"""

import json
import random
import sys
from pathlib import Path

import office

AUTHORS = ("Ann", "Ben", "Cay")
WORDS = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]
STYLES = ("Heading 1", "Quotations", "List 1", "Numbering 1")
DEEDS = ("word", "word", "letters", "letters", "stretch", "end", "end and word", "paragraph", "line")
PARAGRAPH, LINE = 0, 1
"""Control characters of LibreOffice."""


def main() -> None:
    import uno  # noqa: PLC0415 -- there is none in the Python of the tests

    folder, count = json.loads(sys.stdin.read())
    with office.started(uno) as context:
        service = context.ServiceManager  # type: ignore[attr-defined]
        desktop = service.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = service.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        settings = service.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
        found = []
        for number in range(count):
            path = str(Path(folder) / f"{number}.odt")
            write(uno, desktop, settings, path, random.Random(number))  # noqa: S311 -- no secret
            found.append([office.paragraphs_in(uno, desktop, helper, path, deed) for deed in office.DEEDS])
        print(json.dumps(found))  # noqa: T201


def write(uno, desktop, settings, path: str, dice: random.Random) -> None:  # type: ignore[no-untyped-def]
    """Write one document: some paragraphs, perhaps a table and styles, then up to seven edits by three authors."""
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (value(uno, "Hidden", True),))
    fill(document, dice)
    document.RecordChanges = True
    for _ in range(dice.randint(1, 7)):
        be(uno, settings, dice.choice(AUTHORS))
        edit(document.Text, dice)
    document.storeToURL(Path(path).as_uri(), (value(uno, "FilterName", "writer8"),))
    document.close(True)


def fill(document, dice: random.Random) -> None:  # type: ignore[no-untyped-def]
    text, count = document.Text, dice.randint(3, 8)
    cursor = text.createTextCursor()
    for number in range(count):
        words = " ".join(dice.choice(WORDS) for _ in range(dice.randint(3, 9)))
        cursor.ParaStyleName = dice.choice(STYLES) if dice.random() < 0.2 else "Standard"
        text.insertString(cursor, f"P{number} {words}.", False)
        if number == 1 and dice.random() < 0.4:
            table = document.createInstance("com.sun.star.text.TextTable")
            table.initialize(2, 2)
            text.insertTextContent(cursor, table, False)
            for name in table.getCellNames():
                table.getCellByName(name).setString(f"cell {dice.choice(WORDS)}")
        if number < count - 1:
            text.insertControlCharacter(cursor, PARAGRAPH, False)


def edit(text, dice: random.Random) -> None:  # type: ignore[no-untyped-def]
    """Make one edit at a random place."""
    cursor, deed = text.createTextCursor(), dice.choice(DEEDS)
    cursor.gotoStart(False)
    cursor.goRight(dice.randint(0, max(len(text.getString()) - 1, 0)), False)
    if deed in {"letters", "stretch"}:
        cursor.goRight(dice.randint(1, 8) if deed == "letters" else dice.randint(20, 90), True)
        cursor.setString("")
        return
    if deed in {"word", "paragraph"}:
        text.insertString(cursor, f" {dice.choice(WORDS)}  y", False)
    if deed != "word":
        text.insertControlCharacter(cursor, LINE if deed == "line" else PARAGRAPH, False)
    if deed == "end and word":
        text.insertString(cursor, f"z {dice.choice(WORDS)}", False)


def be(uno, settings, name: str) -> None:  # type: ignore[no-untyped-def]
    """Let the next edits be by this author."""
    place = (value(uno, "nodepath", "/org.openoffice.UserProfile/Data"),)
    access = settings.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", place)
    access.setPropertyValue("givenname", name)
    access.commitChanges()


def value(uno, name: str, of: object) -> object:  # type: ignore[no-untyped-def]
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, of
    return made


if __name__ == "__main__":
    main()
