package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where what was read of files is kept between runs. */
final class CacheFolder {
  private CacheFolder() {}

  /** {@code $XDG_CACHE_HOME/sluice/schemas}, or {@code ~/.cache/sluice/schemas}. */
  static Path ofFileSchemas() {
    return of(System.getenv(), System.getProperty("user.home", ""));
  }

  /** A path that is not absolute does not count, as the XDG base directory specification asks. */
  static Path of(Map<String, String> environment, String home) {
    String named = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        named.startsWith("/") ? Path.of(named) : Path.of(home).resolve(".cache").toAbsolutePath();
    return caches.resolve("sluice").resolve("schemas");
  }
}
