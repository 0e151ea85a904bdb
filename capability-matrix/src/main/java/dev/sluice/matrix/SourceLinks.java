package dev.sluice.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the pages that a source names, so that a report can lead to them. */
final class SourceLinks {
  /**
   * A piece of a source's text.
   *
   * @param address where it leads; null for mere text
   */
  record Piece(String text, @Nullable String address) {}

  /** What a document is called, and where its pages lie. */
  private static final Map<String, String> GUIDES =
      Map.of(
          "Amazon Athena User Guide", "https://docs.aws.amazon.com/athena/latest/ug/%s.html",
          "Amazon Redshift Database Developer Guide",
              "https://docs.aws.amazon.com/redshift/latest/dg/%s.html",
          "Amazon Redshift Management Guide",
              "https://docs.aws.amazon.com/redshift/latest/mgmt/%s.html",
          "AWS Glue Developer Guide", "https://docs.aws.amazon.com/glue/latest/dg/%s.html",
          "Trino documentation", "https://trino.io/docs/current/%s.html");

  private static final String PAGE = "[A-Za-z0-9]*[a-z_/-][A-Za-z0-9_/-]*";
  private static final Pattern LINK =
      Pattern.compile(
          "(?<url>https?://[^\\s;,)]+)"
              + "|(?<guide>"
              + GUIDES.keySet().stream().sorted().collect(Collectors.joining("|"))
              + "), (?<pages>"
              + PAGE
              + "(?:(?:, | and )(?=\\S*[_-])"
              + PAGE
              + ")*)(?=$|[,;]| and | \\()"
              + "|Trino issue (?<issue>\\d+)");
  private static final Pattern ONE_PAGE = Pattern.compile(PAGE);

  private final List<Piece> pieces = new ArrayList<>();

  private SourceLinks() {}

  static List<Piece> of(String source) {
    SourceLinks links = new SourceLinks();
    Matcher found = LINK.matcher(source);
    int end = 0;
    while (found.find()) {
      links.text(source.substring(end, found.start()));
      links.link(found);
      end = found.end();
    }
    links.text(source.substring(end));
    return List.copyOf(links.pieces);
  }

  private void link(Matcher found) {
    if (found.group("url") != null) {
      pieces.add(new Piece(found.group(), found.group("url")));
    } else if (found.group("issue") != null) {
      String issue = "https://github.com/trinodb/trino/issues/" + found.group("issue");
      pieces.add(new Piece(found.group(), issue));
    } else {
      text(found.group("guide") + ", ");
      pages(String.valueOf(GUIDES.get(found.group("guide"))), found.group("pages"));
    }
  }

  private void pages(String address, String text) {
    String rest = text;
    while (!rest.isEmpty()) {
      Matcher page = ONE_PAGE.matcher(rest);
      if (!page.lookingAt()) {
        throw new IllegalStateException("No page: " + rest);
      }
      pieces.add(new Piece(page.group(), address.formatted(page.group())));
      String after = rest.substring(page.end());
      String sign = after.startsWith(", ") ? ", " : after.startsWith(" and ") ? " and " : "";
      text(sign);
      rest = after.substring(sign.length());
    }
  }

  private void text(String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, null));
    }
  }
}
