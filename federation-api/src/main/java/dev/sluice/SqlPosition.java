package dev.sluice;

/** A place in the user's SQL; line and column count from 1. */
public record SqlPosition(int line, int column) {
  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
