package dev.sluice.matrix;

import dev.sluice.EngineName;

/** What stands in an engine's cell where a condition holds. */
public record ConditionalCell(EngineName engine, Condition condition, Cell cell) {}
