package dev.sluice.standin.aws.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on a free port of the loopback address, with connections that stay open, and that break
 * where a response says so: the JDK's server can break none. Each connection has a thread.
 */
public final class LoopbackServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Answers requests, several at a time. */
  public interface Handler {
    /**
     * What it throws breaks the connection.
     *
     * @throws InterruptedException when the server is closed
     */
    Response answer(Request request) throws IOException, InterruptedException;
  }

  private LoopbackServer(ServerSocket listening, Handler handler) {
    this.listening = listening;
    this.handler = handler;
  }

  public static LoopbackServer start(String name, Handler handler) {
    try {
      ServerSocket listening = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
      LoopbackServer server = new LoopbackServer(listening, handler);
      server.thread(name, server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** How many connections are open now. */
  public int connections() {
    return open.size();
  }

  private void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        thread(Thread.currentThread().getName() + "-connection", () -> serve(socket));
      } catch (IOException e) {
        // Closed, or the client was gone already.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
      boolean more = true;
      while (more) {
        String first = line(in);
        more = first != null && answer(first, socket, in, out);
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      // The client went, or the handler broke the connection: there is nobody left to tell.
    } finally {
      open.remove(socket);
    }
  }

  /** Whether the connection goes on. */
  private boolean answer(String first, Socket socket, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    String[] words = first.split(" ");
    Map<String, String> headers = headers(in);
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    Response response = handler.answer(new Request(words[0], words[1], headers, body(in, headers)));
    if (!send(response, words[0].equals("HEAD"), out)) {
      // Without lingering, closing resets: the client sees what a failing host makes it see.
      socket.setSoLinger(true, 0);
      return false;
    }
    return !"close".equalsIgnoreCase(headers.get("connection"));
  }

  private static boolean send(Response response, boolean headOnly, OutputStream out)
      throws IOException {
    if (response.breaksAfter() == Response.NOTHING) {
      return false;
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
    response
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!response.headers().containsKey("Content-Length")) {
      head.append("Content-Length: ").append(response.body().length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    byte[] body = headOnly ? new byte[0] : response.body();
    int length = Math.min(body.length, response.breaksAfter());
    out.write(body, 0, length);
    out.flush();
    return response.breaksAfter() >= body.length;
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks(in);
    }
    return exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(required(line(in)).split(";")[0].strip(), 16);
      if (length == 0) {
        headers(in);
        return body.toByteArray();
      }
      body.write(exactly(in, length));
      line(in);
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static String required(@Nullable String line) throws IOException {
    if (line == null) {
      throw new EOFException();
    }
    return line;
  }

  /** Null at the end. */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
