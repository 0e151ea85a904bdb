/** How fast Sluice plans, measured with JMH; nothing here ships. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
