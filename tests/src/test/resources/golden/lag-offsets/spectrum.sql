refused: FUNCTION at line 1, column 50: lead: an offset that is no literal from 0 on
