"""Text of the event stream (WHATWG HTML 9.2, server-sent events): written by the engine's side, read by the face's.

Only what the link needs: one id, one name and one line of data per message, comments as signs of life.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pacsdesk.contract.errors import TooLarge

SIGN_OF_LIFE = b":\n\n"
MEDIA_TYPE = "text/event-stream"

_LARGEST_MESSAGE = 4 << 20  # bytes; the largest event names 1,000 UIDs, which is 70 KB


@dataclass(frozen=True, slots=True)
class Message:
    """One message. message_id: the place in the stream; name "": the place alone, nothing happened."""

    message_id: str
    name: str = ""
    data: bytes = b""


def write_message(message: Message) -> bytes:
    """A message as text of the stream. Its data is JSON and so holds no line break."""
    place = f"id: {message.message_id}\n".encode()
    if not message.name:
        return place + b"\n"
    return b"%bevent: %b\ndata: %b\n\n" % (place, message.name.encode(), message.data)


class MessageReader:
    """Puts messages together from pieces cut anywhere."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> Iterator[Message]:
        """Messages that `piece` completes. Raises TooLarge when one does not end."""
        *blocks, self._rest = (self._rest + piece).split(b"\n\n")
        if len(self._rest) > _LARGEST_MESSAGE:
            raise TooLarge("A message of the event stream does not end.")
        for block in blocks:
            fields = dict(_fields(block))
            if fields:
                text = {name: fields.get(name, b"").decode("utf-8", "replace") for name in (b"id", b"event")}
                yield Message(text[b"id"], text[b"event"], fields.get(b"data", b""))


def _fields(block: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in block.split(b"\n"):
        name, _, value = line.partition(b":")
        if name:  # a line that begins with a colon is a comment
            yield name, value.removeprefix(b" ")
