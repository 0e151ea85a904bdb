refused: WINDOW_GROUPS_FRAME at line 1, column 25: Redshift has ROWS frames only; Sluice has no rewrite for it yet
refused: WINDOW_AGGREGATE_DEFAULT_FRAME at line 1, column 106: Redshift wants a frame there and has ROWS only, which differs from the default (RANGE) where the order has ties; Sluice has no rewrite for it yet
refused: NAMED_WINDOW at line 1, column 123: Redshift has no WINDOW clause; Sluice has no rewrite for it yet
