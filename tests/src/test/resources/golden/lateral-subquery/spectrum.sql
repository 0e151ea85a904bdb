refused: AGGREGATE_SUBQUERY_OVER_NESTED at line 1, column 57: Subqueries that aggregate nested data may read only arrays and maps there, not an external table; Sluice has no rewrite for it yet
refused: LATERAL_SUBQUERY at line 1, column 57: LATERAL is not in Redshift's FROM; Sluice has no rewrite for it yet
