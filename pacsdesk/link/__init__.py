"""How a face reaches an engine: codec, client with typed proxies, HTTP door with sessions, byte route and event stream.

Belongs here: carrying what the contract names. Not here: what any method does, who may call it (engine/security).
"""
