"""EU listings as printed in the Official Journal: their reader and what they say of themselves."""
