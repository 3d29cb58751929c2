"""Which characters wording may hold: ordinary texts of many languages pass, hidden characters do not."""

import unicodedata

import pytest

from accord.engine.text.findings import needs_a_person
from accord.engine.text.scripts import mixed_words, skeleton, twins
from accord.engine.text.wording import Profile, WordingRefused, findings_in, negotiated, refused_in, repaired

# The first sentence of article 1 of the Universal Declaration of Human Rights, or its beginning, in each language.
ORDINARY = {
    "am": "የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብርና በመብትም እኩልነት ያለው ነው።",
    "ar": "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
    "az": "Bütün insanlar ləyaqət və hüquqlarına görə azad və bərabər doğulurlar.",
    "be": "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах.",
    "bg": "Всички хора се раждат свободни и равни по достойнство и права.",
    "bn": "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
    "cs": "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv.",
    "da": "Alle mennesker er født frie og lige i værdighed og rettigheder.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "en": "All human beings are born free and equal in dignity and rights.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
    "et": "Kõik inimesed sünnivad vabadena ja võrdsetena oma väärikuselt ja õigustelt.",
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    "fi": "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits\u202f; ils sont doués de raison.",
    "ga": "Saolaítear na daoine uile saor agus comhionann ina ndínit agus ina gcearta.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "hi": "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    "hr": "Sva ljudska bića rađaju se slobodna i jednaka u dostojanstvu i pravima.",
    "hu": "Minden emberi lény szabadon születik és egyenlő méltósága és joga van.",
    "hy": "Բոլոր մարդիկ ծնվում են ազատ ու հավասար՝ իրենց արժանապատվությամբ և իրավունքներով։",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
    "ja": "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "ka": "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
    "kk": "Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.",
    "km": "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព។",
    "ko": "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "ky": "Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат.",
    "lt": "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis.",
    "lv": "Visi cilvēki piedzimst brīvi un vienlīdzīgi savā pašcieņā un tiesībās.",
    "ml": "മനുഷ്യരെല്ലാവരും തുല്യാവകാശങ്ങളോടും അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചിട്ടുള്ളവരാണ്‌.",
    "mn": "Хүн бүр төрж мэндлэхдээ эрх чөлөөтэй, адилхан нэр төртэй байдаг.",
    "mn-Mong": "ᠬᠦᠮᠦᠨ ᠪᠦᠷ ᠲᠥᠷᠥᠵᠦ ᠮᠡᠨᠳᠡᠯᠡᠬᠦ ᠡᠷᠬᠡ ᠴᠢᠯᠥᠭᠡ ᠲᠡᠢ᠂ ᠠᠳᠠᠯᠢᠬᠠᠨ",
    "mt": "Il-bnedmin kollha jitwieldu ħielsa u ugwali fid-dinjità u d-drittijiet.",
    "ne": "सबै व्यक्तिहरू जन्मजात स्वतन्त्र हुन् ती सबैको समान अधिकार र महत्व छ।",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.",
    "ps": "د بشر ټول افراد آزاد نړۍ ته راځي او د حيثيت او حقوقو له پلوه سره برابر دي.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos.",
    "ro": "Toate ființele umane se nasc libere și egale în demnitate și în drepturi.",
    "ru": "Все люди рождаются свободными и равными в своём достоинстве и правах.",
    "si": "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත. ගරුත්වයෙන් හා අයිතිවාසිකම්වලින් සමාන වෙති. ශ්‍රී",
    "sk": "Všetci ľudia sa rodia slobodní a sebe rovní, čo sa týka ich dôstojnosti a práv.",
    "sl": "Vsi ljudje se rodijo svobodni in imajo enako dostojanstvo in enake pravice.",
    "sr": "Сва људска бића рађају се слободна и једнака у достојанству и правима.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter.",
    "ta": "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்.",
    "tg": "Тамоми одамон озод ва аз лиҳози шарафу ҳуқуқ бо ҳам баробар ба дунё меоянд.",
    "th": "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
    "tr": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.",
    "uk": "Всі люди народжуються вільними і рівними у своїй гідності та правах.",
    "ur": "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
    "uz": "Barcha odamlar erkin, qadr-qimmat va huquqlarda teng boʻlib tugʻiladilar.",
    "vi": "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
    "zh": "人人生而自由，在尊严和权利上一律平等。\u3000他们赋有理性和良心。",
}

