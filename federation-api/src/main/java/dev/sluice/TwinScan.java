package dev.sluice;

/**
 * A converted table that is read in the place of one that the query names.
 *
 * @param source the table that the query names
 * @param scan what is read of the converted one instead
 * @param upkeep when files are converted before it is read
 */
public record TwinScan(TableName source, TableScan scan, Upkeep upkeep) {

  /** When files are converted for a query. */
  public enum Upkeep {
    /** Never: where the source has changed since, it is not read. */
    NONE,
    /** Where the source has changed since. */
    WHERE_CHANGED,
    /** At once, since some that are read never were. */
    DUE
  }

  public TableName name() {
    return scan.table().name();
  }

  public boolean isDue() {
    return upkeep == Upkeep.DUE;
  }

  /** The same with another upkeep. */
  public TwinScan with(Upkeep newUpkeep) {
    return new TwinScan(source, scan, newUpkeep);
  }
}
