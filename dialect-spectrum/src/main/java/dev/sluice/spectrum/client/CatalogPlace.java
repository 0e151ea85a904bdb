package dev.sluice.spectrum.client;

import dev.sluice.SluiceConfiguration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Glue Data Catalog it is whose databases are looked for, as far as the configuration says.
 *
 * @param region null where the environment says it
 * @param account null where it is the caller's
 */
record CatalogPlace(@Nullable String region, @Nullable String account) {
  private static final Pattern REGION = Pattern.compile("\"([a-z]{2}(?:-[a-z]+)+-\\d)\"");
  private static final Pattern ACCOUNT = Pattern.compile("\"(\\d{12})\"");

  static CatalogPlace of(SluiceConfiguration configuration) {
    return new CatalogPlace(
        configuration.aws().get("region"),
        configuration.glue().map(glue -> glue.get("catalog-id")).orElse(null));
  }

  /**
   * Why an external schema may show another catalog's database of the same name. The view's page
   * shows no key but IAM_ROLE (Amazon Redshift Database Developer Guide, r_SVV_EXTERNAL_SCHEMAS,
   * 2026-11-27), so whatever value is a region or an account counts.
   *
   * @param options of the schema, as JSON
   * @return goes on from the schema's name
   */
  Optional<String> mismatch(String options) {
    return differs(REGION.matcher(options), region, "region", "setting 'region' of aws")
        .or(
            () ->
                differs(
                    ACCOUNT.matcher(options), account, "account", "setting 'catalog-id' of glue"));
  }

  private static Optional<String> differs(
      Matcher named, @Nullable String ours, String what, String setting) {
    if (!named.find() || named.group(1).equals(ours)) {
      return Optional.empty();
    }
    String is = "reads the catalog of %s %s".formatted(what, named.group(1));
    return Optional.of(
            is + (ours == null ? ", and %s does not say which is ours" : ", ours (%s) is " + ours))
        .map(text -> text.formatted(setting));
  }

  /** The statement that would make a database visible, and what it still needs. */
  String mapping(String database) {
    return "CREATE EXTERNAL SCHEMA \"%s\" FROM DATA CATALOG DATABASE '%s' IAM_ROLE default%s"
        .formatted(
            database.replace("\"", "\"\""),
            database.replace("'", "''"),
            region == null ? "" : " REGION '" + region + "'");
  }
}
