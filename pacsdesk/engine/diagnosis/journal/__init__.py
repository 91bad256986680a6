"""Why an association of the journal was refused, cut short or answered failures: evidence, rules over it, findings.

What a ladder sees stands in ../rules; here is what remains when nobody may call again to look.
"""
