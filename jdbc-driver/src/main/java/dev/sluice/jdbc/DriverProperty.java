package dev.sluice.jdbc;

import dev.sluice.NearestName;
import java.sql.DriverPropertyInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be set in a URL, or beside it. Most are settings of a configuration file under a name of
 * their own; any other setting of an engine can be named as {@code ENGINE.SETTING}.
 */
enum DriverProperty {
  PREFER("prefer", "policy.prefer", "The engines to try first, as spectrum,athena"),
  STRICT("strict", "policy.strict", "Refuses engines that might answer otherwise for some data"),
  REQUIRE_PARTITION_FILTER(
      "requirePartitionFilter",
      "policy.require-partition-filter",
      "Refuses queries that would read every partition of a table"),
  FALLBACK(
      "fallback",
      "policy.fallback",
      "Where only Spark can answer: off refuses, query has it answer, convert converts first"),
  CONVERT_AT_MOST(
      "convertAtMost",
      "policy.convert-at-most",
      "With fallback=convert: so many bytes of a table's files for a query, as 10GB"),
  MATRIX("matrix", "matrix", "A file laid over the shipped capability matrix"),
  INSPECT_FILES("inspectFiles", "files.inspect", "Looks into files of what a query reads"),
  REGION("region", "aws.region", "The AWS region of all calls"),
  PROFILE("profile", "aws.profile", "Whose AWS credentials are used"),
  ROLE("role", "aws.role", "A role of AWS to assume"),
  EXTERNAL_ID("externalId", "aws.external-id", "What the role asks for"),
  CATALOG_ID("catalogId", "glue.catalog-id", "The account whose Glue Data Catalog is read"),
  DATABASES("databases", "glue.databases", "The only databases that are shown, as web,ads"),
  WORKGROUP("workgroup", "athena.workgroup", "Athena's workgroup"),
  OUTPUT("output", "athena.output", "Where Athena's results go: s3://BUCKET/PREFIX/"),
  REDSHIFT_URL("redshiftUrl", "spectrum.url", "As Redshift's own driver takes it"),
  USER("user", "spectrum.user", "Who signs in to Redshift"),
  PASSWORD("password", "spectrum.password", "The password of that user"),
  SCHEMAS(
      "schemas", "spectrum.schemas", "Redshift's external schemas of databases, as web:ext_web"),
  FLATTEN_STRUCTS(
      "flattenStructs",
      "",
      "Shows the fields of structs as columns of their own, called as device.os");

  private static final List<String> TRUTHS = List.of("true", "false");
  private static final List<String> FALLBACKS = List.of("off", "query", "convert");

  private final String key;
  private final String setting;
  private final String description;

  DriverProperty(String key, String setting, String description) {
    this.key = key;
    this.setting = setting;
    this.description = description;
  }

  String key() {
    return key;
  }

  /** Its place in a configuration file, keys joined by dots; empty for one of the driver alone. */
  String setting() {
    return setting;
  }

  private List<String> choices() {
    return switch (this) {
      case STRICT, REQUIRE_PARTITION_FILTER, INSPECT_FILES, FLATTEN_STRUCTS -> TRUTHS;
      case FALLBACK -> FALLBACKS;
      case PREFER,
          CONVERT_AT_MOST,
          MATRIX,
          REGION,
          PROFILE,
          ROLE,
          EXTERNAL_ID,
          CATALOG_ID,
          DATABASES,
          WORKGROUP,
          OUTPUT,
          REDSHIFT_URL,
          USER,
          PASSWORD,
          SCHEMAS ->
          List.of();
    };
  }

  /** What holds where it is not set; null where that is nothing, or AWS's own. */
  private @Nullable String standard() {
    return switch (this) {
      case STRICT, REQUIRE_PARTITION_FILTER, FLATTEN_STRUCTS -> "false";
      case INSPECT_FILES -> "true";
      case FALLBACK -> "off";
      case CONVERT_AT_MOST -> "10GB";
      case PREFER,
          MATRIX,
          REGION,
          PROFILE,
          ROLE,
          EXTERNAL_ID,
          CATALOG_ID,
          DATABASES,
          WORKGROUP,
          OUTPUT,
          REDSHIFT_URL,
          USER,
          PASSWORD,
          SCHEMAS ->
          null;
    };
  }

  static Optional<DriverProperty> named(String name) {
    return Arrays.stream(values()).filter(one -> one.key.equals(name)).findFirst();
  }

  static String unknown(String name) {
    List<String> known = Arrays.stream(values()).map(DriverProperty::key).toList();
    String question = NearestName.question(name, known);
    return "There is no property '"
        + name
        + "'"
        + (question.isEmpty() ? "; known are " + String.join(", ", known) : question)
        + " (a setting of an engine is written ENGINE.SETTING)";
  }

  /** All of them, as JDBC tells them, with the values that are given. */
  static DriverPropertyInfo[] infos(Map<String, String> given) {
    return Arrays.stream(values()).map(one -> one.info(given)).toArray(DriverPropertyInfo[]::new);
  }

  private DriverPropertyInfo info(Map<String, String> given) {
    DriverPropertyInfo info = new DriverPropertyInfo(key, given.getOrDefault(key, standard()));
    info.description = description;
    info.required = false;
    info.choices = choices().isEmpty() ? null : choices().toArray(String[]::new);
    return info;
  }
}
