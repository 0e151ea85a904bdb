package dev.sluice.example.glue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.example.format.AvroSchemas;
import dev.sluice.example.web.AdEvents;
import dev.sluice.example.web.ExampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the lake's {@code catalog} folder and the one Avro schema that the catalog points to. */
public final class GlueCatalog {
  /** Relative to the lake, as its locations are. */
  static final String SCHEMA_FILE = "schemas/web/ad_events.avsc";

  private static final ObjectWriter JSON = new ObjectMapper().writer(asTheAwsCommandPrints());

  private GlueCatalog() {}

  public static void write(Path lake, List<WrittenTable> tables) throws IOException {
    Path catalog = Files.createDirectories(lake.resolve("catalog"));
    write(catalog.resolve(ExampleTable.DATABASE + ".tables.json"), GlueTables.tables(tables));
    for (WrittenTable written : tables) {
      if (written.table().partitionKey() != null) {
        String file = written.table().qualifiedName() + ".partitions.json";
        write(catalog.resolve(file), GlueTables.partitions(written));
      }
    }
    Path schema = lake.resolve(SCHEMA_FILE);
    Files.createDirectories(schema.resolveSibling("."));
    Files.writeString(
        schema, AvroSchemas.record(AdEvents.RECORD, AdEvents.columns()).toString(true) + "\n");
  }

  private static void write(Path file, ObjectNode json) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(json) + "\n");
  }

  private static DefaultPrettyPrinter asTheAwsCommandPrints() {
    DefaultIndenter fourBlanks = new DefaultIndenter("    ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(fourBlanks)
        .withArrayIndenter(fourBlanks);
  }
}
