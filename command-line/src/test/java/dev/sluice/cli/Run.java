package dev.sluice.cli;

import dev.sluice.Catalog;
import dev.sluice.DataType.Primitive;
import dev.sluice.Plan;
import dev.sluice.PlanOptions;
import dev.sluice.Planner;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.SluiceConfiguration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the command line in this process, over the example catalog and a fake planner. */
final class Run {
  final List<PlanOptions> planned = new ArrayList<>();
  final List<String> sqls = new ArrayList<>();
  final List<List<?>> values = new ArrayList<>();
  final Interruption interruption = new Interruption();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Function<String, Plan> plans = Example::plan;
  private Function<Plan, Rows> answers = plan -> oneRow();
  private Consumer<RunListener> steps = listener -> {};
  private Terminal terminal = Terminal.NONE;
  private Installation installation = new Installation(null, null);
  private byte[] input = {};
  private Catalog catalog = Example.CATALOG;
  private @Nullable OutputStream otherOut;
  SluiceConfiguration configuration = SluiceConfiguration.builder().build();

  Run planning(Function<String, Plan> newPlans) {
    plans = newPlans;
    return this;
  }

  /** What planning tells of its progress, before it gives a plan. */
  Run telling(Consumer<RunListener> newSteps) {
    steps = newSteps;
    return this;
  }

  Run answering(Function<Plan, Rows> newAnswers) {
    answers = newAnswers;
    return this;
  }

  Run answering(List<ResultColumn> columns, List<@Nullable Object> row) {
    return answering(plan -> new ListRows(columns, Stream.of(row), List.of()));
  }

  Run on(Terminal newTerminal) {
    terminal = newTerminal;
    return this;
  }

  Run in(Path home) {
    installation = new Installation(home, null);
    return this;
  }

  Run reading(String newInput) {
    return reading(newInput.getBytes(StandardCharsets.UTF_8));
  }

  Run reading(byte[] newInput) {
    input = newInput;
    return this;
  }

  Run over(Catalog newCatalog) {
    catalog = newCatalog;
    return this;
  }

  Run writingTo(OutputStream stream) {
    otherOut = stream;
    return this;
  }

  int execute(String... args) {
    Shell shell =
        new Shell(
            new ByteArrayInputStream(input),
            new Output(otherOut == null ? out : otherOut, terminal.out()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            installation,
            this::open,
            interruption);
    return Main.run(shell, args);
  }

  private Sluice open(SluiceConfiguration given) {
    configuration = given;
    return Sluice.builder()
        .configuration(given)
        .catalog(catalog)
        .planner(new ToldPlanner())
        .engine(new FakeEngine(Example.SPARK, answers))
        .open();
  }

  private final class ToldPlanner implements Planner {
    @Override
    public Plan plan(String sql, List<? extends @Nullable Object> parameters, PlanOptions options) {
      return plan(sql, parameters, options, RunListener.NONE);
    }

    @Override
    public Plan plan(
        String sql,
        List<? extends @Nullable Object> parameters,
        PlanOptions options,
        RunListener listener) {
      planned.add(options);
      sqls.add(sql);
      values.add(parameters);
      steps.accept(listener);
      return plans.apply(sql);
    }
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  static ListRows oneRow() {
    return new ListRows(
        List.of(new ResultColumn("os", Primitive.STRING), new ResultColumn("n", Primitive.BIGINT)),
        Stream.of(List.of("ios", 3L)),
        List.of());
  }
}
