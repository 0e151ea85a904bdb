package dev.sluice;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of the catalog. A table that could not be understood says why in {@link #problem()}. */
public final class Table {
  private final TableName name;
  private final List<Column> columns;
  private final List<Column> partitionKeys;
  private final List<Column> allColumns;
  private final Storage storage;
  private final Map<String, String> parameters;
  private final @Nullable PartitionProjection projection;
  private final boolean underLakeFormation;
  private final Set<String> viewDialects;
  private final @Nullable String problem;

  private Table(Builder builder) {
    this.name = builder.name;
    this.columns = List.copyOf(builder.columns);
    this.partitionKeys = List.copyOf(builder.partitionKeys);
    this.allColumns = Stream.concat(columns.stream(), partitionKeys.stream()).toList();
    this.storage = builder.storage;
    this.parameters = Map.copyOf(builder.parameters);
    this.projection = builder.projection;
    this.underLakeFormation = builder.underLakeFormation;
    this.viewDialects = Set.copyOf(builder.viewDialects);
    this.problem = builder.problem;
  }

  public static Builder builder(TableName name) {
    return new Builder(name);
  }

  public TableName name() {
    return name;
  }

  /** The columns kept in the files, without the partition keys. */
  public List<Column> columns() {
    return columns;
  }

  public List<Column> partitionKeys() {
    return partitionKeys;
  }

  /** Columns, then partition keys: what {@code *} means. */
  public List<Column> allColumns() {
    return allColumns;
  }

  public Storage storage() {
    return storage;
  }

  public Map<String, String> parameters() {
    return parameters;
  }

  public boolean isPartitioned() {
    return !partitionKeys.isEmpty();
  }

  /** Set when Athena computes the partitions instead of looking them up. */
  public Optional<PartitionProjection> projection() {
    return Optional.ofNullable(projection);
  }

  /**
   * Whether Lake Formation guards the table: who may read which rows and columns is then settled by
   * the engines that ask it, and not by who may read the files.
   */
  public boolean isUnderLakeFormation() {
    return underLakeFormation;
  }

  /**
   * Of a view of format {@link TableFormat#DEFINER_VIEW}: the dialects for which it has a text that
   * is current, as the Glue Data Catalog names them (its API, ViewRepresentation). Empty for
   * whatever else.
   */
  public Set<String> viewDialects() {
    return viewDialects;
  }

  /** Why the table cannot be queried, when the catalog's entry could not be understood. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public String toString() {
    return name.toString();
  }

  /** Not shareable between threads. */
  public static final class Builder {
    private final TableName name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Column> partitionKeys = new ArrayList<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private Storage storage = new Storage(TableFormat.UNKNOWN, null, null, null, Map.of(), null);
    private @Nullable PartitionProjection projection;
    private boolean underLakeFormation;
    private Set<String> viewDialects = Set.of();
    private @Nullable String problem;

    private Builder(TableName name) {
      this.name = requireNonNull(name, "name");
    }

    public Builder column(String columnName, DataType type) {
      columns.add(new Column(columnName, type));
      return this;
    }

    public Builder columns(List<Column> more) {
      columns.addAll(more);
      return this;
    }

    public Builder partitionKey(String keyName, DataType type) {
      partitionKeys.add(new Column(keyName, type));
      return this;
    }

    public Builder partitionKeys(List<Column> more) {
      partitionKeys.addAll(more);
      return this;
    }

    public Builder storage(Storage newStorage) {
      storage = newStorage;
      return this;
    }

    public Builder parameters(Map<String, String> more) {
      parameters.putAll(more);
      return this;
    }

    public Builder projection(@Nullable PartitionProjection newProjection) {
      projection = newProjection;
      return this;
    }

    public Builder underLakeFormation(boolean guarded) {
      underLakeFormation = guarded;
      return this;
    }

    public Builder viewDialects(Set<String> dialects) {
      viewDialects = dialects;
      return this;
    }

    public Builder problem(@Nullable String newProblem) {
      problem = newProblem;
      return this;
    }

    public Table build() {
      return new Table(this);
    }
  }
}
