refused: READ_VIEW at line 1, column 16: Table web.recent_clicks: the text of an Athena view is Athena's alone; Redshift cannot run it
