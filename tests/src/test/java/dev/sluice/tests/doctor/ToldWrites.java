package dev.sluice.tests.doctor;

import dev.sluice.EditableCatalog;
import java.util.List;

/** Notes what was written, and lets it go on. */
record ToldWrites(List<String> written) implements EditableCatalog.Watch {
  @Override
  public void wrote(EditableCatalog.Written each) {
    written.add(each.what());
  }

  @Override
  public boolean isToGoOn() {
    return true;
  }
}
