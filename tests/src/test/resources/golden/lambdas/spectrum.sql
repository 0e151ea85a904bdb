refused: LAMBDA at line 1, column 26: Redshift has no lambdas
