refused: LATERAL_SUBQUERY at line 1, column 57: LATERAL is not in Redshift's FROM; Sluice has no rewrite for it yet
refused: CORRELATED_SUBQUERY at line 1, column 57: Redshift refuses six patterns of correlation and over external tables needs $spectrum_oid; Sluice does not tell the patterns apart yet
