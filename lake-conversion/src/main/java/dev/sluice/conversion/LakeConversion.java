package dev.sluice.conversion;

import dev.sluice.ConvertedTable;
import dev.sluice.Converter;
import dev.sluice.ErrorCode;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Converts the files of tables: each selected partition whose files have changed is written under a
 * folder of its own, checked, and published by one change of the catalog, so that readers see it as
 * it was or as it is. The source is never written to.
 *
 * <p>Safe for use by several threads and processes: of two that convert to one table the later one
 * fails. Whatever ends a run, another one goes on where it ended.
 */
public final class LakeConversion {
  private final Sluice sluice;
  private final Folders folders;
  private final Clock clock;

  /**
   * @param sluice whose catalog and engines are used, and which stays open
   */
  public LakeConversion(Sluice sluice, Folders folders, Clock clock) {
    this.sluice = sluice;
    this.folders = folders;
    this.clock = clock;
  }

  /**
   * What a conversion would do; writes nothing.
   *
   * @throws SluiceException when the table cannot be converted; says why
   */
  public ConversionPlan plan(ConversionOrder order, RunListener listener) {
    return new ConversionPlanning(sluice, converter(), folders, order, listener).plan();
  }

  /**
   * Converts what is due.
   *
   * @param threads how many partitions are converted at a time
   * @throws SluiceException when nothing can be converted, or the catalog cannot be written; with
   *     {@link ErrorCode#CANCELLED} when the calling thread is interrupted: what was finished is
   *     published
   */
  public ConversionReport run(ConversionOrder order, int threads, RunListener listener) {
    return run(order, threads, Long.MAX_VALUE, listener);
  }

  /**
   * The same where it is not too much.
   *
   * @param most so many bytes of the source's files
   * @throws SluiceException with {@link ErrorCode#CONVERSION_TOO_LARGE} too
   */
  ConversionReport run(ConversionOrder order, int threads, long most, RunListener listener) {
    TableWriter writer = writer();
    ConversionPlan plan = plan(order, listener);
    requireAtMost(most, plan);
    if (plan.isDone()) {
      return new ConversionReport(plan, List.of(), List.of());
    }
    if (!plan.exists()) {
      writer.create(empty(plan.twin()));
    }
    try (Lease lease = Lease.take(writer, order.twin(), clock)) {
      // Somebody else may have converted meanwhile, and nobody does from here on.
      ConversionPlan current = plan(order, listener);
      return new ConversionRun(converter(), writer, folders, clock, lease, current, listener)
          .run(threads);
    }
  }

  /**
   * Deletes files that were replaced, or left by runs that ended early, so long ago that nobody can
   * be reading them.
   *
   * @param grace how long ago
   */
  public VacuumReport vacuum(TableName name, Duration grace) {
    Table twin =
        sluice
            .catalog()
            .table(name)
            .orElseThrow(
                () ->
                    new SluiceException(ErrorCode.TABLE_NOT_FOUND, "Table " + name + " not found"));
    if (ConvertedTable.source(twin).isEmpty()) {
      throw new SluiceException(
          ErrorCode.CONFIGURATION_INVALID,
          "Table %s was not made by conversion; name the one that was".formatted(name));
    }
    try (Lease lease = Lease.take(writer(), name, clock)) {
      return new Vacuum(sluice.catalog(), folders, clock, lease, grace).of(twin);
    }
  }

  private static void requireAtMost(long most, ConversionPlan plan) {
    if (plan.dueBytes() > most) {
      throw new SluiceException(
          ErrorCode.CONVERSION_TOO_LARGE,
          ("%,d bytes of %s would be converted, and policy.convert-at-most is %,d: narrow the"
                  + " query's partitions, convert them by ./sluice convert, or set fallback to query")
              .formatted(plan.dueBytes(), plan.source().name(), most));
    }
  }

  /** The table before anything is published: one without partitions shows no file either. */
  private static Table empty(Table twin) {
    if (twin.isPartitioned()) {
      return twin;
    }
    String nowhere =
        "%s/%s/%s".formatted(Twin.root(twin), Version.NONE.name(), PartitionFolder.WHOLE);
    return Table.builder(twin.name())
        .columns(twin.columns())
        .parameters(twin.parameters())
        .storage(Written.storage(twin.storage().format(), nowhere))
        .build();
  }

  private Converter converter() {
    return sluice
        .converter()
        .orElseThrow(
            () ->
                new SluiceException(
                    ErrorCode.ENGINE_NOT_CONFIGURED,
                    "Nothing here converts files: set up engine spark, whose jars setting"
                        + " 'classpath' names"));
  }

  private TableWriter writer() {
    return sluice
        .catalog()
        .writer()
        .orElseThrow(
            () ->
                new SluiceException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "Conversion makes tables in a lake folder's catalog, and this catalog is"
                        + " another"));
  }
}
