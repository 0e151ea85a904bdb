refused: OUTER_JOIN_WITH_NESTED_TABLE at line 1, column 46: An outer join there may touch one nested table and its own arrays and maps only; Sluice has no rewrite for it yet
refused: FULL_JOIN_WITHOUT_EQUALITY at line 1, column 46: A full join is a hash join there and needs an equality; Sluice has no rewrite for it yet
