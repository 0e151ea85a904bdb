refused: ORDERED_AGGREGATE at line 1, column 8: The answer would be wrong: Redshift's LISTAGG leaves empty texts out, where Athena's keeps them; it has no array_agg
refused: LISTAGG_TRUNCATE at line 1, column 22: Redshift's LISTAGG fails where the text grows too long
