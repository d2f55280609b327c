package org.einlass.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The walls of the house. Each module's architecture test asks for those that concern it. */
public final class HouseRules {
    private static final Set<String> EMPTY_WORDS =
            Set.of("Manager", "Helper", "Util", "Utils", "Impl", "DTO", "Info", "Data");

    private final String root;
    private final JavaClasses house;

    private HouseRules(String root) {
        this.root = root;
        this.house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** The rules for all production code below the package {@code root}. */
    public static HouseRules of(String root) {
        HouseRules rules = new HouseRules(root);
        assertThat(rules.house).as("classes below " + root).isNotEmpty();
        return rules;
    }

    /** What every module keeps to. */
    public void holdEverywhere() {
        everyPackageStatesItsPurpose();
        check(classes()
                .should()
                .haveNameNotMatching(".*(" + String.join("|", EMPTY_WORDS) + ")$")
                .because("such a name says nothing; DESIGN has a word for it"));
        check(noClasses()
                .should()
                .callMethod(Throwable.class, "printStackTrace")
                .because("nobody ever sees a stack trace"));
        programsEndInMain();
        check(slices().matching(root + ".(*)..").should().beFreeOfCycles());
    }

    /** A foreign API has one home: nobody but {@code homes} may know {@code foreign}. */
    public void foreignApiHasOneHome(String foreign, String reason, String... homes) {
        check(noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(existing(homes))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign + "..")
                .because(reason));
    }

    /** A wall: {@code inside} never sees {@code outside}. */
    public void neverSees(String inside, String outside, String reason) {
        check(noClasses()
                .that()
                .resideInAnyPackage(existing(inside))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(outside + "..")
                .because(reason));
    }

    /**
     * An order: the classes of each package below the root see their own package and those named before it,
     * and every package is named. Classes of the root itself put the others together and see all.
     */
    public void seeOnlyWhatIsNamedBefore(List<String> packages) {
        Set<String> unnamed = new TreeSet<>();
        Set<String> upwards = new TreeSet<>();
        for (JavaClass type : house) {
            int place = packages.indexOf(roomOf(type));
            if (place < 0 && !roomOf(type).isEmpty()) {
                unnamed.add(roomOf(type));
            }
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(target -> place >= 0 && packages.indexOf(roomOf(target)) > place)
                    .forEach(target -> upwards.add(outermost(type) + " -> " + outermost(target)));
        }
        assertThat(unnamed).as("packages that have no place in the order").isEmpty();
        assertThat(upwards).as("arrows upwards").isEmpty();
    }

    /**
     * The first step of a class's package below the root; empty for the root itself and for what is outside.
     */
    private String roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String below = name.substring(root.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElseGet(type::getSimpleName);
    }

    /** One rule more. */
    public void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    private void programsEndInMain() {
        Set<String> elsewhere = house.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("exit"))
                .filter(call -> !call.getOrigin().getName().equals("main"))
                .map(JavaMethodCall::getDescription)
                .collect(Collectors.toSet());
        assertThat(elsewhere).as("ends of the program outside main").isEmpty();
    }

    private void everyPackageStatesItsPurpose() {
        Set<String> unmarked = house.stream()
                .map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(unmarked)
                .as("packages without a null-marked package-info.java")
                .isEmpty();
    }

    /** A rule about a package that does not exist would hold for ever. */
    private String[] existing(String... packages) {
        for (String name : packages) {
            assertThat(house.containPackage(name) || isParent(name))
                    .as("package " + name)
                    .isTrue();
        }
        return List.of(packages).stream().map(name -> name + "..").toArray(String[]::new);
    }

    private boolean isParent(String name) {
        return house.stream().anyMatch(type -> type.getPackageName().startsWith(name + "."));
    }
}
