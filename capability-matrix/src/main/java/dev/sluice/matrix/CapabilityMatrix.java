package dev.sluice.matrix;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.spi.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What each engine can do. Reading the shipped data costs some tens of milliseconds: load it once
 * and hand it around.
 */
public final class CapabilityMatrix {
  private final Map<Capability, CapabilityRow> rows;
  private final List<EngineName> engines;
  private final List<MatrixSetting> settings;
  private final List<DeclaredFunction> functions;
  private final List<CellChange> changes;

  CapabilityMatrix(
      Map<Capability, CapabilityRow> rows,
      List<MatrixSetting> settings,
      List<DeclaredFunction> functions,
      List<CellChange> changes) {
    this.rows = new EnumMap<>(rows);
    this.settings = List.copyOf(settings);
    this.functions = List.copyOf(functions);
    Set<EngineName> names = new LinkedHashSet<>();
    rows.values().forEach(row -> names.addAll(row.cells().keySet()));
    this.engines = List.copyOf(names);
    this.changes = List.copyOf(changes);
  }

  /** The matrix that comes with Sluice. */
  public static CapabilityMatrix shipped() {
    return MatrixLoader.shipped();
  }

  /**
   * The shipped matrix as a configuration makes it: settings first, so that its overlay stands over
   * them.
   */
  public static CapabilityMatrix of(SluiceConfiguration configuration) {
    CapabilityMatrix matrix = shipped();
    for (EngineName engine : matrix.engines()) {
      matrix = matrix.configured(engine, configuration.engine(engine));
    }
    Path overlay = configuration.matrixOverlay().orElse(null);
    return overlay == null ? matrix : matrix.overlaid(overlay);
  }

  /**
   * This matrix with a user's corrections over it: a YAML file of capability, engine and the
   * changed fields; an empty text takes a field away. Below {@code functions} stand functions of
   * the user's own. What no capability, engine or field is called is an error that names the
   * nearest.
   */
  public CapabilityMatrix overlaid(Path file) {
    return MatrixOverlay.read(file).over(this);
  }

  /** The engines, in the order of the data. */
  public List<EngineName> engines() {
    return engines;
  }

  /** The settings of an engine that bear on its column. */
  public List<MatrixSetting> settings(EngineName engine) {
    return settings.stream().filter(setting -> setting.engine().equals(engine)).toList();
  }

  /** The names of {@link #settings}. */
  public List<String> settingNames(EngineName engine) {
    return settings(engine).stream().map(MatrixSetting::name).toList();
  }

  /**
   * This matrix as an engine's settings make it; settings that do not bear on it are left alone.
   *
   * @throws dev.sluice.SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID} for
   *     a value that the setting does not have
   */
  public CapabilityMatrix configured(EngineName engine, Map<String, String> values) {
    List<CellChange> made = new ArrayList<>();
    for (MatrixSetting setting : settings(engine)) {
      String value = values.getOrDefault(setting.name(), setting.defaultValue()).strip();
      if (!setting.values().contains(value)) {
        String list = String.join(" or ", setting.values());
        throw Settings.invalid(engine, setting.name(), "is '" + value + "'; it is " + list);
      }
      made.addAll(under(engine, new Condition(setting.name(), value)));
    }
    return with(made);
  }

  private List<CellChange> under(EngineName engine, Condition condition) {
    String by = "the setting " + condition + " of engine " + engine;
    List<CellChange> made = new ArrayList<>();
    for (CapabilityRow row : rows.values()) {
      for (ConditionalCell cell : row.conditions()) {
        if (cell.engine().equals(engine) && cell.condition().equals(condition)) {
          Cell before = cell(engine, row.capability());
          made.add(new CellChange(row.capability(), engine, before, cell.cell(), by));
        }
      }
    }
    return made;
  }

  /** The functions that overlays declared, in the order of the files. */
  public List<DeclaredFunction> functions() {
    return functions;
  }

  /** This matrix with more functions. */
  CapabilityMatrix declaring(List<DeclaredFunction> more) {
    List<DeclaredFunction> all = new ArrayList<>(functions);
    all.addAll(more);
    return new CapabilityMatrix(rows, settings, all, changes);
  }

  /** Every capability, in the order of the constants. */
  public List<CapabilityRow> rows() {
    return List.copyOf(rows.values());
  }

  /** What overlays and settings changed, in the order applied; empty for the shipped matrix. */
  public List<CellChange> changes() {
    return changes;
  }

  /** Never fails: what is not recorded is unknown. */
  public Cell cell(EngineName engine, Capability capability) {
    Cell cell = row(capability).cells().get(engine);
    return cell == null ? Cell.missing() : cell;
  }

  /** The requirement's own cell, unless a user or a setting has changed the engine's column. */
  Cell cell(EngineName engine, Requirement requirement) {
    Cell own = requirement.cells().get(engine);
    return own == null || isChanged(engine, requirement.capability())
        ? cell(engine, requirement.capability())
        : own;
  }

  private boolean isChanged(EngineName engine, Capability capability) {
    return changes.stream()
        .anyMatch(change -> change.engine().equals(engine) && change.capability() == capability);
  }

  /** The rules that some cell of the engine names, so that the engine's dialect must have them. */
  public Set<String> rules(EngineName engine) {
    return rows.keySet().stream()
        .map(capability -> cell(engine, capability).rule())
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  CapabilityRow row(Capability capability) {
    CapabilityRow row = rows.get(capability);
    if (row == null) {
      throw new IllegalStateException(capability + " has no row");
    }
    return row;
  }

  /** What the engine makes of the requirements. The same requirements give the same order. */
  public Assessment assess(EngineName engine, List<Requirement> requirements) {
    return new Assessor(this, engine).assess(requirements);
  }

  /** This matrix with cells changed, whoever changes them. */
  public CapabilityMatrix with(List<CellChange> more) {
    Map<Capability, CapabilityRow> changed = new EnumMap<>(rows);
    for (CellChange change : more) {
      changed.computeIfPresent(
          change.capability(), (unused, row) -> row.with(change.engine(), change.after()));
    }
    List<CellChange> all = new ArrayList<>(changes);
    all.addAll(more);
    return new CapabilityMatrix(changed, settings, functions, all);
  }
}
