package dev.sluice.spark.protocol;

import dev.sluice.ResultColumn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * One query.
 *
 * @param session statements to run before, in order
 * @param columns what the rows must be made to fit; not used for a description
 */
public record Request(
    Action action, String sql, List<String> session, List<ResultColumn> columns, List<View> views) {
  public Request {
    session = List.copyOf(session);
    columns = List.copyOf(columns);
    views = List.copyOf(views);
  }

  /** What to do with the text. */
  public enum Action {
    /** Answer with rows. */
    RUN,
    /** Answer with the result's columns; no file is looked at. */
    DESCRIBE
  }

  public Frame frame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Wire.word(out, action);
    Wire.text(out, sql);
    Wire.list(out, session, Wire::text);
    Wire.list(out, columns, Wire::resultColumn);
    Wire.list(out, views, (to, view) -> view.write(to));
    return new Frame(Frame.Kind.REQUEST, bytes.toByteArray());
  }

  public static Request of(Frame frame) throws IOException {
    if (frame.kind() != Frame.Kind.REQUEST) {
      throw new IOException("A request was expected, not " + frame.kind());
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame.body()));
    Action action = Wire.word(in, Action.class);
    String sql = Wire.text(in);
    List<String> session = Wire.list(in, Wire::text);
    List<ResultColumn> columns = Wire.list(in, Wire::resultColumn);
    return new Request(action, sql, session, columns, Wire.list(in, View::read));
  }
}
