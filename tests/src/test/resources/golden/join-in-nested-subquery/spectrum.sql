refused: JOIN_IN_NESTED_SUBQUERY at line 1, column 19: A subquery whose FROM names a nested table may name no other there; Sluice has no rewrite for it yet
