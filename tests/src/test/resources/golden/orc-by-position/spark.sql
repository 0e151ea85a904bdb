refused: READ_BY_POSITION at line 1, column 31: Table web.sessions_by_position: the answer would be wrong: Spark finds columns by name: a renamed column reads NULL where it should have its values
