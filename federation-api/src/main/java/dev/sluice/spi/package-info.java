/**
 * What the modules above the API provide to {@link dev.sluice.Sluice}, found by {@link
 * java.util.ServiceLoader}. Users have no need of it unless they bring a catalog or an engine.
 */
@NullMarked
package dev.sluice.spi;

import org.jspecify.annotations.NullMarked;
