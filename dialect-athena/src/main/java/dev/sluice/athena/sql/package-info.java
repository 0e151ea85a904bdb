/** How to say a query to Amazon Athena, engine version 3. */
@NullMarked
package dev.sluice.athena.sql;

import org.jspecify.annotations.NullMarked;
