package dev.sluice.sql.dialect;

import dev.sluice.EngineName;
import dev.sluice.SluiceConfiguration;
import dev.sluice.TableName;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.sql.rewrite.Rule;
import java.util.List;
import org.apache.calcite.sql.SqlDialect;

/**
 * How to say a query to one engine. Found by {@link java.util.ServiceLoader}; stateless and
 * shareable.
 */
public interface Dialect {

  /** The engine, as the matrix's columns name it. */
  EngineName engine();

  /**
   * What the engine's settings make of the matrix: itself, where none bears on planning. Asked
   * once, when Sluice is opened, and so the place where settings are checked.
   *
   * @throws dev.sluice.SluiceException with {@link dev.sluice.ErrorCode#CONFIGURATION_INVALID} for
   *     a setting that is unknown or makes no sense
   */
  CapabilityMatrix configured(CapabilityMatrix matrix, SluiceConfiguration configuration);

  /** Where the engine stands when nothing else decides: lower comes first. */
  int rank();

  /** Whether the engine is only asked when no other can answer. */
  boolean isLastResort();

  /** What the engine makes of each function and operator. */
  FunctionTable functions();

  /** How the engine spells types. */
  TypeTable types();

  /** The rules that rewrite structure for this engine; each claims a {@code rewrite} cell. */
  List<Rule> rules();

  /** Where NULLs go in this engine when the text does not say. */
  NullOrder nullOrder();

  /** The parts of the table's name as this engine knows it. */
  List<String> tableName(TableName name, SluiceConfiguration configuration);

  /**
   * What the Glue Data Catalog calls the engine's SQL in views of several dialects: see {@link
   * dev.sluice.Table#viewDialects()}.
   */
  String viewDialect();

  /** Prints; decides nothing. */
  SqlDialect printer();
}
