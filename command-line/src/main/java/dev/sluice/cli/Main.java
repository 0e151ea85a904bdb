package dev.sluice.cli;

import dev.sluice.Sluice;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The {@code sluice} command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Shell shell = Shell.ofProcess(configuration -> Sluice.open(configuration));
    shell.interruption().listen();
    int code;
    try {
      code = run(shell, args);
    } finally {
      shell.interruption().finished();
    }
    // Engines and libraries may leave threads behind; the command is over all the same.
    System.exit(code);
  }

  static int run(Shell shell, String... args) {
    StringWriter usage = new StringWriter();
    CommandLine commandLine = commandLine(shell, usage);
    try {
      int code = commandLine.execute(PlanningOptions.marked(args));
      shell.out().print(usage.toString());
      shell.out().flush();
      return code;
    } catch (OutputClosed e) {
      return e.report(shell);
    } finally {
      shell.err().flush();
    }
  }

  /** The library that runs commands hands exceptions on, but lets errors through. */
  private static int execute(CommandLine.ParseResult parsed, ErrorHandler errors) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      List<CommandLine> commands = parsed.asCommandLineList();
      return errors.failed(e, commands.get(commands.size() - 1));
    }
  }

  private static CommandLine commandLine(Shell shell, StringWriter usage) {
    SluiceCommand root = new SluiceCommand();
    CommandLine commandLine =
        new CommandLine(root)
            .addSubcommand(new DemoCommand(shell))
            .addSubcommand(new QueryCommand(shell))
            .addSubcommand(new ExplainCommand(shell))
            .addSubcommand(new MatrixCommand(shell))
            .addSubcommand(new TablesCommand(shell))
            .addSubcommand(new DoctorCommand(shell))
            .addSubcommand(new ConvertCommand(shell))
            .addSubcommand(new CheckCommand(shell))
            .addSubcommand(new ProbeCommand(shell));
    ErrorHandler errors = new ErrorHandler(shell, root);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(usage))
        .setErr(new PrintWriter(new OutputStreamWriter(shell.err(), StandardCharsets.UTF_8), true))
        .setColorScheme(
            Help.defaultColorScheme(
                shell.terminal().outStyle().on() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(Math.min(100, Math.max(80, shell.terminal().width())))
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(parsed -> execute(parsed, errors))
        .setExecutionExceptionHandler(errors);
  }
}
