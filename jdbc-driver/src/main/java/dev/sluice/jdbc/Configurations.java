package dev.sluice.jdbc;

import dev.sluice.ByteSize;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.Fallback;
import dev.sluice.FileInspection;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.configuration.ConfigurationFile;
import dev.sluice.configuration.EngineNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a configuration of a URL and its properties. */
final class Configurations {
  private static final EngineName SPECTRUM = EngineName.of("spectrum");

  private Configurations() {}

  /**
   * @throws SluiceException with {@link ErrorCode#CONFIGURATION_INVALID}
   */
  static SluiceConfiguration of(ConnectionUrl url) {
    SluiceConfiguration.Builder builder = start(url);
    Map<String, String> glue = new TreeMap<>();
    for (Map.Entry<String, String> property : url.properties().entrySet()) {
      String name = property.getKey();
      Optional<DriverProperty> known = DriverProperty.named(name);
      if (known.isPresent()) {
        set(builder, glue, known.get(), property.getValue());
      } else {
        setOfEngine(builder, name, property.getValue());
      }
    }
    if (url.kind() == ConnectionUrl.Kind.AWS) {
      builder.glue(glue);
    } else if (!glue.isEmpty()) {
      throw invalid(
          "catalogId and databases are for jdbc:sluice:aws:, whose catalog is Glue's; not for "
              + url.shown());
    }
    return builder.build();
  }

  /** Whether structs are shown as columns. */
  static boolean flattens(ConnectionUrl url) {
    DriverProperty property = DriverProperty.FLATTEN_STRUCTS;
    return truth(property, url.properties().getOrDefault(property.key(), "false"));
  }

  private static SluiceConfiguration.Builder start(ConnectionUrl url) {
    // Nobody expects a tool's query to start Spark.
    SluiceConfiguration.Builder builder = SluiceConfiguration.builder().fallback(Fallback.OFF);
    return switch (url.kind()) {
      case LAKE -> builder.lake(lake(url.path()));
      case CONFIG -> ConfigurationFile.read(Path.of(url.path()), builder);
      case AWS -> builder;
    };
  }

  private static Path lake(String path) {
    Path lake = Path.of(path);
    if (!Files.isDirectory(lake)) {
      throw invalid("There is no lake folder at " + lake.toAbsolutePath());
    }
    return lake;
  }

  private static void set(
      SluiceConfiguration.Builder builder,
      Map<String, String> glue,
      DriverProperty property,
      String value) {
    switch (property) {
      case PREFER -> builder.prefer(engines(value));
      case STRICT -> builder.strict(truth(property, value));
      case REQUIRE_PARTITION_FILTER -> builder.requirePartitionFilter(truth(property, value));
      case FALLBACK -> builder.fallback(Fallback.of(named(property), value));
      case CONVERT_AT_MOST -> builder.convertAtMost(ByteSize.of(named(property), value));
      case MATRIX -> builder.matrixOverlay(Path.of(value));
      case INSPECT_FILES -> inspect(builder, truth(property, value));
      case REGION, PROFILE, ROLE, EXTERNAL_ID -> builder.aws(last(property), value);
      case CATALOG_ID, DATABASES -> glue.put(last(property), value);
      case WORKGROUP, OUTPUT, REDSHIFT_URL, USER, PASSWORD ->
          setOfEngine(builder, property.setting(), value);
      case SCHEMAS -> schemas(builder, value);
      case FLATTEN_STRUCTS -> truth(property, value);
    }
  }

  private static void inspect(SluiceConfiguration.Builder builder, boolean inspect) {
    FileInspection inspection = builder.build().fileInspection();
    builder.fileInspection(inspection.withOfQueries(inspect));
  }

  /** {@code athena.workgroup} sets {@code workgroup} of Athena. */
  private static void setOfEngine(SluiceConfiguration.Builder builder, String name, String value) {
    int dot = name.indexOf('.');
    Optional<EngineName> engine =
        dot < 0 ? Optional.empty() : EngineNames.find(name.substring(0, dot));
    if (engine.isEmpty()) {
      throw invalid(DriverProperty.unknown(name));
    }
    builder.engine(engine.get(), name.substring(dot + 1), value);
  }

  private static void schemas(SluiceConfiguration.Builder builder, String value) {
    for (String pair : value.split(",", -1)) {
      String[] parts = pair.split(":", -1);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw invalid(
            "schemas are written as DATABASE:SCHEMA,DATABASE:SCHEMA, unlike '" + value + "'");
      }
      builder.engine(
          SPECTRUM, "schemas." + parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
    }
  }

  private static List<EngineName> engines(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(
            name ->
                EngineNames.find(name)
                    .orElseThrow(
                        () ->
                            invalid(
                                "'" + name + "' is no engine; known are " + EngineNames.list())))
        .toList();
  }

  private static boolean truth(DriverProperty property, String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw invalid(named(property) + " is true or false, not '" + value + "'");
    }
    return Boolean.parseBoolean(value);
  }

  private static String named(DriverProperty property) {
    return "Property '" + property.key() + "'";
  }

  private static String last(DriverProperty property) {
    return property.setting().substring(property.setting().indexOf('.') + 1);
  }

  private static SluiceException invalid(String message) {
    return new SluiceException(ErrorCode.CONFIGURATION_INVALID, message);
  }
}
