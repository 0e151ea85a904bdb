refused: FULL_JOIN_WITHOUT_EQUALITY at line 1, column 45: A full join is a hash join there and needs an equality; Sluice has no rewrite for it yet
