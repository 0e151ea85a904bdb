/** {@code information_schema}: what the catalog holds, queried as SQL and answered here. */
@NullMarked
package dev.sluice.sql.information;

import org.jspecify.annotations.NullMarked;
