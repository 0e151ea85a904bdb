package dev.sluice.matrix;

import dev.sluice.DataType;

/** The type that a column or sub-field was written with, and the one that the table says now. */
public record TypeChange(DataType older, DataType newer) {}
