package dev.sluice.cli;

import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into messages and exit codes. */
final class ErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Shell shell;
  private final SluiceCommand root;

  ErrorHandler(Shell shell, SluiceCommand root) {
    this.shell = shell;
    this.root = root;
  }

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintStream err = shell.err();
    Style style = shell.terminal().errStyle();
    err.println(style.error("Error:") + " " + exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, command.getErr());
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    traceIfVerbose(exception);
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    if (exception instanceof OutputClosed closed) {
      return closed.report(shell);
    }
    return failed(exception, command);
  }

  /**
   * Tells of whatever ended a command, {@link Error}s too: a person can do something about memory
   * or about a jar that does not fit.
   */
  int failed(Throwable thrown, CommandLine command) {
    SluiceException error = coded(thrown);
    traceIfVerbose(thrown);
    if (shell.interruption().isInterrupted()) {
      shell.err().println("Cancelled.");
      return Interruption.EXIT_CODE;
    }
    try {
      show(error, command.getCommand());
    } catch (OutputClosed e) {
      return e.report(shell);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private void show(SluiceException error, Object command) {
    Failing failing = command instanceof Failing known ? known : null;
    if (failing != null && failing.errorsAsJson()) {
      shell.out().line(ErrorReport.json(error));
      return;
    }
    shell.out().flush();
    String sql = failing == null ? null : failing.sql();
    shell.err().print(ErrorReport.text(error, sql, shell.terminal().errStyle()));
  }

  private static SluiceException coded(Throwable thrown) {
    if (thrown instanceof SluiceException coded) {
      return coded;
    }
    String what =
        thrown instanceof OutOfMemoryError
            ? "Sluice ran out of memory ("
                + thrown.getMessage()
                + "); JDK_JAVA_OPTIONS=-Xmx4g"
                + " in the environment gives it more"
            : "Sluice failed unexpectedly: " + thrown + "; --verbose shows where";
    return new SluiceException(ErrorCode.INTERNAL, what, thrown);
  }

  private void traceIfVerbose(Throwable thrown) {
    if (root.isVerbose()) {
      thrown.printStackTrace(shell.err());
    }
  }
}
