SELECT day FROM raw.typed_csv
