package dev.sluice.matrix;

import dev.sluice.EngineName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads which settings bear on the matrix. */
final class SettingReader {
  private SettingReader() {}

  static List<MatrixSetting> read(Section file) {
    List<MatrixSetting> settings = new ArrayList<>();
    for (String engine : file.keys()) {
      Section ofEngine = file.section(engine);
      for (String name : ofEngine.keys()) {
        settings.add(setting(EngineName.of(engine), name, ofEngine.section(name)));
      }
    }
    return settings;
  }

  private static MatrixSetting setting(EngineName engine, String name, Section section) {
    section.allowOnly(List.of("title", "values"));
    List<String> values = Arrays.asList(section.text("values").split(",\\s*"));
    if (values.size() < 2) {
      throw section.error(section.lineOf("values"), "A setting has two values or more");
    }
    return new MatrixSetting(engine, name, section.text("title"), values);
  }
}
