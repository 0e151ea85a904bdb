refused: READ_BY_POSITION at line 1, column 31: Table web.sessions_by_position: Redshift has no such switch for Parquet, and for ORC follows a property of its own, orc.schema.resolution, not Athena's
