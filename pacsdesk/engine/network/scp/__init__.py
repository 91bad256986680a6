"""Services that we provide, one file each; they do not know each other. The list stands in network/server.py."""