HIDDEN = {
    "\x00": "U+0000",
    "\x07": "U+0007",
    "\x1b": "U+001B",
    "\x7f": "U+007F",
    "\x85": "U+0085",
    "\u00ad": "U+00AD",
    "\u200b": "U+200B",
    "\u200d": "U+200D",
    "\u200e": "U+200E",
    "\u202e": "U+202E",
    "\u2066": "U+2066",
    "\ufeff": "U+FEFF",
    "\ufdd0": "U+FDD0",
    "\U000e0041": "U+E0041",
    "\ud800": "U+D800",
}


@pytest.mark.parametrize("language", ORDINARY)
def test_wording_of_ordinary_languages_is_never_refused(language: str) -> None:
    sentence = unicodedata.normalize("NFC", ORDINARY[language])
    assert refused_in(sentence) == ()
    assert negotiated(sentence) == sentence
    assert findings_in(sentence) == []


@pytest.mark.parametrize("char", HIDDEN)
def test_wording_with_hidden_character_is_refused_with_its_place(char: str) -> None:
    text = f"Erste Zeile\nzwei{char} Worte"
    for profile in Profile:
        (place,) = refused_in(text, profile=profile)
        assert (place.offset, place.line, place.column, place.code_point) == (16, 2, 5, HIDDEN[char])
    with pytest.raises(WordingRefused, match="line 2, column 5") as caught:
        negotiated(text)
    assert [each.code_point for each in caught.value.places] == [HIDDEN[char]]
    assert needs_a_person(findings_in(text))


def test_wording_is_normalised_to_nfc_with_plain_line_ends() -> None:
    assert negotiated("\ufeffcafe\u0301\r\nzwei\rdrei 10²") == "café\nzwei\ndrei 10²"


@pytest.mark.parametrize("char", ["\t", "\f", "\uf0b7", "\u0378", "\u2028", "\u3164", "\ufe0f"])
def test_wording_of_product_refuses_what_the_command_line_keeps(char: str) -> None:
    assert refused_in(f"a{char}b") == ()
    with pytest.raises(WordingRefused):
        negotiated(f"a{char}b")


def test_wording_with_tower_of_marks_is_refused_in_the_product() -> None:
    assert negotiated("a" + "\u0316" * 8 + " b") == "a" + "\u0316" * 8 + " b"
    (place,) = refused_in("a" + "\u0316" * 9 + " b", profile=Profile.PRODUCT)
    assert place.offset == 9


def test_wording_joiner_outside_its_scripts_is_refused() -> None:
    assert refused_in("می\u200cآیند") == ()
    assert [place.offset for place in refused_in("ab\u200ccd می\u200c.")] == [2, 8]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain\n", []),
        ("a\r\nb\r\n", [("W001", 1, 2)]),
        ("a\r\nb\nc", [("W001", 1, 2), ("W002", 1, 2)]),
        ("a\rb", [("W001", 1, 2)]),
        ("a\n\tb\tc", [("W003", 2, 1)]),
        ("a\fb", [("W004", 1, 2)]),
        ("\ufeffa", [("W005", 1, 1)]),
        ("abcde\nxye\u0301", [("W006", 2, 3)]),
        ("\uf0b7 a \uf0b7 b", [("W007", 1, 1)]),
        ("a\u0378", [("W008", 1, 2)]),
        ("a\ufe0fb", [("W009", 1, 2)]),
        ("a\u2028b", [("W010", 1, 2)]),
    ],
)
def test_findings_of_kept_characters_name_kind_and_first_place(text: str, found: list[tuple[str, int, int]]) -> None:
    findings = findings_in(text)
    assert [(each.code, each.line, each.column) for each in findings] == found
    assert {each.severity for each in findings} <= ({"warning"} if "\ufe0f" in text else {"info"})


def test_findings_of_kept_characters_count_them() -> None:
    (finding,) = findings_in("a\tb\tc\td")
    assert finding.message == "The text holds 3 × tab."


