refused: WINDOW_CONSTANT_KEY at line 1, column 63: Redshift takes no constants as a window's keys; leave the key out
