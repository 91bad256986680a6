"""What the statuses of queries and retrievals mean, in words that a finding's sentence goes on with."""

# not authorized (the template of PS3.2 prints it as 0214), SOP class not supported, no such operation
KEPT_FROM_US = {0x0124: "not authorized", 0x0214: "not authorized", 0x0122: "not supported", 0x0211: "not recognized"}


def meaning_of(status: int, *, is_query: bool) -> str:
    """PS3.4 C.4.1.1.4 and C.4.2.1.5; "" for what is no refusal. What an archive says to a retrieval of a study that
    nobody has is none."""
    if status >> 8 == 0xA7 and is_query:
        return "it is out of resources, or the query would bring too much"
    if status >> 8 == 0xA9:
        return "the identifier does not match the SOP class: a level or a unique key is missing or of a wrong level"
    if status >> 12 == 0xC and is_query:
        return "it is unable to process the query"
    return "it failed to process it" if status in (0x0110, 0x0106, 0x0105, 0x0115) else ""
