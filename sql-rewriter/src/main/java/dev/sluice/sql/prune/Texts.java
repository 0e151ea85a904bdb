package dev.sluice.sql.prune;

import static dev.sluice.sql.prune.Functions.n;
import static dev.sluice.sql.prune.Functions.s;

import java.util.List;
import java.util.Locale;

/** Text functions of known arguments; positions count characters, from 1. */
final class Texts {
  private Texts() {}

  static Value concat(List<Value> arguments) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      text.append(s(arguments, i));
    }
    return Value.of(text.toString());
  }

  static Value substr(List<Value> arguments) {
    int[] characters = s(arguments, 0).codePoints().toArray();
    long start = n(arguments, 1);
    long length = arguments.size() > 2 ? n(arguments, 2) : characters.length;
    if (start < 0) {
      start = characters.length + start + 1;
    }
    if (start < 1 || start > characters.length || length <= 0) {
      return Value.of("");
    }
    int from = (int) start - 1;
    return Value.of(new String(characters, from, (int) Math.min(length, characters.length - from)));
  }

  /** Other alphabets differ by the Unicode version of the engine. */
  static Value lower(String text) {
    return isAscii(text) ? Value.of(text.toLowerCase(Locale.ROOT)) : Value.UNTOLD;
  }

  static Value upper(String text) {
    return isAscii(text) ? Value.of(text.toUpperCase(Locale.ROOT)) : Value.UNTOLD;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  static Value length(String text) {
    return Value.of((long) text.codePointCount(0, text.length()));
  }

  static Value replace(List<Value> arguments) {
    String search = s(arguments, 1);
    return search.isEmpty()
        ? Value.UNTOLD
        : Value.of(s(arguments, 0).replace(search, s(arguments, 2)));
  }

  static Value strpos(String text, String part) {
    int index = text.indexOf(part);
    return Value.of(index < 0 ? 0L : text.codePointCount(0, index) + 1L);
  }

  static Value lpad(List<Value> arguments) {
    int[] text = s(arguments, 0).codePoints().toArray();
    int[] pad = s(arguments, 2).codePoints().toArray();
    long size = n(arguments, 1);
    if (pad.length == 0 || size < 0 || size > 10_000) {
      return Value.UNTOLD;
    }
    StringBuilder padded = new StringBuilder();
    for (int i = 0; i < size - text.length; i++) {
      padded.appendCodePoint(pad[i % pad.length]);
    }
    return Value.of(
        padded.append(new String(text, 0, (int) Math.min(size, text.length))).toString());
  }

  static Value splitPart(List<Value> arguments) {
    String text = s(arguments, 0);
    String delimiter = s(arguments, 1);
    long wanted = n(arguments, 2);
    if (delimiter.isEmpty() || wanted < 1) {
      return Value.UNTOLD;
    }
    int start = 0;
    for (long part = 1; part < wanted; part++) {
      int next = text.indexOf(delimiter, start);
      if (next < 0) {
        return Value.NULL;
      }
      start = next + delimiter.length();
    }
    int end = text.indexOf(delimiter, start);
    return Value.of(end < 0 ? text.substring(start) : text.substring(start, end));
  }
}
