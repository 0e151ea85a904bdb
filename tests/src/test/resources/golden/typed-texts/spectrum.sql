refused: FUNCTION at line 1, column 35: cast: varchar(4) to boolean: what Redshift makes of it is not known or differs
