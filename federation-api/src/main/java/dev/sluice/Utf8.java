package dev.sluice;

/** Orders text as S3, Glue and the engines do: by UTF-8 bytes, which is by code point. */
final class Utf8 {
  private Utf8() {}

  static int compare(String left, String right) {
    int i = 0;
    int shared = Math.min(left.length(), right.length());
    while (i < shared && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    if (i == shared) {
      return Integer.compare(left.length(), right.length());
    }
    // Java's own order puts U+E000..U+FFFF after the surrogates; bytes put them before.
    return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
  }

  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }
}
