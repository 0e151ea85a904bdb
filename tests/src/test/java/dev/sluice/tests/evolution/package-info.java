/** What real engines read of tables whose schemas have changed, held against the matrix. */
@NullMarked
package dev.sluice.tests.evolution;

import org.jspecify.annotations.NullMarked;
