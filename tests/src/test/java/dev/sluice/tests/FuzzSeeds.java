package dev.sluice.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lays out what the fuzzer starts from: the golden queries, as they are and as words. */
public final class FuzzSeeds {
  private FuzzSeeds() {}

  /** Writes {@code seeds} and {@code words.dict} into a folder; leaves its {@code corpus}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    Files.createDirectories(folder.resolve("corpus"));
    for (Golden golden : Golden.all()) {
      Files.writeString(seeds.resolve(golden + ".text"), golden.query());
      Files.write(seeds.resolve(golden + ".words"), FuzzText.encode(golden.query()));
    }
    List<String> entries = new ArrayList<>();
    FuzzText.words().forEach(word -> entries.add("\"" + escaped(word) + "\""));
    Files.write(folder.resolve("words.dict"), entries);
  }

  /** As libFuzzer's dictionaries have it. */
  private static String escaped(String word) {
    StringBuilder text = new StringBuilder();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= ' ' && b < 127 && b != '"' && b != '\\';
      text.append(plain ? String.valueOf((char) b) : String.format("\\x%02X", b & 0xff));
    }
    return text.toString();
  }
}
