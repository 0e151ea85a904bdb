package dev.sluice.cli;

import dev.sluice.Verdict;

/** Colours and weights, or nothing at all where {@code on} is false. */
record Style(boolean on) {
  static final Style PLAIN = new Style(false);

  String heading(String text) {
    return wrap("1", text);
  }

  String faint(String text) {
    return wrap("2", text);
  }

  String error(String text) {
    return wrap("1;31", text);
  }

  String warning(String text) {
    return wrap("33", text);
  }

  String good(String text) {
    return wrap("32", text);
  }

  String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case NATIVE -> good(text);
      case REWRITTEN -> wrap("36", text);
      case REFUSED -> wrap("31", text);
    };
  }

  private String wrap(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
