package dev.sluice.glue.lake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.ErrorCode;
import dev.sluice.SluiceException;
import dev.sluice.glue.GlueEntryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds what one {@code aws glue} command printed: an object with one list, read entry
 * by entry, so that a listing may be larger than memory would like.
 */
record Listing(Path file, String member) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Takes each entry in turn. */
  interface Entries {
    void take(JsonNode entry) throws GlueEntryException;
  }

  /**
   * Hands out all entries.
   *
   * @return whether the listing is complete: its {@code NextToken} says when there was more
   * @throws SluiceException with {@link ErrorCode#CATALOG_UNREADABLE}, file, line and column
   */
  boolean read(Entries entries) {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(in)) {
      return object(parser, entries);
    } catch (JsonEOFException e) {
      throw unreadable(e.getLocation(), "the file ends in the middle of the listing", e);
    } catch (JsonProcessingException e) {
      throw unreadable(e.getLocation(), e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new SluiceException(ErrorCode.CATALOG_UNREADABLE, file + " cannot be read: " + e, e);
    }
  }

  private boolean object(JsonParser parser, Entries entries) throws IOException {
    boolean listed = false;
    boolean complete = true;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw unreadable(parser.currentTokenLocation(), "expected an object with " + member, null);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(member)) {
        list(parser, entries);
        listed = true;
      } else if (name.equals("NextToken")) {
        complete = parser.getValueAsString("").isEmpty();
      }
      parser.skipChildren();
    }
    if (!listed) {
      throw unreadable(parser.currentTokenLocation(), "there is no list " + member, null);
    }
    if (parser.nextToken() != null) {
      throw unreadable(parser.currentTokenLocation(), "expected the end of the file", null);
    }
    return complete;
  }

  private void list(JsonParser parser, Entries entries) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unreadable(parser.currentTokenLocation(), member + " is not a list", null);
    }
    for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
      JsonLocation start = parser.currentTokenLocation();
      try {
        entries.take(parser.readValueAsTree());
      } catch (GlueEntryException e) {
        throw unreadable(start, "entry %d of %s %s".formatted(number, member, e.getMessage()), e);
      }
    }
  }

  private SluiceException unreadable(
      @Nullable JsonLocation at, String what, @Nullable Throwable cause) {
    String place =
        at == null
            ? ""
            : " at line " + at.getLineNr() + ", column " + Math.max(1, at.getColumnNr());
    return new SluiceException(
        ErrorCode.CATALOG_UNREADABLE,
        "The catalog's file %s cannot be understood%s: %s".formatted(file, place, what),
        null,
        null,
        cause);
  }
}
