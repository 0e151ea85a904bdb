package dev.sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.doctor.Breakage;
import dev.sluice.doctor.Checkup;
import dev.sluice.doctor.Cure;
import dev.sluice.doctor.DriftFound;
import dev.sluice.doctor.Finding;
import dev.sluice.doctor.LakeCheckup;
import dev.sluice.doctor.Met;
import dev.sluice.doctor.PartitionRange;
import dev.sluice.doctor.Stretch;
import dev.sluice.doctor.Words;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.EvolutionCell;
import dev.sluice.matrix.TypeChange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code doctor} prints for a program. */
final class DoctorJson {
  private static final Evolution EVOLUTION = Evolution.shipped();

  private DoctorJson() {}

  static ObjectNode of(LakeCheckup lake) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("healthy", lake.isHealthy());
    ArrayNode findings = document.putArray("findings");
    lake.findings().forEach(finding -> finding(null, finding, findings.addObject()));
    ArrayNode tables = document.putArray("tables");
    lake.tables().forEach(table -> table(table, tables.addObject()));
    return document;
  }

  private static void table(Checkup table, ObjectNode node) {
    node.put("table", table.table().name().toString());
    node.put("format", lower(table.table().storage().format()));
    node.put("healthy", table.isHealthy());
    node.put("partitions", table.partitions().size());
    ObjectNode files = node.putObject("files");
    files.put("total", table.files()).put("lookedInto", table.filesLookedInto());
    files.put("bytes", table.bytes());
    ArrayNode findings = node.putArray("findings");
    table.findings().forEach(finding -> finding(table, finding, findings.addObject()));
    ArrayNode timeline = node.putArray("timeline");
    table.timeline().forEach(stretch -> stretch(table, stretch, timeline.addObject()));
    ArrayNode drift = node.putArray("drift");
    table.drift().forEach(found -> drift(table, found, drift.addObject()));
    ArrayNode breakages = node.putArray("breakages");
    table.breakages().forEach(breakage -> breakage(table, breakage, breakages.addObject()));
    ArrayNode cures = node.putArray("cures");
    table.cures().forEach(cure -> cure(table, cure, cures.addObject()));
  }

  private static void finding(@Nullable Checkup table, Finding finding, ObjectNode node) {
    node.put("kind", lower(finding.kind()));
    node.put("problem", finding.isProblem());
    node.put("subject", finding.subject());
    node.put("text", finding.text());
    if (table != null) {
      ranges(table, finding.where(), node);
    }
  }

  private static void stretch(Checkup table, Stretch stretch, ObjectNode node) {
    range(table, stretch.range(), node);
    node.put("filesThatCannotBeRead", stretch.problem());
    ArrayNode changes = node.putArray("changes");
    stretch.changes().forEach(met -> change(met, changes.addObject()));
  }

  private static void change(Met met, ObjectNode node) {
    node.put("level", lower(met.level()));
    node.put("change", lower(met.change().change()));
    node.put("path", met.change().path());
    TypeChange types = met.change().types();
    node.put("olderType", types == null ? null : types.older().hive());
    node.put("type", types == null ? null : types.newer().hive());
    node.put("text", Words.change(met.change()));
  }

  private static void drift(Checkup table, DriftFound found, ObjectNode node) {
    change(found.met(), node);
    node.put("partitionSchema", lower(found.met().partition()));
    node.put("partitions", table.partitions().isEmpty() ? 0 : found.partitions());
    ranges(table, found.where(), node);
    ObjectNode engines = node.putObject("engines");
    found
        .met()
        .engines()
        .forEach(
            (engine, cell) -> {
              ObjectNode own = engines.putObject(engine.value());
              cell(cell, own);
              own.put("queries", lower(found.queries(EVOLUTION, engine)));
            });
  }

  private static void breakage(Checkup table, Breakage breakage, ObjectNode node) {
    node.put("engine", breakage.engine().value());
    node.put("problem", breakage.isProblem());
    node.put("reads", lower(breakage.outcome().reading()));
    node.put("error", breakage.outcome().code());
    node.put("queries", lower(breakage.queries()));
    ArrayNode columns = node.putArray("columns");
    breakage.columns().forEach(columns::add);
    node.put("text", Words.outcome(breakage.outcome()) + ": " + Words.queries(breakage));
    ranges(table, breakage.where(), node);
  }

  private static void cell(EvolutionCell cell, ObjectNode node) {
    node.put("reads", lower(cell.reading()));
    node.put("error", cell.worst().code());
    node.put("why", cell.why());
    node.put("source", cell.source());
    node.put("sourceDate", cell.sourceDate());
  }

  private static void cure(Checkup table, Cure cure, ObjectNode node) {
    node.put("cure", lower(kind(cure)));
    node.put("text", Words.title(cure));
    node.put("harmful", cure.isHarmful());
    node.put("fix", !cure.edits().isEmpty() && !cure.isHarmful());
    ranges(table, cure.where(), node);
    ArrayNode changes = node.putArray("changes");
    Words.lines(table, cure).forEach(line -> changes.add(line.strip()));
    ObjectNode engines = node.putObject("engines");
    cure.effects()
        .forEach(
            effect ->
                engines
                    .putObject(effect.engine().value())
                    .put("before", lower(effect.before()))
                    .put("after", lower(effect.after()))
                    .put("helps", effect.helps())
                    .put("harms", effect.harms()));
  }

  private enum Kind {
    SYNC_PARTITIONS,
    READ_BY_NAME,
    REGISTER_PARTITIONS,
    REORDER_FIELDS,
    CONVERT_TO_PARQUET
  }

  private static Kind kind(Cure cure) {
    if (cure instanceof Cure.SyncPartitions) {
      return Kind.SYNC_PARTITIONS;
    } else if (cure instanceof Cure.ReadByName) {
      return Kind.READ_BY_NAME;
    } else if (cure instanceof Cure.RegisterPartitions) {
      return Kind.REGISTER_PARTITIONS;
    }
    return cure instanceof Cure.ReorderFields ? Kind.REORDER_FIELDS : Kind.CONVERT_TO_PARQUET;
  }

  /** Of a table without partitions there is nothing to tell. */
  private static void ranges(Checkup table, List<PartitionRange> where, ObjectNode node) {
    ArrayNode ranges = node.putArray("ranges");
    if (!table.partitions().isEmpty()) {
      where.forEach(range -> range(table, range, ranges.addObject()));
    }
  }

  private static void range(Checkup table, PartitionRange range, ObjectNode node) {
    if (!table.partitions().isEmpty()) {
      values(table, range.first(), node.putArray("first"));
      values(table, range.last(), node.putArray("last"));
      node.put("partitions", range.count());
    }
  }

  private static void values(Checkup table, int place, ArrayNode node) {
    table.partitions().get(place).values().forEach(node::add);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
