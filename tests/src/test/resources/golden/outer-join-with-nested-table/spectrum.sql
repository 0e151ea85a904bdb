refused: OUTER_JOIN_WITH_NESTED_TABLE at line 1, column 49: An outer join there may touch one nested table and its own arrays and maps only; Sluice has no rewrite for it yet
