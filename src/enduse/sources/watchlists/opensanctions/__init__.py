"""OpenSanctions exports in FollowTheMoney form: their reader and what they say of themselves."""
