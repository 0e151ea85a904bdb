package dev.sluice.conversion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that one run writes lie under one folder, called by its time and a number by chance:
 * {@code v20190328T140509120Z-5f0c2a1b/datetime=2019-03-27-16}.
 */
record Version(String name, Instant begun) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile("v(\\d{8}T\\d{9}Z)-[0-9a-f]{8}");
  private static final int BY_CHANCE = 8;

  /** Of no run: nothing lies there. */
  static final Version NONE = new Version("v19700101T000000000Z-00000000", Instant.EPOCH);

  static Version begun(Instant now) {
    String chance = UUID.randomUUID().toString().substring(0, BY_CHANCE);
    return new Version("v" + TIME.format(now) + "-" + chance, now);
  }

  /** The version whose folder has this name; empty for a folder that is none's. */
  static Optional<Version> of(String folder) {
    Matcher name = NAME.matcher(folder);
    try {
      return name.matches()
          ? Optional.of(new Version(folder, TIME.parse(name.group(1), Instant::from)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
