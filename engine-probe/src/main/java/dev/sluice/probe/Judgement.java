package dev.sluice.probe;

import dev.sluice.EngineName;
import dev.sluice.matrix.Capability;
import dev.sluice.matrix.Cell;

/**
 * What one probe says of one cell.
 *
 * @param cell as the matrix has it
 * @param detail for a person, and the reason of the cell that takes its place; never empty
 */
public record Judgement(
    EngineName engine, Capability capability, Cell cell, ProbeOutcome outcome, String detail) {}
