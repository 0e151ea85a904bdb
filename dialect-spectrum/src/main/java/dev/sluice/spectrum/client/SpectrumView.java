package dev.sluice.spectrum.client;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sluice.Catalog;
import dev.sluice.EngineView;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.results.Wanted;
import dev.sluice.spectrum.ExternalSchemas;
import dev.sluice.spectrum.SpectrumSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What Redshift sees: the databases for which it has an external schema, and its own tables. A
 * setting decides where there is one; for the rest Redshift is asked, and what it said is believed
 * for a minute and renewed behind the scenes while it is in use.
 */
final class SpectrumView implements EngineView {
  private static final Duration BELIEVED = Duration.ofMinutes(1);
  private static final Duration RENEWED = Duration.ofSeconds(45);

  private final SpectrumSettings settings;
  private final ExternalSchemas named;
  private final CatalogPlace place;
  private final Sessions questions;
  private final LoadingCache<String, Asked> asked;

  /** What came of asking: one of the two. */
  private record Asked(@Nullable SchemaListing listing, @Nullable SluiceException failure) {
    SchemaListing orThrow() {
      if (listing != null) {
        return listing;
      }
      throw failure == null ? new IllegalStateException() : failure;
    }
  }

  /**
   * @param questions for one question at a time: queries must not make it wait
   */
  SpectrumView(
      SpectrumSettings settings,
      ExternalSchemas named,
      CatalogPlace place,
      Sessions questions,
      Executor behindTheScenes,
      Clock clock) {
    this.settings = settings;
    this.named = named;
    this.place = place;
    this.questions = questions;
    this.asked =
        Caffeine.newBuilder()
            .executor(behindTheScenes)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(BELIEVED)
            .refreshAfterWrite(RENEWED)
            .build(unused -> ask());
  }

  private Asked ask() {
    try (Connection connection = questions.take(new Wanted())) {
      return new Asked(SchemaListing.read(connection, place), null);
    } catch (SluiceException e) {
      return new Asked(null, notAsked(e.code(), e));
    } catch (SQLException e) {
      return new Asked(null, notAsked(ErrorCode.ENGINE_UNAVAILABLE, e));
    }
  }

  /**
   * Who is signed in, and to what.
   *
   * @throws SluiceException when nobody is
   */
  String session() {
    try (Connection connection = questions.take(new Wanted());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT current_user, version()")) {
      return row.next() ? row.getString(1) + " on " + row.getString(2) : "nobody";
    } catch (SQLException e) {
      throw SpectrumFailures.of(e, null, false);
    }
  }

  private static SluiceException notAsked(ErrorCode code, Exception e) {
    return new SluiceException(
        code,
        "Redshift could not be asked which external schemas and tables it has: " + e.getMessage(),
        e);
  }

  @Override
  public Visible database(String database) {
    if (named.named(database).isPresent() || !settings.discover()) {
      return new Visible.ByDialect();
    }
    Asked said = asked.get("");
    if (said.failure() != null) {
      return new Visible.Hidden(
          said.failure().getMessage()
              + "; setting 'schemas."
              + database
              + "' of engine spectrum says it without asking");
    }
    return of(database, said.orThrow());
  }

  private Visible of(String database, SchemaListing listing) {
    String schema = listing.schemas().get(database);
    if (schema != null) {
      return new Visible.Named(schema);
    }
    String other = listing.others().get(database);
    return new Visible.Hidden(
        (other == null ? "no external schema shows it" : other)
            + "; this would map it: "
            + place.mapping(database));
  }

  @Override
  public Catalog ownTables() {
    return settings.discover() ? asked.get("").orThrow().own() : EngineView.super.ownTables();
  }
}
