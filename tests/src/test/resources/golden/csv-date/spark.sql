refused: READ_DATE_OF_CSV at line 1, column 17: Table raw.typed_csv: Sluice does not read numbers of days or milliseconds as dates; declare the column a string and cast it
