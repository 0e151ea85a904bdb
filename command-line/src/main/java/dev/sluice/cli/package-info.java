/** The {@code sluice} command: what a person types, and how answers are shown. */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
