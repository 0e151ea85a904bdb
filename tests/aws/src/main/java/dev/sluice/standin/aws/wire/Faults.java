package dev.sluice.standin.aws.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, by operation and call. Rules are tried in the order in which they were made, and
 * the first that concerns a call and is not used up decides; the rules after it do not count that
 * call. Safe for use by several threads.
 *
 * <pre>{@code
 * faults.on("GetPartitions").times(3).throttle();
 * faults.on("StartQueryExecution").times(1).loseAnswer();
 * faults.on("*").from(5).expireCredentials();
 * faults.latency(Duration.ofMillis(20));
 * }</pre>
 */
public final class Faults {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private volatile Duration latency = Duration.ZERO;

  /** Where in a call a fault strikes. */
  enum Stage {
    /** Nothing has been done. */
    BEFORE,
    /** The operation has been done, and its answer suffers. */
    AFTER
  }

  /** What a rule does to a call. */
  record Fault(
      Stage stage,
      Duration pause,
      @Nullable Function<Callers.Wording, AwsError> error,
      @Nullable Function<Response, Response> answer) {}

  /** All calls take this much longer. */
  public void latency(Duration each) {
    latency = each;
  }

  /** Everything works again. */
  public void clear() {
    rules.clear();
    latency = Duration.ZERO;
  }

  /**
   * @param operation {@code GetTables}, say, or {@code *} for all
   */
  public Rule on(String operation) {
    return new Rule(operation);
  }

  Duration latency() {
    return latency;
  }

  Optional<Fault> next(String operation) {
    return rules.stream()
        .filter(rule -> rule.concerns(operation))
        .map(rule -> rule.fault)
        .findFirst();
  }

  /** A fault in the making; the last word puts it into force. */
  public final class Rule {
    private final String operation;
    private final AtomicInteger calls = new AtomicInteger();
    private int first = 1;
    private int times = Integer.MAX_VALUE;
    private Fault fault = new Fault(Stage.BEFORE, Duration.ZERO, null, null);

    private Rule(String operation) {
      this.operation = operation;
    }

    /** From the n-th call on that comes to this rule; the first is 1. */
    public Rule from(int call) {
      this.first = call;
      return this;
    }

    /** For so many calls; for all when left out. */
    public Rule times(int number) {
      this.times = number;
      return this;
    }

    private boolean concerns(String called) {
      if (!operation.equals("*") && !operation.equals(called)) {
        return false;
      }
      int call = calls.incrementAndGet();
      return call >= first && call - first < times;
    }

    /**
     * The code by which AWS's SDKs know throttling; the words are this stand-in's, for AWS's are
     * not established.
     */
    public void throttle() {
      refuse(new AwsError(400, "ThrottlingException", "Rate exceeded"));
    }

    /** The services' common InternalFailure, 500. */
    public void fail() {
      refuse(
          new AwsError(
              500,
              "InternalFailure",
              "The request processing has failed because of an unknown error, exception or"
                  + " failure."));
    }

    /** The caller's session is over. */
    public void expireCredentials() {
      put(new Fault(Stage.BEFORE, Duration.ZERO, Callers::expired, null));
    }

    public void refuse(AwsError error) {
      put(new Fault(Stage.BEFORE, Duration.ZERO, wording -> error, null));
    }

    /** The connection breaks before anything is done. */
    public void reset() {
      put(new Fault(Stage.BEFORE, Duration.ZERO, null, Rule::broken));
    }

    /** The operation is done; the connection breaks before any of its answer is sent. */
    public void loseAnswer() {
      put(new Fault(Stage.AFTER, Duration.ZERO, null, Rule::broken));
    }

    /** The operation is done, and half of its answer sent. */
    public void halveAnswer() {
      put(
          new Fault(
              Stage.AFTER,
              Duration.ZERO,
              null,
              response -> response.breakingAfter(response.body().length / 2)));
    }

    /** The operation is done, and then something else, before its answer is sent. */
    public void meanwhile(Runnable something) {
      put(
          new Fault(
              Stage.AFTER,
              Duration.ZERO,
              null,
              response -> {
                something.run();
                return response;
              }));
    }

    /** The call takes this long. */
    public void delay(Duration pause) {
      put(new Fault(Stage.BEFORE, pause, null, null));
    }

    private static Response broken(Response response) {
      return response.breakingAfter(Response.NOTHING);
    }

    private void put(Fault made) {
      fault = made;
      rules.add(this);
    }
  }
}
