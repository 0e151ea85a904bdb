package dev.sluice.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What programs can use of the library stands in a file: whoever changes it does so knowingly.
 * {@code -Dsluice.write=true} writes it anew.
 */
class PublicSurfaceTest {
  private static final Path FILE = Repository.ROOT.resolve("federation-api/public-api.txt");
  private static final Set<String> PACKAGES = Set.of("dev.sluice", "dev.sluice.spi");

  @Test
  void theFileListsIt() throws IOException {
    String surface = surface();
    if (Boolean.getBoolean("sluice.write")) {
      Files.writeString(FILE, surface);
    }
    assertThat(surface).isEqualTo(Files.readString(FILE));
  }

  private static String surface() {
    List<Class<?>> types = new ArrayList<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.sluice")) {
      if (PACKAGES.contains(each.getPackageName()) && isShown(each.reflect())) {
        types.add(each.reflect());
      }
    }
    types.sort(Comparator.comparing(Class::getName));
    StringBuilder text = new StringBuilder();
    for (Class<?> type : types) {
      text.append(shortened(type.toGenericString())).append('\n');
      members(type).forEach(member -> text.append("  ").append(member).append('\n'));
    }
    return text.toString();
  }

  /** A type that is public, as all types around it are. */
  private static boolean isShown(Class<?> type) {
    Class<?> around = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && (around == null || isShown(around));
  }

  private static List<String> members(Class<?> type) {
    Stream<AccessibleObject> all =
        Stream.of(
                type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
            .flatMap(Arrays::stream);
    return all.filter(member -> isUsable((Member) member))
        .map(member -> member.toString().contains("lambda$") ? "" : generic(member))
        .filter(text -> !text.isEmpty())
        .map(PublicSurfaceTest::shortened)
        .sorted()
        .toList();
  }

  /** Protected ones too: programs write subclasses. */
  private static boolean isUsable(Member member) {
    int usable = Modifier.PUBLIC | Modifier.PROTECTED;
    return (member.getModifiers() & usable) != 0 && !member.isSynthetic();
  }

  private static String generic(AccessibleObject member) {
    if (member instanceof java.lang.reflect.Field field) {
      return field.toGenericString();
    }
    return ((java.lang.reflect.Executable) member).toGenericString();
  }

  /** Packages are left out: no two types are called alike. */
  private static String shortened(String text) {
    return text.replaceAll("\\b[a-z][a-z0-9]*\\.(?=[a-zA-Z])", "");
  }
}
