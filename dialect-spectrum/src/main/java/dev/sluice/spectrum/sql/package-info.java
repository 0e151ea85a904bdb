/** How to say a query to Amazon Redshift Spectrum. */
@NullMarked
package dev.sluice.spectrum.sql;

import org.jspecify.annotations.NullMarked;
