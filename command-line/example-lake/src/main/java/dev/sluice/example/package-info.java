/** Writes the example lake: an ad company's tables, whose schemas drift along three days. */
@NullMarked
package dev.sluice.example;

import org.jspecify.annotations.NullMarked;
