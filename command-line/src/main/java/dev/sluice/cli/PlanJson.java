package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.Candidate;
import dev.sluice.Drift;
import dev.sluice.EngineName;
import dev.sluice.KeyRange;
import dev.sluice.NativeQuery;
import dev.sluice.Parameter;
import dev.sluice.Plan;
import dev.sluice.Reason;
import dev.sluice.ResultColumn;
import dev.sluice.SqlPosition;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.TwinScan;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code explain --format json} prints. Fields may be added, never changed. */
final class PlanJson {
  private PlanJson() {}

  static ObjectNode of(Plan plan) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("schema", 1);
    document.put("sql", plan.sql());
    document.put("engine", name(plan.decision().engine()));
    document.put("answeredBy", name(plan.decision().answeredBy()));
    ArrayNode candidates = document.putArray("candidates");
    plan.decision().candidates().forEach(candidate -> add(candidates.addObject(), candidate));
    ArrayNode tables = document.putArray("tables");
    plan.tables().forEach(scan -> add(tables.addObject(), scan));
    ArrayNode columns = document.putArray("columns");
    for (ResultColumn column : plan.columns()) {
      columns.addObject().put("name", column.name()).put("type", column.type().toString());
    }
    ArrayNode notes = document.putArray("notes");
    plan.notes().forEach(notes::add);
    ArrayNode parameters = document.putArray("parameters");
    for (Parameter parameter : plan.parameters()) {
      parameters
          .addObject()
          .put("type", parameter.type().toString())
          .put("line", parameter.position().line())
          .put("position", parameter.position().column())
          .put("given", parameter.given());
    }
    Instant holdsUntil = plan.holdsUntil();
    document.put("holdsUntil", holdsUntil == null ? null : holdsUntil.toString());
    return document;
  }

  private static void add(ObjectNode node, Candidate candidate) {
    node.put("engine", candidate.engine().value());
    node.put("verdict", lower(candidate.verdict()));
    node.put("sql", Optional.ofNullable(candidate.query()).map(NativeQuery::sql).orElse(null));
    ArrayNode rules = node.putArray("rules");
    candidate.rules().forEach(rules::add);
    ArrayNode caveats = node.putArray("caveats");
    candidate.caveats().forEach(caveat -> caveats.add(caveat.text()));
    ArrayNode reasons = node.putArray("reasons");
    candidate.reasons().forEach(reason -> add(reasons.addObject(), reason));
    ArrayNode session = node.putArray("session");
    Optional.ofNullable(candidate.query())
        .ifPresent(query -> query.session().forEach(session::add));
    if (!candidate.twins().isEmpty()) {
      ArrayNode twins = node.putArray("twins");
      for (TwinScan twin : candidate.twins()) {
        twins
            .addObject()
            .put("source", twin.source().toString())
            .put("table", twin.name().toString())
            .put("upkeep", lower(twin.upkeep()));
      }
    }
  }

  private static void add(ObjectNode node, Reason reason) {
    Optional<SqlPosition> position = Optional.ofNullable(reason.position());
    node.put("capability", reason.capability());
    node.put("table", Optional.ofNullable(reason.table()).map(TableName::toString).orElse(null));
    node.put("column", reason.column());
    node.put("line", position.map(SqlPosition::line).orElse(null));
    node.put("position", position.map(SqlPosition::column).orElse(null));
    node.put("text", reason.text());
    node.put("source", reason.source());
  }

  private static void add(ObjectNode node, TableScan scan) {
    node.put("table", scan.table().name().toString());
    node.put("format", lower(scan.table().storage().format()));
    ObjectNode partitions = node.putObject("partitions");
    boolean countable = scan.table().isPartitioned() && scan.partitionsKnown();
    boolean totalKnown = countable && scan.totalPartitions().isPresent();
    partitions.put("total", totalKnown ? (Long) scan.totalPartitions().getAsLong() : null);
    partitions.put("selected", countable ? (Integer) scan.partitions().size() : null);
    ArrayNode ranges = partitions.putArray("ranges");
    scan.ranges().stream()
        .flatMap(keyed -> keyed.ranges().stream())
        .map(KeyRange::toString)
        .forEach(ranges::add);
    ArrayNode drift = node.putArray("drift");
    scan.drift().forEach(one -> add(drift.addObject(), one));
    ObjectNode files = node.putObject("files");
    files.put("inspected", scan.files().stream().mapToInt(one -> one.inspected().size()).sum());
    ArrayNode problems = files.putArray("problems");
    FilesText.problems(scan.files()).forEach(problems::add);
  }

  private static void add(ObjectNode node, Drift drift) {
    node.put("change", drift.change().name());
    node.put("path", drift.path());
    node.put("level", lower(drift.level()));
    node.put("partitions", drift.partitions());
  }

  private static @Nullable String name(@Nullable EngineName engine) {
    return engine == null ? null : engine.value();
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
