/** What users write down: configuration files, and the names of engines in them. */
@NullMarked
package dev.sluice.configuration;

import org.jspecify.annotations.NullMarked;
