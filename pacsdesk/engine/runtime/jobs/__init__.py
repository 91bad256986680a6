"""Jobs: anything over a second runs here, in a lane, reports how far it is, can be stopped, outlives the window."""
