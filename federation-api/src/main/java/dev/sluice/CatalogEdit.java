package dev.sluice;

import java.util.List;
import java.util.Set;

/** One change of a table's entries in a catalog. What is in place already changes nothing. */
public sealed interface CatalogEdit {

  TableName table();

  /**
   * Gives partitions the table's columns, as a crawler set to {@code InheritFromTable} does (Glue
   * Developer Guide, crawler-configuration). The SerDe's parameters that repeat the columns, such
   * as {@code avro.schema.literal}, follow; all else of the partitions stays.
   *
   * @param partitions by their values
   */
  record SyncColumns(TableName table, Set<List<String>> partitions) implements CatalogEdit {
    public SyncColumns {
      partitions = Set.copyOf(partitions);
    }
  }

  /**
   * Sets a parameter of the SerDe of the table and of all its partitions: engines read each
   * partition's own (Athena User Guide, handling-schema-updates-chapter).
   */
  record SetSerdeParameter(TableName table, String key, String value) implements CatalogEdit {}

  /** Sets a parameter of the table itself. */
  record SetTableParameter(TableName table, String key, String value) implements CatalogEdit {}

  /** Adds partitions that have the table's columns and storage. */
  record RegisterPartitions(TableName table, List<Folder> folders) implements CatalogEdit {
    public RegisterPartitions {
      folders = List.copyOf(folders);
    }
  }

  /**
   * The folder of a partition.
   *
   * @param path from the table's location on, as it is spelled there: {@code day=2019-03-28/}
   */
  record Folder(List<String> values, String path) {
    public Folder {
      values = List.copyOf(values);
    }
  }
}
