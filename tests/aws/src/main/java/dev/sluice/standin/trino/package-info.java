/** A whole Trino in a process of its own, which executes what Athena is told. */
@NullMarked
package dev.sluice.standin.trino;

import org.jspecify.annotations.NullMarked;
