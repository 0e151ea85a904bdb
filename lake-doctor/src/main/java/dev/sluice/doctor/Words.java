package dev.sluice.doctor;

import dev.sluice.CatalogEdit;
import dev.sluice.doctor.Cure.Effect;
import dev.sluice.matrix.Outcome;
import dev.sluice.matrix.PartitionSchema;
import dev.sluice.matrix.Reading;
import dev.sluice.matrix.SchemaChange;
import dev.sluice.matrix.TypeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What reports say, whatever they look like. */
public final class Words {
  private static final int MOST_RANGES = 6;

  private Words() {}

  /** How the older columns are, seen from the table's: {@code column referrer is missing}. */
  public static String change(SchemaChange change) {
    String what = change.isNested() ? "field " + change.path() : "column " + change.path();
    return switch (change.change()) {
      case COLUMN_ADDED_AT_END, FIELD_ADDED_AT_END -> what + " is missing";
      case COLUMN_ADDED_IN_MIDDLE, FIELD_ADDED_IN_MIDDLE ->
          what + " is missing, and is not the last";
      case COLUMN_REMOVED, FIELD_REMOVED -> what + " is there, which the table does not have";
      case COLUMN_REMOVED_AT_END, FIELD_REMOVED_AT_END ->
          what + " is there at the end, which the table does not have";
      case COLUMN_RENAMED, FIELD_RENAMED -> what + " has another name";
      case COLUMNS_REORDERED, FIELDS_REORDERED -> what + " stands in another place";
      case TYPE_WIDENED, TYPE_CHANGED -> what + types(change.types());
    };
  }

  private static String types(@Nullable TypeChange types) {
    return types == null
        ? " has another type"
        : " is " + types.older().hive() + ", not " + types.newer().hive();
  }

  /** Where older columns are met. */
  public static String place(PartitionSchema partition) {
    return switch (partition) {
      case FRESH -> "in the files alone";
      case STALE -> "in the partitions";
      case BEHIND -> "in the catalog's partitions alone";
    };
  }

  /** {@code fails with HIVE_PARTITION_SCHEMA_MISMATCH}. */
  public static String outcome(Outcome outcome) {
    String code = outcome.code();
    return switch (outcome.reading()) {
      case RIGHT -> "reads it right";
      case NULL -> "reads NULL where there are values";
      case WRONG -> "reads other values than were written";
      case ERROR -> code == null ? "fails" : "fails with " + code;
      case UNKNOWN -> "what it reads is not established, so Sluice does not send it there";
    };
  }

  public static String reading(Reading reading) {
    return switch (reading) {
      case RIGHT -> "right";
      case NULL -> "NULL";
      case ERROR -> "error";
      case UNKNOWN -> "unknown";
      case WRONG -> "wrong";
    };
  }

  /** {@code queries that read user_id}. */
  public static String queries(Breakage breakage) {
    return switch (breakage.queries()) {
      case NONE -> "no query";
      case OF_COLUMN -> "queries that read " + String.join(", ", breakage.columns());
      case ALL -> "all queries";
    };
  }

  /** The changes that a breakage comes of. */
  public static String because(Breakage breakage) {
    return breakage.drift().stream()
        .map(found -> change(found.met().change()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** What a cure does, in a few words. */
  public static String title(Cure cure) {
    if (cure instanceof Cure.SyncPartitions sync) {
      return "Give " + partitions(sync.edit().partitions().size()) + " the table's columns";
    } else if (cure instanceof Cure.ReadByName) {
      return "Have columns found by name";
    } else if (cure instanceof Cure.RegisterPartitions register) {
      return "Register " + partitions(register.edit().folders().size());
    } else if (cure instanceof Cure.ReorderFields reorder) {
      return "Declare the sub-fields of " + reorder.column() + " in the order they came to be";
    }
    return "Write these partitions anew as Parquet, with the table's columns";
  }

  public static String partitions(int count) {
    return count == 1 ? "1 partition" : count + " partitions";
  }

  /** The ranges' names: at most some of them, and how many more. */
  public static String ranges(Checkup checkup, List<PartitionRange> ranges, int most) {
    String named = ranges.stream().limit(most).map(checkup::name).collect(Collectors.joining("; "));
    int more = ranges.size() - most;
    return more > 0 ? named + "; and " + more + " more ranges" : named;
  }

  /** What is to change, before and after. */
  public static List<String> lines(Checkup table, Cure cure) {
    List<String> lines = new ArrayList<>();
    if (cure instanceof Cure.SyncPartitions sync) {
      for (Cure.ColumnEdit edit : sync.columns()) {
        lines.add(ranges(table, edit.where(), MOST_RANGES));
        edit.lines().forEach(line -> lines.add("    " + line));
      }
      return lines;
    }
    if (cure instanceof Cure.ReorderFields reorder) {
      lines.add("- " + reorder.column() + " " + reorder.before().hive());
      lines.add("+ " + reorder.column() + " " + reorder.after().hive());
    }
    for (CatalogEdit edit : cure.edits()) {
      lines.addAll(lines(table, edit));
    }
    return lines;
  }

  private static List<String> lines(Checkup table, CatalogEdit edit) {
    if (edit instanceof CatalogEdit.SetSerdeParameter set) {
      String before = table.table().storage().parameter(set.key()).orElse("not set");
      return List.of(
          "SerDe parameter of the table and its partitions: "
              + set.key()
              + " "
              + before
              + " → "
              + set.value());
    } else if (edit instanceof CatalogEdit.SetTableParameter set) {
      String before = table.table().parameters().getOrDefault(set.key(), "not set");
      return List.of("Table parameter: " + set.key() + " " + before + " → " + set.value());
    } else if (edit instanceof CatalogEdit.RegisterPartitions register) {
      return register.folders().stream()
          .map(folder -> "+ " + String.join("/", folder.values()) + " at " + folder.path())
          .toList();
    }
    return List.of();
  }

  /** {@code athena: error → right}, of the engines for which something changes. */
  public static String effects(Cure cure) {
    return cure.effects().stream()
        .filter(effect -> effect.helps() || effect.harms())
        .map(Words::effect)
        .collect(Collectors.joining("; "));
  }

  private static String effect(Effect effect) {
    return effect.engine()
        + ": "
        + reading(effect.before())
        + " → "
        + reading(effect.after())
        + (effect.harms() ? " (harmful)" : "");
  }
}
