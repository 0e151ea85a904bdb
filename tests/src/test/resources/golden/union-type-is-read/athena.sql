refused: UNSUPPORTED_TYPE: Column payload: Sluice cannot work with this type (uniontype<int,string>)
refused: UNSUPPORTED_TYPE at line 1, column 33: Column payload of web.readings: Sluice cannot work with this type (uniontype<int,string>)
