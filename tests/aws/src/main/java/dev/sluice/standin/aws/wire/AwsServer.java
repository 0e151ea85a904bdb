package dev.sluice.standin.aws.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes calls in AWS JSON 1.1 (operation in {@code X-Amz-Target}, errors by {@code __type}) and in
 * the query protocol (operation in the form's {@code Action}), as Smithy's pages of these protocols
 * describe them (smithy.io, aws-json-1_1 and aws-query; looked at 2026-11-27). Safe for use by
 * several threads.
 */
public final class AwsServer implements AutoCloseable {
  private static final String JSON_TYPE = "application/x-amz-json-1.1";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Operation> operations = new ConcurrentHashMap<>();
  private final QueryService queries;
  private final Callers callers;
  private final Faults faults = new Faults();
  private final Calls calls = new Calls();
  private final LoopbackServer server;

  /** A service that speaks the query protocol. */
  public interface QueryService {
    /** Whether the operation is called without a signature. */
    boolean isUnsigned(String action);

    /**
     * The XML of the response.
     *
     * @param caller null for one without a signature
     */
    String answer(@Nullable Caller caller, Map<String, String> form);
  }

  public AwsServer(Callers callers, QueryService queries) {
    this.callers = callers;
    this.queries = queries;
    this.server = LoopbackServer.start("aws-standin", this::answer);
  }

  /**
   * Takes calls of these operations from now on.
   *
   * @param more by target: {@code AWSGlue.GetTable}
   */
  public void add(Map<String, Operation> more) {
    operations.putAll(more);
  }

  public URI uri() {
    return server.uri();
  }

  public Faults faults() {
    return faults;
  }

  public Calls calls() {
    return calls;
  }

  public int connections() {
    return server.connections();
  }

  private Response answer(Request request) throws IOException, InterruptedException {
    String target = request.header("x-amz-target");
    Protocol protocol = target == null ? new QueryProtocol(request) : new JsonProtocol(target);
    Thread.sleep(faults.latency().toMillis());
    Optional<Faults.Fault> fault = faults.next(protocol.operation());
    if (fault.isPresent()) {
      Thread.sleep(fault.get().pause().toMillis());
    }
    Response response = answer(request, protocol, fault).with("x-amzn-RequestId", id());
    return fault.map(Faults.Fault::answer).map(broken -> broken.apply(response)).orElse(response);
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private Response answer(Request request, Protocol protocol, Optional<Faults.Fault> fault)
      throws IOException {
    Caller caller = null;
    try {
      if (!protocol.isUnsigned()) {
        caller = callers.caller(request, protocol.wording());
      }
      if (fault.isPresent()) {
        strike(fault.get(), protocol);
      }
      boolean toBeDone =
          fault
              .map(struck -> struck.stage() == Faults.Stage.AFTER || struck.answer() == null)
              .orElse(true);
      Response response =
          toBeDone ? protocol.answer(caller, request) : new Response(200, Map.of(), new byte[0]);
      calls.add(new Calls.Made(protocol.operation(), caller, request.text(), null));
      return response;
    } catch (AwsError e) {
      calls.add(new Calls.Made(protocol.operation(), caller, request.text(), e.code()));
      return protocol.error(e);
    }
  }

  private static void strike(Faults.Fault fault, Protocol protocol) {
    if (fault.error() != null) {
      throw fault.error().apply(protocol.wording());
    }
  }

  /** One way of speaking. */
  private interface Protocol {
    String operation();

    Callers.Wording wording();

    boolean isUnsigned();

    Response answer(@Nullable Caller caller, Request request) throws IOException;

    Response error(AwsError error) throws IOException;
  }

  private final class JsonProtocol implements Protocol {
    private final String target;

    JsonProtocol(String target) {
      this.target = target;
    }

    @Override
    public String operation() {
      return target.substring(target.indexOf('.') + 1);
    }

    @Override
    public Callers.Wording wording() {
      return Callers.Wording.JSON;
    }

    @Override
    public boolean isUnsigned() {
      return false;
    }

    @Override
    public Response answer(@Nullable Caller caller, Request request) throws IOException {
      Operation operation = operations.get(target);
      if (operation == null || caller == null) {
        throw new AwsError(400, "UnknownOperationException", "");
      }
      JsonNode body;
      try {
        body = json.readTree(request.body());
      } catch (JsonProcessingException e) {
        throw new AwsError(400, "SerializationException", e.getOriginalMessage());
      }
      JsonNode answer = operation.answer(caller, body);
      return Response.of(200, JSON_TYPE, json.writeValueAsBytes(answer));
    }

    @Override
    public Response error(AwsError error) throws IOException {
      ObjectNode body = json.createObjectNode().put("__type", error.code());
      body.put("Message", error.message());
      error.members().forEach(body::put);
      return Response.of(error.status(), JSON_TYPE, json.writeValueAsBytes(body));
    }
  }

  private final class QueryProtocol implements Protocol {
    private final Map<String, String> form;

    QueryProtocol(Request request) {
      this.form = Forms.read(request.text());
    }

    @Override
    public String operation() {
      return form.getOrDefault("Action", "");
    }

    @Override
    public Callers.Wording wording() {
      return Callers.Wording.QUERY;
    }

    @Override
    public boolean isUnsigned() {
      return queries.isUnsigned(operation());
    }

    @Override
    public Response answer(@Nullable Caller caller, Request request) {
      return xml(200, queries.answer(caller, form));
    }

    @Override
    public Response error(AwsError error) {
      return xml(
          error.status(),
          """
          <ErrorResponse><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>\
          <RequestId>%s</RequestId></ErrorResponse>"""
              .formatted(
                  error.status() < 500 ? "Sender" : "Receiver",
                  error.code(),
                  Forms.xml(error.message()),
                  id()));
    }

    private Response xml(int status, String text) {
      return Response.of(status, "text/xml", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
