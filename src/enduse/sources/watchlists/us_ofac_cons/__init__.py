"""OFAC lists other than the SDN list: their reader and what they say of themselves."""
