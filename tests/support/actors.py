"""Somebody to act in tests of service implementations, which look at names and never at permissions."""

from pacsdesk.contract.records.security import Actor, ActorKind

ANN = Actor(ActorKind.PERSON, "ann", frozenset())
