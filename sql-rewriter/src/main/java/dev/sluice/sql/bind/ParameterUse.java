package dev.sluice.sql.bind;

/** What a parameter's value is for, which says how closely it must fit the parameter's type. */
enum ParameterUse {
  /** Compared with a value of the type: any value will do that compares with it. */
  COMPARED,
  /** The operand of a CAST to the type: any value will do that can be cast. */
  CAST,
  /** Used as a value of the type: it must be one, without loss. */
  VALUE
}
