package dev.sluice.matrix;

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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the shipped data files and holds them against {@link Capability}. */
final class MatrixLoader {
  static final List<String> AREAS = List.of("formats", "types", "nested", "syntax", "operations");

  /** Whatever else stands in a row is an engine. */
  private static final Set<String> ROW_TEXTS = Set.of("title", "probe");

  private final Map<Capability, CapabilityRow> rows = new EnumMap<>(Capability.class);
  private final ConditionReader conditions;

  MatrixLoader(List<MatrixSetting> settings) {
    this.conditions = new ConditionReader(settings);
  }

  static CapabilityMatrix shipped() {
    List<MatrixSetting> settings = SettingReader.read(open("settings"));
    MatrixLoader loader = new MatrixLoader(settings);
    AREAS.forEach(area -> loader.add(open(area)));
    return new CapabilityMatrix(loader.complete(), settings, List.of(), List.of());
  }

  private static Section open(String area) {
    String file = area + ".yaml";
    try (InputStream stream = MatrixLoader.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new SluiceException(ErrorCode.INTERNAL, "The data file " + file + " is missing");
      }
      return PlainSectionReader.read(
          file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the rows of one file. */
  void add(Section file) {
    file.allowOnly(List.of("area", "checked", "capabilities"));
    String area = file.text("area");
    String checked = file.optionalText("checked");
    Section capabilities = file.section("capabilities");
    for (String name : capabilities.keys()) {
      Capability capability = capability(capabilities, name);
      CapabilityRow row = row(capability, area, capabilities.section(name), checked);
      if (rows.put(capability, row) != null) {
        throw capabilities.error(capabilities.lineOf(name), name + " has a row already");
      }
    }
  }

  /** All rows in the order of the constants; every constant must have one. */
  Map<Capability, CapabilityRow> complete() {
    for (Capability capability : Capability.values()) {
      if (!rows.containsKey(capability)) {
        throw new SluiceException(
            ErrorCode.CONFIGURATION_INVALID, capability + " has no row in the data files");
      }
    }
    return new EnumMap<>(rows);
  }

  static Capability capability(Section section, String name) {
    Capability capability = MatrixWords.named(Capability.class, name);
    if (capability == null) {
      throw section.error(section.lineOf(name), unknownCapability(name));
    }
    return capability;
  }

  private static String unknownCapability(String name) {
    List<String> names = Arrays.stream(Capability.values()).map(Enum::name).toList();
    return "Unknown capability '" + name + "'" + NearestName.question(name, names);
  }

  private CapabilityRow row(
      Capability capability, String area, Section section, @Nullable String checked) {
    Map<EngineName, Cell> cells = new LinkedHashMap<>();
    List<ConditionalCell> under = new ArrayList<>();
    String probe = section.optionalText("probe");
    for (String key : section.keys()) {
      if (!ROW_TEXTS.contains(key)) {
        EngineName engine = EngineName.of(key);
        Section cell = section.section(key);
        cells.put(engine, CellReader.read(ConditionReader.plain(cell), checked, probe));
        under.addAll(conditions.read(engine, cell, checked, probe));
      }
    }
    return new CapabilityRow(capability, section.text("title"), area, cells, under);
  }
}
