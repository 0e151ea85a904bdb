package dev.sluice.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything a command touches outside itself, so that tests can hand in their own. */
record Shell(
    InputStream in,
    Output out,
    PrintStream err,
    Terminal terminal,
    Installation installation,
    SluiceFactory sluices,
    Interruption interruption) {

  static Shell ofProcess(SluiceFactory sluices) {
    Terminal terminal =
        Terminal.of(
            System.getProperty("sluice.terminal"),
            System.getProperty("sluice.columns"),
            System.getenv());
    return new Shell(
        System.in,
        new Output(new FileOutputStream(FileDescriptor.out), terminal.out()),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        terminal,
        Installation.fromProperties(),
        sluices,
        new Interruption());
  }
}
