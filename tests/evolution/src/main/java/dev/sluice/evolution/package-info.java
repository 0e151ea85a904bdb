/** Cases of schema evolution: what was written, what the table says now, what is right to read. */
@NullMarked
package dev.sluice.evolution;

import org.jspecify.annotations.NullMarked;
