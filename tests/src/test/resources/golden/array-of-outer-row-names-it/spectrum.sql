refused: UNNEST_SUBQUERY_NAMES_OUTER_ROW at line 1, column 97: A subquery over an array of the outer row may name that row in its FROM only
