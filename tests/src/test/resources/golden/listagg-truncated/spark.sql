refused: LISTAGG_TRUNCATE at line 1, column 22: Not in Spark's grammar; its listagg knows no limit
