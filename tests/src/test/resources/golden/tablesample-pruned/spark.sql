refused: TABLESAMPLE at line 1, column 38: Spark samples by percent, rows or bucket, not by BERNOULLI or SYSTEM; Sluice has no rewrite for it yet
