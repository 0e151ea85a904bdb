package dev.sluice.configuration;

import dev.sluice.ByteSize;
import dev.sluice.EngineName;
import dev.sluice.Fallback;
import dev.sluice.FileInspection;
import dev.sluice.NearestName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file:
 *
 * <pre>
 * lake: my-lake                 # relative paths belong to this file's folder; or glue, below
 * matrix: our-corrections.yaml  # laid over the shipped capability matrix
 * policy:
 *   prefer: [spectrum, athena]
 *   strict: true
 *   require-partition-filter: [web.ad_events]  # or true, for every table
 *   fallback: convert           # where only Spark can answer: off, query or convert
 *   convert-at-most: 10GB       # of a table's files, for one query
 * limits:
 *   depth: 500
 * files:
 *   seconds: 30                 # at most, to look into the files of a query
 * aws:
 *   profile: analytics
 * glue:                         # the account's Glue Data Catalog instead of a lake
 *   databases: [web, ads]
 * engines:
 *   spectrum:
 *     password: ${REDSHIFT_PASSWORD}  # from the environment
 *     schemas:
 *       web: ext_web            # the same as schemas.web: ext_web
 * </pre>
 *
 * <p>What the settings of engines, of AWS and of Glue mean is the affair of those who read them:
 * they are handed on as text, nested keys joined with dots, lists joined with commas, and {@code
 * ${NAME}} replaced by what the environment calls so, for what should not stand in a file.
 */
public final class ConfigurationFile {
  private static final List<String> KEYS =
      List.of("lake", "glue", "aws", "matrix", "policy", "limits", "files", "engines");
  private static final List<String> POLICY_KEYS =
      List.of("prefer", "strict", "require-partition-filter", "fallback", "convert-at-most");
  private static final List<String> FILES_KEYS = List.of("inspect", "seconds", "cache");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Path file;
  private final SluiceConfiguration.Builder builder;
  private final UnaryOperator<@Nullable String> environment;
  private FileInspection inspection = FileInspection.DEFAULT;

  private ConfigurationFile(
      Path file, SluiceConfiguration.Builder builder, UnaryOperator<@Nullable String> environment) {
    this.file = file;
    this.builder = builder;
    this.environment = environment;
  }

  /** What the file says, to be completed by options of the command line. */
  public static SluiceConfiguration.Builder read(Path file) {
    return read(file, SluiceConfiguration.builder());
  }

  /**
   * The same.
   *
   * @param standard what holds where the file says nothing
   */
  public static SluiceConfiguration.Builder read(Path file, SluiceConfiguration.Builder standard) {
    return read(file, standard, System::getenv);
  }

  /**
   * @param environment tells what a variable of the environment holds, null when there is none
   */
  static SluiceConfiguration.Builder read(Path file, UnaryOperator<@Nullable String> environment) {
    return read(file, SluiceConfiguration.builder(), environment);
  }

  private static SluiceConfiguration.Builder read(
      Path file,
      SluiceConfiguration.Builder standard,
      UnaryOperator<@Nullable String> environment) {
    ConfigurationFile configuration = new ConfigurationFile(file, standard, environment);
    List<YamlNode.Field> fields = configuration.fields(YamlFile.read(file), "The file");
    configuration.requireOneCatalog(fields);
    fields.forEach(configuration::entry);
    return configuration.builder;
  }

  private void requireOneCatalog(List<YamlNode.Field> fields) {
    List<YamlNode.Field> catalogs =
        fields.stream().filter(field -> List.of("lake", "glue").contains(field.key())).toList();
    if (catalogs.size() > 1) {
      throw YamlFile.invalid(
          file,
          catalogs.get(1).line(),
          "'lake' and 'glue' each name the catalog; keep one of them");
    }
  }

  private void entry(YamlNode.Field field) {
    switch (field.key()) {
      case "lake" -> builder.lake(lake(field));
      case "aws" -> settings(field).forEach(builder::aws);
      case "glue" -> builder.glue(settings(field));
      case "matrix" -> builder.matrixOverlay(overlay(field));
      case "policy" -> fields(field.value(), "policy").forEach(this::policy);
      case "limits" -> fields(field.value(), "limits").forEach(this::limit);
      case "files" -> fields(field.value(), "files").forEach(this::files);
      case "engines" -> fields(field.value(), "engines").forEach(this::engine);
      default -> throw unknownKey(field, "", KEYS);
    }
  }

  private Path lake(YamlNode.Field field) {
    Path folder = path(field);
    if (!Files.isDirectory(folder)) {
      throw YamlFile.invalid(file, field.line(), "there is no lake folder at " + folder);
    }
    return folder;
  }

  private Path overlay(YamlNode.Field field) {
    Path overlay = path(field);
    if (!Files.isRegularFile(overlay)) {
      throw YamlFile.invalid(file, field.line(), "there is no matrix file at " + overlay);
    }
    return overlay;
  }

  private Path path(YamlNode.Field field) {
    String text = scalar(field.value(), field.key());
    if (text.isBlank()) {
      throw YamlFile.invalid(file, field.line(), "'" + field.key() + "' needs a path");
    }
    return file.toAbsolutePath().resolveSibling(text).normalize();
  }

  private void policy(YamlNode.Field field) {
    switch (field.key()) {
      case "prefer" -> builder.prefer(engineNames(field.value()));
      case "strict" -> builder.strict(truth(field));
      case "require-partition-filter" -> partitionFilter(field);
      case "fallback" -> builder.fallback(read(field, Fallback::of));
      case "convert-at-most" -> builder.convertAtMost(read(field, ByteSize::of));
      default -> throw unknownKey(field, "policy.", POLICY_KEYS);
    }
  }

