/**
 * A real Trino as Athena's stand-in, in a process of its own: its libraries are older than Sluice's
 * and must not meet them. It is told tables by name and column, holds no rows, and judges texts.
 */
@NullMarked
package dev.sluice.trino;

import org.jspecify.annotations.NullMarked;
