package dev.sluice.sql.parse;

import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/**
 * What Sluice's SQL allows where dialects disagree: Calcite's LENIENT, less whatever Trino would
 * refuse or read otherwise. Both the parser and the validator ask it. Immutable.
 */
public final class SluiceConformance extends SqlDelegatingConformance {
  public static final SluiceConformance INSTANCE = new SluiceConformance();

  private SluiceConformance() {
    super(SqlConformanceEnum.LENIENT);
  }

  /** An array of rows unnests into one column per field, as in Trino since version 327. */
  @Override
  public boolean allowAliasUnnestItems() {
    return false;
  }

  @Override
  public boolean isGroupByAlias() {
    return false;
  }

  @Override
  public boolean isHavingAlias() {
    return false;
  }

  @Override
  public SelectAliasLookup isSelectAlias() {
    return SelectAliasLookup.UNSUPPORTED;
  }

  @Override
  public boolean isOffsetLimitAllowed() {
    return true;
  }

  /** {@code LIMIT 5, 10} means the opposite in other dialects. */
  @Override
  public boolean isLimitStartCountAllowed() {
    return false;
  }

  @Override
  public boolean allowCharLiteralAlias() {
    return false;
  }

  @Override
  public boolean allowExtend() {
    return false;
  }

  @Override
  public boolean isApplyAllowed() {
    return false;
  }

  @Override
  public boolean isColonFieldAccessAllowed() {
    return false;
  }

  @Override
  public boolean isMinusAllowed() {
    return false;
  }

  @Override
  public boolean isValueAllowed() {
    return false;
  }
}
