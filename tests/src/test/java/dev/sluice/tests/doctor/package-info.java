/** The doctor, on lakes of real files. */
@NullMarked
package dev.sluice.tests.doctor;

import org.jspecify.annotations.NullMarked;
