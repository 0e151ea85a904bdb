package dev.sluice.doctor;

import dev.sluice.EngineName;
import dev.sluice.doctor.Cure.Effect;
import dev.sluice.matrix.Evolution;
import dev.sluice.matrix.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what engines read before against what they read after. */
record Effects(Evolution evolution, List<List<Met>> before, List<List<Met>> after) {

  /** What each part's changes are. */
  static List<List<Met>> of(Evolution evolution, Patient patient) {
    Comparison comparison = new Comparison(evolution, patient.table().columns());
    return patient.parts().stream().map(comparison::changes).toList();
  }

  /** The engines that read a part rightly only afterwards. */
  Set<EngineName> helped(int part) {
    return engines((before, after) -> before != Reading.RIGHT && after == Reading.RIGHT, part);
  }

  /** The engines that read a part worse afterwards; to fail is better than to err silently. */
  Set<EngineName> harmed(int part) {
    return engines(Effects::harms, part);
  }

  private static boolean harms(Reading before, Reading after) {
    return switch (before) {
      case RIGHT -> after != Reading.RIGHT;
      case ERROR, UNKNOWN -> after == Reading.NULL || after == Reading.WRONG;
      case NULL, WRONG -> false;
    };
  }

  private interface Question {
    boolean ask(Reading before, Reading after);
  }

  private Set<EngineName> engines(Question question, int part) {
    Set<EngineName> engines = new TreeSet<>();
    for (EngineName engine : evolution.engines()) {
      Reading old = Stretch.worst(before.get(part), engine);
      if (question.ask(old, Stretch.worst(after.get(part), engine))) {
        engines.add(engine);
      }
    }
    return engines;
  }

  List<Effect> over(Iterable<Integer> parts) {
    List<Effect> effects = new ArrayList<>();
    for (EngineName engine : evolution.engines().stream().sorted().toList()) {
      Reading old = Reading.RIGHT;
      Reading fresh = Reading.RIGHT;
      boolean helps = false;
      boolean harms = false;
      for (int part : parts) {
        old = old.worse(Stretch.worst(before.get(part), engine));
        fresh = fresh.worse(Stretch.worst(after.get(part), engine));
        helps |= helped(part).contains(engine);
        harms |= harmed(part).contains(engine);
      }
      effects.add(new Effect(engine, old, fresh, helps, harms));
    }
    return effects;
  }
}
