package dev.sluice.spark.client;

import dev.sluice.Candidate;
import dev.sluice.Converter;
import dev.sluice.Engine;
import dev.sluice.EngineName;
import dev.sluice.ErrorCode;
import dev.sluice.NativeQuery;
import dev.sluice.Plan;
import dev.sluice.ResultColumn;
import dev.sluice.Rows;
import dev.sluice.RunListener;
import dev.sluice.SluiceException;
import dev.sluice.spark.protocol.Description;
import dev.sluice.spark.protocol.Failure;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Request;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The embedded Spark: one process of its own, started on the first query and shared by all. Each
 * table of a plan is shown to Spark under its whole name in one part ({@code `web.clicks`}), with
 * the catalog's columns and the selected partitions only.
 *
 * <p>Safe for use by several threads. Closing it ends the process and the queries in it.
 */
public final class SparkEngine implements Engine {
  public static final EngineName NAME = EngineName.of("spark");

  private final Requests requests;
  private final Worker worker;

  SparkEngine(SparkSettings settings) {
    this.requests = new Requests(settings.lake());
    this.worker = new Worker(settings);
  }

  @Override
  public EngineName name() {
    return NAME;
  }

  /**
   * Returns at once; the process starts, where it must, and the query runs behind the rows, whose
   * {@link Rows#next()} raises what goes wrong there.
   */
  @Override
  public Rows run(Plan plan, RunListener listener) {
    Request request = requests.run(plan, query(plan));
    Inbox inbox = new Inbox();
    Exchange exchange = new Exchange(worker, request, listener, inbox);
    Thread thread = new Thread(exchange, "sluice-spark-query");
    thread.setDaemon(true);
    thread.start();
    return new SparkRows(plan.columns(), inbox, exchange);
  }

  /**
   * The columns of the plan's query as Spark's own analyser sees them. Nothing runs and no file is
   * looked at; a text that Spark refuses is an error.
   *
   * @throws SluiceException with {@link ErrorCode#ENGINE_FAILED} and Spark's own message
   */
  public List<ResultColumn> describe(Plan plan) {
    Request request = requests.describe(plan, query(plan));
    try (Worker.Line line = worker.open()) {
      return describe(request, line);
    }
  }

  private static List<ResultColumn> describe(Request request, Worker.Line line) {
    try {
      line.connection().send(request.frame());
      Frame answer = line.connection().read();
      if (answer.kind() == Frame.Kind.COLUMNS) {
        return Description.of(answer).columns();
      }
      throw Exchange.failure(Failure.of(answer));
    } catch (IOException e) {
      throw line.process().lost("Spark was lost while it looked at the query", e);
    }
  }

  @Override
  public Optional<Converter> converter() {
    return Optional.of(new SparkConverter(worker, requests));
  }

  private static NativeQuery query(Plan plan) {
    NativeQuery query = plan.decision().candidate(NAME).map(Candidate::query).orElse(null);
    if (query == null) {
      throw new IllegalArgumentException("The plan has no query for " + NAME);
    }
    return query;
  }

  Worker worker() {
    return worker;
  }

  @Override
  public void close() {
    worker.close();
  }
}
