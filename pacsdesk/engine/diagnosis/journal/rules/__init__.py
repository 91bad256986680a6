"""One file for each way in which an association goes wrong; pure functions from what the journal keeps to findings."""
