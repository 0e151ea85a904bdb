refused: WINDOW_DISTINCT at line 1, column 8: The grammar of Redshift's window aggregates has ALL and no DISTINCT
