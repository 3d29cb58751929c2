"""
Language versions of one text compared, paragraph by paragraph: numbers, dates, codes, names, negations, brackets.

Pure: what is known of a language comes in as a :class:`Lexicon` (accord.formats.lexicons reads the shipped ones).
"""

from accord.engine.text.concordance.comparing import KINDS, Doubt, Pair, Place, compare_languages
from accord.engine.text.concordance.guessing import language_of
from accord.engine.text.concordance.lexicon import Lexicon
from accord.engine.text.concordance.pairing import pair_paragraphs

__all__ = ["KINDS", "Doubt", "Lexicon", "Pair", "Place", "compare_languages", "language_of", "pair_paragraphs"]
