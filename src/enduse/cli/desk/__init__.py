"""Commands of the screening desk: screen, review, rescreen, audit."""
