"""What somebody says to it: answers and silences, judgements, appeals, bans; and who follows."""
