"""A form's two files: what is wrong is said at its place, and a user's own folder comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.findings import InvalidFile, KitError
from kit.load.form_files import all_forms, find_form, forms_of, read_items
from kit.model.form import Leave

DESCRIPTION = """\
number: SC-1
title: Claim
court: Overton City Court
revision: January 1, 2026
url: https://courts.franklin.example/sc-1.pdf
sha256: {hash}
pages: 2
forum: us-xf
overflow: addendum
answers: small-claims
"""
FIELDS = """\
fields:
  - {field: "Form[0].Name[0]", blank: "plaintiffs[0].name", label: "1 Name", overflow: item 1}
  - {field: "Form[0].Asked[0]", blank: demand.made, state: "/1"}
  - {field: "Form[0].Asked[0]", blank: demand.made, equals: no, state: "/2"}
  - {field: "Form[0].Signed[0]", leave: signature}
  - {field: "Form[0].Stamp[0]", leave: other, why: the clerk's own}
"""
GOOD = DESCRIPTION.format(hash="0" * 64)


def form_folder(tmp_path: Path, description: str = GOOD, fields: str = FIELDS, name: str = "us-xf/sc-1") -> Path:
    """Write a form into a folder of the user's own and return that folder."""
    folder = tmp_path / "forms" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "document.yaml").write_text(description, encoding="utf-8")
    (folder / "fields.yaml").write_text(fields, encoding="utf-8")
    return tmp_path / "forms"


def test_a_form_is_read(tmp_path):
    """Both files make one form, with its id from the folder and its rows in their order."""
    form = find_form("us-xf/sc-1", form_folder(tmp_path))

    assert (form.id, form.number, form.own, form.overflow_form) == ("us-xf/sc-1", "SC-1", True, None)
    assert form.names == ("Form[0].Name[0]", "Form[0].Asked[0]", "Form[0].Signed[0]", "Form[0].Stamp[0]")
    assert [row.state for row in form.rows("Form[0].Asked[0]")] == ["/1", "/2"]
    assert form.fields[3].leave is Leave.SIGNATURE


@pytest.mark.parametrize("typed", ["us-xf/sc-1", "SC-1", "sc-1", " US-XF/SC-1 "])
def test_a_form_is_found_as_people_write_it(tmp_path, typed):
    """The number alone is enough where only one state has such a form, in any case of letters."""
    assert find_form(typed, form_folder(tmp_path)).id == "us-xf/sc-1"


def test_a_form_nobody_has(tmp_path):
    """An unknown form is answered with the nearest known one."""
    with pytest.raises(KitError, match=r"there is no form `us-xf/sc-11`; did you mean us-xf/sc-1\?"):
        find_form("us-xf/sc-11", form_folder(tmp_path))


def test_a_number_two_states_use(tmp_path):
    """A number that two states share is answered with both."""
    own = form_folder(tmp_path)
    form_folder(tmp_path, GOOD.replace("us-xf", "us-xg"), name="us-xg/sc-1")

    with pytest.raises(KitError, match="us-xf/sc-1, us-xg/sc-1"):
        find_form("sc-1", own)


def test_forms_by_state(tmp_path):
    """The forms of one jurisdiction are listed, the others are not."""
    own = form_folder(tmp_path)

    assert [form.id for form in forms_of("us-xf", own)] == ["us-xf/sc-1"]
    assert "us-xf/sc-1" in {form.id for form in all_forms(own)}


