package dev.sluice;

import java.util.Optional;

/**
 * How one plan is run.
 *
 * @param listener is told of progress
 * @param tag what the caller calls the query, to find it by among an engine's queries; the text
 *     that is sent stays the same
 */
public record RunOptions(RunListener listener, Optional<String> tag) {
  public static final RunOptions DEFAULT = new RunOptions(RunListener.NONE, Optional.empty());

  public RunOptions {
    tag = tag.filter(text -> !text.isBlank());
  }

  public RunOptions withListener(RunListener newListener) {
    return new RunOptions(newListener, tag);
  }

  public RunOptions withTag(String newTag) {
    return new RunOptions(listener, Optional.of(newTag));
  }
}
