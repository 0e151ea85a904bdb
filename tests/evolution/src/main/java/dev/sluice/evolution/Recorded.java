package dev.sluice.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way to record a column, which gives a case for each type that tables may give it. */
final class Recorded {
  private final List<RecordedColumn> cases = new ArrayList<>();
  private final FileFormat format;
  private final String name;
  private final String written;
  private final List<String> values;

  private Recorded(FileFormat format, String name, String written, List<String> values) {
    this.format = format;
    this.name = name;
    this.written = written;
    this.values = values;
  }

  static Recorded of(FileFormat format, String name, String written, String... values) {
    return new Recorded(format, name, written, List.of(values));
  }

  /** What tables of that type should read; null where no value of it is right. */
  Recorded as(String table, @Nullable String... truth) {
    return as(table, Map.of(), truth);
  }

  Recorded as(String table, Map<String, String> properties, @Nullable String... truth) {
    String which = properties.isEmpty() ? "" : "_by_literal";
    return as(table, which, properties, Map.of(), truth);
  }

  /** With properties of the SerDe, not the table. */
  Recorded asBySerde(String table, Map<String, String> serde, @Nullable String... truth) {
    return as(table, "_by_serde", Map.of(), serde, truth);
  }

  private Recorded as(
      String table,
      String which,
      Map<String, String> properties,
      Map<String, String> serde,
      @Nullable String... truth) {
    String type = table.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_$", "");
    cases.add(
        new RecordedColumn(
            format.name().toLowerCase(Locale.ROOT) + "_" + name + "_as_" + type + which,
            format,
            written,
            values,
            table,
            new ArrayList<>(Arrays.asList(truth)),
            properties,
            serde));
    return this;
  }

  List<RecordedColumn> cases() {
    return List.copyOf(cases);
  }
}
