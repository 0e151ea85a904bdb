/**
 * What a user of Sluice compiles against: the entry class {@link dev.sluice.Sluice}, the ports
 * {@link dev.sluice.Catalog} and {@link dev.sluice.Engine}, the values that travel between them,
 * and coded errors. JDK types only; everything is immutable and shareable unless its javadoc says
 * otherwise.
 */
@NullMarked
package dev.sluice;

import org.jspecify.annotations.NullMarked;
