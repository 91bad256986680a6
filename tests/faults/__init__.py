"""The fault protocol (RELIABILITY 3): devices send to a real engine, something breaks, nothing acknowledged is lost.

Given an engine and devices that journal every answer, when the fault happens and the engine starts again, then the nine
checks of `checks.py` hold. How much: FAULTS=short (`make test`) or long (`make faults`); FAULTS_SEED repeats a run.
Not here: what needs no process of its own, which is tried beside the code that it concerns.
"""
