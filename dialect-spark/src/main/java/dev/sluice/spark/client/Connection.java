package dev.sluice.spark.client;

import dev.sluice.spark.protocol.Frame;
import dev.sluice.spark.protocol.Handshake;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** One query's way to the worker. One thread reads; {@link #send} and {@link #close} take any. */
final class Connection implements AutoCloseable {
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  Connection(Socket socket, String secret) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    Handshake.greet(out, secret);
  }

  Frame read() throws IOException {
    return Frame.read(in);
  }

  synchronized void send(Frame frame) throws IOException {
    frame.writeTo(out);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, which is all that was wanted.
    }
  }
}
