"""What Russian verbs and nouns say, in a table for each family of predicates.

Of each verb: p the predicate, v its dictionary forms (a verb in -ся that is not listed is the
passive of the verb without it), n nouns of action, s who or what it is about, o what that is
related to; of both the first role that stands in the clause counts. Roles: agent, theme (what is
acted on), a case ("datv"), a preposition and a case ("в+accs"), "after" (the genitive after the
phrase of `if`); behind a colon what it must be: name (a name or somebody who can act), org,
person, place, quality (an adjective), product (a product or a thing), model (a named product),
thing (no name). "if": only where that role has one of these nouns as its head; "with": only where
one of these words stands in the clause. q: the role with the number; words: the object is told by
its words.
"""
