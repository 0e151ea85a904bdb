/** One query's path, from text to plan: parse, bind, prune, detect, assess, rewrite, decide. */
@NullMarked
package dev.sluice.sql.plan;

import org.jspecify.annotations.NullMarked;
