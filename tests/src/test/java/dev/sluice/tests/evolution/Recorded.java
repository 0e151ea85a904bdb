package dev.sluice.tests.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.Column;
import dev.sluice.FileSample;
import dev.sluice.FileSchema;
import dev.sluice.FileSchemas;
import dev.sluice.Storage;
import dev.sluice.evolution.NoRightValue;
import dev.sluice.evolution.RecordedColumn;
import dev.sluice.evolution.RecordedColumns;
import dev.sluice.files.LakeFileSchemas;
import dev.sluice.matrix.ChangeKind;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.SchemaDrift;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recorded column's table, and what Sluice makes of its file. */
record Recorded(RecordedColumn one, Stored stored, FileSchema file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All that files of those formats have, as Sluice itself sees them. */
  static List<Recorded> all(Path lake, Set<Stored> ways) {
    List<RecordedColumn> columns = RecordedColumns.all();
    List<Storage> storages = columns.stream().map(one -> storage(lake, one)).toList();
    List<Recorded> all = new ArrayList<>();
    try (FileSchemas files = LakeFileSchemas.builder().build()) {
      for (int i = 0; i < columns.size(); i++) {
        RecordedColumn one = columns.get(i);
        FileSchema schema =
            files
                .inspect(List.of(storages.get(i)), FileSample.ALL)
                .get(0)
                .inspected()
                .get(0)
                .schema();
        ways.stream()
            .filter(stored -> stored.files() == one.format())
            .forEach(stored -> all.add(new Recorded(one, stored, schema)));
      }
    }
    return all;
  }

  private static Storage storage(Path lake, RecordedColumn one) {
    Stored any = Stored.of(one.format());
    return new Storage(
        any.mode().format(),
        lake.resolve(one.folder()).toString(),
        null,
        null,
        Map.of(),
        any.mode().columns());
  }

  String name() {
    return one.name();
  }

  /** A stale one has the file's type. */
  EvolvedTable table(PartitionSchema partition) {
    EvolvedTable fresh = EvolvedTable.of(stored, one);
    return partition == PartitionSchema.STALE
        ? fresh.stale(List.of(fresh.columns().get(0), file.columns().get(1)))
        : fresh;
  }

  /** What Sluice takes for changes between file and table. */
  Set<ChangeKind> changes() {
    List<Column> table = EvolvedTable.of(stored, one).columns();
    return SchemaDrift.ofFile(table, file, stored.mode()).stream()
        .map(SchemaChange::kind)
        .collect(Collectors.toSet());
  }

  /** In the form of {@link Comparison}. */
  @Nullable Object truth() {
    String text = one.truth().get(0);
    try {
      return text == null ? NoRightValue.INSTANCE : plain(JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object plain(JsonNode value) {
    if (value.isArray()) {
      List<@Nullable Object> parts = new ArrayList<>();
      value.forEach(part -> parts.add(plain(part)));
      return parts;
    } else if (value.isObject()) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      value.properties().forEach(entry -> entries.put(entry.getKey(), plain(entry.getValue())));
      return entries;
    } else if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isNull() ? null : value.asText();
  }
}
