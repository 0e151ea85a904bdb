package dev.sluice.sql.projection;

import dev.sluice.PartitionProjection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parameters {@code projection.KEY.*} of one key. */
record KeyProperties(PartitionProjection projection, String key) {
  private String name(String property) {
    return "projection." + key + "." + property;
  }

  Optional<String> find(String property) {
    return Optional.ofNullable(projection.properties().get(name(property)));
  }

  /** Lower case, without blanks around it. */
  Optional<String> word(String property) {
    return find(property).map(word -> word.trim().toLowerCase(Locale.ROOT));
  }

  String required(String property) throws NotComputedException {
    return find(property).orElseThrow(() -> problem(property, "is missing"));
  }

  /** Two texts. */
  List<String> range() throws NotComputedException {
    String[] bounds = required("range").split(",", -1);
    if (bounds.length != 2) {
      throw problem("range", "does not have two values");
    }
    return List.of(bounds);
  }

  long whole(String property, String text) throws NotComputedException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw problem(property, "has " + text + ", which is no whole number");
    }
  }

  long positive(String property, long otherwise) throws NotComputedException {
    Optional<String> text = word(property);
    long number = text.isEmpty() ? otherwise : whole(property, text.get());
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw problem(property, "is " + number + ", which is no number from 1 up");
    }
    return number;
  }

  /**
   * @param what after the property's name
   */
  NotComputedException problem(String property, String what) {
    return new NotComputedException(name(property) + " " + what);
  }
}
