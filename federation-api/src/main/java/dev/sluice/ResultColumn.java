package dev.sluice;

/** A column of the result, known before anything runs. */
public record ResultColumn(String name, DataType type) {}
