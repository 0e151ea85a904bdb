refused: CORRELATED_SUBQUERY at line 1, column 49: Redshift refuses six patterns of correlation and over external tables needs $spectrum_oid; Sluice does not tell the patterns apart yet
