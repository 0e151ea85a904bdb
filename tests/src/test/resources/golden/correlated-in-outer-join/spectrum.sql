refused: CORRELATION_IN_OUTER_JOIN at line 1, column 66: One of the patterns of correlation that Redshift refuses: in ON of an outer join
