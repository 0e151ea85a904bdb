package dev.sluice.evolution;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Avro's own writer, fed with values in Avro's own JSON. */
final class RecordedAvro {
  private RecordedAvro() {}

  static void write(Path file, RecordedColumn column) throws IOException {
    Schema schema =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "row", "fields": [
                  {"name": "id", "type": "int"}, {%s}]}
                """
                    .formatted(column.written()));
    String name = schema.getFields().get(1).name();
    GenericDatumReader<GenericRecord> values = new GenericDatumReader<>(schema);
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile());
      for (int row = 0; row < column.values().size(); row++) {
        String text =
            "{\"id\": %d, \"%s\": %s}"
                .formatted(RecordedColumn.other(row), name, column.values().get(row));
        writer.append(values.read(null, DecoderFactory.get().jsonDecoder(schema, text)));
      }
    }
  }
}
