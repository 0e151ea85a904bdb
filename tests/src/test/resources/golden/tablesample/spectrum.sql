refused: TABLESAMPLE at line 1, column 40: Redshift has no TABLESAMPLE
