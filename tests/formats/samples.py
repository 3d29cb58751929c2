"""A rolling text with something of everything, and one whose wording is made to do harm. All of it is invented."""

from accord.engine import text as engine

NOTATION = """%accord 1
%base
%delegations XAA, XBB, XCC, XDD
%groups The group = XAA, XBB
%sample
%language en
%encoding XCC crlf

Joint statement on mutual assistance

The Ministers, [XAA: recalling their statement of last year,] met in an invented town,

[Guided] [XBB, XCC: Inspired] by [the Charter] [XDD: their Charter [XAA: and \\[date\\]]], \
[agreed ad ref in plenary; pending XBB]

1. The Parties [shall] [XAA, XBB: should] exchange data once a year, and may publish
a joint report. [XCC reserve: on the whole of it] [XDD note: will follow consensus]

2. They [publish] [XAA: no text] the report [reopened]

[XBB: 3. They shall inform the public of [it] [XCC: their work].]

تتبادل الأطراف البيانات [مرة] [XAA: مرتين] في السنة.

Тараптар жылына [CHAIR: екі] рет деректер алмасады.
"""

HOSTILE = (
    "<script>alert(1)</script> & <b onclick='x'> \"quoted\" ]]> <!-- --> &amp; &#0; {x} #set page() $x$ *b* _i_ @a `c`"
)


def rolling() -> engine.Text:
    """Return the text with something of everything."""
    return engine.parse(NOTATION)


def hostile() -> engine.Text:
    """Return a text that says the hostile wording wherever something can be said."""
    base = f"{HOSTILE}\n\n1. One {HOSTILE}\nline.\n"
    text = engine.compile_text(base, {"XAA": base.replace("One", f"Two {HOSTILE} x"), "XBB": f"{base}\n{HOSTILE}\n"})
    text = engine.annotate(text, text.blocks[1].id, kind="reserve", code="XAA", wording=HOSTILE)
    return engine.agree(text, text.blocks[0].id, forum=HOSTILE.replace("]", "").replace(";", ""))
