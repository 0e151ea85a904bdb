refused: CORRELATION_SKIPS_A_LEVEL at line 1, column 45: One of the patterns of correlation that Redshift refuses, actively since patch 188
