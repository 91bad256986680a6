"""The journal of associations: who is connected now, what every association was and did, who was turned away."""
