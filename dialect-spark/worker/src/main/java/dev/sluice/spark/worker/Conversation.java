package dev.sluice.spark.worker;

import dev.sluice.spark.protocol.Conversions;
import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Handshake;
import dev.sluice.spark.protocol.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import org.apache.spark.sql.SparkSession;

/** One connection: the secret, one request, its answer. */
final class Conversation implements Runnable {
  private static final int GREETING_MILLIS = 10_000;

  private final Socket socket;
  private final String secret;
  private final SparkSession spark;

  Conversation(Socket socket, String secret, SparkSession spark) {
    this.socket = socket;
    this.secret = secret;
    this.spark = spark;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(GREETING_MILLIS);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      if (!Handshake.admits(in, secret)) {
        return;
      }
      socket.setSoTimeout(0);
      Run.Work work = work(Frame.read(in));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      Run run = new Run(spark.newSession(), work, new Sink(out));
      Thread ear = new Thread(() -> listen(in, run), "sluice-listen");
      ear.setDaemon(true);
      ear.start();
      run.run();
    } catch (IOException e) {
      // The client has gone, and nobody is left to tell.
      System.err.println("A connection ended early: " + e);
    }
  }

  private static Run.Work work(Frame asked) throws IOException {
    return asked.kind() == Frame.Kind.CONVERT
        ? new FileConversion(Conversions.Order.of(asked))
        : new QueryRun(Request.of(asked));
  }

  /** Whatever comes now, a frame or the end, means that nobody wants the rest. */
  private static void listen(DataInputStream in, Run run) {
    try {
      Frame.read(in);
    } catch (IOException e) {
      // The end of the connection is an answer too.
    } finally {
      run.cancel();
    }
  }
}
