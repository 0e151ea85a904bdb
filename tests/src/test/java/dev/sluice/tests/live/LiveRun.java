package dev.sluice.tests.live;

import dev.sluice.EngineName;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import dev.sluice.SluiceException;
import dev.sluice.cli.DemoStop;
import dev.sluice.cli.DemoTour;
import dev.sluice.matrix.CapabilityMatrix;
import dev.sluice.probe.Judgement;
import dev.sluice.probe.Lake;
import dev.sluice.probe.ProbeLake;
import dev.sluice.probe.ProbeRun;
import dev.sluice.probe.Probes;
import dev.sluice.probe.WrittenLake;
import dev.sluice.standin.redshift.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is asked of an account: the demo's queries, a row for each function, the probes. Each writes
 * a lake of its own below the location and into the database, and removes it.
 *
 * @param opening how Sluice is opened
 */
record LiveRun(
    SluiceConfiguration configuration,
    String location,
    String database,
    Function<SluiceConfiguration, Sluice> opening) {
  /** Expressions asked together: each query costs, however little it reads. */
  private static final int TOGETHER = 25;

  private static final EngineName SPARK = EngineName.of("spark");

  /** The engines that the configuration names, but for the embedded one. */
  List<EngineName> engines() {
    return CapabilityMatrix.shipped().engines().stream()
        .filter(configuration.engines()::contains)
        .filter(engine -> !engine.equals(SPARK))
        .toList();
  }

  /** Something done over a lake while it is there. */
  private interface Work<T> {
    T with(Sluice sluice) throws IOException;
  }

  private <T> T over(Lake lake, Work<T> work) throws IOException {
    try (Sluice sluice = opening.apply(configuration);
        WrittenLake written = WrittenLake.of(lake, configuration)) {
      try {
        written.write(RunListener.NONE);
        return work.with(sluice);
      } finally {
        List<String> left = written.remove();
        if (!left.isEmpty()) {
          throw new IllegalStateException("Left behind, please remove: " + left);
        }
      }
    }
  }

  /** Eight letters and digits, as names of tables may have them. */
  private static String run() {
    return UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
  }

  List<Judgement> probe() throws IOException {
    Lake lake = ProbeLake.of(location, database, run());
    return over(
        lake,
        sluice ->
            new ProbeRun(sluice, lake, configuration, engines(), Probes.shipped(), List.of())
                .judge(RunListener.NONE));
  }

  /**
   * The demo's queries over a copy of the example lake, on each engine that Sluice would send them
   * to; the embedded Spark answers them from the lake's own folder.
   *
   * @return what an engine answered otherwise, empty as it should be
   */
  List<String> demo(Path exampleLake) throws IOException {
    Lake lake = CopiedLake.of(exampleLake, "web", location, database, run());
    return over(
        lake,
        sluice -> {
          List<String> wrong = new ArrayList<>();
          try (Sluice here =
              Sluice.open(
                  SluiceConfiguration.builder().lake(exampleLake).prefer(List.of(SPARK)).build())) {
            for (DemoStop stop : DemoTour.STOPS) {
              String sql = stop.sql();
              List<String> expected = rows(here, here.plan(sql));
              String there = sql.replace("web.", lake.database() + "." + lake.prefix());
              for (EngineName engine : engines()) {
                plan(sluice, engine, there)
                    .map(plan -> rows(sluice, plan))
                    .filter(rows -> !isSame(sql, rows, expected))
                    .ifPresent(
                        rows ->
                            wrong.add(engine + ": " + sql + "\n  " + rows + "\nnot " + expected));
              }
            }
          }
          return wrong;
        });
  }

  /** Of a limit without an order any rows are right. */
  private static boolean isSame(String sql, List<String> rows, List<String> expected) {
    boolean any = sql.contains("LIMIT") && !sql.contains("ORDER BY");
    return any
        ? rows.size() == expected.size()
        : rows.stream().sorted().toList().equals(expected.stream().sorted().toList());
  }

  /**
   * A row for each function, on each engine.
   *
   * @return what an engine answered otherwise than Trino does
   */
  List<String> functions() throws IOException {
    Lake lake = ProbeLake.of(location, database, run());
    List<TrinoCase> cases = TrinoCase.all();
    return over(
        lake,
        sluice -> {
          List<String> wrong = new ArrayList<>();
          for (EngineName engine : engines()) {
            List<TrinoCase> said =
                cases.stream()
                    .filter(one -> plan(sluice, engine, query(lake, List.of(one))).isPresent())
                    .toList();
            for (int from = 0; from < said.size(); from += TOGETHER) {
              List<TrinoCase> some = said.subList(from, Math.min(said.size(), from + TOGETHER));
              wrong.addAll(wrong(sluice, engine, lake, some));
            }
          }
          return wrong;
        });
  }

  private List<String> wrong(Sluice sluice, EngineName engine, Lake lake, List<TrinoCase> cases) {
    List<String> values;
    try {
      Plan plan = plan(sluice, engine, query(lake, cases)).orElseThrow();
      values = values(sluice, plan).get(0);
    } catch (SluiceException e) {
      if (cases.size() == 1) {
        return List.of(engine + ": " + cases.get(0) + " fails: " + e.getMessage());
      }
      // Which of them it was.
      return cases.stream()
          .flatMap(one -> wrong(sluice, engine, lake, List.of(one)).stream())
          .toList();
    }
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      if (!values.get(i).equals(cases.get(i).answer())) {
        wrong.add(engine + ": " + cases.get(i) + " is " + values.get(i));
      }
    }
    return wrong;
  }

  /** From a row of a table, so that the engines do not answer without reading one. */
  private static String query(Lake lake, List<TrinoCase> cases) {
    List<String> columns = new ArrayList<>();
    for (TrinoCase one : cases) {
      columns.add(one.sql() + " AS c" + columns.size());
    }
    return "SELECT "
        + String.join(", ", columns)
        + " FROM "
        + lake.table("people")
        + " WHERE id = 1";
  }

  /** Empty where Sluice would not send it there, or only with a caveat. */
  private static Optional<Plan> plan(Sluice sluice, EngineName engine, String sql) {
    try {
      PlanOptions options = PlanOptions.DEFAULT.withPrefer(List.of(engine)).withStrict(true);
      Plan plan = sluice.plan(sql, options);
      return plan.decision().candidate(engine).filter(one -> !one.isRefused()).map(one -> plan);
    } catch (SluiceException e) {
      return Optional.empty();
    }
  }

  private static List<String> rows(Sluice sluice, Plan plan) {
    return values(sluice, plan).stream().map(row -> String.join(", ", row)).toList();
  }

  private static List<List<String>> values(Sluice sluice, Plan plan) {
    List<List<String>> all = new ArrayList<>();
    try (Rows rows = sluice.run(plan, RunListener.NONE)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
          row.add(Shown.value(rows.value(i)));
        }
        all.add(row);
      }
    }
    return all;
  }
}
