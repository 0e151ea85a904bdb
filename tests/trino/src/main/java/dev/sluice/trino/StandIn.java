package dev.sluice.trino;

import io.trino.server.Server;
import java.io.IOException;

/**
 * A whole Trino server, which the tests ask over HTTP. Where its configuration lies is told by the
 * system property {@code config}; its argument is the version that it says it has. It ends when its
 * standard input does, that is with the process that started it.
 */
public final class StandIn {
  private StandIn() {}

  public static void main(String[] arguments) {
    Thread watch = new Thread(StandIn::endWithTheStarter, "starter");
    watch.setDaemon(true);
    watch.start();
    new Server().start(arguments[0]);
  }

  private static void endWithTheStarter() {
    try {
      while (System.in.read() >= 0) {
        // Nobody has anything to say to it.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(0);
  }
}
