"""Names that nobody knows: who speaks, and what is said about the name."""

import pytest

from negotext.languages import load_registry
from negotext.reading import read_text


@pytest.mark.parametrize(
    ("language", "draft", "name"),
    [
        ("en", "5. Ships [XX: delete] sail.", "XX"),
        ("en", "5. Ships [US/XX oppose: slowly] sail.", "XX"),
        ("en", "5. Ships [NN: delete] sail.", "NN"),
        ("fr", "5. Les navires [XXX : supprimer] partent.", "XXX"),
        ("es", "5. Los buques [XX: suprimir] zarpan.", "XX"),
        ("ru", "5. Суда [ХХ: исключить] идут.", "ХХ"),
        ("zh", "5. 船舶[XX：删除]航行。", "XX"),
        ("zh", "5. 船舶[XX——删除]航行。", "XX"),
        ("ar", "5 - السفن [XX: حذف] تبحر.", "XX"),
    ],
)
def test_a_placeholder_is_said_to_be_one(language, draft, name):
    read = read_text(draft, language=language)
    assert [position.delegation for position in read.positions][-1] == name
    (fault,) = read.diagnostics
    assert (fault.span.of(draft), fault.hint) == (name, "write which one it is")


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_code_of_no_state_is_never_meant(language):
    registry = load_registry(language)
    assert not {"FXX", "NTZ"} & {*registry.suggest("FX"), *registry.suggest("XX"), *registry.codes}
    assert (registry.code("FRA"), registry.code("SAU")) == ("FR", "SA")
