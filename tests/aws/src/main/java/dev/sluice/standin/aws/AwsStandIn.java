package dev.sluice.standin.aws;

import dev.sluice.standin.aws.athena.AthenaService;
import dev.sluice.standin.aws.athena.ResultStore;
import dev.sluice.standin.aws.athena.SqlExecutor;
import dev.sluice.standin.aws.glue.GlueService;
import dev.sluice.standin.aws.sts.StsService;
import dev.sluice.standin.aws.wire.AwsServer;
import dev.sluice.standin.aws.wire.Caller;
import dev.sluice.standin.aws.wire.Callers;
import dev.sluice.standin.aws.wire.Calls;
import dev.sluice.standin.aws.wire.Credentials;
import dev.sluice.standin.aws.wire.Faults;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Athena, Glue and STS at one address of the loopback interface, with one user who may call: {@link
 * #user()}. Safe for use by several threads.
 */
public final class AwsStandIn implements AutoCloseable {
  /** The account of {@link #user()}. */
  public static final String ACCOUNT = "123456789012";

  public static final String REGION = "eu-west-1";

  private final Callers callers;
  private final Credentials user;
  private final GlueService glue;
  private final StsService sts;
  private final AwsServer server;
  private final Clock clock;
  private volatile @Nullable AthenaService athena;

  private AwsStandIn(Clock clock) {
    this.clock = clock;
    this.callers = new Callers(clock);
    this.user = callers.user("AKIASLUICETESTS00001", "tests-secret", Caller.user(ACCOUNT, "tests"));
    this.glue = new GlueService(clock);
    this.sts = new StsService(callers);
    this.server = new AwsServer(callers, sts);
    server.add(glue.operations());
  }

  public static AwsStandIn start() {
    return start(Clock.systemUTC());
  }

  /**
   * Without Athena, which needs an engine first.
   *
   * @param clock by which sessions end and changes are dated
   */
  public static AwsStandIn start(Clock clock) {
    return new AwsStandIn(clock);
  }

  /**
   * Starts Athena, once.
   *
   * @param executor executes the queries; stays the caller's
   * @param store takes the results
   */
  public AthenaService startAthena(SqlExecutor executor, ResultStore store) {
    if (athena != null) {
      throw new IllegalStateException("Athena is started already");
    }
    AthenaService started = new AthenaService(executor, store, clock);
    server.add(started.operations());
    athena = started;
    return started;
  }

  /** Where all services are called. */
  public URI uri() {
    return server.uri();
  }

  public Credentials user() {
    return user;
  }

  public Callers callers() {
    return callers;
  }

  public GlueService glue() {
    return glue;
  }

  /**
   * @throws NullPointerException when it was not started
   */
  public AthenaService athena() {
    return Objects.requireNonNull(athena, "Athena is not started");
  }

  public StsService sts() {
    return sts;
  }

  public Faults faults() {
    return server.faults();
  }

  public Calls calls() {
    return server.calls();
  }

  /** How many connections of clients are open. */
  public int connections() {
    return server.connections();
  }

  @Override
  public void close() {
    server.close();
    AthenaService started = athena;
    if (started != null) {
      started.close();
    }
  }
}
