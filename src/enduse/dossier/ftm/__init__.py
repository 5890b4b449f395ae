"""Findings as FollowTheMoney entities."""
