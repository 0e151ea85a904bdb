package dev.sluice.doctor;

import dev.sluice.CatalogEdit;
import dev.sluice.DataType;
import dev.sluice.EngineName;
import dev.sluice.TableName;
import dev.sluice.matrix.Reading;
import java.util.ArrayList;
import java.util.List;

/** Something that makes engines read what they do not read now, and what it comes to on each. */
public sealed interface Cure {

  TableName table();

  /** The partitions that it changes; empty where none are listed. */
  List<PartitionRange> where();

  /** One an engine. */
  List<Effect> effects();

  /** The catalog's edits that bring it about; empty where more than the catalog must change. */
  List<CatalogEdit> edits();

  /** Whether some engine reads worse afterwards than before. */
  default boolean isHarmful() {
    return effects().stream().anyMatch(Effect::harms);
  }

  /**
   * What an engine makes of the partitions concerned.
   *
   * @param before the worst, as it is
   * @param after the worst, once cured
   * @param helps whether there are partitions that it reads rightly only afterwards
   * @param harms whether there are partitions that it reads worse afterwards
   */
  record Effect(EngineName engine, Reading before, Reading after, boolean helps, boolean harms) {}

  /**
   * What changes in the columns of some partitions.
   *
   * @param lines {@code + referrer string}, {@code user_id int → bigint}
   */
  record ColumnEdit(List<PartitionRange> where, List<String> lines) {
    public ColumnEdit {
      where = List.copyOf(where);
      lines = List.copyOf(lines);
    }
  }

  /** Partitions get the table's columns, as a crawler's InheritFromTable gives them. */
  record SyncPartitions(
      CatalogEdit.SyncColumns edit,
      List<PartitionRange> where,
      List<ColumnEdit> columns,
      List<Effect> effects)
      implements Cure {
    public SyncPartitions {
      where = List.copyOf(where);
      columns = List.copyOf(columns);
      effects = List.copyOf(effects);
    }

    @Override
    public TableName table() {
      return edit.table();
    }

    @Override
    public List<CatalogEdit> edits() {
      return List.of(edit);
    }
  }

  /** The table and its partitions say that columns are found by name. */
  record ReadByName(
      TableName table,
      List<CatalogEdit> edits,
      List<PartitionRange> where,
      List<Effect> effects,
      String source)
      implements Cure {
    public ReadByName {
      edits = List.copyOf(edits);
      where = List.copyOf(where);
      effects = List.copyOf(effects);
    }
  }

  /** Folders become partitions, so that engines see their rows. */
  record RegisterPartitions(CatalogEdit.RegisterPartitions edit) implements Cure {
    @Override
    public TableName table() {
      return edit.table();
    }

    @Override
    public List<PartitionRange> where() {
      return List.of();
    }

    @Override
    public List<Effect> effects() {
      return List.of();
    }

    @Override
    public List<CatalogEdit> edits() {
      return List.of(edit);
    }
  }

  /**
   * The table's sub-fields are declared in the order in which they came to be. Changes the table's
   * meaning for whoever reads them by place, so it is told and not done.
   *
   * @param before the column's type
   * @param after the type with the same sub-fields, those of older partitions first
   */
  record ReorderFields(
      TableName table,
      String column,
      DataType before,
      DataType after,
      List<PartitionRange> where,
      List<Effect> effects)
      implements Cure {
    public ReorderFields {
      where = List.copyOf(where);
      effects = List.copyOf(effects);
    }

    @Override
    public List<CatalogEdit> edits() {
      return List.of();
    }
  }

  /** Partitions are written anew as Parquet, with the table's columns. */
  record ConvertToParquet(TableName table, List<PartitionRange> where, List<Effect> effects)
      implements Cure {
    public ConvertToParquet {
      where = List.copyOf(where);
      effects = List.copyOf(effects);
    }

    @Override
    public List<CatalogEdit> edits() {
      return List.of();
    }
  }

  /** The edits of the cures that change the catalog alone and harm no engine. */
  static List<CatalogEdit> safeEdits(List<Cure> cures) {
    List<CatalogEdit> edits = new ArrayList<>();
    cures.stream().filter(cure -> !cure.isHarmful()).map(Cure::edits).forEach(edits::addAll);
    return edits;
  }
}
