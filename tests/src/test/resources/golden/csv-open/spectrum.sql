refused: FUNCTION at line 1, column 21: cast: varchar to decimal(12,2): what Redshift makes of it is not known or differs
