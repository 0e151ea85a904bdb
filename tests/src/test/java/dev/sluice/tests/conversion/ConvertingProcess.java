package dev.sluice.tests.conversion;

import dev.sluice.RunListener;
import dev.sluice.Sluice;
import dev.sluice.conversion.ConversionOrder;
import dev.sluice.conversion.LakeConversion;
import dev.sluice.conversion.LocalFolders;
import java.nio.file.Path;
import java.time.Clock;

/** Converts {@code web.events} of the lake that it is given, slowly, and says when it begins. */
final class ConvertingProcess {
  static final String BEGINS = "begins";
  private static final long SLOW_MILLIS = 15;

  private ConvertingProcess() {}

  public static void main(String[] arguments) {
    CopyingEngine engine = new CopyingEngine(conversion -> Thread.sleep(SLOW_MILLIS));
    try (Sluice sluice = new TextLake(Path.of(arguments[0])).open(engine)) {
      System.out.println(BEGINS);
      new LakeConversion(sluice, new LocalFolders(), Clock.systemUTC())
          .run(ConversionOrder.of(TextLake.EVENTS), 2, RunListener.NONE);
    }
  }
}
