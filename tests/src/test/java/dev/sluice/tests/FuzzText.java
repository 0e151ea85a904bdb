package dev.sluice.tests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an input of the fuzzer is a text. One that begins with a zero is a list of words out of the
 * golden queries, two bytes a word: changing bytes then changes words, and far more texts are
 * queries. Any other is the text itself.
 */
final class FuzzText {
  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\w+|\\s+|<>|<=|>=|\\|\\||->|::|.");
  private static final List<String> WORDS = words();
  private static final Map<String, Integer> NUMBERS = numbers();

  private FuzzText() {}

  static String decode(byte[] input) {
    if (input.length == 0 || input[0] != 0) {
      return new String(input, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i + 1 < input.length; i += 2) {
      int number = (input[i] & 0xff) << 8 | input[i + 1] & 0xff;
      text.append(WORDS.get(number % WORDS.size())).append(' ');
    }
    return text.toString();
  }

  /** The words of a golden query, so that they decode to it. */
  static byte[] encode(String sql) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    for (String word : split(sql)) {
      int number = NUMBERS.getOrDefault(word, 0);
      bytes.write(number >> 8);
      bytes.write(number);
    }
    return bytes.toByteArray();
  }

  /** Every word of the golden queries, each once. */
  static List<String> words() {
    TreeSet<String> words = new TreeSet<>();
    Golden.all().forEach(golden -> words.addAll(split(golden.query())));
    return List.copyOf(words);
  }

  private static List<String> split(String sql) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(sql);
    while (matcher.find()) {
      if (!matcher.group().isBlank()) {
        words.add(matcher.group());
      }
    }
    return words;
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : WORDS) {
      numbers.put(word, numbers.size());
    }
    return numbers;
  }
}
