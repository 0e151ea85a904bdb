package dev.sluice.spectrum.client;

import dev.sluice.SluiceConfiguration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which Glue Data Catalog it is whose databases are looked for, as far as the configuration says.
 *
 * @param region null where the environment says it
 * @param account null where it is the caller's
 * @param cluster the region of Redshift itself, which is that of a schema that names none (Amazon
 *     Redshift Database Developer Guide, r_CREATE_EXTERNAL_SCHEMA); null where its URL does not say
 */
record CatalogPlace(@Nullable String region, @Nullable String account, @Nullable String cluster) {
  private static final Pattern REGION = Pattern.compile("\"([a-z]{2}(?:-[a-z]+)+-\\d)\"");
  private static final Pattern ACCOUNT = Pattern.compile("\"(\\d{12})\"");
  private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/");
  private static final Pattern HOST =
      Pattern.compile("\\.([a-z]{2}(?:-[a-z]+)+-\\d)\\.redshift(?:-serverless)?\\.");

  static CatalogPlace of(SluiceConfiguration configuration, String url) {
    return new CatalogPlace(
        configuration.aws().get("region"),
        configuration.glue().map(glue -> glue.get("catalog-id")).orElse(null),
        first(HOST, url));
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
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
                    ACCOUNT.matcher(options), account, "account", "setting 'catalog-id' of glue"))
        .or(() -> REGION.matcher(options).find() ? Optional.empty() : otherCluster())
        .or(() -> ACCOUNT.matcher(options).find() ? Optional.empty() : otherRole(options));
  }

  private Optional<String> otherCluster() {
    return region == null || cluster == null || region.equals(cluster)
        ? Optional.empty()
        : Optional.of(
            "names no region, so it reads the catalog of Redshift's own, %s; ours (setting 'region'"
                    .formatted(cluster)
                + " of aws) is "
                + region);
  }

  /** The catalog is that of the account whose role reads it; of several roles it is not told. */
  private Optional<String> otherRole(String options) {
    Set<String> accounts =
        ROLE.matcher(options).results().map(role -> role.group(1)).collect(Collectors.toSet());
    boolean isOurs = account == null ? accounts.size() < 2 : accounts.equals(Set.of(account));
    return isOurs
        ? Optional.empty()
        : Optional.of(
            "names no account, and its roles are of "
                + new TreeSet<>(accounts)
                + "; ours (setting 'catalog-id' of glue) is "
                + (account == null ? "the caller's" : account));
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
