"""What should not have been, said once a call or a sending is on record.

What happened is recorded all the same: the record is the user's proof of what
was done, and what was wrong with it is better known than forgotten.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.findings import Finding, KitError
from kit.model.event import Called, Event
from kit.model.fields import parse_clock
from kit.model.paper_event import Sent

if TYPE_CHECKING:
    from kit.model.document import Document
    from kit.pipeline import Loaded

JUDGED = (Called, Sent)  # events that are held against what should have kept them back


def warnings(path: Path, event: Event) -> tuple[Finding, ...]:
    """Return everything that spoke against a call or a sending on its day; nothing for other events.

    Where the account of that day cannot be drawn up, nothing is known to speak against it.
    """
    if not isinstance(event, JUDGED):
        return ()
    from kit import pipeline  # noqa: PLC0415 - loads the law, which recording does not need
    from kit.checks.calls import check_called  # noqa: PLC0415
    from kit.checks.manners import check_sent  # noqa: PLC0415

    try:
        loaded = pipeline.load_case(path, as_of=event.on)
        facts = pipeline.gather(loaded)
    except KitError:
        return ()
    found = check_called(facts, event) if isinstance(event, Called) else check_sent(facts, event, _paper(loaded, event))
    return tuple(dict.fromkeys(found))


def there(path: Path, given: dict[str, Any]) -> dict[str, Any]:
    """Return what was said of a call, its time by the user's own clock turned into the time at the debtor's place."""
    if "my_time" not in given:
        return given
    if "at" not in given:
        raise KitError("--my-time says whose clock --at is by; give --at too")
    from kit import pipeline  # noqa: PLC0415 - loads the law, which recording does not need
    from kit.checks.clocks import at_their_place  # noqa: PLC0415

    said = {name: value for name, value in given.items() if name != "my_time"}
    try:
        at = parse_clock(given["at"])
    except ValueError:
        return said  # what is wrong with it is told where the entry is built
    return said | {"at": f"{at_their_place(pipeline.look(path, as_of=given['on']), given['on'], at):%H:%M}"}


def _paper(loaded: Loaded, event: Sent) -> Document | None:
    """Return what is known of the paper; None for one of the user's own."""
    from kit import pipeline  # noqa: PLC0415

    try:
        return pipeline.template_for(loaded, event.document).document if event.document else None
    except KitError:
        return None
