package dev.sluice.spark.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Why the worker could not answer.
 *
 * @param message for a person: what Spark says, without its stack
 * @param trace the worker's stack trace, for who wants to look
 */
public record Failure(String message, String trace) {

  public Frame frame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Wire.text(out, message);
    Wire.text(out, trace);
    return new Frame(Frame.Kind.FAILED, bytes.toByteArray());
  }

  public static Failure of(Frame frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.body()));
    String message = Wire.text(in);
    return new Failure(message, Wire.text(in));
  }
}
