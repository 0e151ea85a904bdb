package dev.sluice.glue.lake;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How listings are written, and what is kept of them is called. */
final class AwsCommandText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private AwsCommandText() {}

  /** As the AWS command prints its answers. */
  static PrettyPrinter printer() {
    DefaultIndenter fourBlanks = new DefaultIndenter("    ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(fourBlanks)
        .withArrayIndenter(fourBlanks);
  }

  /** The time as part of a file's name. */
  static String time(Clock clock) {
    return TIME.format(Instant.now(clock));
  }
}
