refused: FUNCTION at line 1, column 38: cast: double to bigint: what Redshift makes of it is not known or differs
refused: FUNCTION at line 1, column 97: try_cast: TRY_CAST there knows certain pairs of types only, and fails on text that is empty
