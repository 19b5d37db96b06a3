"""How a paper travelled, as a sentence says it: `by mail`."""

from __future__ import annotations

from kit.model.party import Channel

BY = {
    Channel.MAIL: "by mail",
    Channel.EMAIL: "by email",
    Channel.PHONE: "by telephone",
    Channel.TEXT: "by text message",
    Channel.PORTAL: "through a portal",
    Channel.HAND: "by hand",
}
