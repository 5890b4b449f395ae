"""Set phrases of reports: what a turn of words says, whatever verb it is built with."""
