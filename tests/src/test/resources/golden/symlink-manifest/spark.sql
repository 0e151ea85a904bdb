refused: READ_SYMLINK at line 1, column 16: Table raw.manifests: the answer would be wrong: Spark would read the manifest's own text as the data
