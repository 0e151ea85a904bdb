refused: AGGREGATE_SUBQUERY_OVER_NESTED at line 1, column 16: Subqueries that aggregate nested data may read only arrays and maps there, not an external table; Sluice has no rewrite for it yet
