package dev.sluice.matrix;

import dev.sluice.EngineName;
import dev.sluice.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands below {@code when} in a cell: the fields that a setting's value changes. */
final class ConditionReader {
  static final String WHEN = "when";

  /** What an old verdict said and a new one need not. */
  private static final Set<String> OF_THE_VERDICT = Set.of("rule", "why", "caveat");

  private final List<MatrixSetting> settings;

  ConditionReader(List<MatrixSetting> settings) {
    this.settings = settings;
  }

  /** A cell without its conditions. */
  static Section plain(Section cell) {
    Map<String, Entry> entries = new LinkedHashMap<>(cell.entries());
    entries.remove(WHEN);
    return new Section(cell.file(), cell.line(), entries);
  }

  List<ConditionalCell> read(
      EngineName engine, Section cell, @Nullable String checked, @Nullable String probe) {
    List<ConditionalCell> conditions = new ArrayList<>();
    if (cell.keys().contains(WHEN)) {
      Section when = cell.section(WHEN);
      for (String key : when.keys()) {
        Section fields = when.section(key);
        Section merged =
            new Section(cell.file(), fields.line(), merged(plain(cell).entries(), fields));
        conditions.add(
            new ConditionalCell(
                engine, condition(engine, when, key), CellReader.read(merged, checked, probe)));
      }
    }
    return conditions;
  }

  private static Map<String, Entry> merged(Map<String, Entry> before, Section fields) {
    Map<String, Entry> merged = new LinkedHashMap<>(before);
    if (fields.keys().contains("verdict")) {
      merged.keySet().removeAll(OF_THE_VERDICT);
    }
    merged.putAll(fields.entries());
    return merged;
  }

  private Condition condition(EngineName engine, Section when, String key) {
    int sign = key.indexOf('=');
    Condition condition =
        sign < 0
            ? new Condition(key, "")
            : new Condition(key.substring(0, sign), key.substring(sign + 1));
    List<String> known =
        settings.stream()
            .filter(setting -> setting.engine().equals(engine))
            .flatMap(
                setting ->
                    setting.values().stream().skip(1).map(value -> setting.name() + "=" + value))
            .toList();
    if (!known.contains(key)) {
      throw when.error(
          when.lineOf(key), "Unknown condition '" + key + "'" + NearestName.question(key, known));
    }
    return condition;
  }
}
