package dev.sluice.example.web;

import java.util.List;

/** The database {@code web}. */
public final class Web {
  private Web() {}

  /** All tables, by name. */
  public static List<ExampleTable> tables() {
    return List.of(
        AdEvents.table(),
        AdEvents.tableByUrl(),
        AdEvents.tableAsParquet(),
        Campaigns.table(),
        Clicks.table(),
        Pageviews.table(),
        Sessions.table());
  }
}
