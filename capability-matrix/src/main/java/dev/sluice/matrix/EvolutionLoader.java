package dev.sluice.matrix;

import dev.sluice.ColumnMapping;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NearestName;
import dev.sluice.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the evolution data: groups of situations that share what is read and how it is known. */
final class EvolutionLoader {
  private static final String FILE = "evolution.yaml";
  private static final String UNDECLARED_ORC = "undeclared orc";
  private static final List<String> KEYS =
      List.of(
          "modes",
          "changes",
          "partition",
          "reads",
          "in conditions",
          "why",
          "stand-in",
          "stand-in in conditions",
          "source",
          "dated",
          "checked",
          "confidence",
          "evidence");

  private final String checked;
  private final Map<Evolution.Situation, EvolutionCell> cells = new HashMap<>();

  private EvolutionLoader(String checked) {
    this.checked = checked;
  }

  static Evolution shipped() {
    try (InputStream stream = EvolutionLoader.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new SluiceException(ErrorCode.INTERNAL, "The data file " + FILE + " is missing");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return read(PlainSectionReader.read(FILE, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Evolution read(Section file) {
    file.allowOnly(List.of("area", "checked", UNDECLARED_ORC, "engines"));
    Map<EngineName, Map<Evolution.Situation, EvolutionCell>> all = new LinkedHashMap<>();
    Section engines = file.section("engines");
    for (String engine : engines.keys()) {
      EvolutionLoader loader = new EvolutionLoader(file.text("checked"));
      Section groups = engines.section(engine);
      groups.keys().forEach(name -> loader.add(groups.section(name)));
      all.put(EngineName.of(engine), Map.copyOf(loader.cells));
    }
    return new Evolution(all, undeclaredOrc(file));
  }

  private static Map<EngineName, ColumnMapping> undeclaredOrc(Section file) {
    Map<EngineName, ColumnMapping> mappings = new LinkedHashMap<>();
    if (file.keys().contains(UNDECLARED_ORC)) {
      Section engines = file.section(UNDECLARED_ORC);
      for (String engine : engines.keys()) {
        Section fact = engines.section(engine);
        fact.allowOnly(List.of("reads", "source", "dated"));
        ColumnMapping mapping = fact.constant(ColumnMapping.class, "reads");
        if (mapping == null) {
          throw fact.error(fact.line(), "'reads' is missing");
        }
        fact.text("source");
        mappings.put(EngineName.of(engine), mapping);
      }
    }
    return mappings;
  }

  /** No two groups may speak of one situation. */
  private void add(Section group) {
    group.allowOnly(KEYS);
    EvolutionCell cell = cell(group);
    for (ReadMode mode : modes(group)) {
      for (ChangeKind change : constants(group, ChangeKind.class, "changes")) {
        for (PartitionSchema partition : constants(group, PartitionSchema.class, "partition")) {
          Evolution.Situation situation = new Evolution.Situation(mode, change, partition);
          if (cells.put(situation, cell) != null) {
            throw group.error(group.line(), situation + " is told already");
          }
        }
      }
    }
  }

  private EvolutionCell cell(Section group) {
    String own = group.optionalText("checked");
    Outcome reads = outcome(group, "reads");
    if (reads == null) {
      throw group.error(group.line(), "'reads' is missing");
    }
    Confidence confidence = group.constant(Confidence.class, "confidence");
    Evidence evidence = group.constant(Evidence.class, "evidence");
    try {
      return new EvolutionCell(
          reads,
          outcome(group, "in conditions"),
          group.optionalText("why"),
          outcome(group, "stand-in"),
          outcome(group, "stand-in in conditions"),
          group.text("source"),
          group.optionalText("dated"),
          CellReader.date(group, own == null ? checked : own),
          confidence == null ? Confidence.LOW : confidence,
          evidence == null ? Evidence.DOCUMENTED : evidence);
    } catch (IllegalArgumentException e) {
      throw group.error(group.line(), String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable Outcome outcome(Section group, String key) {
    String text = group.optionalText(key);
    if (text == null) {
      return null;
    }
    Outcome outcome = Outcome.parse(text);
    if (outcome == null) {
      throw group.error(group.lineOf(key), "'" + text + "' is no outcome");
    }
    return outcome;
  }

  /** By their names, or all that find columns one way. */
  private static List<ReadMode> modes(Section group) {
    for (ColumnMapping mapping : ColumnMapping.values()) {
      if (group.text("modes").equals(MatrixWords.word(mapping))) {
        return Arrays.stream(ReadMode.values()).filter(mode -> mode.columns() == mapping).toList();
      }
    }
    return group.text("modes").equals("any")
        ? List.of(ReadMode.values())
        : constants(group, ReadMode.class, "modes");
  }

  private static <E extends Enum<E>> List<E> constants(Section group, Class<E> type, String key) {
    List<E> constants = new ArrayList<>();
    for (String word : group.text(key).split(", ")) {
      E constant = MatrixWords.constant(type, word);
      if (constant == null) {
        throw group.error(
            group.lineOf(key),
            "Unknown word '" + word + "'" + NearestName.question(word, MatrixWords.words(type)));
      }
      constants.add(constant);
    }
    return constants;
  }
}
