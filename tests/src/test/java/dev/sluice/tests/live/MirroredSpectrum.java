package dev.sluice.tests.live;

import dev.sluice.Column;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.EngineView;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceException;
import dev.sluice.Table;
import dev.sluice.TableName;
import dev.sluice.TableScan;
import dev.sluice.standin.redshift.RedshiftStandIn;
import dev.sluice.standin.redshift.lake.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Redshift's client before its stand-in, which gets each table of Glue when a query first reads it,
 * with the rows that Athena reads from the files: the stand-in reads no files of its own.
 */
final class MirroredSpectrum implements Engine {
  private final Engine spectrum;
  private final RedshiftStandIn standIn;
  private final Sluice athena;
  private final Set<TableName> mirrored = new HashSet<>();

  /**
   * @param spectrum is closed with this
   * @param athena reads the files; its owner closes it
   */
  MirroredSpectrum(Engine spectrum, RedshiftStandIn standIn, Sluice athena) {
    this.spectrum = spectrum;
    this.standIn = standIn;
    this.athena = athena;
  }

  @Override
  public EngineName name() {
    return spectrum.name();
  }

  @Override
  public EngineView view() {
    return spectrum.view();
  }

  @Override
  public Rows run(Plan plan, RunListener listener) {
    plan.tables().stream().map(TableScan::table).forEach(this::mirror);
    return spectrum.run(plan, listener);
  }

  private synchronized void mirror(Table table) {
    if (!mirrored.add(table.name())) {
      return;
    }
    try {
      List<List<@Nullable Object>> rows = rows(table);
      List<DataFile> files = new ArrayList<>();
      if (!rows.isEmpty()) {
        int width = table.allColumns().size();
        files.add(
            new DataFile(
                (String) rows.get(0).get(width),
                (Long) rows.get(0).get(width + 1),
                List.of(),
                () -> rows.stream().map(row -> row.subList(0, width))));
      }
      Table plain =
          Table.builder(table.name()).storage(table.storage()).columns(table.allColumns()).build();
      standIn.tables().add(table.name().database(), plain, files);
    } catch (SluiceException | SQLException e) {
      // What Athena does not read, or PostgreSQL has no table for, is not there.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<List<@Nullable Object>> rows(Table table) {
    String columns =
        table.allColumns().stream().map(Column::name).collect(Collectors.joining("\", \""));
    List<List<@Nullable Object>> all = new ArrayList<>();
    Plan plan =
        athena.plan(
            "SELECT \"" + columns + "\", \"$path\", \"$file_size\" FROM " + table.name(),
            PlanOptions.DEFAULT.withPrefer(List.of(SharedServers.ATHENA)));
    try (Rows rows = athena.run(plan, RunListener.NONE)) {
      while (rows.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          row.add(rows.value(i));
        }
        all.add(row);
      }
    }
    return all;
  }

  @Override
  public void close() {
    spectrum.close();
  }
}
