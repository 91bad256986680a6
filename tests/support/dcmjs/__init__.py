"""dcmjs-dimse as a peer: a program on Node.js, and what runs it. What other peers need does not belong here."""