ROW = 'fields:\n  - {{field: "A", {}}}\n'


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (ROW.format("label: Name"), "a field is answered by a blank or stays empty"),
        (ROW.format("blank: a, leave: signature"), "a field is answered by a blank or stays empty"),
        (ROW.format("blank: a, equals: no"), "`equals` goes with the state that is then set"),
        (ROW.format('leave: signature, state: "/1"'), "a state is set by a blank"),
        (ROW.format('blank: a, state: "/1", overflow: item 3'), "only text can overflow"),
        (ROW.format("leave: other"), "`leave: other` needs its reason"),
        (ROW.format("blank: a, why: because"), "`why` goes with `leave`"),
        (ROW.format('blank: "Plaintiff Name"'), "`Plaintiff Name` is not the path of a blank"),
        (ROW.format("blank: a, state: Yes"), "`Yes` is not the state of a box"),
        (ROW.format("blnk: a"), "`fields[1].blnk` is not a key that is read here"),
        ('fields:\n  - {field: "A", blank: a}\n  - {field: "A", blank: b}\n', "`A` is answered twice; first on line 2"),
        (
            'fields:\n  - {field: "A", blank: a}\n  - {field: "A", blank: b, state: "/1"}\n',
            "`A` is answered twice; first on line 2",
        ),
    ],
)
def test_faults_of_rows(tmp_path, fields, said):
    """A row that cannot be meant is a fault with its line."""
    with pytest.raises(InvalidFile) as caught:
        find_form("us-xf/sc-1", form_folder(tmp_path, fields=fields))

    assert any(said in one.message for one in caught.value.findings)
    assert all(one.place is not None and one.place.line >= 2 for one in caught.value.findings)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://", "http://", "is not an address that starts with https://"),
        ("0" * 64, "0" * 63, "is not a sha256"),
        ("forum: us-xf", "forum: us-ca", "the forum `us-ca` is not the folder's, `us-xf`"),
        ("overflow: addendum", "overflow: mc-9", "there is no form `us-xf/mc-9`"),
        ("answers: small-claims", "answers: Small Claims", "is not a name in small letters"),
        ("number: SC-1\n", "", "`number` is missing"),
    ],
)
def test_faults_of_the_description(tmp_path, old, new, said):
    """A description that cannot be used says where and why."""
    with pytest.raises(InvalidFile) as caught:
        find_form("us-xf/sc-1", form_folder(tmp_path, GOOD.replace(old, new)))

    assert any(said in one.message for one in caught.value.findings)


def test_both_files_are_reported_together(tmp_path):
    """Faults of the description and of the rows come in one run."""
    own = form_folder(tmp_path, GOOD.replace("https://", "http://"), ROW.format("label: Name"))

    with pytest.raises(InvalidFile) as caught:
        find_form("us-xf/sc-1", own)

    assert {Path(one.place.path).name for one in caught.value.findings} == {"document.yaml", "fields.yaml"}


def test_a_changed_file_is_read_again(tmp_path):
    """A form that was corrected is the corrected one, within the same run."""
    own = form_folder(tmp_path)
    find_form("us-xf/sc-1", own)
    form_folder(tmp_path, GOOD.replace("number: SC-1", "number: SC-1 (old)"))

    assert find_form("us-xf/sc-1", own).number == "SC-1 (old)"


ITEMS = """\
items:
  - item: caption
    asks: [{label: Debtor, blank: debtors.first, printed: [Debtor 1]}]
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("blank: debtors.first", "leave: signature, blank: debtors.first", "answered by a blank or stays empty"),
        ("blank: debtors.first", "blank: debtors.first, equals: no", "`equals` goes with a box"),
        ("printed: [Debtor 1]", "printed: []", "printed"),
        ("label: Debtor,", "label: Debtor, lable: x,", "lable"),
        ("items:", "item:", "item"),
    ],
)
def test_items_file_faults(tmp_path, old, new, says):
    """A slip in the items of a form is named."""
    folder = tmp_path / "us" / "b999"
    folder.mkdir(parents=True)
    (folder / "items.yaml").write_text(ITEMS.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(InvalidFile) as caught:
        read_items(folder)
    assert says in str(caught.value)


def test_form_without_a_file(tmp_path):
    """A form whose description names no hash is read with its items, and has no fields of its own."""
    folder = tmp_path / "us" / "b999"
    folder.mkdir(parents=True)
    (folder / "items.yaml").write_text(ITEMS, encoding="utf-8")
    rows = "number: '999'\ntitle: T\ncourt: c\nrevision: 04/25\nurl: https://courts.example/x.pdf\npages: 1\n"
    (folder / "document.yaml").write_text(f"{rows}forum: us\nanswers: proof-of-claim\n", encoding="utf-8")
    form = find_form("us/b999", tmp_path)

    assert (form.by_label, form.fields) == (True, ())
    assert read_items(folder)[0].item == "caption"