  /** Reads the value of a setting of the policy. */
  private interface Reader<T> {
    T read(String what, String value);
  }

  private <T> T read(YamlNode.Field field, Reader<T> reader) {
    String value = scalar(field.value(), field.key());
    try {
      return reader.read("'" + field.key() + "'", value);
    } catch (SluiceException e) {
      throw YamlFile.invalid(file, field.line(), String.valueOf(e.getMessage()));
    }
  }

  private void partitionFilter(YamlNode.Field field) {
    if (field.value() instanceof YamlNode.Items list) {
      list.items().forEach(item -> builder.requirePartitionFilter(table(item)));
    } else {
      builder.requirePartitionFilter(truth(field));
    }
  }

  private TableName table(YamlNode node) {
    String[] parts = scalar(node, "require-partition-filter").split("\\.", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw YamlFile.invalid(
          file, node.line(), "'require-partition-filter' lists tables as database.table");
    }
    return new TableName(parts[0].strip(), parts[1].strip());
  }

  private void limit(YamlNode.Field field) {
    String value = scalar(field.value(), "limits." + field.key());
    try {
      builder.limit(field.key(), value);
    } catch (SluiceException e) {
      throw YamlFile.invalid(file, field.line(), String.valueOf(e.getMessage()));
    }
  }

  private void files(YamlNode.Field field) {
    switch (field.key()) {
      case "inspect" -> inspection = inspection.withOfQueries(truth(field));
      case "seconds" -> inspection = inspection.withAtMost(seconds(field));
      case "cache" -> inspection = inspection.withCacheFolder(path(field));
      default -> throw unknownKey(field, "files.", FILES_KEYS);
    }
    builder.fileInspection(inspection);
  }

  private Duration seconds(YamlNode.Field field) {
    String text = scalar(field.value(), field.key());
    try {
      int seconds = Integer.parseInt(text);
      if (seconds > 0 && seconds <= Duration.ofDays(1).toSeconds()) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw YamlFile.invalid(
        file, field.line(), "'seconds' is a whole number from 1 to 86400, not '" + text + "'");
  }

  private boolean truth(YamlNode.Field field) {
    String text = scalar(field.value(), field.key());
    if (!text.equals("true") && !text.equals("false")) {
      throw YamlFile.invalid(
          file, field.line(), "'" + field.key() + "' is true or false, not '" + text + "'");
    }
    return Boolean.parseBoolean(text);
  }

  private List<EngineName> engineNames(YamlNode node) {
    List<YamlNode> items = node instanceof YamlNode.Items list ? list.items() : List.of(node);
    List<EngineName> names = new ArrayList<>();
    for (YamlNode item : items) {
      names.add(engineName(scalar(item, "prefer"), item.line()));
    }
    return names;
  }

  private EngineName engineName(String text, int line) {
    List<String> known = EngineNames.known().stream().map(EngineName::value).toList();
    return EngineNames.find(text)
        .orElseThrow(
            () ->
                YamlFile.invalid(
                    file, line, "'" + text + "' is no engine" + suggestion(text, known)));
  }

  private void engine(YamlNode.Field field) {
    EngineName name = engineName(field.key(), field.line());
    settings(field).forEach((key, value) -> builder.engine(name, key, value));
  }

  /**
   * What stands below a key, in one level. A key with nothing below it names it and sets nothing.
   */
  private Map<String, String> settings(YamlNode.Field field) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (!(field.value() instanceof YamlNode.Scalar nothing && nothing.text().isEmpty())) {
      for (YamlNode.Field setting : fields(field.value(), field.key())) {
        add(setting.key(), setting.value(), settings);
      }
    }
    return settings;
  }

  private void add(String key, YamlNode value, Map<String, String> settings) {
    if (value instanceof YamlNode.Fields nested) {
      nested.fields().forEach(field -> add(key + "." + field.key(), field.value(), settings));
    } else if (value instanceof YamlNode.Items list) {
      settings.put(
          key, list.items().stream().map(item -> text(item, key)).collect(Collectors.joining(",")));
    } else {
      settings.put(key, text(value, key));
    }
  }

  /** A value, with what the environment holds in the places that name it. */
  private String text(YamlNode node, String what) {
    return VARIABLE
        .matcher(scalar(node, what))
        .replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1), node.line())));
  }

  private String variable(String name, int line) {
    String value = environment.apply(name);
    if (value == null) {
      throw YamlFile.invalid(
          file, line, "the environment has no variable " + name + ", which ${" + name + "} names");
    }
    return value;
  }

  private List<YamlNode.Field> fields(YamlNode node, String what) {
    if (node instanceof YamlNode.Fields mapping) {
      return mapping.fields();
    }
    throw YamlFile.invalid(file, node.line(), what + " holds keys and values, not " + node.kind());
  }

  private String scalar(YamlNode node, String what) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar.text();
    }
    throw YamlFile.invalid(file, node.line(), "'" + what + "' is one value, not " + node.kind());
  }

  private SluiceException unknownKey(YamlNode.Field field, String prefix, List<String> known) {
    return YamlFile.invalid(
        file,
        field.line(),
        "unknown key '" + prefix + field.key() + "'" + suggestion(field.key(), known));
  }

  private static String suggestion(String name, List<String> known) {
    String question = NearestName.question(name, known);
    return question.isEmpty() ? "; known are " + String.join(", ", known) : question;
  }
}
