package dev.sluice.cli;

import dev.sluice.EngineName;
import java.util.List;

/**
 * One query of the tour.
 *
 * @param title what it shows
 * @param story why that matters, a sentence or two
 * @param prefer engines that the query asks for, as {@code --prefer} does
 * @param shown engines whose text is shown, where they can answer
 * @param rows how its rows are printed
 */
public record DemoStop(
    String title,
    String story,
    String sql,
    List<EngineName> prefer,
    List<EngineName> shown,
    RowFormat rows) {
  public DemoStop {
    prefer = List.copyOf(prefer);
    shown = List.copyOf(shown);
  }
}
