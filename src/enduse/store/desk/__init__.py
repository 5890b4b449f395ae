"""What was screened outside of any case: runs, questions, hits, judgements, a log of its own."""
