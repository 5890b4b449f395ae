"""What reviewers decided about hits, what that suppresses, and whether an answer comes out again.

Rules only: where it is kept is the matter of `store.desk`, who joins them that of `case.desk`.
"""
