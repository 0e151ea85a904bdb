package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Handshake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The worker process: {@code Main CORES FOLDER}, the secret as the first line of standard input. It
 * ends when standard input does, that is with its parent, however that one ends.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    BufferedReader parent =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String secret = parent.readLine();
    if (secret == null) {
      return;
    }
    ParentWatch.start(parent, folder);
    PrintStream answer = System.out;
    System.setOut(System.err); // standard output carries one line, and it is ours
    SparkSession spark = LocalSpark.start(Integer.parseInt(arguments[0]), folder);
    try (ServerSocket server = new ServerSocket(0, 64, Handshake.address())) {
      answer.println(Handshake.READY + server.getLocalPort());
      answer.flush();
      accept(server, secret, spark);
    }
  }

  private static void accept(ServerSocket server, String secret, SparkSession spark)
      throws IOException {
    while (true) {
      Socket socket = server.accept();
      Thread thread = new Thread(new Conversation(socket, secret, spark), "sluice-query");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
