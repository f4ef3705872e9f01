"""Catalogues: complete, with the facts unchanged, and honest about who checked them."""

import re
from pathlib import Path

import pytest

from actions.voice import Voice
from knowledge import catalogues
from knowledge.library import Library
from knowledge.store import Store
from knowledge.strings import visible_strings
from knowledge.translation import Translated, Translations, load_translations

SNAPSHOT = Store().snapshot
STRINGS = visible_strings(SNAPSHOT)
LANGUAGES = [language.code for language in SNAPSHOT.full_languages() if language.code != "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated_with_its_placeholders_and_numbers(language: str) -> None:
    assert list(catalogues.problems(language, STRINGS)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_topics_fit_on_a_button(language: str) -> None:
    translations = load_translations()
    for topic in SNAPSHOT.topics.values():
        assert len(translations.translate(topic.name, language).text) <= 40, topic.id


def test_a_missing_string_and_a_changed_number_are_told(tmp_path: Path) -> None:
    catalogues.update("pl", {"Call 999 now": "", "Stay": ""}, tmp_path)
    path = tmp_path / "pl" / "LC_MESSAGES" / "signpost.po"
    path.write_text(re.sub(r'(msgid "Call 999 now"\n)msgstr ""', r'\1msgstr "Dzwoń 998"', path.read_text()))
    told = list(catalogues.problems("pl", {"Call 999 now": "", "Stay": ""}, tmp_path))
    assert [("numbers" in problem, "no translation" in problem) for problem in told] == [(True, False), (False, True)]


def test_updating_keeps_translations_and_drops_what_is_no_longer_said(tmp_path: Path) -> None:
    path = catalogues.update("pl", {"Hello": "", "Old": ""}, tmp_path)
    path.write_text(path.read_text().replace('msgid "Hello"\nmsgstr ""', 'msgid "Hello"\nmsgstr "Cześć"'))
    text = catalogues.update("pl", {"Hello": "", "New": ""}, tmp_path).read_text()
    assert "Cześć" in text
    assert "New" in text
    assert "Old" not in text


def test_a_changed_english_sentence_is_never_given_in_its_old_translation() -> None:
    library = Library(Store(), Translations({"pl": {"Old words": Translated("Stare słowa", "reviewed")}}))
    voice = Voice(library, "pl")
    assert voice.say("New words") == "New words"
    assert voice.status == "english"


def test_a_reply_is_never_said_to_be_better_than_its_weakest_part() -> None:
    texts = {"One": Translated("Jeden", "reviewed"), "Two": Translated("Dwa", "machine")}
    voice = Voice(Library(Store(), Translations({"pl": texts})), "pl")
    voice.say("One")
    assert voice.status == "reviewed"
    voice.say("Two")
    assert voice.status == "machine"


def test_phone_numbers_stay_in_order_inside_right_to_left_text() -> None:
    voice = Voice(Library(Store(), load_translations()), "ar")
    assert "\u2066020 7780 7394\u2069" in voice.say(SNAPSHOT.topics["general-enquiries"].description)


def test_braces_in_a_name_reach_nothing() -> None:
    voice = Voice(Library(Store(), Translations({})), "en")
    with pytest.raises(KeyError):
        voice.say("{name.__class__}", name="x")


@pytest.mark.parametrize(
    ("header", "status"),
    [("", "machine"), ("# reviewed-by: Anna Kowalska\n", "reviewed"), ("# reviewed-by:\n", "machine")],
)
def test_a_reviewers_name_turns_machine_into_reviewed(tmp_path: Path, header: str, status: str) -> None:
    path = tmp_path / "pl" / "LC_MESSAGES" / "signpost.po"
    path.parent.mkdir(parents=True)
    head = header + 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_text(f'{head}\nmsgid "Hello"\nmsgstr "Cześć"\n', encoding="utf-8")
    assert load_translations(tmp_path).translate("Hello", "pl").status == status
