"""Persons with significant control of companies, the United Kingdom's register."""
