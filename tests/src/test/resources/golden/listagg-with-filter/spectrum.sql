refused: ORDERED_AGGREGATE at line 1, column 17: The answer would be wrong: Redshift's LISTAGG leaves empty texts out, where Athena's keeps them; it has no array_agg
