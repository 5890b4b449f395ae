"""Findings: corroborate, contradict, weigh, list the gaps. No I/O."""
