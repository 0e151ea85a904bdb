refused: READ_UNKNOWN_FORMAT at line 1, column 16: Table raw.mystery: nothing in the catalog tells what the files are