@pytest.mark.parametrize("before", [0, 1, 4095, 4096, 4097, 10_000])
def test_findings_of_decomposed_letters_name_the_first_one(before: int) -> None:
    (finding,) = findings_in("x" * before + "e\u0301 and e\u0301")
    assert (finding.code, finding.offset) == ("W006", before)


def test_wording_of_an_import_is_repaired_visibly() -> None:
    text, findings = repaired("a\tb\tc\fd \uf0b7 e\u00adf\u202eg")
    assert text == "a b c\nd • ef\u202eg"
    assert [(each.code, each.severity, each.offset) for each in findings] == [
        ("W011", "info", 1),
        ("W011", "info", 5),
        ("W011", "info", 8),
        ("W011", "info", 11),
    ]
    assert findings[0].message == "2 × tab became a space."
    with pytest.raises(WordingRefused):
        negotiated(text)


# Letters that look like others


@pytest.mark.parametrize("language", ORDINARY)
def test_wording_of_ordinary_languages_is_never_doubted(language: str) -> None:
    assert list(mixed_words(ORDINARY[language])) == []
    assert list(twins(f"{ORDINARY['en']} {ORDINARY[language]}")) == []


def test_wording_of_all_languages_in_one_text_is_not_doubted() -> None:
    together = "\n".join(ORDINARY.values())
    assert (list(mixed_words(together)), list(twins(together))) == ([], [])


def test_letters_of_two_scripts_none_of_which_looks_like_another_have_no_twins() -> None:
    assert list(twins("À Φ")) == []


@pytest.mark.parametrize(
    "word", ["使用Word文件", "ใช้Word", "הEU", "日本のルール", "한국어漢字", "e-mail", "µm", "COVID-19-дан"]
)
def test_wording_of_scripts_that_belong_together_is_not_doubted(word: str) -> None:
    assert findings_in(unicodedata.normalize("NFC", word)) == []


@pytest.mark.parametrize(
    ("word", "letter", "other"),
    [
        ("Казaхстан", "U+0061 LATIN SMALL LETTER A", "U+0430 CYRILLIC SMALL LETTER A"),
        ("КAZ", "U+041A CYRILLIC CAPITAL LETTER KA", "U+004B LATIN CAPITAL LETTER K"),
        ("Аrmenia", "U+0410 CYRILLIC CAPITAL LETTER A", "U+0041 LATIN CAPITAL LETTER A"),
        ("shαll", "U+03B1 GREEK SMALL LETTER ALPHA", "U+0061 LATIN SMALL LETTER A"),
        ("nօt", "U+0585 ARMENIAN SMALL LETTER OH", "U+006F LATIN SMALL LETTER O"),
    ],
)
def test_findings_name_a_word_of_two_scripts_and_its_letters(word: str, letter: str, other: str) -> None:
    (finding,) = findings_in(f"One\ntwo {word} three")
    assert (finding.code, finding.severity, finding.line, finding.column) == ("W016", "warning", 2, 5)
    assert f"“{word}”" in finding.message
    assert letter in finding.message
    assert other in finding.message


def test_findings_only_mention_a_unit_in_two_scripts() -> None:
    assert [(each.code, each.severity) for each in findings_in("ΔT in kΩ")] == [("W016", "info"), ("W016", "info")]


def test_findings_name_two_words_that_look_the_same() -> None:
    (finding,) = findings_in("The COP met.\nКонференция СОР.")
    assert (finding.code, finding.severity, finding.line, finding.column) == ("W017", "warning", 2, 13)
    assert "“С” (U+0421 CYRILLIC CAPITAL LETTER ES)" in finding.message
    assert skeleton("СОР") == "COP"


def test_every_code_point_that_is_not_plain_is_refused_in_the_product() -> None:
    allowed = {"\n", "\r"}  # a lone CR is repaired to a line end before this
    passed = [
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char)[0] in "CZ" and unicodedata.category(char) != "Zs" and char not in allowed
        if not refused_in(f"a{char}b", profile=Profile.PRODUCT)
    ]
    assert passed == []
    assert refused_in("a\u00e9b\u00a0\u3000c", profile=Profile.PRODUCT) == ()


def test_findings_cut_a_word_that_has_no_end() -> None:
    (finding,) = findings_in("aа" * 50_000)
    assert len(finding.message) < 400
