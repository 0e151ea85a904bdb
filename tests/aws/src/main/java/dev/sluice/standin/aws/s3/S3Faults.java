package dev.sluice.standin.aws.s3;

import dev.sluice.standin.aws.wire.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * What goes wrong with the objects of a prefix. The first rule that concerns a request and is not
 * used up decides; the rules after it do not count that request. Safe for use by several threads.
 *
 * <pre>{@code
 * faults.below("/results/").times(2).breakAfter(1000);
 * faults.below("/lake/secret/").deny();
 * }</pre>
 */
public final class S3Faults {
  private static final String ERROR =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>%s</Message></Error>";

  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  /** What happens to a request. */
  record Fault(
      Duration pause,
      Optional<Response> instead,
      UnaryOperator<Response> answer,
      Runnable before) {}

  public void clear() {
    rules.clear();
  }

  /**
   * @param prefix of the path: {@code /BUCKET/KEY}
   */
  public Rule below(String prefix) {
    return new Rule(prefix);
  }

  Optional<Fault> next(String method, String path) {
    return rules.stream()
        .filter(rule -> rule.concerns(method, path))
        .map(rule -> rule.fault)
        .findFirst();
  }

  /** A fault in the making; the last word puts it into force. */
  public final class Rule {
    private final String prefix;
    private final AtomicInteger requests = new AtomicInteger();
    private String method = "GET";
    private int first = 1;
    private int times = Integer.MAX_VALUE;
    private Fault fault =
        new Fault(Duration.ZERO, Optional.empty(), UnaryOperator.identity(), () -> {});

    private Rule(String prefix) {
      this.prefix = prefix;
    }

    /** Of requests by this method; by GET when left out. */
    public Rule method(String name) {
      this.method = name;
      return this;
    }

    /** From the n-th request on that comes to this rule; the first is 1. */
    public Rule from(int request) {
      this.first = request;
      return this;
    }

    public Rule times(int number) {
      this.times = number;
      return this;
    }

    private boolean concerns(String called, String path) {
      if (!called.equals(method) || !path.startsWith(prefix)) {
        return false;
      }
      int request = requests.incrementAndGet();
      return request >= first && request - first < times;
    }

    /** The connection breaks after so many bytes of the body. */
    public void breakAfter(int bytes) {
      suffers(response -> response.breakingAfter(bytes));
    }

    /** The connection breaks before anything is sent. */
    public void reset() {
      suffers(response -> response.breakingAfter(Response.NOTHING));
    }

    /** Only so many bytes come, as if they were all that was asked for. */
    public void shorten(int bytes) {
      suffers(
          response ->
              new Response(
                  response.status(),
                  response.headers(),
                  Arrays.copyOf(response.body(), Math.min(bytes, response.body().length))));
    }

    private void suffers(UnaryOperator<Response> how) {
      put(new Fault(Duration.ZERO, Optional.empty(), how, () -> {}));
    }

    /** S3's InternalError, by its code; the words are not established. */
    public void fail() {
      answer(500, "InternalError", "An internal error occurred. Try again.");
    }

    /** S3's SlowDown, by its code; the words are not established. */
    public void throttle() {
      answer(503, "SlowDown", "Please reduce your request rate.");
    }

    /** S3's AccessDenied, by its code; the words are not established. */
    public void deny() {
      answer(403, "AccessDenied", "Access Denied");
    }

    /** S3's ExpiredToken, by its code; the words are not established. */
    public void expireCredentials() {
      answer(400, "ExpiredToken", "The provided token has expired.");
    }

    /** The request takes this long. */
    public void delay(Duration pause) {
      put(new Fault(pause, Optional.empty(), UnaryOperator.identity(), () -> {}));
    }

    /** Does something before the request goes on: changes the object, say. */
    public void first(Runnable change) {
      put(new Fault(Duration.ZERO, Optional.empty(), UnaryOperator.identity(), change));
    }

    private void answer(int status, String code, String message) {
      byte[] body = ERROR.formatted(code, message).getBytes(StandardCharsets.UTF_8);
      put(
          new Fault(
              Duration.ZERO,
              Optional.of(Response.of(status, "application/xml", body)),
              UnaryOperator.identity(),
              () -> {}));
    }

    private void put(Fault made) {
      fault = made;
      rules.add(this);
    }
  }
}
