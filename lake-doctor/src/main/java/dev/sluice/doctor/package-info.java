/**
 * Looks a lake over: {@link dev.sluice.doctor.Doctor} holds tables, partitions and files against
 * each other, tells what each engine makes of what has drifted, and what would cure it. Reads
 * through ports, writes nothing, knows no SQL; everything is immutable unless its javadoc says
 * otherwise.
 */
@NullMarked
package dev.sluice.doctor;

import org.jspecify.annotations.NullMarked;
