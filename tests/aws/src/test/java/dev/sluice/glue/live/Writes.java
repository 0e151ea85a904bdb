package dev.sluice.glue.live;

import dev.sluice.EditableCatalog;
import dev.sluice.EditableCatalog.Written;
import java.util.ArrayList;
import java.util.List;

/** Notes what was written, and says stop after so many questions. */
final class Writes implements EditableCatalog.Watch {
  final List<Written> written = new ArrayList<>();
  private int goesOn;

  Writes(int goesOn) {
    this.goesOn = goesOn;
  }

  static Writes all() {
    return new Writes(Integer.MAX_VALUE);
  }

  List<String> told() {
    return written.stream().map(Written::what).toList();
  }

  @Override
  public void wrote(Written each) {
    written.add(each);
  }

  @Override
  public boolean isToGoOn() {
    return goesOn-- > 0;
  }
}
